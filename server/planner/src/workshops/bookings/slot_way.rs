//! What becomes of the seats of a slot to which people come in another way now.
//!
//! Seats that are booked end, and so do seats of a published assignment where everybody attends together: people are told.
//! Assigned seats become bookings where whoever comes first is served first.

use std::collections::HashSet;

use model::{
    Event, Fault, Faults, Registration, SlotId, WorkshopId,
    workshops::{Booking, OfferKey, SlotWay, TimeSlot},
};
use store::{Reader, Tx};

use super::{
    super::{LockedProgramme, SeatsOnChange},
    programme_changes::BookingsEnd,
};
use crate::{
    Planner, Result,
    access::{EventAccess, Organises},
    timetables::{Timetables, people_of},
};

/// How many people would lose or keep a seat if people came to a slot in another way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SlotSeats {
    /// Those who have booked a seat or a place on a waiting list.
    pub booked: u32,
    /// Those who have a seat by the published assignment.
    pub assigned: u32,
}

impl Planner {
    /// The seats of a slot that another way to them would concern.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, %slot), err(level = "debug"))]
    pub async fn slot_seats(
        &self,
        access: &EventAccess<Organises>,
        slot: SlotId,
    ) -> Result<SlotSeats> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let bookings = reader.bookings_of_event(event.id).await?;
        let booked = people_in(&bookings, |offer| offer.slot == slot);
        let timetables = Timetables::without_bookings(&mut reader, &event).await?;
        let assigned = assigned_in(&mut reader, &timetables, (&event, slot)).await?;
        Ok(SlotSeats {
            booked: number(booked),
            assigned: number(assigned.len()),
        })
    }

    /// How many people have booked a workshop, or wait for a seat in it. `None`: any workshop.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn people_who_booked(
        &self,
        access: &EventAccess<Organises>,
        workshop: Option<WorkshopId>,
    ) -> Result<u32> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let bookings = reader.bookings_of_event(event.id).await?;
        let booked = people_in(&bookings, |offer| {
            workshop.is_none_or(|workshop| workshop == offer.workshop)
        });
        Ok(number(booked))
    }

    /// Does what another way to the seats of a slot means for those who have some. Refuses to end seats unless that was
    /// agreed to.
    pub(in crate::workshops) async fn change_way(
        &self,
        tx: &mut Tx,
        locked: &LockedProgramme,
        (before, after): (&TimeSlot, &TimeSlot),
        seats: SeatsOnChange,
    ) -> Result<()> {
        match (before.way, after.way) {
            (before, after) if before == after => Ok(()),
            (SlotWay::FirstCome, _) => {
                let bookings = tx.bookings_of_event(locked.event.id).await?;
                check_end(people_in(&bookings, |offer| offer.slot == before.id), seats)?;
                let offers = locked.programme.offers_in(before.id);
                let offers: Vec<OfferKey> = offers.map(|(offer, _)| offer.key).collect();
                let mut event = self.locked_event(tx, locked).await?;
                let end = (BookingsEnd::GivenOtherwise, locked.who());
                event.end_bookings(&locked.programme, &offers, end).await
            }
            (SlotWay::Wishes, way) => {
                let timetables = Timetables::without_bookings(tx, &locked.event).await?;
                let assigned = assigned_in(tx, &timetables, (&locked.event, before.id)).await?;
                if way == SlotWay::FirstCome {
                    let seats = assigned.iter().map(|(person, offer)| (person.id, *offer));
                    let seats: Vec<_> = seats.collect();
                    tx.save_seats(&seats, self.now()).await?;
                    return Ok(());
                }
                check_end(assigned.len(), seats)
            }
            (SlotWay::Together, _) => Ok(()),
        }
    }
}

/// The people with a seat in a slot by the published assignment. Whoever leads a workshop there has none.
async fn assigned_in(
    reader: &mut Reader,
    timetables: &Timetables,
    (event, slot): (&Event, SlotId),
) -> Result<Vec<(Registration, OfferKey)>> {
    if !timetables.has_assignment() {
        return Ok(Vec::new());
    }
    let programme = timetables.programme();
    let is_planned =
        |offer: &OfferKey| programme.offer(*offer).is_some() && programme.is_planned(*offer);
    let people = people_of(reader, event).await?.into_iter();
    let seated = people.filter_map(|person| {
        let leads = programme.led_by(&person.person.name());
        if leads.iter().any(|led| led.slot == slot) {
            return None;
        }
        let offer = timetables.seat_in(person.id, slot).filter(is_planned)?;
        Some((person, offer))
    });
    Ok(seated.collect())
}

/// How many people have booked one of some offers.
fn people_in(bookings: &[Booking], is_one: impl Fn(OfferKey) -> bool) -> usize {
    let booked = bookings.iter().filter(|booking| is_one(booking.offer));
    let people: HashSet<_> = booked.map(|booking| booking.registration).collect();
    people.len()
}

/// Refuses to end the seats of people unless that was agreed to.
fn check_end(people: usize, seats: SeatsOnChange) -> Result<()> {
    if people > 0 && seats == SeatsOnChange::Keep {
        let people = number(people);
        return Err(Faults::one("way", Fault::SlotBooked { people }).into());
    }
    Ok(())
}

fn number(people: usize) -> u32 {
    u32::try_from(people).unwrap_or(u32::MAX)
}
