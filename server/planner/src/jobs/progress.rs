//! The progress of jobs: numbers that change while a page shows them.

use model::{EventId, JobId, JobState};
use serde::{Deserialize, Serialize};
use store::ClaimedJob;

/// How far a job has come. Holds no personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobProgress {
    pub job: JobId,
    pub event: Option<EventId>,
    pub state: JobState,
    pub done: u32,
    pub total: u32,
}

impl JobProgress {
    pub(super) fn of(job: &ClaimedJob, state: JobState) -> Self {
        Self {
            job: job.id,
            event: job.event,
            state,
            done: job.done,
            total: job.total,
        }
    }
}
