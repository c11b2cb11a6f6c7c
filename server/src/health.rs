//! The liveness and readiness endpoints.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{Router, extract::State, routing::get};
use http::StatusCode;
use store::Store;
use tokio::sync::Mutex;

/// How long the database may take before the server is not ready.
const DATABASE_TIMEOUT: Duration = Duration::from_secs(2);

/// How long an answer is given again, however many ask.
const MAX_AGE: Duration = Duration::from_secs(1);

/// Routes `/healthz` and `/readyz`.
pub fn router(store: Store) -> Router {
    let state = Readiness {
        store,
        last: Arc::default(),
    };
    Router::new()
        .route("/healthz", get(live))
        .route("/readyz", get(ready))
        .with_state(state)
}

#[derive(Debug, Clone)]
struct Readiness {
    store: Store,
    /// Locked during a check, so that those who ask meanwhile share it.
    last: Arc<Mutex<Option<(Instant, Answer)>>>,
}

type Answer = (StatusCode, &'static str);

/// 200 while the process runs.
async fn live() -> &'static str {
    "ok\n"
}

/// 200 if the database takes changes and has the migrations of this binary, 503 otherwise.
async fn ready(State(readiness): State<Readiness>) -> Answer {
    let mut last = readiness.last.lock().await;
    match *last {
        Some((at, answer)) if at.elapsed() < MAX_AGE => answer,
        _ => {
            let answer = check(&readiness.store).await;
            *last = Some((Instant::now(), answer));
            answer
        }
    }
}

async fn check(store: &Store) -> Answer {
    let current = async {
        store.check_writable().await?;
        store.is_current().await
    };
    match tokio::time::timeout(DATABASE_TIMEOUT, current).await {
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
                "the database takes no changes\n",
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
