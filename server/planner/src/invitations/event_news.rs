//! Invited people who have not answered learn of changes of the event, after those who are registered: their calendar
//! entry moves with it, and ends with it.

use model::{InvitationId, JobKind};
use serde::{Deserialize, Serialize};
use store::{ClaimedJob, InvitedPerson};

use super::overview::{is_reachable, takes_mail};
use crate::{
    PlannerError, Result,
    events::LockedEvent,
    jobs::{Batch, Pace, set_position},
    mail::{InvitationEnd, InvitationNews},
};

/// Where a mailing of an event goes on among the invited people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct InvitedPosition {
    invited_after: Option<InvitationId>,
}

impl InvitedPosition {
    /// Where a job goes on. `None` while it is among the registered people.
    pub(crate) fn of(job: &ClaimedJob) -> Option<Self> {
        job.cursor
            .as_deref()
            .and_then(|cursor| serde_json::from_str(cursor).ok())
    }
}

impl LockedEvent<'_> {
    /// Goes on among the invited people, if the job has written to everybody who is registered.
    pub(crate) async fn then_invited(
        &mut self,
        job: &mut ClaimedJob,
        batch: Batch,
    ) -> Result<Batch> {
        let tells_invited = matches!(job.kind, JobKind::EventChanged | JobKind::EventCancelled);
        if batch != Batch::Done || !tells_invited {
            return Ok(batch);
        }
        let silent = self.tx.silent_after(self.event.id, None, 1).await?;
        if silent.is_empty() {
            return Ok(Batch::Done);
        }
        let begins = InvitedPosition {
            invited_after: None,
        };
        set_position(job, &begins)?;
        Ok(Batch::GoesOn)
    }

    /// Tells the next invited people, in the order of the ids of their invitations.
    pub(crate) async fn tell_invited(
        &mut self,
        position: InvitedPosition,
        job: &mut ClaimedJob,
        pace: Pace,
    ) -> Result<Batch> {
        let limit = i64::from(pace.people());
        let silent = self
            .tx
            .silent_after(self.event.id, position.invited_after, limit)
            .await?;
        let last = silent.rows.last().map(|invited| invited.invitation.id);
        for invited in silent.rows {
            if pace == Pace::PassOver {
                continue;
            }
            match self.tell_one_invited(invited, job.kind).await {
                Ok(is_written) => job.done += u32::from(is_written),
                // The address takes no mail.
                Err(PlannerError::Invalid(_)) => {}
                Err(error) => return Err(error),
            }
        }
        let Some(last) = last else {
            return Ok(Batch::Done);
        };
        let reached = InvitedPosition {
            invited_after: Some(last),
        };
        set_position(job, &reached)?;
        Ok(Batch::GoesOn)
    }

    /// Tells one person, if the news are not theirs already. Whether it wrote.
    async fn tell_one_invited(&mut self, invited: InvitedPerson, kind: JobKind) -> Result<bool> {
        // Who wants no invitations any more still has this one, and may count on it.
        let is_told = if kind == JobKind::EventCancelled {
            is_reachable(&invited)
        } else {
            takes_mail(&invited)
        };
        if !is_told {
            return Ok(false);
        }
        let InvitedPerson {
            mut invitation,
            contact,
            ..
        } = invited;
        let is_sent = invitation.sent_at.is_some();
        let subject = (&mut invitation, &contact);
        if kind == JobKind::EventCancelled {
            self.end_invitation(subject, InvitationEnd::EventCancelled)
                .await?;
        } else {
            if subject.0.sequence.is_none() || !is_sent {
                return Ok(false);
            }
            let mails = self.tx.mails_of_invitation(subject.0.id).await?;
            let told = mails.iter().filter(|mail| mail.method.is_some());
            let told = told.filter_map(|mail| mail.event_revision).max();
            let changes = self.untold_changes_since(told).await?;
            if changes.for_everyone().is_none() {
                return Ok(false);
            }
            self.tx.drop_mails_of_invitation(subject.0.id).await?;
            self.write_invitation(subject, InvitationNews::Changed)
                .await?;
        }
        self.tx.update_invitation(&invitation).await?;
        Ok(is_sent)
    }
}
