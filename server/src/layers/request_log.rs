//! Every request gets an id, which its answer and the log carry, and one line in the log.
//!
//! The log knows routes, not paths: `/registration/{token}` and never the token. Nothing of what a
//! request says (query, headers, body, address) is written down.

use std::{any::Any, sync::Arc, time::Instant};

use axum::{
    extract::{MatchedPath, Request, State},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header::ACCEPT};
use planner::{Chance, Clock};
use tracing::Instrument as _;
use uuid::Uuid;

use crate::fault::{self, Form};

/// The header that carries the id, in the request that `app` sees and in the answer.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Gives requests their ids, which sort by time (RFC 9562 §5.7).
#[derive(Debug, Clone)]
pub struct RequestIds {
    clock: Arc<dyn Clock>,
    chance: Arc<dyn Chance>,
}

impl RequestIds {
    pub fn new(clock: Arc<dyn Clock>, chance: Arc<dyn Chance>) -> Self {
        Self { clock, chance }
    }

    fn next(&self) -> Uuid {
        let mut random = [0; 10];
        self.chance.fill(&mut random);
        let millis = u64::try_from(self.clock.now().as_millisecond()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
}

pub async fn record(State(ids): State<RequestIds>, mut request: Request, next: Next) -> Response {
    let id = ids.next().to_string();
    let route = route(&request);
    let form = wanted(request.method(), request.headers());
    let span = tracing::info_span!("request", id, method = %request.method(), route);
    // Whatever a client sent under this name is replaced: the log's ids are the server's own.
    let header = HeaderValue::try_from(&id).ok();
    if let Some(header) = &header {
        request.headers_mut().insert(REQUEST_ID, header.clone());
    }

    let began = Instant::now();
    let answer = next.run(request).instrument(span.clone()).await;
    let mut answer = fault::explain(answer, &id, form);
    span.in_scope(|| log(&route, answer.status(), began));
    if let Some(header) = header {
        answer.headers_mut().insert(REQUEST_ID, header);
    }
    answer
}

fn log(route: &str, status: StatusCode, began: Instant) {
    let status = status.as_u16();
    let ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    // Monitors ask every few seconds, and a page brings several assets along.
    if matches!(route, "/healthz" | "/readyz") || route.starts_with("/assets/") {
        tracing::debug!(status, ms, "answered");
    } else {
        tracing::info!(status, ms, "answered");
    }
}

/// The pattern that the request's path matched.
fn route(request: &Request) -> String {
    request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "none".to_owned(), |matched| matched.as_str().to_owned())
}

fn wanted(method: &Method, headers: &HeaderMap) -> Form {
    let html = headers
        .get(ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|accepted| accepted.contains("text/html"));
    if html && method != Method::HEAD {
        Form::Page
    } else {
        Form::Line
    }
}

/// The answer after a panic. The panic itself was logged where it happened (see `log`).
pub fn after_panic(_: Box<dyn Any + Send + 'static>) -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
