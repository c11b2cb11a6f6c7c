//! The changes of an event since the revision that somebody was told.

use std::mem::{Discriminant, discriminant};

use model::{Audience, AuditAction, EventChange};
use store::{AuditLine, Listed};

use crate::{Result, audit::changes_of, events::LockedEvent};

/// The changes of an event since one of its revisions. A field that was changed only by edits without notice
/// ([`AuditAction::EventCorrected`]) is no news; after another edit of it the news begin with the value that people
/// know.
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
        let mut is_incomplete = !listed.unreadable.is_empty();
        let mut announced: Vec<Discriminant<EventChange>> = Vec::new();
        for line in &lines {
            match serde_json::from_value::<Vec<EventChange>>(line.changes.clone()) {
                Ok(_) if line.action == AuditAction::EventCorrected => {}
                Ok(changes) => announced.extend(changes.iter().map(discriminant)),
                Err(_) => is_incomplete = true,
            }
        }
        let mut changes: Vec<EventChange> = changes_of(lines);
        changes.retain(|change| announced.contains(&discriminant(change)));
        Self {
            changes,
            is_incomplete,
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
    pub(crate) async fn untold_changes_since(
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
