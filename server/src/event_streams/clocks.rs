//! The clock of a café, for its screens and its remote control: `…/clock` is the state, from which they go on by
//! themselves, and `…/events` says that there is another one.

use std::{sync::Arc, time::Duration};

use axum::{
    Json,
    extract::{Path, Request, State},
    response::{Response, sse::Event},
};
use futures::{Stream, StreamExt as _, stream};
use model::{EventId, PlanId};
use planner::{
    LiveMessage, Planner,
    access::{EventAccess, Reads, ScreenAccess},
};
use tokio::sync::{
    OwnedSemaphorePermit,
    broadcast::{Receiver, error::RecvError},
};
use ui::{error::AppError, visit::Visit};

use super::{Connections, EventStreams, response};

/// How long a page waits before it opens the next connection. A change in between is late by that much.
const RECONNECT: Duration = Duration::from_millis(300);

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
        Ok::<_, AppError>(followed(connections, messages, plan))
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
        Ok::<_, AppError>(followed(connections, messages, plan))
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

/// The stream of a page. Without a free connection the page asks for the state each time.
fn followed(connections: Connections, messages: Receiver<LiveMessage>, plan: PlanId) -> Response {
    let full = Event::default().data("full");
    connections.response(full, |permit| changes(messages, plan, permit))
}

/// An event at the beginning, one for each change, and one for changes that were missed.
fn changes(
    messages: Receiver<LiveMessage>,
    plan: PlanId,
    permit: OwnedSemaphorePermit,
) -> impl Stream<Item = Event> {
    let begin = Event::default().retry(RECONNECT).data("begin");
    let changes = stream::unfold(
        (messages, permit),
        move |(mut messages, permit)| async move {
            loop {
                let data = match messages.recv().await {
                    Ok(message) if message.plan() == Some(plan) => {
                        serde_json::to_string(&message).unwrap_or_default()
                    }
                    Ok(_) => continue,
                    Err(RecvError::Lagged(_)) => "missed".to_owned(),
                    Err(RecvError::Closed) => return None,
                };
                return Some((Event::default().data(data), (messages, permit)));
            }
        },
    );
    stream::once(async { begin }).chain(changes)
}
