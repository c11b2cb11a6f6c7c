//! The agenda: add, change, remove and reorder items; move one and, if asked, all after it.

mod moving;
mod rules;
mod timing;

use jiff::civil::DateTime;
use model::{
    AgendaItem, AgendaItemChange, AgendaItemId, AgendaItemKind, AuditAction, Event, EventId, Line,
    Text,
};
use store::Tx;

use self::rules::check;
use crate::{
    Changes, MoveTo, Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    events::lock_changeable,
};

pub use timing::{Timing, end_of, in_order, minutes_between, minutes_on, timings};

/// What an organiser enters about an item of the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAgendaItem {
    pub kind: AgendaItemKind,
    pub title: Line<200>,
    pub details: Text<4_000>,
    pub room: Option<Line<120>>,
    pub speakers: Option<Line<600>>,
    /// Local time in the event's zone.
    pub starts: DateTime,
    pub minutes: u32,
}

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
        let agenda = tx.agenda(event.id).await?;
        let position = agenda.iter().map(|s| s.position + 1).max().unwrap_or(0);
        let item = new.with(self.new_id(), event.id, position);
        check(&item, &event)?;
        tx.insert_agenda_item(&item).await?;
        if along == AgendaMove::AllAfter {
            update(
                &mut tx,
                &event,
                &moving::making_room(&item, &agenda, event.details.time_zone.rules()),
            )
            .await?;
        }
        self.note_event_part(&mut tx, &right, event.id, AuditAction::AgendaItemAdded)
            .await?;
        tx.commit().await?;
        Ok(item.id)
    }

    /// Changes an item, and moves those after it if asked. If the item is another one by now than it was
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
        let agenda = tx.agenda(event.id).await?;
        let before = one_of(&agenda, item)?;
        let seen = seen.with(before.id, event.id, before.position);
        let changed = AgendaItemChange::between(&seen, before);
        if !changed.is_empty() {
            return Err(PlannerError::Conflict(Changes::AgendaItem(changed)));
        }
        let after = new.with(before.id, event.id, before.position);
        let mut moved = vec![after.clone()];
        if along == AgendaMove::AllAfter {
            moved.extend(moving::along(
                before,
                &after,
                &agenda,
                event.details.time_zone.rules(),
            ));
        }
        update(&mut tx, &event, &moved).await?;
        self.note_event_part(&mut tx, &right, event.id, AuditAction::AgendaItemChanged)
            .await?;
        tx.commit().await?;
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
        let agenda = tx.agenda(event.id).await?;
        let gone = one_of(&agenda, item)?;
        tx.delete_agenda_item(gone.id).await?;
        if along == AgendaMove::AllAfter {
            update(
                &mut tx,
                &event,
                &moving::closing_up(gone, &agenda, event.details.time_zone.rules()),
            )
            .await?;
        }
        self.note_event_part(&mut tx, &right, event.id, AuditAction::AgendaItemRemoved)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Puts an item elsewhere in the order. It swaps with each neighbour on the way: the two change
    /// places in time, and each keeps its length.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, %item), err(level = "debug"))]
    pub async fn place_agenda_item(
        &self,
        access: &EventAccess<Organises>,
        item: AgendaItemId,
        place: MoveTo<AgendaItemId>,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = lock_changeable(&mut tx, access).await?;
        let agenda = in_order(tx.agenda(event.id).await?);
        let moved = moving::placed(item, place, &agenda, event.details.time_zone.rules())
            .ok_or(PlannerError::NotFound)?;
        if moved.is_empty() {
            return Ok(());
        }
        update(&mut tx, &event, &moved).await?;
        self.note_event_part(&mut tx, &right, event.id, AuditAction::AgendaReordered)
            .await?;
        tx.commit().await?;
        Ok(())
    }
}

impl NewAgendaItem {
    /// The input that would give what is stored.
    pub fn of(item: &AgendaItem) -> Self {
        let AgendaItem {
            id: _,
            event: _,
            position: _,
            kind,
            title,
            details,
            room,
            speakers,
            starts,
            minutes,
        } = item.clone();
        Self {
            kind,
            title,
            details,
            room,
            speakers,
            starts,
            minutes,
        }
    }

    fn with(self, id: AgendaItemId, event: EventId, position: i64) -> AgendaItem {
        let Self {
            kind,
            title,
            details,
            room,
            speakers,
            starts,
            minutes,
        } = self;
        AgendaItem {
            id,
            event,
            position,
            kind,
            title,
            details,
            room,
            speakers,
            starts,
            minutes,
        }
    }
}

fn one_of(agenda: &[AgendaItem], item: AgendaItemId) -> Result<&AgendaItem> {
    agenda
        .iter()
        .find(|s| s.id == item)
        .ok_or(PlannerError::NotFound)
}

/// Checks and saves items.
async fn update(tx: &mut Tx, event: &Event, items: &[AgendaItem]) -> Result<()> {
    for item in items {
        check(item, event)?;
        tx.update_agenda_item(item).await?;
    }
    Ok(())
}

#[cfg(test)]
mod given {
    use jiff::civil::date;
    use model::{AgendaItem, AgendaItemKind, Line, Text, local};
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
            minutes,
        }
    }
}
