//! Saving changes of an agenda, and undoing the last one.

use model::{
    AgendaChangeId, AgendaItem, AgendaItemId, AuditAction, Event, EventId, EventState, MemberId,
    workshops::OfferKey,
};
use serde::{Deserialize, Serialize};
use store::{AgendaChange, Tx};

use super::rules::check;
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    audit::Who,
    events::lock_changeable,
    jobs::QueuedJob,
    workshops::{ChangedProgramme, follow_offers},
};

/// The items that a change adds, changes and removes.
#[derive(Debug, Default)]
pub(super) struct AgendaEdit {
    pub added: Vec<AgendaItem>,
    pub changed: Vec<AgendaItem>,
    pub removed: Vec<AgendaItemId>,
}

/// How a change is undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Undo {
    /// The items that it changed or removed, as they were.
    restore: Vec<AgendaItem>,
    /// The items that it added.
    remove: Vec<AgendaItemId>,
}

impl Planner {
    /// The last change of an event's agenda, if the principal made it and can still undo it.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn undoable_agenda_change(
        &self,
        access: &EventAccess<Organises>,
    ) -> Result<Option<AgendaChangeId>> {
        let mut reader = self.store().read().await?;
        let (right, event) = access.read(&mut reader).await?;
        let last = reader.last_agenda_change(event.id).await?;
        let own = last.filter(|last| {
            last.member == right.member().id && event.state != EventState::Cancelled
        });
        Ok(own.map(|last| last.id))
    }

    /// Undoes a change of an agenda. A conflict if it is not the last one any more, or somebody else made it. Undoing is
    /// a change as well, so it can be undone. Answers an item that is as it was, if there is one.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn undo_agenda_change(
        &self,
        access: &EventAccess<Organises>,
        change: AgendaChangeId,
    ) -> Result<Option<AgendaItemId>> {
        let mut tx = self.store().begin().await?;
        let (right, event) = lock_changeable(&mut tx, access).await?;
        let last = tx.last_agenda_change(event.id).await?;
        let undo = last
            .filter(|last| last.id == change && last.member == right.member().id)
            // An earlier version may have had other items.
            .and_then(|last| serde_json::from_str(&last.undo).ok());
        let Some(Undo { restore, remove }) = undo else {
            return Err(PlannerError::Conflict(Changes::Unknown));
        };
        let agenda = tx.agenda(event.id).await?.rows;
        let restored = restore.first().map(|item| item.id);
        let exists = |item: &AgendaItem| agenda.iter().any(|other| other.id == item.id);
        let (changed, added) = restore.into_iter().partition(exists);
        let edit = AgendaEdit {
            added,
            changed,
            removed: remove,
        };
        let on = ChangedAgenda {
            event: &event,
            before: &agenda,
            action: AuditAction::AgendaRestored,
        };
        match self.save_agenda(&mut tx, &right, on, edit).await {
            // The event has no such day any more. The page has no field to say it beside.
            Err(PlannerError::Invalid(_)) => return Err(PlannerError::Conflict(Changes::Unknown)),
            saved => self.commit_with_job(tx, saved?).await?,
        }
        Ok(restored)
    }

    /// Checks and saves a change, with its audit line and how it is undone. Gives the job that tells people whose workshops
    /// moved.
    pub(super) async fn save_agenda(
        &self,
        tx: &mut Tx,
        right: &Organises,
        agenda: ChangedAgenda<'_>,
        edit: AgendaEdit,
    ) -> Result<Option<QueuedJob>> {
        let ChangedAgenda {
            event,
            before,
            action,
        } = agenda;
        let member = right.member().id;
        let last = self.agenda_change(event.id, member, before, &edit)?;
        let removed = before.iter().filter(|item| edit.removed.contains(&item.id));
        let offers: Vec<OfferKey> = removed.filter_map(|item| item.offer).collect();
        if !offers.is_empty() {
            self.call_off_offers(tx, event, &offers, Who::from(right))
                .await?;
        }
        for item in &edit.removed {
            tx.delete_agenda_item(*item).await?;
        }
        for item in &edit.added {
            check(item, event)?;
            tx.insert_agenda_item(item).await?;
        }
        for item in &edit.changed {
            check(item, event)?;
            tx.update_agenda_item(item).await?;
        }
        let moves_offers = edit.changed.iter().any(|item| item.offer.is_some());
        if moves_offers {
            follow_offers(tx, event).await?;
        }
        tx.save_agenda_change(&last).await?;
        self.note_event_part(tx, right, event, action).await?;
        if !moves_offers && offers.is_empty() {
            return Ok(None);
        }
        let changed = ChangedProgramme {
            event,
            slots: &[],
            member,
        };
        Box::pin(self.queue_programme_news(tx, changed)).await
    }

    fn agenda_change(
        &self,
        event: EventId,
        member: MemberId,
        before: &[AgendaItem],
        edit: &AgendaEdit,
    ) -> Result<AgendaChange> {
        let changed = |item: &AgendaItem| edit.changed.iter().any(|other| other.id == item.id);
        let restore = before
            .iter()
            .filter(|item| changed(item) || edit.removed.contains(&item.id));
        let undo = Undo {
            restore: restore.cloned().collect(),
            remove: edit.added.iter().map(|item| item.id).collect(),
        };
        Ok(AgendaChange {
            id: self.new_id(),
            event,
            member,
            undo: serde_json::to_string(&undo).map_err(PlannerError::internal)?,
        })
    }
}

/// The agenda that a change is made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct ChangedAgenda<'a> {
    pub event: &'a Event,
    pub before: &'a [AgendaItem],
    pub action: AuditAction,
}
