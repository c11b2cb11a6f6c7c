//! Bookings: the seats of slots in which whoever comes first is served first.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{OfferKey, Programme, SlotWay, TimeSlot, Workshop, WorkshopDetails};
use crate::{
    Affiliation, Event, EventState, Fault, RegistrationId, SlotId, WorkshopId, seats::Seats,
};

/// A seat in an offer, or a place on its waiting list. In each slot a person has one of each at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Booking {
    pub registration: RegistrationId,
    pub offer: OfferKey,
    pub state: BookingState,
}

/// What a booking gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BookingState {
    Seated,
    /// The place on the waiting list, counted from 1.
    Waiting {
        place: u32,
    },
}

/// A change of somebody's bookings. Made twice, it changes them once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BookingChange {
    /// Takes a seat. The seat that the person has in the slot is given back for it.
    Take(OfferKey),
    /// Takes a place on the waiting list, or a seat if one is free. The seat that the person has in the slot stays theirs
    /// until they move up.
    Wait(OfferKey),
    /// Gives the seat in this offer back, or the place on its waiting list.
    Leave(OfferKey),
}

/// How many people of one organisation have a seat in an offer, and how many wait for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookingCount {
    pub offer: OfferKey,
    pub organisation: Option<Affiliation>,
    pub seated: u32,
    pub waiting: u32,
}

/// What one person can book.
#[derive(Debug, Clone)]
pub struct BookingChoice<'p> {
    programme: &'p Programme,
    bookings: &'p [Booking],
    /// The offers that the person leads. Nobody is placed elsewhere beside them.
    leads: Vec<OfferKey>,
    /// The slots in which they are needed elsewhere.
    busy: BTreeSet<SlotId>,
    /// The seats that they were given by their wishes, as participants see them.
    placed: Vec<OfferKey>,
}

impl<'p> BookingChoice<'p> {
    /// The choice of somebody of this name with these bookings.
    pub fn of(programme: &'p Programme, name: &str, bookings: &'p [Booking]) -> Self {
        Self {
            programme,
            bookings,
            leads: programme.led_by(name),
            busy: BTreeSet::new(),
            placed: Vec::new(),
        }
    }

    /// The choice of somebody who is needed elsewhere in these slots.
    #[must_use]
    pub fn busy_in(self, busy: BTreeSet<SlotId>) -> Self {
        Self { busy, ..self }
    }

    /// The choice of somebody who was given these seats by their wishes.
    #[must_use]
    pub fn with_placed(self, placed: Vec<OfferKey>) -> Self {
        Self { placed, ..self }
    }

    /// Whether the person is needed elsewhere in a slot.
    pub fn is_busy_in(&self, slot: SlotId) -> bool {
        self.busy.contains(&slot)
    }

    /// The workshop that the person leads in a slot.
    pub fn led_in(&self, slot: SlotId) -> Option<&'p Workshop> {
        let led = self.leads.iter().find(|offer| offer.slot == slot)?;
        self.programme.workshop(led.workshop)
    }

    /// The workshop in which the person has a seat in a slot.
    pub fn seat_in(&self, slot: SlotId) -> Option<WorkshopId> {
        self.in_slot(slot, |state| state == BookingState::Seated)
    }

    /// The workshop for which the person waits in a slot.
    pub fn waits_in(&self, slot: SlotId) -> Option<WorkshopId> {
        self.in_slot(slot, |state| state != BookingState::Seated)
    }

    fn in_slot(&self, slot: SlotId, is: impl Fn(BookingState) -> bool) -> Option<WorkshopId> {
        let mut bookings = self.bookings.iter();
        let found = bookings.find(|booking| booking.offer.slot == slot && is(booking.state))?;
        Some(found.offer.workshop)
    }

    /// Refuses an offer that does not exist, is called off or gives its seats otherwise, a slot in which the person leads
    /// a workshop or is needed elsewhere, and a workshop that they attend at another time, or that excludes one of those.
    pub fn check(&self, offer: OfferKey) -> Result<(), Fault> {
        let programme = self.programme;
        let slot = programme.slot(offer.slot);
        let slot = slot.filter(|slot| slot.way == SlotWay::FirstCome);
        let stored = programme.offer(offer).and(slot);
        stored.ok_or(Fault::NoSuchChoice)?;
        if !programme.is_planned(offer) {
            return Err(Fault::CalledOff);
        }
        if let Some(led) = self.led_in(offer.slot) {
            return Err(Fault::LeadsThen {
                title: led.details.title.to_string(),
            });
        }
        if let Some(slot) = slot.filter(|slot| self.is_busy_in(slot.id)) {
            return Err(Fault::BusyThen {
                starts: slot.starts,
            });
        }
        let attended = self.bookings.iter().map(|booking| booking.offer);
        let attended = attended.chain(self.placed.iter().copied());
        for seat in attended.filter(|seat| seat.slot != offer.slot) {
            let other = seat.workshop;
            if other == offer.workshop
                && let Some(slot) = programme.slot(seat.slot)
            {
                return Err(Fault::BookedThen {
                    starts: slot.starts,
                });
            }
            if programme.clashes_of(offer.workshop).any(|id| id == other)
                && let Some(clashing) = programme.workshop(other)
            {
                return Err(Fault::ExcludesBooked {
                    title: clashing.details.title.to_string(),
                });
            }
        }
        Ok(())
    }
}

impl TimeSlot {
    /// Whether seats can be booked at an instant: until the slot begins.
    pub fn takes_bookings(&self, event: &Event, now: Timestamp) -> bool {
        self.way == SlotWay::FirstCome
            && event.state == EventState::Published
            && now < self.starts_at(event.details.time_zone.rules())
    }
}

impl WorkshopDetails {
    /// The seats of an offer, of which some are taken.
    pub fn seats(
        &self,
        taken: impl IntoIterator<Item = (Option<Affiliation>, u32)>,
    ) -> Seats<Affiliation> {
        Seats::limited(self.most, self.organisation_most, taken)
    }
}

#[cfg(test)]
mod tests {
    use super::{Booking, BookingChoice, BookingState};
    use crate::{
        Fault, Line,
        workshops::{
            OfferKey, SlotWay, WorkshopState,
            programme::given::{id, programme, slot},
        },
    };

    fn offer(slot: u128, workshop: u128) -> OfferKey {
        OfferKey {
            slot: id(slot),
            workshop: id(workshop),
        }
    }

    fn first_come() -> crate::workshops::Programme {
        let mut programme = programme();
        for slot in &mut programme.slots {
            slot.way = SlotWay::FirstCome;
        }
        programme
    }

    fn booked(offer: OfferKey) -> Booking {
        Booking {
            registration: id(50),
            offer,
            state: BookingState::Seated,
        }
    }

    #[test]
    fn nobody_books_what_they_attend_by_a_wish_or_where_they_are_needed_elsewhere() {
        let programme = first_come();
        let choice = BookingChoice::of(&programme, "Ida Frei", &[]);
        let placed = choice.clone().with_placed(vec![offer(2, 11)]);
        assert!(choice.check(offer(1, 11)).is_ok());
        assert!(matches!(
            placed.check(offer(1, 11)),
            Err(Fault::BookedThen { .. })
        ));
        let busy = choice.busy_in([id(1)].into());
        assert!(matches!(
            busy.check(offer(1, 11)),
            Err(Fault::BusyThen { .. })
        ));
    }

    #[test]
    fn only_offers_of_slots_with_bookings_can_be_booked() {
        let mut programme = first_come();
        programme.slots[1].way = SlotWay::Wishes;
        let choice = BookingChoice::of(&programme, "Lea Muster", &[]);
        assert_eq!(choice.check(offer(1, 11)), Ok(()));
        assert_eq!(choice.check(offer(2, 11)), Err(Fault::NoSuchChoice));
        assert_eq!(choice.check(offer(1, 13)), Err(Fault::NoSuchChoice));
        programme.workshops[0].state = WorkshopState::CalledOff;
        let choice = BookingChoice::of(&programme, "Lea Muster", &[]);
        assert_eq!(choice.check(offer(1, 11)), Err(Fault::CalledOff));
    }

    #[test]
    fn whoever_leads_a_workshop_books_nothing_beside_it() {
        let mut programme = first_come();
        let speakers = Line::optional("Dr. Lea Muster").unwrap();
        programme.workshops[1].details.speakers = speakers;
        let choice = BookingChoice::of(&programme, "Lea Muster", &[]);
        let title = "Pflege".to_owned();
        let leads = Err(Fault::LeadsThen { title });
        assert_eq!(choice.check(offer(1, 11)), leads);
        assert_eq!(choice.check(offer(2, 11)), Ok(()));
    }

    #[test]
    fn a_workshop_is_booked_once_and_beside_no_clashing_one() {
        let programme = first_come();
        let starts = slot(2, 16).starts;
        let at_four = [booked(offer(2, 11))];
        let choice = BookingChoice::of(&programme, "Lea Muster", &at_four);
        assert_eq!(choice.check(offer(2, 11)), Ok(()), "it is the same one");
        let again = Err(Fault::BookedThen { starts });
        assert_eq!(choice.check(offer(1, 11)), again);
        let title = "Handwerk".to_owned();
        let clash = Err(Fault::ExcludesBooked { title });
        assert_eq!(choice.check(offer(1, 12)), clash);
    }
}
