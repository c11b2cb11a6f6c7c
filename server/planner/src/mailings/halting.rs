//! A mailing is stopped, also when everything is written: its mails that wait to be handed over are held, and go out
//! unchanged when it goes on. So nothing goes out meanwhile but what a worker has in hand, and nobody gets it twice.

use model::{AuditAction, JobId, JobState};

use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    audit::{AuditEntry, Who},
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
        let (right, locked) = self.lock_event(&mut tx, access).await?;
        let job = locked.tx.job(id).await?;
        let job = job.filter(|job| job.event == Some(locked.event.id));
        let job = job.ok_or(PlannerError::NotFound)?;
        let mailing = locked.tx.mailing_of_job(id).await?;
        let mailing = mailing.ok_or(PlannerError::NotFound)?;
        let is_left = job.state.is_active() || mailing.unsent > 0;
        let now = self.now();
        if !is_left || !locked.tx.halt_mailing(mailing.id, now).await? {
            return Err(PlannerError::WrongState);
        }
        match job.state {
            JobState::Running | JobState::Queued => {
                locked.tx.request_job_stop(id, now).await?;
            }
            JobState::Done => {
                locked.tx.halt_finished_job(id, now).await?;
            }
            JobState::Failed | JobState::Stopped => {}
        }
        let entry = AuditEntry {
            who: Who::from(&right),
            about: locked.about(None),
            action: AuditAction::JobStopped,
            edit: None,
        };
        self.note(locked.tx, entry).await?;
        let message = self.job_message(locked.tx, id).await?;
        self.commit_with_message(tx, message).await?;
        self.inner.job_queued.notify_one();
        Ok(())
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
        let (right, locked) = self.lock_event(&mut tx, access).await?;
        let mailing = locked.tx.mailing_of_job(id).await?;
        let mailing = mailing.ok_or(PlannerError::NotFound)?;
        let now = self.now();
        if !locked.tx.resume_job(id, now).await? {
            return Err(PlannerError::WrongState);
        }
        locked.tx.release_mailing(mailing.id, now).await?;
        let entry = AuditEntry {
            who: Who::from(&right),
            about: locked.about(None),
            action: AuditAction::JobResumed,
            edit: None,
        };
        self.note(locked.tx, entry).await?;
        let message = self.job_message(locked.tx, id).await?;
        self.commit_with_message(tx, message).await?;
        self.inner.job_queued.notify_one();
        Ok(())
    }
}
