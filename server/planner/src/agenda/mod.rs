//! The agenda: add, change, remove and reorder items; move one and, if asked, all after it.

mod entered;
mod length;
mod moving;
mod placing;
mod rules;
mod slots;
mod timing;
mod undo;

use model::{AgendaItem, AgendaItemChange, AgendaItemId, AuditAction};

use self::undo::{AgendaEdit, ChangedAgenda};
use crate::{
    Changes, MoveTo, Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    events::lock_changeable,
};

pub use entered::NewAgendaItem;
pub(crate) use length::minutes;
pub use moving::time_freed;
pub use placing::MovedPart;
pub use rules::on_other_days;
pub use slots::{AgendaDay, ScheduledItem, Slot, by_day};
pub(crate) use timing::start_moved_by;
pub use timing::{Timing, end_of, in_order, minutes_between, minutes_on};

/// A change of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaItemEdit {
    /// The item as the organiser saw it.
    pub seen: NewAgendaItem,
    pub new: NewAgendaItem,
    pub along: AgendaMove,
}

/// Which items go along when one comes, goes, or is given another beginning or length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgendaMove {
    OnlyThis,
    /// Those after it on the same day move as far as its end does.
    AllAfter,
}

impl Planner {
    /// Adds an item.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn add_agenda_item(
        &self,
        access: &EventAccess<Organises>,
        new: NewAgendaItem,
        along: AgendaMove,
    ) -> Result<AgendaItemId> {
        let mut tx = self.store().begin().await?;
        let (right, event) = lock_changeable(&mut tx, access).await?;
        let agenda = tx.agenda(event.id).await?.rows;
        let position = agenda.iter().map(|s| s.position + 1).max().unwrap_or(0);
        let item = new.resolve(self.new_id(), &event, position)?;
        let id = item.id;
        let changed = match along {
            AgendaMove::AllAfter => {
                moving::making_room(&item, &agenda, event.details.time_zone.rules())
            }
            AgendaMove::OnlyThis => Vec::new(),
        };
        let edit = AgendaEdit {
            added: vec![item],
            changed,
            removed: Vec::new(),
        };
        let on = ChangedAgenda {
            event: &event,
            before: &agenda,
            action: AuditAction::AgendaItemAdded,
        };
        let job = self.save_agenda(&mut tx, &right, on, edit).await?;
        self.commit_with_job(tx, job).await?;
        Ok(id)
    }

    /// Changes an item that is no offer, and moves those after it if asked. If the item is another one by now than it was
    /// made from, what changed meanwhile is answered and nothing is saved.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, %item), err(level = "debug"))]
    pub async fn change_agenda_item(
        &self,
        access: &EventAccess<Organises>,
        item: AgendaItemId,
        edit: AgendaItemEdit,
    ) -> Result<()> {
        let AgendaItemEdit { seen, new, along } = edit;
        let mut tx = self.store().begin().await?;
        let (right, event) = lock_changeable(&mut tx, access).await?;
        let agenda = tx.agenda(event.id).await?.rows;
        let before = one_of(&agenda, item)?;
        if before.offer.is_some() {
            // Its workshop and its slot are changed, which many items may be of.
            return Err(PlannerError::WrongState);
        }
        let zone = event.details.time_zone.rules();
        let seen = timing::normalised(seen.into_seen(before), zone);
        let stored = timing::normalised(before.clone(), zone);
        let differing = AgendaItemChange::between(&seen, &stored);
        if !differing.is_empty() {
            return Err(PlannerError::Conflict(Changes::AgendaItem(differing)));
        }
        let after = new.resolve(before.id, &event, before.position)?;
        if after == *before {
            // Saved as it is: the last change stays the one that can be undone.
            return Ok(());
        }
        let mut changed = vec![after.clone()];
        if along == AgendaMove::AllAfter {
            changed.extend(moving::along(before, &after, &agenda, zone));
        }
        let edit = AgendaEdit {
            changed,
            ..AgendaEdit::default()
        };
        let on = ChangedAgenda {
            event: &event,
            before: &agenda,
            action: AuditAction::AgendaItemChanged,
        };
        let job = self.save_agenda(&mut tx, &right, on, edit).await?;
        self.commit_with_job(tx, job).await?;
        Ok(())
    }

    /// Removes an item. Those after it stay where they are, or move up if asked.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, %item), err(level = "debug"))]
    pub async fn remove_agenda_item(
        &self,
        access: &EventAccess<Organises>,
        item: AgendaItemId,
        along: AgendaMove,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = lock_changeable(&mut tx, access).await?;
        let agenda = tx.agenda(event.id).await?.rows;
        let gone = one_of(&agenda, item)?;
        let changed = match along {
            AgendaMove::AllAfter => {
                moving::closing_up(gone, &agenda, event.details.time_zone.rules())
            }
            AgendaMove::OnlyThis => Vec::new(),
        };
        let edit = AgendaEdit {
            changed,
            removed: vec![gone.id],
            ..AgendaEdit::default()
        };
        let on = ChangedAgenda {
            event: &event,
            before: &agenda,
            action: AuditAction::AgendaItemRemoved,
        };
        let job = self.save_agenda(&mut tx, &right, on, edit).await?;
        self.commit_with_job(tx, job).await?;
        Ok(())
    }

    /// Puts an item or a slot elsewhere in the order.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, ?part), err(level = "debug"))]
    pub async fn place_in_agenda(
        &self,
        access: &EventAccess<Organises>,
        part: MovedPart,
        place: MoveTo<AgendaItemId>,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = lock_changeable(&mut tx, access).await?;
        let agenda = tx.agenda(event.id).await?.rows;
        let changed = placing::placed(part, place, &agenda, event.details.time_zone.rules())
            .ok_or(PlannerError::NotFound)?;
        if changed.is_empty() {
            return Ok(());
        }
        let edit = AgendaEdit {
            changed,
            ..AgendaEdit::default()
        };
        let on = ChangedAgenda {
            event: &event,
            before: &agenda,
            action: AuditAction::AgendaReordered,
        };
        let job = self.save_agenda(&mut tx, &right, on, edit).await?;
        self.commit_with_job(tx, job).await?;
        Ok(())
    }
}

fn one_of(agenda: &[AgendaItem], item: AgendaItemId) -> Result<&AgendaItem> {
    agenda
        .iter()
        .find(|s| s.id == item)
        .ok_or(PlannerError::NotFound)
}

#[cfg(test)]
pub(crate) mod given {
    use jiff::civil::{Time, date};
    use model::{
        AgendaItem, AgendaItemKind, Line, Text,
        local::{self, Occurrence},
    };
    use uuid::Uuid;

    /// An item on 19 September 2023.
    pub fn item(number: u128, starts: &str, minutes: u32) -> AgendaItem {
        AgendaItem {
            id: Uuid::from_u128(number).into(),
            event: Uuid::from_u128(99).into(),
            position: i64::try_from(number).unwrap(),
            kind: AgendaItemKind::Plenary,
            title: Line::parse("Begrüßung").unwrap(),
            details: Text::default(),
            room: None,
            speakers: None,
            starts: date(2023, 9, 19).to_datetime(local::parse_time(starts).unwrap()),
            occurrence: Occurrence::First,
            minutes,
            offer: None,
        }
    }

    /// The numbers of items with their beginnings.
    pub fn times(items: &[AgendaItem]) -> Vec<(u128, Time)> {
        let time = |item: &AgendaItem| (item.id.uuid().as_u128(), item.starts.time());
        items.iter().map(time).collect()
    }

    pub fn expected(times: &[(u128, &str)]) -> Vec<(u128, Time)> {
        let parsed = |(id, time): &(u128, &str)| (*id, time.parse().unwrap());
        times.iter().map(parsed).collect()
    }
}
