//! A mailing is stopped: the mails that wait to be handed over are taken back, and their recipients wait again. So
//! nothing goes out any more but what a worker has in hand, and a mailing that goes on writes to nobody twice.

use std::collections::HashSet;

use model::{AuditAction, ContactId, JobId, JobState, MailingId, MailingPurpose, RecipientState};

use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    audit::{AuditEntry, Who},
    events::LockedEvent,
};

impl Planner {
    /// Stops a mailing, also when everything is written and waits to be handed over.
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
        let (right, mut locked) = self.lock_event(&mut tx, access).await?;
        let job = locked.tx.job(id).await?;
        let job = job.filter(|job| job.event == Some(locked.event.id));
        let job = job.ok_or(PlannerError::NotFound)?;
        let mailing = locked.tx.mailing_of_job(id).await?;
        let mailing = mailing.ok_or(PlannerError::NotFound)?.id;
        let now = self.now();
        let stops = match job.state {
            // Its worker takes the mails back.
            JobState::Running => locked.tx.request_job_stop(id, now).await?,
            JobState::Queued => {
                locked.take_back_mails(mailing).await?;
                locked.tx.request_job_stop(id, now).await?
            }
            JobState::Done => {
                let back = locked.take_back_mails(mailing).await?;
                back > 0 && locked.tx.halt_finished_job(id, back, now).await?
            }
            JobState::Failed | JobState::Stopped => false,
        };
        if !stops {
            return Err(PlannerError::WrongState);
        }
        if !job.stops {
            let entry = AuditEntry {
                who: Who::from(&right),
                about: locked.about(None),
                action: AuditAction::JobStopped,
                edit: None,
            };
            self.note(locked.tx, entry).await?;
        }
        self.commit(tx).await?;
        self.inner.job_queued.notify_one();
        Ok(())
    }
}

impl LockedEvent<'_> {
    /// Takes back the mails of a mailing that no worker has claimed. Gives their number.
    pub(crate) async fn take_back_mails(&mut self, id: MailingId) -> Result<u32> {
        let token = self.planner.new_id();
        let addresses = self.tx.delete_queued_of_mailing(id, token).await?;
        if addresses.is_empty() {
            return Ok(0);
        }
        let addresses: HashSet<String> = addresses.into_iter().collect();
        let mut written = self.tx.written_recipients(id).await?;
        written.retain(|recipient| addresses.contains(&recipient.address));
        let waiting: Vec<_> = written
            .iter()
            .map(|recipient| (recipient.position, RecipientState::Waiting))
            .collect();
        self.tx.settle_recipients(id, &waiting).await?;
        let mailing = self.tx.mailing(id).await?;
        if mailing.is_some_and(|mailing| mailing.purpose == MailingPurpose::Invitation) {
            let contacts: Vec<ContactId> = written.iter().filter_map(|one| one.contact).collect();
            self.tx.unsend_invitations(self.event.id, &contacts).await?;
        }
        Ok(u32::try_from(addresses.len()).unwrap_or(u32::MAX))
    }
}
