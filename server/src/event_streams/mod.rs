//! Server-sent events (<https://html.spec.whatwg.org/multipage/server-sent-events.html>): what open pages follow.
//! They carry ids and numbers only. A stream is what [`planner::LiveMessage`]s of all servers make of it, and
//! one right.

mod changes;
mod clocks;
mod harvest;
mod jobs;
mod plans;
mod ways;

use std::{convert::Infallible, sync::Arc, time::Duration};

use app::Downloads;
use axum::{
    Router,
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
    routing::get,
};
use futures::{Stream, StreamExt as _, stream};
use http::{HeaderMap, HeaderName, HeaderValue, header};
use planner::Planner;
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::sleep,
};
use tokio_util::sync::CancellationToken;
use ui::assets::Assets;

/// The largest number of open connections of pages for members. A page beyond it asks every [`RETRY`].
const MAX_CONNECTIONS: usize = 200;

/// The largest number of open connections of screens, which anybody who has the link can open.
const MAX_SCREENS: usize = 200;

/// The largest number of open connections of participants' phones. One beyond it asks as seldom as it does without a
/// stream.
const MAX_PARTICIPANTS: usize = 1_000;

/// How long a page without a connection waits before it asks again.
const RETRY: Duration = Duration::from_secs(5);

/// The interval of comments, so that proxies keep the connection.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// How long a connection lasts. The browser then opens another one: its right is checked again, and numbers
/// that were missed, because the database was away for a moment, are read.
const MAX_AGE: Duration = Duration::from_mins(1);

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// What a stream needs.
#[derive(Debug, Clone)]
struct EventStreams {
    downloads: Downloads,
    connections: Arc<Semaphore>,
    screens: Arc<Semaphore>,
    participants: Arc<Semaphore>,
    shutdown: CancellationToken,
}

impl EventStreams {
    /// The connections of pages for members.
    fn for_members(&self) -> Connections {
        Connections {
            free: Arc::clone(&self.connections),
            shutdown: self.shutdown.clone(),
        }
    }

    /// The connections of screens.
    fn for_screens(&self) -> Connections {
        Connections {
            free: Arc::clone(&self.screens),
            shutdown: self.shutdown.clone(),
        }
    }

    /// The connections of participants' phones.
    fn for_participants(&self) -> Connections {
        Connections {
            free: Arc::clone(&self.participants),
            shutdown: self.shutdown.clone(),
        }
    }
}

/// The id of the last event that the page has.
fn last_event_id(headers: &HeaderMap) -> Option<String> {
    let id = headers.get(LAST_EVENT_ID)?.to_str().ok()?;
    Some(id.to_owned())
}

/// Routes the streams. Their connections end at `shutdown`.
pub fn router(planner: Planner, assets: Assets, shutdown: CancellationToken) -> Router {
    limited_router(planner, assets, shutdown, MAX_CONNECTIONS)
}

fn limited_router(
    planner: Planner,
    assets: Assets,
    shutdown: CancellationToken,
    max_connections: usize,
) -> Router {
    Router::new()
        .route(
            "/organise/events/{event}/jobs/{job}/events",
            get(jobs::events),
        )
        .route(
            "/organise/events/{event}/cafe/plan/events",
            get(plans::events),
        )
        .route(
            "/organise/events/{event}/workshops/assignment/events",
            get(plans::assignment_events),
        )
        .route(
            "/organise/events/{event}/cafe/harvest/events",
            get(harvest::events),
        )
        .route(
            "/organise/events/{event}/cafe/{plan}/events",
            get(clocks::remote_events),
        )
        .route(
            "/organise/events/{event}/cafe/{plan}/clock",
            get(clocks::remote_clock),
        )
        .route("/screen/{token}/events", get(clocks::screen_events))
        .route("/screen/{token}/clock", get(clocks::screen_clock))
        .route("/registration/{token}/events", get(ways::events))
        .with_state(EventStreams {
            downloads: Downloads::new(planner, assets),
            connections: Arc::new(Semaphore::new(max_connections)),
            screens: Arc::new(Semaphore::new(MAX_SCREENS)),
            participants: Arc::new(Semaphore::new(MAX_PARTICIPANTS)),
            shutdown,
        })
}

/// What a stream needs besides its events.
struct Connections {
    free: Arc<Semaphore>,
    shutdown: CancellationToken,
}

impl Connections {
    /// The stream of a page. Without a free connection it is one event, which the page takes up again after
    /// [`RETRY`].
    fn response<S>(self, only: Event, events: impl FnOnce(OwnedSemaphorePermit) -> S) -> Response
    where
        S: Stream<Item = Event> + Send + 'static,
    {
        match self.free.try_acquire_owned() {
            Ok(permit) => {
                let events = events(permit)
                    .take_until(self.shutdown.cancelled_owned())
                    .take_until(sleep(MAX_AGE))
                    .map(Ok::<_, Infallible>);
                response(Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)))
            }
            Err(_) => response(Sse::new(stream::once(async {
                Ok::<_, Infallible>(only.retry(RETRY))
            }))),
        }
    }
}

fn response(events: impl IntoResponse) -> Response {
    let mut response = events.into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-store"),
    );
    // nginx would collect the events otherwise.
    headers.insert(
        HeaderName::from_static("x-accel-buffering"),
        HeaderValue::from_static("no"),
    );
    response
}
