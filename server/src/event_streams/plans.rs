//! `/organise/events/{event}/cafe/plan/events` and `/organise/events/{event}/workshops/assignment/events`: a plan is another
//! one. The page then asks for what it shows.

use axum::{
    extract::{Path, Query, Request, State},
    response::{Response, sse::Event},
};
use futures::{Stream, stream};
use model::{AgendaItemId, PlanId};
use planner::{
    LiveMessage, Planner,
    access::{EventAccess, Reads},
    cafes::PlanState,
};
use serde::Deserialize;
use tokio::sync::{OwnedSemaphorePermit, broadcast};
use ui::error::AppError;

use super::EventStreams;

/// Which café of the event it is.
#[derive(Debug, Deserialize)]
pub(super) struct CafeQuery {
    item: Option<String>,
}

impl CafeQuery {
    pub(super) fn item(&self) -> Result<Option<AgendaItemId>, AppError> {
        let item = self.item.as_deref().map(str::parse).transpose();
        item.map_err(|_| AppError::NotFound)
    }
}

pub(super) async fn events(
    State(state): State<EventStreams>,
    Path(event): Path<String>,
    Query(query): Query<CafeQuery>,
    request: Request,
) -> Response {
    let read = async move |planner: Planner, access: EventAccess<Reads>| {
        Ok(planner.plan_state(&access, query.item()?).await?)
    };
    states(state, request, &event, read).await
}

pub(super) async fn assignment_events(
    State(state): State<EventStreams>,
    Path(event): Path<String>,
    request: Request,
) -> Response {
    let read = async move |planner: Planner, access: EventAccess<Reads>| {
        Ok(planner.assignment_state(&access).await?)
    };
    states(state, request, &event, read).await
}

/// Answers with the states of a plan. `read` gives the plan and its state as it is now.
async fn states<Reading>(
    state: EventStreams,
    request: Request,
    event: &str,
    read: impl FnOnce(Planner, EventAccess<Reads>) -> Reading,
) -> Response
where
    Reading: Future<Output = Result<(Option<PlanId>, PlanState), AppError>>,
{
    let connections = state.for_members();
    state
        .downloads
        .answer(request, async move |planner, visit| {
            let event = event.parse().map_err(|_| AppError::NotFound)?;
            let access = visit.signed_in()?.reads_event(event);
            // Subscribed before the state is read, so that no change is missed.
            let messages = planner.watch_live();
            let (plan, now) = read(planner, access).await?;
            Ok(connections.response(event_of(now), |permit| {
                PlanWatch::new(messages, (plan, now), permit).into_events()
            }))
        })
        .await
}

/// The states of one plan, for one page.
struct PlanWatch {
    messages: broadcast::Receiver<LiveMessage>,
    /// What is to be sent at once.
    next: Option<PlanState>,
    /// The last state that was sent on this stream.
    sent: Option<PlanState>,
    /// `None` before there is a plan.
    plan: Option<PlanId>,
    _permit: OwnedSemaphorePermit,
}

impl PlanWatch {
    fn new(
        messages: broadcast::Receiver<LiveMessage>,
        (plan, now): (Option<PlanId>, PlanState),
        permit: OwnedSemaphorePermit,
    ) -> Self {
        Self {
            messages,
            next: Some(now),
            sent: None,
            plan,
            _permit: permit,
        }
    }

    /// The events, until the server ends.
    fn into_events(self) -> impl Stream<Item = Event> {
        stream::unfold(self, async |mut watch| {
            let state = watch.next_state().await?;
            watch.sent = Some(state);
            Some((event_of(state), watch))
        })
    }

    /// The next state that was not sent; `None` when the stream ends. A stream begins with the state: a page may have
    /// received it before and not shown it.
    async fn next_state(&mut self) -> Option<PlanState> {
        loop {
            let state = match self.next.take() {
                Some(state) => state,
                None => self.changed().await?,
            };
            if self.sent != Some(state) {
                return Some(state);
            }
        }
    }

    async fn changed(&mut self) -> Option<PlanState> {
        loop {
            match self.messages.recv().await {
                Ok(message) => {
                    let state = self
                        .plan
                        .and_then(|plan| PlanState::of_message(message, plan));
                    if state.is_some() {
                        return state;
                    }
                }
                // After a gap, the next stream of the page begins with the state.
                Err(
                    broadcast::error::RecvError::Lagged(_) | broadcast::error::RecvError::Closed,
                ) => {
                    return None;
                }
            }
        }
    }
}

fn event_of(state: PlanState) -> Event {
    let state = state.to_string();
    Event::default().id(state.clone()).data(state)
}
