//! Refuses addresses with a NUL. No text has one, and PostgreSQL fails on it.

use axum::{
    extract::Request,
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http::StatusCode;

/// Answers 400 if the path or the query has an encoded NUL. Texts of forms are checked by the types they are parsed into.
pub async fn refuse_nul(request: Request, next: Next) -> Response {
    let uri = request.uri();
    if uri.path().contains("%00") || uri.query().is_some_and(|query| query.contains("%00")) {
        return StatusCode::BAD_REQUEST.into_response();
    }
    next.run(request).await
}
