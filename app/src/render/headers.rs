//! Headers of a rendered page.

use std::hash::{DefaultHasher, Hash, Hasher};

use axum::{
    body::{Body, Bytes, to_bytes},
    response::Response,
};
use http::{HeaderValue, StatusCode, header};
use ui::{page_properties::PageProperties, visit::Visit};

/// Adds the security, language and cache headers of a rendered page.
pub(super) async fn add_headers(
    visit: &Visit,
    properties: &PageProperties,
    response: Response,
) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(html) = to_bytes(body, usize::MAX).await else {
        // Unreachable: the body is in memory.
        parts.status = StatusCode::INTERNAL_SERVER_ERROR;
        return Response::from_parts(parts, Body::empty());
    };
    let headers = &mut parts.headers;
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        content_security_policy(properties),
    );
    headers.insert(
        header::CONTENT_LANGUAGE,
        HeaderValue::from_static(visit.language.tag()),
    );
    headers.insert(
        header::VARY,
        HeaderValue::from_static("Cookie, Accept-Language"),
    );
    let shareable = parts.status == StatusCode::OK
        && visit.principal.is_none()
        && properties.is_shareable()
        && properties.nonce().is_none();
    if shareable {
        headers.insert(
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=0, must-revalidate"),
        );
        if let Ok(tag) = HeaderValue::try_from(entity_tag(&html)) {
            headers.insert(header::ETAG, tag);
        }
    } else {
        headers.insert(
            header::CACHE_CONTROL,
            HeaderValue::from_static("private, no-store"),
        );
    }
    Response::from_parts(parts, Body::from(html))
}

/// The content security policy (CSP Level 3): nothing from other origins, no inline style, scripts only on
/// pages with an island or a menu, WASM only with an island, requests only by an island or a
/// script that asks for them, a worker only where one is registered, frames only on pages with a frame.
fn content_security_policy(properties: &PageProperties) -> HeaderValue {
    const ALWAYS: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    let mut policy = ALWAYS.to_owned();
    if properties.has_frame() {
        policy.push_str("; frame-src 'self'");
    }
    if let Some(nonce) = properties.nonce() {
        policy.push_str("; script-src 'nonce-");
        policy.push_str(nonce);
        policy.push('\'');
        if properties.has_islands() {
            policy.push_str(" 'wasm-unsafe-eval'");
        }
        if properties.has_islands() || properties.connects() {
            policy.push_str("; connect-src 'self'");
        }
        if properties.has_worker() {
            policy.push_str("; worker-src 'self'");
        }
    }
    HeaderValue::try_from(policy).unwrap_or(HeaderValue::from_static(ALWAYS))
}

/// A weak entity tag (RFC 9110 §8.8.1), because the compression layer changes the bytes.
fn entity_tag(html: &Bytes) -> String {
    let mut hasher = DefaultHasher::new();
    html.hash(&mut hasher);
    format!("W/\"{:016x}\"", hasher.finish())
}

/// Returns `304 Not Modified` if `If-None-Match` (RFC 9110 §13.1.2) contains the entity tag of the response.
pub fn revalidate(if_none_match: Option<&HeaderValue>, response: Response) -> Response {
    let known = if_none_match.and_then(|tags| tags.to_str().ok());
    let tag = response
        .headers()
        .get(header::ETAG)
        .and_then(|tag| tag.to_str().ok());
    match (known, tag) {
        (Some(known), Some(tag)) if known.split(',').any(|known| known.trim() == tag) => {
            let (mut parts, _) = response.into_parts();
            parts.status = StatusCode::NOT_MODIFIED;
            parts.headers.remove(header::CONTENT_TYPE);
            parts.headers.remove(header::CONTENT_ENCODING);
            Response::from_parts(parts, Body::empty())
        }
        _ => response,
    }
}

#[cfg(test)]
mod tests {
    use axum::{body::Body, response::Response};
    use http::{HeaderValue, StatusCode, header};

    use ui::page_properties::PageProperties;

    use super::{content_security_policy, revalidate};

    #[test]
    fn a_page_without_island_and_menu_may_run_nothing() {
        let policy = content_security_policy(&PageProperties::default());
        assert!(!policy.to_str().unwrap().contains("script-src"));
        assert!(policy.to_str().unwrap().starts_with("default-src 'none'"));
    }

    #[test]
    fn a_page_that_is_known_is_not_sent_again() {
        let page = || {
            let mut response = Response::new(Body::from("page"));
            response
                .headers_mut()
                .insert(header::ETAG, HeaderValue::from_static("W/\"1\""));
            response
        };
        let status = |tags: Option<&'static str>| {
            let tags = tags.map(HeaderValue::from_static);
            revalidate(tags.as_ref(), page()).status()
        };
        assert_eq!(status(None), StatusCode::OK);
        assert_eq!(status(Some("W/\"0\", W/\"1\"")), StatusCode::NOT_MODIFIED);
        assert_eq!(status(Some("W/\"2\"")), StatusCode::OK);
    }
}
