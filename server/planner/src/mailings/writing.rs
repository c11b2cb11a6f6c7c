//! The job of a mailing.

use model::{MailingId, ProblemReason, RecipientState};
use serde::{Deserialize, Serialize};
use store::{ClaimedJob, ListedRecipient};

use crate::{
    PlannerError, Result,
    events::LockedEvent,
    jobs::{Batch, Pace, count_mail, left_out},
};

/// A job that writes a mailing to its recipients.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WriteMailing {
    mailing: MailingId,
}

impl WriteMailing {
    pub(super) const fn new(mailing: MailingId) -> Self {
        Self { mailing }
    }
}

impl LockedEvent<'_> {
    /// Writes to the next recipients who wait, and notes in the same transaction that they do no longer. Once the event
    /// has another state than the one that the text was written for, nobody is written to any more.
    pub(crate) async fn mailing_batch(
        &mut self,
        order: &WriteMailing,
        job: &mut ClaimedJob,
        pace: Pace,
    ) -> Result<Batch> {
        let mailing = self.tx.mailing(order.mailing).await?;
        let Some(mailing) = mailing.filter(|found| found.event_state == self.event.state) else {
            return Ok(Batch::Done);
        };
        let people = pace.people();
        let listed = self.tx.waiting_recipients(mailing.id, people).await?;
        let is_last = listed.len() < people as usize;
        let mut settled = Vec::with_capacity(listed.len());
        if pace == Pace::PassOver {
            for ListedRecipient {
                position,
                recipient,
            } in listed
            {
                job.problems
                    .push(left_out(recipient, ProblemReason::Internal));
                settled.push((position, RecipientState::LeftOut));
            }
        } else {
            let recipients = listed.iter().map(|listed| listed.recipient);
            let mut addressees = self.addressees(&mailing, recipients).await?;
            for ListedRecipient {
                position,
                recipient,
            } in listed
            {
                let written = match addressees.remove(&recipient) {
                    None => Ok(false),
                    Some(addressee) => self.write_to(&mailing, addressee).await.map(|()| true),
                };
                let state = match &written {
                    Ok(true) => RecipientState::Written,
                    Ok(false) | Err(PlannerError::Invalid(_)) => RecipientState::LeftOut,
                    Err(_) => RecipientState::Waiting,
                };
                count_mail(job, recipient, written)?;
                settled.push((position, state));
            }
        }
        self.tx.settle_recipients(mailing.id, &settled).await?;
        Ok(if is_last { Batch::Done } else { Batch::GoesOn })
    }
}
