//! `POST /opt-out/{token}`: opting out with one click in the mail program (RFC 8058). The mail program or its server
//! sends this by itself, without a form, cookies or a page; people who open the link see a page with a button.

use axum::{
    Router,
    extract::{Path, State},
    response::{IntoResponse, Response},
    routing::post,
};
use http::StatusCode;
use planner::{Planner, PlannerError};

pub fn router(planner: Planner) -> Router {
    Router::new()
        .route("/opt-out/{token}", post(opt_out))
        .with_state(planner)
}

async fn opt_out(State(planner): State<Planner>, Path(token): Path<String>) -> Response {
    match planner.opt_out(&token).await {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(PlannerError::NotFound) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::warn!(%error, "somebody could not opt out with one click");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}
