//! Who has booked what, for the organisers.

use std::collections::HashMap;

use model::{
    Event, Network, Registration, RegistrationId, RegistrationState, SlotId, WorkshopId,
    workshops::{Booking, BookingState, BusyMark, OfferKey, Programme, TimeSlot, Workshop},
};

use super::slots_with_bookings;
use crate::{
    Planner, Result,
    access::{EventAccess, Right},
    require::require_network,
};

/// The bookings for an event.
#[derive(Debug, Clone)]
pub struct BookingOverview {
    pub network: Network,
    pub event: Event,
    pub programme: Programme,
    /// The people with a seat at the event, by name.
    pub people: Vec<Registration>,
    /// Those of an offer are together: the seats, then the waiting list.
    pub bookings: Vec<Booking>,
    /// Who is needed elsewhere, and when.
    pub busy: Vec<BusyMark>,
}

/// Somebody who has booked an offer.
#[derive(Debug, Clone, Copy)]
pub struct Booked<'o> {
    pub registration: &'o Registration,
    pub state: BookingState,
    /// The workshop that the person leads at that time: they cannot be in both.
    pub leads: Option<WorkshopId>,
}

impl BookingOverview {
    /// The slots in which seats are booked, in the order of their times.
    pub fn slots(&self) -> impl Iterator<Item = &TimeSlot> {
        slots_with_bookings(&self.programme)
    }

    /// The offers in a slot that can be booked, or are called off.
    pub fn offers_in(&self, slot: SlotId) -> impl Iterator<Item = (OfferKey, &Workshop)> {
        let offers = self.programme.offers_in(slot);
        offers.map(|(offer, workshop)| (offer.key, workshop))
    }

    /// Who has booked an offer: the seats by name, then the waiting list in its order.
    pub fn booked(&self, offer: OfferKey) -> Vec<Booked<'_>> {
        let people: HashMap<RegistrationId, (usize, &Registration)> = self
            .people
            .iter()
            .enumerate()
            .map(|(index, person)| (person.id, (index, person)))
            .collect();
        let of_offer = self
            .bookings
            .iter()
            .filter(|booking| booking.offer == offer);
        let mut found: Vec<_> = of_offer
            .filter_map(|booking| {
                let (index, registration) = people.get(&booking.registration)?;
                let led = self.programme.led_by(&registration.person.name());
                let led = led.into_iter().find(|led| led.slot == offer.slot);
                let order = match booking.state {
                    BookingState::Seated => (0, *index),
                    BookingState::Waiting { place } => (1, place as usize),
                };
                let booked = Booked {
                    registration,
                    state: booking.state,
                    leads: led.map(|led| led.workshop),
                };
                Some((order, booked))
            })
            .collect();
        found.sort_by_key(|(order, _)| *order);
        found.into_iter().map(|(_, booked)| booked).collect()
    }

    /// The people who have no seat in a slot although they could have one: whoever leads a workshop there, or is needed
    /// elsewhere, is not missing.
    pub fn without_seat(&self, slot: SlotId) -> impl Iterator<Item = &Registration> {
        let has_seat = move |person: &Registration| {
            let mut bookings = self.bookings.iter();
            bookings.any(|booking| {
                booking.registration == person.id
                    && booking.offer.slot == slot
                    && booking.state == BookingState::Seated
            })
        };
        let leads = move |person: &Registration| {
            let led = self.programme.led_by(&person.person.name());
            led.iter().any(|led| led.slot == slot)
        };
        let is_busy = move |person: &Registration| {
            let mut busy = self.busy.iter();
            busy.any(|mark| mark.slot == slot && mark.person == person.id)
        };
        let people = self.people.iter();
        people.filter(move |person| !has_seat(person) && !leads(person) && !is_busy(person))
    }
}

impl Planner {
    /// Who has booked what.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn booking_overview(
        &self,
        access: &EventAccess<impl Right>,
    ) -> Result<BookingOverview> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let mut people = reader.registrations_of(event.id).await?.rows;
        people.retain(|person| person.state == RegistrationState::Confirmed);
        Ok(BookingOverview {
            network: require_network(&mut reader, event.network).await?,
            programme: reader.programme(event.id).await?,
            bookings: reader.bookings_of_event(event.id).await?,
            busy: reader.busy_people(event.id).await?,
            people,
            event,
        })
    }
}
