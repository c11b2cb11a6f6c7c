//! What publishing and withdrawing plans of all kinds share.
//!
//! A published plan is a pointer: what participants see changes only here. The mailing of a publication goes through
//! [`LockedEvent::bring_up_to_date`], which writes to nobody who knows what changed.

use model::{AuditAction, EventState, MemberId, PlanId, RegistrationId, plan::PlanKind};
use store::{Plan, Tx};

use super::plan_message;
use crate::{
    Planner, Result,
    audit::{AuditEntry, Who},
    events::LockedEvent,
    jobs::{JobPayload, QueuedJob},
};

/// Somebody whose part of a plan changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient<Part> {
    pub person: RegistrationId,
    /// What the person was told last; empty: nothing.
    pub before: Vec<Part>,
    /// Empty: nothing any more.
    pub after: Vec<Part>,
}

impl Planner {
    /// Commits a change of what participants see, tells open pages and screens, and begins the mailing.
    pub(crate) async fn commit_publication<K: PlanKind>(
        &self,
        mut tx: Tx,
        plan: PlanId,
        job: Option<QueuedJob>,
    ) -> Result<()> {
        let message = plan_message::<K>(&mut tx, plan).await?;
        message.send_with(&mut tx).await?;
        self.commit(tx).await?;
        self.show_message(message);
        self.begin_job(job).await;
        Ok(())
    }
}

impl LockedEvent<'_> {
    /// Sets the pointer to what participants see. Does not write the mails: a job does.
    pub(crate) async fn show_version<K: PlanKind>(
        &mut self,
        plan: &Plan<K>,
        version: u32,
        who: Who,
    ) -> Result<()> {
        let now = self.planner.now();
        let is_shown = plan.published.is_some_and(|(shown, _)| shown == version);
        if !is_shown {
            self.tx
                .set_published_version(plan.id, Some((version, now)))
                .await?;
            self.note_plan(who, AuditAction::PlanPublished).await?;
        }
        self.forget_shown_plans();
        Ok(())
    }

    /// Queues the mailing to so many people.
    pub(crate) async fn queue_publication(
        &mut self,
        recipients: u32,
        member: MemberId,
    ) -> Result<Option<QueuedJob>> {
        if recipients == 0 {
            return Ok(None);
        }
        let payload = JobPayload::PlanPublished;
        Ok(Some(self.queue_job(&payload, recipients, member).await?))
    }

    /// Takes a plan away from participants. Mails that were not sent and say a part of a plan are dropped; a job writes
    /// whatever else they told again.
    pub(crate) async fn hide_plan(
        &mut self,
        plan: PlanId,
        member: MemberId,
    ) -> Result<Option<QueuedJob>> {
        self.tx.set_published_version(plan, None).await?;
        self.forget_shown_plans();
        let dropped = self.tx.drop_queued_mails_with_ways(self.event.id).await?;
        self.note_plan(Who::Member(member), AuditAction::PlanWithdrawn)
            .await?;
        // A dropped mail may have been an invitation, or have told news of the event.
        if self.event.state != EventState::Published {
            return Ok(None);
        }
        let people = u32::try_from(dropped).unwrap_or(u32::MAX);
        self.queue_publication(people, member).await
    }

    /// Writes an audit line about a plan of the event.
    async fn note_plan(&mut self, who: Who, action: AuditAction) -> Result<()> {
        let entry = AuditEntry {
            who,
            about: self.about(None),
            action,
            edit: None,
        };
        self.planner.note(self.tx, entry).await
    }
}
