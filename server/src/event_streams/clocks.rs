//! The clock of a café, for its screens and its remote control: `…/clock` is the state, from which they go on by
//! themselves, and `…/events` says that there is another one.

use std::{convert::Infallible, sync::Arc, time::Duration};

use axum::{
    Json,
    extract::{Path, Request, State},
    response::{
        Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures::{Stream, StreamExt as _, stream};
use model::{EventId, PlanId};
use planner::{
    LiveMessage, Planner,
    access::{EventAccess, Reads, ScreenAccess},
};
use tokio::{
    sync::{
        OwnedSemaphorePermit, Semaphore,
        broadcast::{Receiver, error::RecvError},
    },
    time::sleep,
};
use tokio_util::sync::CancellationToken;
use ui::{error::AppError, visit::Visit};

use super::{EventStreams, KEEP_ALIVE, MAX_AGE, RETRY, response};

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
    let watch = Watch {
        connections: state.screens,
        shutdown: state.shutdown,
    };
    let answer = async move |planner: Planner, visit: Arc<Visit>| {
        let access = ScreenAccess::new(&token, &visit.client);
        let messages = planner.watch_live();
        let plan = planner.plan_of_screen(&access).await?;
        Ok::<_, AppError>(watch.response(messages, plan))
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
    let watch = Watch {
        connections: state.connections,
        shutdown: state.shutdown,
    };
    let answer = async move |planner: Planner, visit: Arc<Visit>| {
        let (access, plan) = remote(&visit, &path)?;
        let messages = planner.watch_live();
        planner.cafe_clock(&access, plan).await?;
        Ok::<_, AppError>(watch.response(messages, plan))
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

/// What a stream of changes needs.
struct Watch {
    connections: Arc<Semaphore>,
    shutdown: CancellationToken,
}

impl Watch {
    /// The changes of a plan and its clock. Without a free connection the page is told when to come again, and
    /// asks for the state each time.
    fn response(self, messages: Receiver<LiveMessage>, plan: PlanId) -> Response {
        match self.connections.try_acquire_owned() {
            Ok(permit) => {
                let events = changes(messages, plan, permit)
                    .take_until(self.shutdown.cancelled_owned())
                    .take_until(sleep(MAX_AGE));
                response(Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)))
            }
            Err(_) => response(Sse::new(stream::once(async {
                Ok::<_, Infallible>(Event::default().retry(RETRY).data("full"))
            }))),
        }
    }
}

/// An event at the beginning, one for each change, and one for changes that were missed.
fn changes(
    messages: Receiver<LiveMessage>,
    plan: PlanId,
    permit: OwnedSemaphorePermit,
) -> impl Stream<Item = Result<Event, Infallible>> {
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
                return Some((Ok(Event::default().data(data)), (messages, permit)));
            }
        },
    );
    stream::once(async { Ok(begin) }).chain(changes)
}
