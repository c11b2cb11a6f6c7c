//! The progress of jobs: numbers that change while a page shows them.

use model::{EventId, JobId, JobKind, JobState};
use serde::{Deserialize, Serialize};
use store::ClaimedJob;

use super::SearchCursor as _;
use crate::cafes::{SolveCursor, SolveFigures};

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
}

/// The figures of a search for a plan.
pub(super) fn figures(kind: JobKind, cursor: Option<&str>) -> Option<SolveFigures> {
    (kind == JobKind::CafeSolved)
        .then(|| SolveCursor::of(cursor).figures)
        .flatten()
}
