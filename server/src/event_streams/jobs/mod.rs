//! `/organise/events/{event}/jobs/{job}/events`: how far a job has come. The page loads itself again when the
//! job is over.

use std::time::Duration;

use axum::{
    extract::{Path, Request, State},
    response::{Response, sse::Event},
};
use futures::{Stream, stream};
use model::JobId;
use planner::{LiveMessage, jobs::JobProgress};
use tokio::{
    sync::{OwnedSemaphorePermit, broadcast},
    time::sleep,
};
use ui::error::AppError;

use super::{EventStreams, last_event_id};

/// The shortest time between two messages.
const PAUSE: Duration = Duration::from_secs(1);

pub(super) async fn events(
    State(state): State<EventStreams>,
    Path((event, job)): Path<(String, String)>,
    request: Request,
) -> Response {
    let connections = state.for_members();
    let last_id = last_event_id(request.headers());
    state
        .downloads
        .answer(request, async move |planner, visit| {
            let principal = visit.signed_in()?;
            let event = event.parse().map_err(|_| AppError::NotFound)?;
            let job: JobId = job.parse().map_err(|_| AppError::NotFound)?;
            let access = principal.reads_event(event);
            // Subscribed before the numbers are read, so that none is missed.
            let messages = planner.watch_live();
            let now = planner.job_progress(&access, job).await?;
            Ok(connections.response(event_of(now), |permit| {
                let watch = JobWatch {
                    messages,
                    next: Some(now),
                    last_id,
                    job,
                    _permit: permit,
                };
                watch.into_events()
            }))
        })
        .await
}

/// The progress of one job, for one page.
struct JobWatch {
    messages: broadcast::Receiver<LiveMessage>,
    /// What is to be sent at once.
    next: Option<JobProgress>,
    /// The last event that the page has.
    last_id: Option<String>,
    job: JobId,
    _permit: OwnedSemaphorePermit,
}

impl JobWatch {
    /// The events, until the job is over.
    fn into_events(self) -> impl Stream<Item = Event> {
        stream::unfold(Some(self), async |watch| {
            let mut watch = watch?;
            let progress = watch.next_progress().await?;
            let event = event_of(progress);
            watch.last_id = Some(id_of(progress));
            let goes_on = progress.state.is_active();
            Some((event, goes_on.then_some(watch)))
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
                None => self.messages.recv().await.map_err(|error| match error {
                    broadcast::error::RecvError::Closed => End::Closed,
                    broadcast::error::RecvError::Lagged(_) => End::Lagged,
                }),
                Some(_) => self.messages.try_recv().map_err(|error| match error {
                    broadcast::error::TryRecvError::Empty => End::Empty,
                    broadcast::error::TryRecvError::Closed => End::Closed,
                    broadcast::error::TryRecvError::Lagged(_) => End::Lagged,
                }),
            };
            match received {
                Ok(LiveMessage::Job(progress)) if progress.job == self.job => {
                    latest = Some(progress);
                }
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
