//! `/registration/{token}/events`: a plan of a café of the event was published, or its clock was moved. The personal
//! pages of participants follow it.

use std::sync::Arc;

use axum::{
    extract::{Path, Request, State},
    response::Response,
};
use planner::{LiveMessage, Planner, access::LinkAccess};
use ui::{error::AppError, visit::Visit};

use super::{EventStreams, changes::followed};

pub(super) async fn events(
    State(state): State<EventStreams>,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    let connections = state.for_participants();
    let answer = async move |planner: Planner, visit: Arc<Visit>| {
        let access = LinkAccess::new(&token, &visit.client);
        let messages = planner.watch_live();
        let plans = planner.cafe_plans_of_participant(&access).await?;
        let is_followed = move |message| match message {
            LiveMessage::Plan { plan, .. } | LiveMessage::Clock { plan, .. } => {
                plans.contains(&plan)
            }
            LiveMessage::Job(_) | LiveMessage::Harvest { .. } => false,
        };
        Ok::<_, AppError>(followed(connections, messages, is_followed))
    };
    state.downloads.answer(request, answer).await
}
