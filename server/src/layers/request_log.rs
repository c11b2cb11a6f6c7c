//! Gives every request an id and a log event.
//!
//! The log has routes, not paths: `/registration/{token}` instead of the token. It has no query, header,
//! body or client address.

use std::{any::Any, sync::Arc, time::Instant};

use axum::{
    extract::{MatchedPath, Request, State},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header::ACCEPT};
use planner::{Clock, RandomSource};
use tracing::Instrument as _;
use uuid::Uuid;

use crate::error_page::{self, ErrorFormat};

/// The header with the id, in the request for `app` and in the response.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Generates request ids: UUIDs of version 7, which sort by time (RFC 9562 §5.7).
#[derive(Debug, Clone)]
pub struct RequestIdGenerator {
    clock: Arc<dyn Clock>,
    random: Arc<dyn RandomSource>,
}

impl RequestIdGenerator {
    pub fn new(clock: Arc<dyn Clock>, random: Arc<dyn RandomSource>) -> Self {
        Self { clock, random }
    }

    fn next(&self) -> Uuid {
        let mut bytes = [0; 10];
        self.random.fill(&mut bytes);
        let millis = u64::try_from(self.clock.now().as_millisecond()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }
}

/// Assigns the request id, adds a body to an empty error response, and logs status and duration.
pub async fn log_request(
    State(ids): State<RequestIdGenerator>,
    mut request: Request,
    next: Next,
) -> Response {
    let id = ids.next().to_string();
    let route = route(&request);
    let format = error_format(request.method(), request.headers());
    let span = tracing::info_span!("request", id, method = %request.method(), route);
    // Replaces a header of the client: only the server assigns ids.
    let header = HeaderValue::try_from(&id).ok();
    if let Some(header) = &header {
        request.headers_mut().insert(REQUEST_ID, header.clone());
    }

    let start = Instant::now();
    let response = next.run(request).instrument(span.clone()).await;
    let mut response = error_page::fill_empty_error(response, &id, format);
    span.in_scope(|| log_response(&route, response.status(), start));
    if let Some(header) = header {
        response.headers_mut().insert(REQUEST_ID, header);
    }
    response
}

fn log_response(route: &str, status: StatusCode, start: Instant) {
    let status = status.as_u16();
    let ms = u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX);
    // Monitors poll every few seconds, and a page loads several assets.
    if matches!(route, "/healthz" | "/readyz") || route.starts_with("/assets/") {
        tracing::debug!(status, ms, "answered");
    } else {
        tracing::info!(status, ms, "answered");
    }
}

/// The route that matched the path, or `none`.
fn route(request: &Request) -> String {
    request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "none".to_owned(), |matched| matched.as_str().to_owned())
}

fn error_format(method: &Method, headers: &HeaderMap) -> ErrorFormat {
    let accepts_html = headers
        .get(ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|accepted| accepted.contains("text/html"));
    if accepts_html && method != Method::HEAD {
        ErrorFormat::Html
    } else {
        ErrorFormat::PlainText
    }
}

/// The response after a panic. The panic hook logs the panic (see `log`).
pub fn panic_response(_: Box<dyn Any + Send + 'static>) -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
