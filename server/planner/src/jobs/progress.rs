//! The progress of jobs: numbers that change while a page shows them.

use model::{EventId, JobId, JobKind, JobState};
use serde::{Deserialize, Serialize};
use store::ClaimedJob;
use tokio::sync::broadcast;

use crate::{
    Planner, Result,
    cafes::{SolveCursor, SolveFigures},
};

/// How far a job has come. Holds no personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobProgress {
    pub job: JobId,
    pub event: Option<EventId>,
    pub state: JobState,
    pub done: u32,
    pub total: u32,
    /// How far a search for a plan has come.
    #[serde(default)]
    pub figures: Option<SolveFigures>,
}

impl JobProgress {
    pub(super) fn of(job: &ClaimedJob, state: JobState) -> Self {
        Self {
            job: job.id,
            event: job.event,
            state,
            done: job.done,
            total: job.total,
            figures: figures(job.kind, job.cursor.as_deref()),
        }
    }

    /// The progress as servers send it to each other.
    pub(super) fn to_message(self) -> String {
        serde_json::to_string(&self).unwrap_or_default()
    }
}

/// The figures of a search for a plan.
pub(super) fn figures(kind: JobKind, cursor: Option<&str>) -> Option<SolveFigures> {
    (kind == JobKind::CafeSolved)
        .then(|| SolveCursor::of(cursor).figures)
        .flatten()
}

impl Planner {
    /// The progress of all jobs from now on. A receiver that is slow misses some; the next message has the
    /// numbers.
    pub fn watch_jobs(&self) -> broadcast::Receiver<JobProgress> {
        self.inner.job_progress.subscribe()
    }

    /// Tells the pages that this process serves.
    pub(super) fn show_progress(&self, progress: JobProgress) {
        // Nobody need be listening.
        let _ = self.inner.job_progress.send(progress);
    }

    /// Tells them what other servers send, until the database is unavailable. Returns at once on SQLite, where
    /// this is the only server.
    pub async fn receive_job_progress(&self) -> Result<()> {
        let Some(mut listener) = self.store().listen_to_jobs().await? else {
            return Ok(());
        };
        loop {
            let message = listener.next().await?;
            match serde_json::from_str(&message) {
                Ok(progress) => self.show_progress(progress),
                Err(error) => tracing::warn!(fault = %error, "a message about a job is unreadable"),
            }
        }
    }
}
