//! Under more load than the machine bears, some are told at once to come back; nobody waits for ever.

use std::{sync::Arc, time::Duration};

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http::{StatusCode, header::RETRY_AFTER};
use tokio::{sync::Semaphore, time::timeout};

/// How long a request may wait for its turn: a short burst passes, a long one is refused.
const QUEUE: Duration = Duration::from_secs(1);

pub async fn refuse_rather_than_queue(
    State(turns): State<Arc<Semaphore>>,
    request: Request,
    next: Next,
) -> Response {
    let Ok(Ok(_turn)) = timeout(QUEUE, turns.acquire()).await else {
        tracing::warn!("overloaded: a request is refused");
        return (StatusCode::SERVICE_UNAVAILABLE, [(RETRY_AFTER, "5")]).into_response();
    };
    next.run(request).await
}
