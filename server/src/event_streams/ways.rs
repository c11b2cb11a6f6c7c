//! `/registration/{token}/events`: a plan of a café of the event was published, or its clock was moved. The personal
//! pages of participants follow it.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use axum::{
    extract::{Path, Request, State},
    response::Response,
};
use planner::{LiveMessage, Planner, access::LinkAccess};
use ui::{error::AppError, visit::Visit};

use super::{EventStreams, changes::followed};

/// No version has this number: which one is published is not known before the first message.
const UNKNOWN: u32 = u32::MAX;

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
        let shown = |plan| (plan, AtomicU32::new(UNKNOWN));
        let plans: Arc<[_]> = plans.into_iter().map(shown).collect();
        // What organisers change before they publish it concerns no phone.
        let is_followed = move |message| match message {
            LiveMessage::Clock { plan, .. } => plans.iter().any(|(of, _)| *of == plan),
            LiveMessage::Plan {
                plan, published, ..
            } => plans.iter().any(|(of, shown)| {
                let published = published.unwrap_or_default();
                *of == plan && shown.swap(published, Ordering::Relaxed) != published
            }),
            LiveMessage::Job(_) | LiveMessage::Harvest { .. } => false,
        };
        Ok::<_, AppError>(followed(connections, messages, is_followed))
    };
    state.downloads.answer(request, answer).await
}
