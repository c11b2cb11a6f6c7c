//! A mailing is stopped, also when everything is written: its mails that wait to be handed over are held, and go out
//! unchanged when it goes on, or nowhere when the rest is given up. So nothing goes out meanwhile but what a worker has in hand, and nobody gets it twice.

use model::{AuditAction, JobId, JobState, MailingId, MailingPurpose};
use store::Tx;

use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    audit::Who,
    jobs::job_of_event,
};

impl Planner {
    /// Stops a mailing.
    ///
    /// # Errors
    ///
    /// `WrongState` if nothing is left to stop.
    pub(crate) async fn stop_mailing(
        &self,
        access: &EventAccess<Organises>,
        id: JobId,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        // No batch is in the middle.
        access.lock(&mut tx).await?;
        let (.., job) = job_of_event(&mut tx, access, id).await?;
        let mailing = tx.mailing_of_job(id).await?;
        let mailing = mailing.ok_or(PlannerError::NotFound)?;
        let state = job.job.state;
        let is_left = state.is_active() || mailing.unsent > 0;
        let now = self.now();
        if !is_left || !tx.halt_mailing(mailing.id, now).await? {
            return Err(PlannerError::WrongState);
        }
        match state {
            JobState::Running | JobState::Queued => {
                tx.request_job_stop(id, now).await?;
            }
            JobState::Done => {
                tx.halt_finished_job(id, now).await?;
            }
            JobState::Failed | JobState::Stopped => {}
        }
        self.commit_mailing(tx, access, (id, AuditAction::JobStopped))
            .await
    }

    /// Lets a stopped mailing go on.
    ///
    /// # Errors
    ///
    /// `WrongState` if it was not stopped, and its job did not fail.
    pub(crate) async fn resume_mailing(
        &self,
        access: &EventAccess<Organises>,
        id: JobId,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        access.lock(&mut tx).await?;
        let mailing = tx.mailing_of_job(id).await?;
        let mailing: MailingId = mailing.ok_or(PlannerError::NotFound)?.id;
        let now = self.now();
        if !tx.resume_job(id, now).await? {
            return Err(PlannerError::WrongState);
        }
        tx.release_mailing(mailing, now).await?;
        self.commit_mailing(tx, access, (id, AuditAction::JobResumed))
            .await
    }

    /// Gives the rest of a stopped message up: who has not got it does not get it.
    ///
    /// # Errors
    ///
    /// `WrongState` if it was not stopped, or is no message that an organiser wrote to people of the event.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, mailing = %id), err(level = "debug"))]
    pub async fn give_up_mailing(
        &self,
        access: &EventAccess<Organises>,
        id: MailingId,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, mut locked) = self.lock_event(&mut tx, access).await?;
        let mailing = locked.tx.mailing(id).await?;
        let mailing = mailing.filter(|mailing| mailing.event == locked.event.id);
        let mailing = mailing.ok_or(PlannerError::NotFound)?;
        if mailing.halted_at.is_none() || mailing.purpose != MailingPurpose::Message {
            return Err(PlannerError::WrongState);
        }
        locked.tx.give_up_mailing(id, self.now()).await?;
        locked
            .note_mailing(Who::from(&right), (AuditAction::MailingWithdrawn, &mailing))
            .await?;
        self.commit(tx).await
    }

    /// Commits what was done to the job of a mailing, with its line in the history.
    async fn commit_mailing(
        &self,
        mut tx: Tx,
        access: &EventAccess<Organises>,
        (id, action): (JobId, AuditAction),
    ) -> Result<()> {
        let (right, event, job) = job_of_event(&mut tx, access, id).await?;
        self.note_unrevised(&mut tx, &right, (Some(event.id), None), action)
            .await?;
        self.commit_job(tx, job).await
    }
}
