//! The clock of a café, for its screens and its remote control: `…/clock` is the state, from which they go on by
//! themselves, and `…/events` says that there is another one.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, Request, State},
    response::Response,
};
use model::{EventId, PlanId};
use planner::{
    LiveMessage, Planner,
    access::{EventAccess, Reads, ScreenAccess},
};
use ui::{error::AppError, visit::Visit};

use super::{EventStreams, changes::followed, response};

/// `/screen/{token}/clock`
pub(super) async fn screen_clock(
    State(EventStreams { downloads, .. }): State<EventStreams>,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    let answer = async move |planner: Planner, visit: Arc<Visit>| {
        let access = ScreenAccess::new(&token, &visit.client);
        let now = planner.screen_clock(&access).await?;
        Ok::<_, AppError>(response(Json(now.screen_state())))
    };
    downloads.answer(request, answer).await
}

/// `/screen/{token}/events`
pub(super) async fn screen_events(
    State(state): State<EventStreams>,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    let connections = state.for_screens();
    let answer = async move |planner: Planner, visit: Arc<Visit>| {
        let access = ScreenAccess::new(&token, &visit.client);
        let messages = planner.watch_live();
        let plan = planner.plan_of_screen(&access).await?;
        Ok::<_, AppError>(followed(connections, messages, is_about(plan)))
    };
    state.downloads.answer(request, answer).await
}

/// `/organise/events/{event}/cafe/{plan}/clock`
pub(super) async fn remote_clock(
    State(EventStreams { downloads, .. }): State<EventStreams>,
    Path(path): Path<(String, String)>,
    request: Request,
) -> Response {
    let answer = async move |planner: Planner, visit: Arc<Visit>| {
        let (access, plan) = remote(&visit, &path)?;
        let now = planner.cafe_clock(&access, plan).await?;
        Ok::<_, AppError>(response(Json(now.screen_state())))
    };
    downloads.answer(request, answer).await
}

/// `/organise/events/{event}/cafe/{plan}/events`
pub(super) async fn remote_events(
    State(state): State<EventStreams>,
    Path(path): Path<(String, String)>,
    request: Request,
) -> Response {
    let connections = state.for_members();
    let answer = async move |planner: Planner, visit: Arc<Visit>| {
        let (access, plan) = remote(&visit, &path)?;
        let messages = planner.watch_live();
        planner.cafe_clock(&access, plan).await?;
        Ok::<_, AppError>(followed(connections, messages, is_about(plan)))
    };
    state.downloads.answer(request, answer).await
}

fn remote(
    visit: &Visit,
    (event, plan): &(String, String),
) -> Result<(EventAccess<Reads>, PlanId), AppError> {
    let event: EventId = event.parse().map_err(|_| AppError::NotFound)?;
    let plan = plan.parse().map_err(|_| AppError::NotFound)?;
    Ok((visit.signed_in()?.reads_event(event), plan))
}

/// Whether a clock of the plan shows something else after a message.
fn is_about(plan: PlanId) -> impl Fn(LiveMessage) -> bool + Copy + Send + 'static {
    move |message| match message {
        LiveMessage::Plan { plan: of, .. } | LiveMessage::Clock { plan: of, .. } => of == plan,
        LiveMessage::Job(_) | LiveMessage::Harvest { .. } => false,
    }
}
