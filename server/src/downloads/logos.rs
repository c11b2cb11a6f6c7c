//! `/logos/{hash}`: the images of logos.

use app::Downloads;
use axum::{
    body::Body,
    extract::{Path, Request, State},
    response::Response,
};
use http::{
    HeaderValue, StatusCode,
    header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH},
};
use planner::EncodedLogo;
use ui::error::AppError;

/// The address has the hash of the bytes, so it never shows others.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// Images were drawn by this server, and run nothing wherever they are opened.
const SANDBOX: HeaderValue = HeaderValue::from_static("default-src 'none'; sandbox");

pub async fn image(
    State(downloads): State<Downloads>,
    Path(hash): Path<String>,
    request: Request,
) -> Response {
    let tag = format!("\"{hash}\"");
    let known = request.headers().get(IF_NONE_MATCH);
    let is_known = known.is_some_and(|known| known.as_bytes() == tag.as_bytes());
    downloads
        .answer(request, async move |planner, _| {
            let EncodedLogo { media_type, bytes } = planner.logo_image(&hash).await?;
            let mut response = Response::new(Body::empty());
            if is_known {
                *response.status_mut() = StatusCode::NOT_MODIFIED;
            } else {
                *response.body_mut() = Body::from(bytes);
            }
            let header = |text: &str| HeaderValue::try_from(text).map_err(|_| AppError::NotFound);
            let headers = response.headers_mut();
            headers.insert(CONTENT_TYPE, header(&media_type)?);
            headers.insert(ETAG, header(&tag)?);
            headers.insert(CACHE_CONTROL, FOR_EVER);
            headers.insert(CONTENT_SECURITY_POLICY, SANDBOX);
            Ok(response)
        })
        .await
}
