//! Limits the number of concurrent requests.

use std::{sync::Arc, time::Duration};

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http::{StatusCode, header::RETRY_AFTER};
use tokio::{sync::Semaphore, time::timeout};

/// How long a request waits for a permit before it is refused.
const MAX_WAIT: Duration = Duration::from_secs(1);

/// Runs a request with a permit of the semaphore. Answers 503 if there is none within [`MAX_WAIT`]. The request's
/// extensions hold the permit, too: work that outlives the request keeps them, and counts.
pub async fn limit_concurrency(
    State(permits): State<Arc<Semaphore>>,
    mut request: Request,
    next: Next,
) -> Response {
    let Ok(Ok(permit)) = timeout(MAX_WAIT, permits.acquire_owned()).await else {
        tracing::warn!("overloaded: a request is refused");
        return (StatusCode::SERVICE_UNAVAILABLE, [(RETRY_AFTER, "5")]).into_response();
    };
    let permit = Arc::new(permit);
    request.extensions_mut().insert(Arc::clone(&permit));
    let response = next.run(request).await;
    // A handler may have dropped the request before its response was ready.
    drop(permit);
    response
}
