//! Jobs that compute. The work is done outside of transactions: a short one reads what it needs, others renew the
//! lease and store the best result so far, and the last one stores the result.

use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use model::{JobId, JobProblem, JobState, LeftOut, MemberId, ProblemReason};
use store::{ClaimedJob, Renewal, Tx};

use super::{
    JobPayload, QueuedJob,
    search::{RunningSearch, Search, SearchCursor},
    worker::UNAVAILABLE_DELAY,
};
use crate::{
    Planner, PlannerError, Result, access::Locked, events::LockedEvent, jobs::set_position,
    plans::plan_message,
};

/// The lease of a computing worker, which renews it every second. Short, so that the job of a killed worker is
/// soon taken up.
const LEASE: SignedDuration = SignedDuration::from_secs(15);

/// The interval of renewing the lease, looking for a request to stop, and reporting progress.
const INTERVAL: Duration = Duration::from_millis(900);

/// How often the worker asks whether its process ends.
const TICK: Duration = Duration::from_millis(100);

/// How long a result is kept while the database is unavailable: as long as the lease lasts.
const STORING_LASTS: Duration = Duration::from_secs(14);

/// How long a request waits for the job that it queued.
const REQUEST_WAITS_FOR: Duration = Duration::from_millis(1_500);

/// Why a search ends before its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Interruption {
    /// Somebody asked for it.
    Stop,
    /// The process ends; another worker goes on.
    HandBack,
    /// Another worker has the job.
    Lost,
}

impl Planner {
    /// Queues a search of so many milliseconds at most, commits, and waits a moment for its end. The search goes on after
    /// that. Returns its job.
    pub(crate) async fn queue_search(
        &self,
        mut tx: Tx,
        locked: Locked,
        (payload, limit_millis): (JobPayload, u32),
        member: MemberId,
    ) -> Result<JobId> {
        let mut event = LockedEvent::new(self, &mut tx, locked);
        let seconds = limit_millis.div_ceil(1_000);
        let job = event.queue_job(&payload, seconds, member).await?;
        let id = job.id();
        self.commit_with_search(tx, job).await?;
        Ok(id)
    }

    async fn commit_with_search(&self, tx: Tx, job: QueuedJob) -> Result<()> {
        self.commit(tx).await?;
        let Some(job) = job.claimed else {
            self.inner.job_queued.notify_one();
            return Ok(());
        };
        let planner = self.clone();
        let search = tokio::spawn(async move {
            let stops = || planner.stops_searching();
            if let Err(error) = planner.run_job(job, &stops).await {
                tracing::warn!(fault = %error, "a search did not end well");
            }
        });
        // Dropping the handle leaves the task running.
        let _ = tokio::time::timeout(REQUEST_WAITS_FOR, search).await;
        Ok(())
    }

    /// Ends the searches that requests began, because the process ends. Other workers go on with them.
    pub fn stop_searches(&self) {
        self.inner
            .stops_searching
            .store(true, std::sync::atomic::Ordering::Relaxed);
    }

    fn stops_searching(&self) -> bool {
        self.inner
            .stops_searching
            .load(std::sync::atomic::Ordering::Relaxed)
    }

    fn search_lease_end(&self) -> Timestamp {
        self.now() + LEASE
    }

    /// Runs a search to its end, and stores its result.
    pub(super) async fn run_search<S: Search>(
        &self,
        job: &mut ClaimedJob,
        order: &S,
        stop: &impl Fn() -> bool,
    ) -> Result<()> {
        let Some((preparation, mut cursor, asked)) = self.begin_search(job, order).await? else {
            return Ok(());
        };
        if asked == Some(Interruption::Stop) {
            return self.stop_search(job, order, (&preparation, cursor)).await;
        }
        // One search at a time has the cores. The lease is renewed while it waits.
        let permit = self.inner.searching.acquire();
        tokio::pin!(permit);
        let _permit = loop {
            tokio::select! {
                permit = &mut permit => break permit.map_err(PlannerError::internal)?,
                () = tokio::time::sleep(INTERVAL) => {}
            }
            match self.report_search(job, &cursor).await {
                Ok(None) if !stop() => {}
                Ok(Some(Interruption::Stop)) => {
                    return self.stop_search(job, order, (&preparation, cursor)).await;
                }
                Ok(Some(Interruption::Lost)) => return Ok(()),
                Ok(_) => return self.hand_back(job).await,
                Err(error) => tracing::warn!(fault = %error, "a waiting search was not reported"),
            }
        };
        let spent_before = cursor.spent_millis();
        let began = Instant::now();
        let spent = || {
            let millis = u32::try_from(began.elapsed().as_millis()).unwrap_or(u32::MAX);
            spent_before.saturating_add(millis)
        };
        let mut search = S::start(preparation);
        let mut reported = Instant::now();
        let mut interruption = None;
        loop {
            tokio::select! {
                () = search.end() => break,
                () = tokio::time::sleep(TICK) => {}
            }
            if interruption.is_some() {
                continue;
            }
            if stop() {
                interruption = Some(Interruption::HandBack);
            } else if reported.elapsed() >= INTERVAL {
                reported = Instant::now();
                cursor.set_spent_millis(spent());
                search.report(&mut cursor);
                match self.report_search(job, &cursor).await {
                    Ok(found) => interruption = found,
                    Err(error) => tracing::warn!(fault = %error, "a search was not reported"),
                }
            }
            if interruption.is_some() {
                search.stop();
            }
        }
        cursor.set_spent_millis(spent());
        search.report(&mut cursor);
        match interruption {
            Some(Interruption::Lost) => Ok(()),
            Some(Interruption::HandBack) => {
                self.report_search(job, &cursor).await?;
                self.hand_back(job).await
            }
            Some(Interruption::Stop) | None => {
                let state = match interruption {
                    Some(_) => JobState::Stopped,
                    None => JobState::Done,
                };
                if let Some(found) = search.result(&mut cursor, interruption.is_some())? {
                    let found = (search.preparation(), &found);
                    self.store_found(job, order, found, (cursor, state)).await
                } else {
                    let state = interruption.map_or(JobState::Failed, |_| JobState::Stopped);
                    self.end_search(job, &cursor, state).await
                }
            }
        }
    }

    /// Reads what the search begins with, and whether somebody has asked it to stop. `None` if the job is another
    /// worker's, or over.
    async fn begin_search<S: Search>(
        &self,
        job: &mut ClaimedJob,
        order: &S,
    ) -> Result<Option<(S::Preparation, S::Cursor, Option<Interruption>)>> {
        let mut tx = self.store().begin().await?;
        let Some(event) = job.event else {
            return Ok(None);
        };
        let locked = match Locked::for_job(&mut tx, event).await {
            // A draft was discarded, with its jobs.
            Err(PlannerError::NotFound) => return Ok(None),
            locked => locked?,
        };
        let asked = match tx.renew_job(job, self.search_lease_end()).await? {
            Renewal::Lost => return Ok(None),
            Renewal::StopRequested => Some(Interruption::Stop),
            Renewal::Renewed => None,
        };
        let mut cursor = S::Cursor::of(job.cursor.as_deref());
        if asked.is_some() && S::best(&cursor).is_none() {
            self.save_batch(tx, job, Some(JobState::Stopped)).await?;
            return Ok(None);
        }
        job.problems.forget_rest();
        let preparation = match order.prepare(self, (&mut tx, locked), &mut cursor).await {
            // What is to be planned was removed.
            Err(PlannerError::NotFound | PlannerError::WrongState) => {
                job.problems.push(problem(ProblemReason::NoPlan));
                self.save_batch(tx, job, Some(JobState::Failed)).await?;
                return Ok(None);
            }
            preparation => preparation?,
        };
        tx.commit().await?;
        Ok(Some((preparation, cursor, asked)))
    }

    /// Ends a search that does not run, and stores the best plan of the workers before.
    async fn stop_search<S: Search>(
        &self,
        job: &mut ClaimedJob,
        order: &S,
        (preparation, cursor): (&S::Preparation, S::Cursor),
    ) -> Result<()> {
        match S::best(&cursor) {
            Some(found) => {
                let end = (cursor, JobState::Stopped);
                self.store_found(job, order, (preparation, &found), end)
                    .await
            }
            None => self.end_search(job, &cursor, JobState::Stopped).await,
        }
    }

    /// Renews the lease and stores how far the search has come.
    async fn report_search(
        &self,
        job: &mut ClaimedJob,
        cursor: &impl SearchCursor,
    ) -> Result<Option<Interruption>> {
        let mut tx = self.store().begin().await?;
        match tx.renew_job(job, self.search_lease_end()).await? {
            Renewal::Lost => return Ok(Some(Interruption::Lost)),
            Renewal::StopRequested => return Ok(Some(Interruption::Stop)),
            Renewal::Renewed => {}
        }
        job.done = (cursor.spent_millis() / 1_000).min(job.total);
        set_position(job, cursor)?;
        self.save_batch(tx, job, None).await?;
        Ok(None)
    }

    /// Stores the plan that was found. Tries again while the database is unavailable and the lease lasts.
    async fn store_found<S: Search>(
        &self,
        job: &mut ClaimedJob,
        order: &S,
        (preparation, found): (&S::Preparation, &S::Found),
        (mut cursor, state): (S::Cursor, JobState),
    ) -> Result<()> {
        let began = Instant::now();
        loop {
            let stored = self
                .store_once(job, order, (preparation, found), (&mut cursor, state))
                .await;
            match stored {
                Err(PlannerError::Unavailable) if began.elapsed() < STORING_LASTS => {
                    tokio::time::sleep(UNAVAILABLE_DELAY).await;
                }
                stored => return stored,
            }
        }
    }

    async fn store_once<S: Search>(
        &self,
        job: &mut ClaimedJob,
        order: &S,
        (preparation, found): (&S::Preparation, &S::Found),
        (cursor, state): (&mut S::Cursor, JobState),
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let Some(event) = job.event else {
            return Ok(());
        };
        let locked = match Locked::for_job(&mut tx, event).await {
            Err(PlannerError::NotFound) => return Ok(()),
            locked => locked?,
        };
        if tx.renew_job(job, self.search_lease_end()).await? == Renewal::Lost {
            return Ok(());
        }
        let stored = order
            .store(self, (&mut tx, locked), job, (preparation, found))
            .await;
        match stored {
            Ok(outcome) => {
                cursor.set_outcome(outcome);
                set_position(job, cursor)?;
                job.done = (cursor.spent_millis() / 1_000).min(job.total);
                let message = plan_message::<S::Kind>(&mut tx, order.plan()).await?;
                message.send_with(&mut tx).await?;
                self.save_batch(tx, job, Some(state)).await?;
                self.show_message(message);
                Ok(())
            }
            Err(PlannerError::NotFound | PlannerError::WrongState) => {
                job.problems.push(problem(ProblemReason::NoPlan));
                self.save_batch(tx, job, Some(JobState::Failed)).await
            }
            Err(error) => Err(error),
        }
    }

    /// Ends a search without a plan.
    async fn end_search(
        &self,
        job: &mut ClaimedJob,
        cursor: &impl SearchCursor,
        state: JobState,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        if tx.renew_job(job, self.search_lease_end()).await? == Renewal::Lost {
            return Ok(());
        }
        set_position(job, cursor)?;
        if state == JobState::Failed {
            job.problems.push(problem(ProblemReason::NoPlan));
        }
        self.save_batch(tx, job, Some(state)).await
    }
}

const fn problem(reason: ProblemReason) -> JobProblem {
    JobProblem {
        left_out: LeftOut::Rest,
        reason,
    }
}
