//! Jobs as organisers see, stop and resume them.

use model::{
    AgendaItemId, AuditAction, Event, EventId, JobId, JobKind, JobProblem, JobState, LeftOut,
    Network, ProblemReason, RegistrationId,
};
use store::{Job, MailingOfJob, Reader, Tx};

use super::progress::{JobProgress, figures};
use crate::{
    LiveMessage, Planner, PlannerError, Result,
    access::{EventAccess, Organises, Reads, Right},
    assignments::{AssignCursor, AssignmentOutcome, Candidate, PriceCursor},
    cafes::{SolveCursor, SolveFigures, SolveOutcome},
    events::Counts,
    jobs::SearchCursor as _,
    require::require_network,
};

/// How many jobs an event's page lists.
const RECENT_JOBS: u32 = 5;

/// A job, with the event it is about.
#[derive(Debug, Clone)]
pub struct JobPage {
    pub network: Network,
    pub event: Event,
    pub counts: Counts,
    pub job: JobView,
    /// Who or what was left out; no more than a page shows.
    pub left_out: Vec<LeftOutPerson>,
    /// How many more were left out.
    pub left_out_besides: u32,
    /// The mailing that it writes.
    pub mailing: Option<MailingOfJob>,
}

/// A job as people see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobView {
    pub job: Job,
}

/// Somebody or something that a job left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOutPerson {
    pub left_out: LeftOut,
    /// The name, if it is a person who is still registered.
    pub name: Option<String>,
    pub reason: ProblemReason,
}

impl JobPage {
    /// Whether mails that it has written wait to be handed over, so that there is something to stop.
    pub fn hands_over(&self) -> bool {
        let mailing = self.mailing.filter(|mailing| !mailing.is_halted);
        mailing.is_some_and(|mailing| mailing.unsent > 0)
    }

    /// How many mails that it has written are not handed over yet, if it is a mailing.
    pub fn unsent(&self) -> u32 {
        self.mailing.map_or(0, |mailing| mailing.unsent)
    }
}

impl JobView {
    /// Whether an import has yet to enter its table. Until then, stopping it writes nothing.
    pub fn is_before_entry(&self) -> bool {
        self.job.kind == JobKind::Import && self.job.cursor.is_none()
    }

    /// Whether it can go on where it ended.
    pub fn can_resume(&self) -> bool {
        matches!(self.job.state, JobState::Stopped | JobState::Failed)
            && !self.is_before_entry()
            && !self.job.kind.is_search()
    }

    /// How far a search for a plan has come.
    pub fn figures(&self) -> Option<SolveFigures> {
        figures(self.job.kind, self.job.cursor.as_deref())
    }

    /// The café that a search is about, once it has begun; `None` if it is the event itself.
    pub fn cafe_item(&self) -> Option<AgendaItemId> {
        SolveCursor::of(self.job.cursor.as_deref()).item
    }

    /// What a search for a plan has come to; `None` for other jobs, and before its end.
    pub fn solve_outcome(&self) -> Option<SolveOutcome> {
        (self.job.kind == JobKind::CafeSolved)
            .then(|| SolveCursor::of(self.job.cursor.as_deref()).outcome)
            .flatten()
    }

    /// The revision of the set-up that a search for a plan was made for.
    pub fn solved_set_up(&self) -> Option<i64> {
        (self.job.kind == JobKind::CafeSolved)
            .then(|| SolveCursor::of(self.job.cursor.as_deref()).set_up)
            .flatten()
    }

    /// The assignments that a search has found so far; none after its end.
    pub fn candidates(&self) -> Vec<Candidate> {
        match self.job.kind {
            JobKind::WorkshopsAssigned => AssignCursor::of(self.job.cursor.as_deref()).candidates,
            _ => Vec::new(),
        }
    }

    /// What a search for assignments has come to; `None` for other jobs, and before its end.
    pub fn assignment_outcome(&self) -> Option<AssignmentOutcome> {
        match self.job.kind {
            JobKind::WorkshopsAssigned => AssignCursor::of(self.job.cursor.as_deref()).outcome,
            _ => None,
        }
    }

    /// Whether a search has found a plan that no version has yet.
    fn has_unstored_plan(&self) -> bool {
        let cursor = self.job.cursor.as_deref();
        match self.job.kind {
            JobKind::CafeSolved => SolveCursor::of(cursor).best.is_some(),
            JobKind::WorkshopsAssigned => !AssignCursor::of(cursor).candidates.is_empty(),
            JobKind::OffersPriced => !PriceCursor::of(cursor).prices.is_empty(),
            _ => false,
        }
    }

    fn progress(&self) -> JobProgress {
        let Job {
            id,
            event,
            state,
            done,
            total,
            ..
        } = self.job;
        JobProgress {
            job: id,
            event,
            state,
            done,
            total,
            figures: self.figures(),
        }
    }
}

impl Planner {
    /// A job of an event.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn job_page(&self, access: &EventAccess<Reads>, id: JobId) -> Result<JobPage> {
        let mut reader = self.store().read().await?;
        let (_, event, job) = job_of_event(&mut reader, access, id).await?;
        let mut left_out = Vec::new();
        for JobProblem {
            left_out: who,
            reason,
        } in job.job.problems.named()
        {
            let name = match who {
                LeftOut::Registration(id) => name_of(&mut reader, *id).await,
                LeftOut::Contact(id) => reader.contact(*id).await?.map(|found| found.person.name()),
                LeftOut::Line(_) | LeftOut::Rest => None,
            };
            left_out.push(LeftOutPerson {
                left_out: *who,
                name,
                reason: *reason,
            });
        }
        Ok(JobPage {
            mailing: reader.mailing_of_job(id).await?,
            network: require_network(&mut reader, event.network).await?,
            counts: reader.count_registrations(event.id).await?,
            event,
            left_out_besides: job.job.problems.besides(),
            job,
            left_out,
        })
    }

    /// How far a job of an event has come.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn job_progress(
        &self,
        access: &EventAccess<Reads>,
        id: JobId,
    ) -> Result<JobProgress> {
        let mut reader = self.store().read().await?;
        let (.., job) = job_of_event(&mut reader, access, id).await?;
        Ok(job.progress())
    }

    /// The latest jobs of an event, the latest first.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn jobs_of_event<R: Right>(&self, access: &EventAccess<R>) -> Result<Vec<JobView>> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        recent_jobs(&mut reader, event.id).await
    }

    /// Asks a job to stop. What it did stays; a worker sees it before the next batch.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn stop_job(&self, access: &EventAccess<Organises>, id: JobId) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event, before) = job_of_event(&mut tx, access, id).await?;
        if before.job.kind == JobKind::Mailing {
            drop(tx);
            return self.stop_mailing(access, id).await;
        }
        let stops = if before.has_unstored_plan() {
            tx.request_job_stop_by_worker(id, self.now()).await?
        } else {
            tx.request_job_stop(id, self.now()).await?
        };
        if !stops {
            return Err(PlannerError::WrongState);
        }
        if !before.job.stops {
            let about = (Some(event.id), None);
            self.note_unrevised(&mut tx, &right, about, AuditAction::JobStopped)
                .await?;
        }
        let (.., job) = job_of_event(&mut tx, access, id).await?;
        if job.job.state == JobState::Stopped && job.is_before_entry() {
            tx.delete_import_lines(id).await?;
        }
        self.commit_job(tx, job).await
    }

    /// Commits what was done to a job, and tells the workers and whoever watches it.
    pub(crate) async fn commit_job(&self, tx: Tx, job: JobView) -> Result<()> {
        self.commit_with_message(tx, LiveMessage::Job(job.progress()))
            .await?;
        self.inner.job_queued.notify_one();
        Ok(())
    }

    /// Lets a stopped or failed job go on where it ended.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn resume_job(&self, access: &EventAccess<Organises>, id: JobId) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event, job) = job_of_event(&mut tx, access, id).await?;
        if job.job.kind == JobKind::Mailing {
            drop(tx);
            return self.resume_mailing(access, id).await;
        }
        if !job.can_resume() || !tx.resume_job(id, self.now()).await? {
            return Err(PlannerError::WrongState);
        }
        let about = (Some(event.id), None);
        self.note_unrevised(&mut tx, &right, about, AuditAction::JobResumed)
            .await?;
        let (.., job) = job_of_event(&mut tx, access, id).await?;
        self.commit_job(tx, job).await
    }
}

/// The latest jobs of an event, the latest first.
pub(crate) async fn recent_jobs(reader: &mut Reader, event: EventId) -> Result<Vec<JobView>> {
    let jobs = reader.jobs_of_event(event, RECENT_JOBS).await?.rows;
    Ok(jobs.into_iter().map(|job| JobView { job }).collect())
}

/// A job of the event that the principal asks for.
pub(crate) async fn job_of_event<R: Right>(
    reader: &mut Reader,
    access: &EventAccess<R>,
    id: JobId,
) -> Result<(R, Event, JobView)> {
    let (right, event) = access.read(reader).await?;
    let job = reader.job(id).await?;
    let job = job
        .filter(|job| job.event == Some(event.id))
        .ok_or(PlannerError::NotFound)?;
    Ok((right, event, JobView { job }))
}

/// The name of somebody whose registration exists and can be read.
async fn name_of(reader: &mut Reader, id: RegistrationId) -> Option<String> {
    let registration = reader.registration(id).await.ok()??;
    Some(registration.person.name())
}
