//! Time slots: add, move, remove.

use jiff::civil::{DateTime, Time};
use model::{
    AgendaItem, AuditAction, Event, EventId, EventTime, Fault, Faults, SlotId,
    local::Occurrence,
    workshops::{Programme, SlotWay, TimeSlot},
};
use store::Tx;

use super::LockedProgramme;
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    agenda::minutes,
};

/// A slot as it is entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSlot {
    /// Local time in the event's zone.
    pub starts: DateTime,
    /// Which of two instants is meant when the clocks go back.
    pub occurrence: Option<Occurrence>,
    /// Its length, its end, or both if they agree.
    pub minutes: Option<u32>,
    pub ends: Option<Time>,
    pub way: SlotWay,
}

/// A change of a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotEdit {
    /// The revision that it was made from.
    pub seen: i64,
    pub new: NewSlot,
    pub seats: SeatsOnChange,
}

/// What becomes of the seats of a slot to which people come in another way now, where they cannot stay.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SeatsOnChange {
    /// The change is refused.
    #[default]
    Keep,
    /// They end, and people are told.
    End,
}

impl NewSlot {
    /// The slot of an event. Refuses a beginning that the clocks skip, or show twice if it is not said which is meant,
    /// an end that its length does not give, and a day that the event does not have.
    fn resolve(self, id: SlotId, event: &Event, revision: i64) -> Result<TimeSlot, Faults> {
        let zone = event.details.time_zone.rules();
        let starts = EventTime::resolve(self.starts, zone, self.occurrence).map_err(|fault| {
            let field = match fault {
                Fault::TwiceTime { .. } => "occurrence",
                _ => "starts",
            };
            Faults::one(field, fault)
        })?;
        if !event.details.has_day(self.starts.date()) {
            return Err(Faults::one("date", Fault::NoDayOfEvent));
        }
        Ok(TimeSlot {
            id,
            event: event.id,
            starts: starts.local,
            occurrence: starts.occurrence(zone).unwrap_or(Occurrence::First),
            minutes: minutes(starts, self.minutes, self.ends, zone)?,
            way: self.way,
            revision,
        })
    }
}

impl LockedProgramme {
    /// Refuses a slot at the same time as another one.
    fn check_slot(&self, slot: &TimeSlot) -> Result<(), Faults> {
        let checked = self.programme.check_slot(slot, self.zone());
        checked.map_err(|fault| Faults::one("starts", fault))
    }
}

impl Planner {
    /// Adds a slot.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn add_slot(&self, access: &EventAccess<Organises>, new: NewSlot) -> Result<SlotId> {
        let mut tx = self.store().begin().await?;
        let locked = LockedProgramme::lock(&mut tx, access).await?;
        let slot = new.resolve(self.new_id(), &locked.event, 1)?;
        locked.check_slot(&slot)?;
        if locked.programme.slots.len() >= TimeSlot::MOST {
            let most = TimeSlot::MOST;
            return Err(Faults::one("starts", Fault::TooManyEntries { most }).into());
        }
        tx.insert_slot(&slot).await?;
        self.commit_programme(tx, &locked, AuditAction::ProgrammeChanged)
            .await?;
        Ok(slot.id)
    }

    /// Changes a slot. Its offers move along, and whoever has booked one is told.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, %slot), err(level = "debug"))]
    pub async fn change_slot(
        &self,
        access: &EventAccess<Organises>,
        slot: SlotId,
        edit: SlotEdit,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let locked = LockedProgramme::lock(&mut tx, access).await?;
        let before = locked.slot(slot)?;
        if before.revision != edit.seen {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let after = edit.new.resolve(slot, &locked.event, before.revision + 1)?;
        locked.check_slot(&after)?;
        self.change_way(&mut tx, &locked, (before, &after), edit.seats)
            .await?;
        tx.update_slot(&after).await?;
        for (offer, workshop) in locked.programme.offers_in(slot) {
            tx.update_agenda_item(&offer.item(&after, workshop)).await?;
        }
        self.commit_programme(tx, &locked, AuditAction::ProgrammeChanged)
            .await
    }

    /// Removes a slot with its offers. The workshops stay.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, %slot), err(level = "debug"))]
    pub async fn remove_slot(&self, access: &EventAccess<Organises>, slot: SlotId) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let locked = LockedProgramme::lock(&mut tx, access).await?;
        self.call_off_slot(&mut tx, &locked, locked.slot(slot)?)
            .await?;
        tx.delete_slot(slot).await?;
        self.commit_programme(tx, &locked, AuditAction::ProgrammeChanged)
            .await
    }
}

/// Moves slots to the times that their offers have in the agenda. Refuses an agenda in which offers of one slot begin or
/// end at different times, or slots overlap.
pub(crate) async fn follow_offers(tx: &mut Tx, event: &Event) -> Result<()> {
    let mut slots = tx.slots(event.id).await?;
    let agenda = tx.agenda(event.id).await?.rows;
    let mut moved = Vec::new();
    for slot in &mut slots {
        let id = slot.id;
        let in_slot = |item: &&AgendaItem| item.offer.is_some_and(|offer| offer.slot == id);
        let mut offers = agenda.iter().filter(in_slot);
        let Some(first) = offers.next() else {
            continue;
        };
        let time = |item: &AgendaItem| (item.starts, item.occurrence, item.minutes);
        if offers.any(|other| time(other) != time(first)) {
            return Err(PlannerError::WrongState);
        }
        if time(first) != (slot.starts, slot.occurrence, slot.minutes) {
            (slot.starts, slot.occurrence, slot.minutes) = time(first);
            slot.revision += 1;
            moved.push(slot.clone());
        }
    }
    let programme = Programme {
        slots,
        ..Programme::default()
    };
    for slot in &moved {
        let checked = programme.check_slot(slot, event.details.time_zone.rules());
        checked.map_err(|fault| Faults::one("starts", fault))?;
        tx.update_slot(slot).await?;
    }
    Ok(())
}

/// Moves all slots of an event. The items of their offers are moved on their own.
pub(crate) async fn move_slots(
    tx: &mut Tx,
    event: EventId,
    moved: impl Fn(DateTime, Occurrence) -> (DateTime, Occurrence),
) -> Result<()> {
    for mut slot in tx.slots(event).await? {
        (slot.starts, slot.occurrence) = moved(slot.starts, slot.occurrence);
        slot.revision += 1;
        tx.update_slot(&slot).await?;
    }
    Ok(())
}
