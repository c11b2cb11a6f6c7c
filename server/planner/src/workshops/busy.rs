//! People whom organisers need elsewhere in a slot: they are placed in no workshop there, and book none.

use model::{
    AuditAction, Fault, Faults, Registration, RegistrationId, RegistrationState, SlotId, dates,
    workshops::{BusyMark, SlotWay, TimeSlot},
};

use super::LockedProgramme;
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises, Reads},
    audit::PartChange,
    require::require_network,
    timetables::people_of,
    workshops::planned_programme,
};

/// Who is needed elsewhere, and who could be.
#[derive(Debug, Clone)]
pub struct BusyOverview {
    pub programme: super::PlannedProgramme,
    /// Everybody with a seat at the event, in the order of names.
    pub people: Vec<Registration>,
    /// In the order of slots, then of names. Only people who have a seat at the event.
    pub marks: Vec<BusyMark>,
}

impl BusyOverview {
    /// The slots in which somebody can be needed elsewhere: those in which people attend different workshops.
    pub fn slots(&self) -> impl Iterator<Item = &TimeSlot> {
        let slots = self.programme.programme.slots.iter();
        slots.filter(|slot| slot.way != SlotWay::Together)
    }

    /// The person of a mark.
    pub fn person(&self, id: RegistrationId) -> Option<&Registration> {
        self.people.iter().find(|person| person.id == id)
    }
}

impl Planner {
    /// Who is needed elsewhere, slot by slot.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn busy_people(&self, access: &EventAccess<Reads>) -> Result<BusyOverview> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let network = require_network(&mut reader, event.network).await?;
        let people = people_of(&mut reader, &event).await?;
        let marks = reader.busy_people(event.id).await?;
        let programme = planned_programme(&mut reader, network, event).await?;
        let place = |mark: &BusyMark| {
            let person = people.iter().position(|person| person.id == mark.person)?;
            let mut slots = programme.programme.slots.iter();
            let slot = slots.position(|slot| slot.id == mark.slot)?;
            Some((slot, person))
        };
        let mut marks: Vec<(_, BusyMark)> = marks
            .into_iter()
            .filter_map(|mark| Some((place(&mark)?, mark)))
            .collect();
        marks.sort_by_key(|(place, _)| *place);
        Ok(BusyOverview {
            marks: marks.into_iter().map(|(_, mark)| mark).collect(),
            programme,
            people,
        })
    }

    /// Notes that somebody is needed elsewhere in a slot. Made twice, it notes it once, with the reason of the second.
    ///
    /// # Errors
    ///
    /// `Invalid` for somebody without a seat at the event, a slot that everybody attends together, and one in which the
    /// person has a seat that they have booked.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn mark_busy(&self, access: &EventAccess<Organises>, mark: BusyMark) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let locked = LockedProgramme::lock(&mut tx, access).await?;
        let registration = tx.registration(mark.person).await?;
        let registration = registration
            .filter(|one| one.event == locked.id() && one.state == RegistrationState::Confirmed);
        let registration =
            registration.ok_or_else(|| Faults::one("person", Fault::NoSuchChoice))?;
        let slot = locked.programme.slot(mark.slot);
        let slot = slot.filter(|slot| slot.way != SlotWay::Together);
        let slot = slot.ok_or_else(|| Faults::one("slot", Fault::NoSuchChoice))?;
        let booked = tx.seats_booked_by(&[mark.person]).await?;
        let mut seats = booked.values().flatten();
        if seats.any(|seat| seat.slot == slot.id) {
            return Err(Faults::one("slot", Fault::HasBooked).into());
        }
        tx.save_busy(&mark).await?;
        let change = (AuditAction::BusyMarked, named(&locked, &registration, slot));
        self.note_named_part(&mut tx, &locked.right, &locked.event, change)
            .await?;
        self.commit(tx).await
    }

    /// Notes that somebody is not needed elsewhere any more. Nothing happens if they are not.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn unmark_busy(
        &self,
        access: &EventAccess<Organises>,
        person: RegistrationId,
        slot: SlotId,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let locked = LockedProgramme::lock(&mut tx, access).await?;
        let registration = tx.registration(person).await?;
        let registration = registration.filter(|one| one.event == locked.id());
        let registration = registration.ok_or(PlannerError::NotFound)?;
        let slot = locked.slot(slot)?;
        if tx.delete_busy(person, slot.id).await? {
            let change = (
                AuditAction::BusyUnmarked,
                named(&locked, &registration, slot),
            );
            self.note_named_part(&mut tx, &locked.right, &locked.event, change)
                .await?;
        }
        self.commit(tx).await
    }
}

/// *Anna Berger, 15. April 2027, 14:00 Uhr*.
fn named(locked: &LockedProgramme, person: &Registration, slot: &TimeSlot) -> PartChange {
    let time = dates::date_time(slot.starts, locked.event.details.language);
    PartChange::of(format!("{}, {time}", person.person.name()))
}
