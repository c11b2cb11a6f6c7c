//! `/organise/events/{event}/jobs/{job}/events`: how far a job has come, as server-sent events
//! (<https://html.spec.whatwg.org/multipage/server-sent-events.html>). They carry numbers only; the page
//! loads itself again when the job is over.

use std::{convert::Infallible, sync::Arc, time::Duration};

use app::Downloads;
use axum::{
    Router,
    extract::{Path, Request, State},
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
    routing::get,
};
use futures::{Stream, StreamExt as _, stream};
use http::{HeaderName, HeaderValue, header};
use model::JobId;
use planner::{Planner, jobs::JobProgress};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore, broadcast},
    time::sleep,
};
use tokio_util::sync::CancellationToken;
use ui::{assets::Assets, error::AppError};

/// The largest number of open connections. A page beyond it asks every [`RETRY`].
const MAX_CONNECTIONS: usize = 200;

/// How long a page without a connection waits before it asks again.
const RETRY: Duration = Duration::from_secs(5);

/// The interval of comments, so that proxies keep the connection.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// The shortest time between two messages.
const PAUSE: Duration = Duration::from_secs(1);

/// How long a connection lasts. The browser then opens another one: its right is checked again, and numbers
/// that were missed, because the database was away for a moment, are read.
const MAX_AGE: Duration = Duration::from_mins(1);

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// What the stream of a job needs.
#[derive(Debug, Clone)]
struct JobEvents {
    downloads: Downloads,
    connections: Arc<Semaphore>,
    shutdown: CancellationToken,
}

/// Routes the events of jobs. Their connections end at `shutdown`.
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
        .route("/organise/events/{event}/jobs/{job}/events", get(events))
        .with_state(JobEvents {
            downloads: Downloads::new(planner, assets),
            connections: Arc::new(Semaphore::new(max_connections)),
            shutdown,
        })
}

async fn events(
    State(state): State<JobEvents>,
    Path((event, job)): Path<(String, String)>,
    request: Request,
) -> Response {
    let JobEvents {
        downloads,
        connections,
        shutdown,
    } = state;
    let known = request.headers().get(LAST_EVENT_ID).cloned();
    downloads
        .answer(request, async move |planner, visit| {
            let principal = visit.signed_in()?;
            let event = event.parse().map_err(|_| AppError::NotFound)?;
            let job: JobId = job.parse().map_err(|_| AppError::NotFound)?;
            let access = principal.reads_event(event);
            // Subscribed before the numbers are read, so that none is missed.
            let progress = planner.watch_jobs();
            let now = planner.job_progress(&access, job).await?;
            Ok(match connections.try_acquire_owned() {
                Ok(permit) => {
                    let watch = JobWatch {
                        progress,
                        next: Some(now),
                        last_id: known.and_then(|id| id.to_str().ok().map(str::to_owned)),
                        job,
                        _permit: permit,
                    };
                    let events = watch
                        .into_events()
                        .take_until(shutdown.cancelled_owned())
                        .take_until(sleep(MAX_AGE));
                    response(Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)))
                }
                Err(_) => response(Sse::new(stream::once(async move {
                    Ok::<_, Infallible>(event_of(now).retry(RETRY))
                }))),
            })
        })
        .await
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

/// The progress of one job, for one page.
struct JobWatch {
    progress: broadcast::Receiver<JobProgress>,
    /// What is to be sent at once.
    next: Option<JobProgress>,
    /// The last event that the page has.
    last_id: Option<String>,
    job: JobId,
    _permit: OwnedSemaphorePermit,
}

impl JobWatch {
    /// The events, until the job is over.
    fn into_events(self) -> impl Stream<Item = Result<Event, Infallible>> {
        stream::unfold(Some(self), async |watch| {
            let mut watch = watch?;
            let progress = watch.next_progress().await?;
            let event = event_of(progress);
            watch.last_id = Some(id_of(progress));
            let goes_on = progress.state.is_active();
            Some((Ok(event), goes_on.then_some(watch)))
        })
    }

    /// The next numbers that the page does not have; `None` when the server ends.
    async fn next_progress(&mut self) -> Option<JobProgress> {
        loop {
            let progress = match self.next.take() {
                Some(progress) => progress,
                None => self.latest().await?,
            };
            if self.last_id.as_ref() != Some(&id_of(progress)) {
                return Some(progress);
            }
            if !progress.state.is_active() {
                return None;
            }
        }
    }

    /// Waits for progress, and takes the latest of those that came within [`PAUSE`].
    async fn latest(&mut self) -> Option<JobProgress> {
        sleep(PAUSE).await;
        let mut latest = None;
        loop {
            let received = match latest {
                None => self.progress.recv().await.map_err(|error| match error {
                    broadcast::error::RecvError::Closed => End::Closed,
                    broadcast::error::RecvError::Lagged(_) => End::Lagged,
                }),
                Some(_) => self.progress.try_recv().map_err(|error| match error {
                    broadcast::error::TryRecvError::Empty => End::Empty,
                    broadcast::error::TryRecvError::Closed => End::Closed,
                    broadcast::error::TryRecvError::Lagged(_) => End::Lagged,
                }),
            };
            match received {
                Ok(progress) if progress.job == self.job => latest = Some(progress),
                Ok(_) | Err(End::Lagged) => {}
                Err(End::Empty | End::Closed) => return latest,
            }
        }
    }
}

/// Why there is no message.
enum End {
    Empty,
    Closed,
    Lagged,
}

fn event_of(progress: JobProgress) -> Event {
    let event = Event::default().id(id_of(progress));
    let data = serde_json::json!({
        "state": progress.state,
        "done": progress.done,
        "total": progress.total,
        "meetings": progress.figures.map(|figures| figures.meetings),
        "bound": progress.figures.map(|figures| figures.meetings_bound),
    });
    event.data(data.to_string())
}

/// The id of an event: the same numbers have the same id, whichever server sends them.
fn id_of(progress: JobProgress) -> String {
    let JobProgress {
        state, done, total, ..
    } = progress;
    match progress.figures {
        Some(figures) => format!("{state}-{done}-{total}-{}", figures.meetings),
        None => format!("{state}-{done}-{total}"),
    }
}

#[cfg(test)]
mod tests;
