//! What publishing and withdrawing plans of all kinds share.
//!
//! A published plan is a pointer: what participants see changes only here. The mailing of a publication goes through
//! [`LockedEvent::bring_up_to_date`], which writes to nobody who knows what changed.

use model::{AuditAction, MemberId, PlanId, RegistrationId, plan::PlanKind};
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

    /// Takes a plan away from participants. Mails that tell it and were not sent are the caller's.
    pub(crate) async fn hide_plan(&mut self, plan: PlanId, who: Who) -> Result<()> {
        self.tx.set_published_version(plan, None).await?;
        self.forget_shown_plans();
        self.note_plan(who, AuditAction::PlanWithdrawn).await
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
