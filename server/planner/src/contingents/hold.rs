//! How many places are held for whom.

use model::{AuditAction, Contingent, EventChange, EventState};

use crate::{
    Result,
    audit::Who,
    events::LockedEvent,
    jobs::{JobPayload, QueuedJob},
};

impl LockedEvent<'_> {
    /// Holds other places than before, and gives those that become free to whoever waits; a job writes to them.
    pub(super) async fn hold_places(
        &mut self,
        contingents: Vec<Contingent>,
        who: Who,
    ) -> Result<Option<QueuedJob>> {
        let before = self.event.details.clone();
        self.event.details.contingents = contingents;
        let changes = EventChange::between(&before, &self.event.details);
        if changes.is_empty() {
            return Ok(None);
        }
        self.event.revision += 1;
        let now = self.planner.now();
        self.tx.update_event(&self.event, now).await?;
        self.note_event(who, AuditAction::EventChanged, &changes)
            .await?;
        let promoted = self.promote_unannounced().await?;
        if promoted == 0 || self.event.state != EventState::Published {
            return Ok(None);
        }
        let member = match who {
            Who::Member(member) => Some(member),
            Who::Participant | Who::Operator | Who::Planner => None,
        };
        let job = self.queue_job(&JobPayload::EventChanged, promoted, member);
        job.await.map(Some)
    }
}
