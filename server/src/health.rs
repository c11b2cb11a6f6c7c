//! The liveness and readiness endpoints.

use std::time::Duration;

use axum::{Router, extract::State, routing::get};
use http::StatusCode;
use store::Store;

/// How long the database may take before the server is not ready.
const DATABASE_TIMEOUT: Duration = Duration::from_secs(2);

/// Routes `/healthz` and `/readyz`.
pub fn router(store: Store) -> Router {
    Router::new()
        .route("/healthz", get(live))
        .route("/readyz", get(ready))
        .with_state(store)
}

/// 200 while the process runs.
async fn live() -> &'static str {
    "ok\n"
}

/// 200 if the database responds and has the migrations of this binary, 503 otherwise.
async fn ready(State(store): State<Store>) -> (StatusCode, &'static str) {
    match tokio::time::timeout(DATABASE_TIMEOUT, store.is_current()).await {
        Ok(Ok(true)) => (StatusCode::OK, "ok\n"),
        Ok(Ok(false)) => {
            tracing::warn!("not ready: the database is another version's");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database is another version's\n",
            )
        }
        Ok(Err(error)) => {
            tracing::warn!(fault = %error, "not ready");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database does not answer\n",
            )
        }
        Err(_) => {
            tracing::warn!(
                seconds = DATABASE_TIMEOUT.as_secs(),
                "not ready: the database takes too long"
            );
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database takes too long\n",
            )
        }
    }
}
