//! The worker: claims jobs under a lease and does them batch by batch.
//!
//! A batch is one transaction. It locks the event, renews the lease, does a few people's worth of work and
//! stores the cursor. So every batch happens once, whoever does it, and other writes wait for one batch at
//! most.

use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use model::{JobKind, JobProblem, JobState, LeftOut, ProblemReason};
use store::{ClaimedJob, Renewal, Tx};

use super::{JobPayload, QueuedJob, progress::JobProgress};
use crate::{LiveMessage, Planner, PlannerError, Result, access::Locked, events::LockedEvent};

/// How long a worker has a job to itself. Longer than any batch takes.
const LEASE: SignedDuration = SignedDuration::from_mins(1);

/// How long a request works on the job that it queued, before a worker takes over: long enough for a few
/// dozen people.
const REQUEST_WORKS_FOR: Duration = Duration::from_secs(1);

/// How long a worker waits for a database that is unavailable.
pub(super) const UNAVAILABLE_DELAY: Duration = Duration::from_secs(1);

/// How often in a row a batch fails before it passes the person over.
const ATTEMPTS_PER_PERSON: u32 = 3;

/// How often in a row a batch fails before the job does.
const MAX_ATTEMPTS: u32 = 6;

/// How many people a batch handles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pace {
    Several,
    /// After a failure, so that one person does not hold up the others.
    One,
    /// The next person failed several times and is left out.
    PassOver,
}

impl Pace {
    const fn after(attempts: u32) -> Self {
        match attempts {
            0 => Self::Several,
            1..ATTEMPTS_PER_PERSON => Self::One,
            _ => Self::PassOver,
        }
    }

    /// The number of people. Small enough that another write waits well under 100 ms.
    pub const fn people(self) -> u32 {
        match self {
            Self::Several => 20,
            Self::One | Self::PassOver => 1,
        }
    }
}

/// The outcome of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Batch {
    GoesOn,
    Done,
    /// The job cannot be finished; `problems` has the reason.
    Failed,
}

/// What a worker does with a job after a batch.
enum Next {
    GoOn,
    Leave,
}

impl Planner {
    /// Works on the jobs that are due, one after the other, until none is left or `stop` says so. Gives how
    /// many there were. Stops between two batches; another worker goes on there.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn run_jobs(&self, stop: impl Fn() -> bool) -> Result<usize> {
        let mut count = 0;
        while !stop() {
            let Some(job) = self.claim_job().await? else {
                break;
            };
            count += 1;
            self.run_claimed_job(job, &stop).await?;
        }
        Ok(count)
    }

    /// Returns when this process has queued a job. Jobs of other servers are found by polling.
    pub async fn job_was_queued(&self) {
        self.inner.job_queued.notified().await;
    }

    /// Commits a change and begins the job that it queued. Returns after the job's end or about a second;
    /// then a worker goes on.
    pub(crate) async fn commit_with_job(&self, tx: Tx, job: Option<QueuedJob>) -> Result<()> {
        self.commit(tx).await?;
        self.begin_job(job).await;
        Ok(())
    }

    /// Begins a job after the commit that queued it. Returns after the job's end or about a second; then a worker
    /// goes on.
    pub(crate) async fn begin_job(&self, job: Option<QueuedJob>) {
        let Some(QueuedJob { claimed, .. }) = job else {
            return;
        };
        match claimed {
            None => self.inner.job_queued.notify_one(),
            Some(job) => {
                let planner = self.clone();
                let began = Instant::now();
                // A task of its own: a client that hangs up must not end it in the middle.
                let begun = tokio::spawn(async move {
                    let until = || began.elapsed() >= REQUEST_WORKS_FOR;
                    if let Err(error) = planner.run_job(job, &until).await {
                        tracing::warn!(fault = %error, "a job did not begin");
                    }
                });
                // The change itself is saved, whatever becomes of its job.
                let _ = begun.await;
            }
        }
    }

    /// The end of a lease that begins now.
    pub(super) fn lease_end(&self) -> Timestamp {
        self.now() + LEASE
    }

    async fn claim_job(&self) -> Result<Option<ClaimedJob>> {
        // A worker with nothing to do writes nothing.
        if !self.store().read().await?.has_due_job(self.now()).await? {
            return Ok(None);
        }
        let mut tx = self.store().begin().await?;
        let job = tx
            .claim_job(self.now(), self.lease_end(), self.new_id())
            .await?;
        tx.commit().await?;
        Ok(job)
    }

    /// Runs a job, or gives it up: one that ends each process that works on it would end all servers in turn.
    async fn run_claimed_job(&self, mut job: ClaimedJob, stop: &impl Fn() -> bool) -> Result<()> {
        if job.attempts >= MAX_ATTEMPTS {
            tracing::error!(job = %job.id, "the workers of a job vanish");
            return self.give_up(&mut job).await;
        }
        self.run_job(job, stop).await
    }

    pub(super) async fn run_job(
        &self,
        mut job: ClaimedJob,
        stop: &impl Fn() -> bool,
    ) -> Result<()> {
        let payload: JobPayload = match serde_json::from_str(&job.payload) {
            Ok(payload) => payload,
            Err(error) => {
                tracing::error!(job = %job.id, fault = %error, "the payload of a job is unreadable");
                return self.give_up(&mut job).await;
            }
        };
        let searched = match &payload {
            JobPayload::CafeSolved(order) => {
                Some(Box::pin(self.run_search(&mut job, order, stop)).await)
            }
            JobPayload::WorkshopsAssigned(order) => {
                Some(Box::pin(self.run_search(&mut job, order, stop)).await)
            }
            JobPayload::OffersPriced(order) => {
                Some(Box::pin(self.run_search(&mut job, order, stop)).await)
            }
            _ => None,
        };
        if let Some(searched) = searched {
            return match searched {
                Ok(()) => Ok(()),
                Err(PlannerError::Unavailable) => Err(PlannerError::Unavailable),
                Err(error) => {
                    tracing::error!(job = %job.id, attempt = job.attempts + 1, fault = %error, "a search failed");
                    self.put_off(&mut job).await
                }
            };
        }
        let mut lease_ends = self.lease_end();
        loop {
            match self.run_batch(&payload, &mut job).await {
                Ok(Next::Leave) => return Ok(()),
                Ok(Next::GoOn) => lease_ends = self.lease_end(),
                Err(PlannerError::Unavailable) if self.now() < lease_ends && !stop() => {
                    tokio::time::sleep(UNAVAILABLE_DELAY).await;
                    continue;
                }
                Err(PlannerError::Unavailable) => return Err(PlannerError::Unavailable),
                Err(error) => {
                    tracing::error!(job = %job.id, attempt = job.attempts + 1, fault = %error, "a batch of a job failed");
                    return self.put_off(&mut job).await;
                }
            }
            if stop() {
                return self.hand_back(&job).await;
            }
        }
    }

    async fn run_batch(&self, payload: &JobPayload, job: &mut ClaimedJob) -> Result<Next> {
        let mut tx = self.store().begin().await?;
        let Some(event) = job.event else {
            return Err(PlannerError::internal(NoEvent));
        };
        // Everybody locks the event before its jobs.
        let locked = match Locked::for_job(&mut tx, event).await {
            // A draft was discarded, with its jobs.
            Err(PlannerError::NotFound) => return Ok(Next::Leave),
            locked => locked?,
        };
        let renewal = tx.renew_job(job, self.lease_end()).await?;
        let failed_before = job.attempts;
        let state = match renewal {
            Renewal::Lost => return Ok(Next::Leave),
            Renewal::StopRequested => Some(JobState::Stopped),
            Renewal::Renewed => {
                // A failed job that was resumed goes on with the rest.
                job.problems.forget_rest();
                let pace = Pace::after(failed_before);
                let mut event = LockedEvent::new(self, &mut tx, locked);
                match payload.run_batch(&mut event, job, pace).await? {
                    Batch::GoesOn => None,
                    Batch::Done => {
                        job.total = job.done;
                        Some(JobState::Done)
                    }
                    Batch::Failed => Some(JobState::Failed),
                }
            }
        };
        job.attempts = 0;
        if let Err(error) = self.save_batch(tx, job, state).await {
            job.attempts = failed_before;
            return Err(error);
        }
        Ok(match state {
            None => Next::GoOn,
            Some(_) => Next::Leave,
        })
    }

    /// Stores how far a job has come, and its end if it is over, and tells whoever watches it.
    pub(super) async fn save_batch(
        &self,
        mut tx: Tx,
        job: &ClaimedJob,
        end: Option<JobState>,
    ) -> Result<()> {
        tx.save_job_progress(job).await?;
        if let Some(state) = end {
            tx.finish_job(job, state, self.now()).await?;
            // The lines of a table that was not entered, or whose people are all written to, have no use.
            if job.kind == JobKind::Import && (state == JobState::Done || job.cursor.is_none()) {
                tx.delete_import_lines(job.id).await?;
            }
            tracing::info!(job = %job.id, kind = %job.kind, %state, done = job.done, "job over");
        }
        let progress = JobProgress::of(job, end.unwrap_or(JobState::Running));
        self.commit_with_message(tx, LiveMessage::Job(progress))
            .await?;
        if end.is_some() {
            // The next job of the event may be due now.
            self.inner.job_queued.notify_one();
        }
        Ok(())
    }

    /// Gives a job back for another worker to go on.
    pub(super) async fn hand_back(&self, job: &ClaimedJob) -> Result<()> {
        let mut tx = self.store().begin().await?;
        tx.release_job(job, job.attempts, self.now()).await?;
        tx.commit().await?;
        self.inner.job_queued.notify_one();
        Ok(())
    }

    /// Gives a job back after a failure: at once the first time, later each time after.
    async fn put_off(&self, job: &mut ClaimedJob) -> Result<()> {
        let attempts = job.attempts + 1;
        if attempts >= MAX_ATTEMPTS {
            return self.give_up(job).await;
        }
        let delay = match job.attempts {
            0 => SignedDuration::ZERO,
            failed => SignedDuration::from_secs(5 << (2 * failed.min(4))),
        };
        let mut tx = self.store().begin().await?;
        tx.release_job(job, attempts, self.now() + delay).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Ends a job that cannot be finished, as far as it has come: what a failed batch did is not saved.
    async fn give_up(&self, job: &mut ClaimedJob) -> Result<()> {
        let mut tx = self.store().begin().await?;
        if tx.renew_job(job, self.lease_end()).await? == Renewal::Lost {
            return Ok(());
        }
        job.problems.push(JobProblem {
            left_out: LeftOut::Rest,
            reason: ProblemReason::Internal,
        });
        self.save_batch(tx, job, Some(JobState::Failed)).await
    }
}

#[derive(Debug, thiserror::Error)]
#[error("a job of this kind is about an event")]
struct NoEvent;
