//! Jobs: work that outlives a request, done in short transactions by a worker.
//!
//! A use case queues a job in the transaction of the change that causes it ([`LockedEvent::queue_job`]).
//! Each kind is a variant of [`JobPayload`]; [`JobPayload::run_batch`] says how it goes on. The rest is the
//! same for all kinds: leases, progress, retries and stopping are in [`worker`].

mod computing;
mod mailing;
mod pages;
mod progress;
mod search;
mod worker;

use model::{JobId, JobKind, MemberId};
use serde::{Deserialize, Serialize};
use store::{ClaimedJob, NewJob};

pub(crate) use self::{
    mailing::{count_mail, left_out, position, readable, set_position},
    pages::{job_of_event, recent_jobs},
    search::{RunningSearch, Search, SearchCursor, SearchThread, lower_priority},
    worker::{Batch, Pace},
};
pub use self::{
    pages::{JobPage, JobView, LeftOutPerson},
    progress::JobProgress,
};
use crate::{
    PlannerError, Result,
    assignments::{AssignWorkshops, PriceSmallOffers},
    cafes::SolveCafe,
    events::LockedEvent,
    mailings::WriteMailing,
    registrations::DecideListed,
    workshops::RemindOfWishes,
};

/// The kind of a job, with what it needs to know besides its event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum JobPayload {
    /// Invites everybody who was added to the draft.
    EventPublished,
    /// Tells everybody what changed, and those who moved up that they have a seat.
    EventChanged,
    /// Tells everybody that the event is cancelled.
    EventCancelled,
    /// Tells everybody whose way through a café changed.
    PlanPublished,
    /// Tells everybody whose workshops changed and are booked.
    ProgrammeChanged,
    /// Asks everybody without wishes for them.
    WishReminder(RemindOfWishes),
    /// Writes a text to its recipients.
    Mailing(WriteMailing),
    /// Accepts or declines listed registrations.
    Decision(DecideListed),
    /// Enters the staged lines of a table, then writes to their people.
    Import,
    /// Computes the plan of a café.
    CafeSolved(SolveCafe),
    /// Computes the assignment of people to workshops.
    WorkshopsAssigned(AssignWorkshops),
    /// Computes what keeping and calling off small workshops would cost.
    OffersPriced(PriceSmallOffers),
}

impl JobPayload {
    const fn kind(&self) -> JobKind {
        match self {
            Self::EventPublished => JobKind::EventPublished,
            Self::EventChanged => JobKind::EventChanged,
            Self::EventCancelled => JobKind::EventCancelled,
            Self::PlanPublished => JobKind::PlanPublished,
            Self::ProgrammeChanged => JobKind::ProgrammeChanged,
            Self::WishReminder(_) => JobKind::WishReminder,
            Self::Mailing(_) => JobKind::Mailing,
            Self::Decision(_) => JobKind::Decision,
            Self::Import => JobKind::Import,
            Self::CafeSolved(_) => JobKind::CafeSolved,
            Self::WorkshopsAssigned(_) => JobKind::WorkshopsAssigned,
            Self::OffersPriced(_) => JobKind::OffersPriced,
        }
    }

    /// Does the next piece of the job in the transaction of the locked event, and moves the job's cursor and
    /// numbers on. The worker commits both together.
    async fn run_batch(
        &self,
        event: &mut LockedEvent<'_>,
        job: &mut ClaimedJob,
        pace: Pace,
    ) -> Result<Batch> {
        match self {
            Self::EventPublished
            | Self::EventChanged
            | Self::EventCancelled
            | Self::PlanPublished
            | Self::ProgrammeChanged => event.mail_batch(job, pace).await,
            Self::WishReminder(order) => event.remind_batch(order, job, pace).await,
            Self::Mailing(order) => event.mailing_batch(order, job, pace).await,
            Self::Decision(order) => event.decision_batch(order, job, pace).await,
            Self::Import => event.import_batch(job, pace).await,
            // It is no batch of a transaction: the worker runs the search.
            Self::CafeSolved(_) | Self::WorkshopsAssigned(_) | Self::OffersPriced(_) => {
                Ok(Batch::Failed)
            }
        }
    }
}

impl LockedEvent<'_> {
    /// Queues a job about the event and claims it for the request, unless an earlier one goes first.
    /// `total` is the number of people or lines.
    pub(crate) async fn queue_job(
        &mut self,
        payload: &JobPayload,
        total: u32,
        member: impl Into<Option<MemberId>>,
    ) -> Result<QueuedJob> {
        let job = NewJob {
            id: self.planner.new_id(),
            network: self.network.id,
            event: Some(self.event.id),
            kind: payload.kind(),
            payload: serde_json::to_string(payload).map_err(PlannerError::internal)?,
            total,
            member: member.into(),
            at: self.planner.now(),
        };
        self.tx.insert_job(&job).await?;
        let planner = self.planner;
        let id = job.id;
        let claimed = self
            .tx
            .claim_inserted_job(job.id, planner.now(), planner.lease_end(), planner.new_id())
            .await?;
        Ok(QueuedJob { id, claimed })
    }
}

/// A job that a transaction queued, to be begun after its commit by [`crate::Planner::commit_with_job`].
#[derive(Debug)]
#[must_use = "nobody begins it"]
pub(crate) struct QueuedJob {
    id: JobId,
    /// `None` if an earlier job of the event goes first.
    claimed: Option<ClaimedJob>,
}

impl QueuedJob {
    pub(crate) const fn id(&self) -> JobId {
        self.id
    }
}
