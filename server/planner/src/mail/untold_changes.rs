//! The changes of an event since the revision that somebody was told.

use model::{Audience, EventChange};
use store::{AuditLine, Listed};

use crate::{Result, audit::changes_of, events::LockedEvent};

/// The changes of an event since one of its revisions.
#[derive(Debug, Clone)]
pub(crate) struct UntoldChanges {
    changes: Vec<EventChange>,
    /// Whether there are changes that are not known: lines of earlier versions, or a mail of one.
    is_incomplete: bool,
}

impl UntoldChanges {
    const UNKNOWN: Self = Self {
        changes: Vec::new(),
        is_incomplete: true,
    };

    fn of(listed: Listed<AuditLine>) -> Self {
        let lines = listed.rows;
        let is_unreadable = |line: &AuditLine| {
            serde_json::from_value::<Vec<EventChange>>(line.changes.clone()).is_err()
        };
        Self {
            is_incomplete: !listed.unreadable.is_empty() || lines.iter().any(is_unreadable),
            changes: changes_of(lines),
        }
    }

    /// What somebody with a seat is told: `None` if nothing, no changes if they are not known.
    pub(crate) fn for_seated(&self) -> Option<Vec<EventChange>> {
        self.told(|audience| audience != Audience::Nobody)
    }

    /// What somebody who waits is told.
    pub(crate) fn for_everyone(&self) -> Option<Vec<EventChange>> {
        self.told(|audience| audience == Audience::Everyone)
    }

    fn told(&self, to: impl Fn(Audience) -> bool) -> Option<Vec<EventChange>> {
        let told = self.changes.iter().filter(|change| to(change.audience()));
        let told: Vec<EventChange> = told.cloned().collect();
        (self.is_incomplete || !told.is_empty()).then_some(told)
    }
}

impl LockedEvent<'_> {
    /// The changes since a revision; of many people most were told the same one.
    pub(super) async fn untold_changes_since(
        &mut self,
        told: Option<i64>,
    ) -> Result<UntoldChanges> {
        let Some(told) = told else {
            return Ok(UntoldChanges::UNKNOWN);
        };
        let key = (told, self.event.revision);
        if let Some(changes) = self.untold_changes.get(&key) {
            return Ok(changes.clone());
        }
        let lines = self.tx.audit_since(self.event.id, told).await?;
        let changes = UntoldChanges::of(lines);
        self.untold_changes.insert(key, changes.clone());
        Ok(changes)
    }
}
