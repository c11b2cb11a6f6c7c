//! Two questions a machine asks: does the process live, and can it do its work?

use std::time::Duration;

use axum::{Router, extract::State, routing::get};
use http::StatusCode;
use store::Store;

/// How long the database may take to answer before the server counts as not ready.
const PATIENCE: Duration = Duration::from_secs(2);

/// Routes `/healthz` and `/readyz`.
pub fn router(store: Store) -> Router {
    Router::new()
        .route("/healthz", get(lives))
        .route("/readyz", get(ready))
        .with_state(store)
}

async fn lives() -> &'static str {
    "ok\n"
}

/// 200 when the database answers and has the tables this binary knows, 503 otherwise.
async fn ready(State(store): State<Store>) -> (StatusCode, &'static str) {
    match tokio::time::timeout(PATIENCE, store.is_current()).await {
        Ok(Ok(true)) => (StatusCode::OK, "ok\n"),
        Ok(Ok(false)) => {
            tracing::warn!("not ready: the database is another version's");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database is another version's\n",
            )
        }
        Ok(Err(fault)) => {
            tracing::warn!(%fault, "not ready");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database does not answer\n",
            )
        }
        Err(_) => {
            tracing::warn!(
                seconds = PATIENCE.as_secs(),
                "not ready: the database takes too long"
            );
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database takes too long\n",
            )
        }
    }
}
