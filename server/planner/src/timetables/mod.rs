//! The timetables of participants: which workshops they attend or lead, as published.

mod day;
mod entries;
mod lists;

use std::collections::{HashMap, HashSet};

use jiff::{Timestamp, tz::TimeZone};
use model::{
    AgendaItemId, Event, Registration, RegistrationId, RegistrationState, SlotId,
    assignment::{AssignmentKind, AssignmentSeating},
    workshops::{
        Offer, OfferKey, Programme, SlotWay, TimeSlot, VisitPart, Workshop, WorkshopVisit,
    },
};
use store::{Reader, readable};

pub(crate) use self::entries::{EntryChange, EntryHistory, entry_changes};
pub use self::{
    day::{DayPerson, WorkshopDay},
    lists::{ListLink, ListLinks, WorkshopList},
};
use crate::Result;

/// Who comes to an offer.
#[derive(Debug, Clone)]
pub struct Roster {
    pub key: OfferKey,
    pub title: String,
    pub begins: Timestamp,
    pub ends: Timestamp,
    pub room: Option<String>,
    /// As the programme names them.
    pub speakers: Option<String>,
    /// The most people in it.
    pub most: Option<u32>,
    /// In the order of names, without those who lead it.
    pub people: Vec<RegistrationId>,
}

/// What the people of an event attend: the one source of timetables, calendar entries, lists and signs.
#[derive(Debug, Clone)]
pub(crate) struct Timetables {
    programme: Programme,
    zone: TimeZone,
    /// The slots whose seats people know.
    slots: HashSet<SlotId>,
    seats: HashMap<RegistrationId, HashSet<OfferKey>>,
    /// The offers in which somebody has a seat.
    taken: HashSet<OfferKey>,
}

impl Timetables {
    /// What people attend by the published assignment. `None` before one is published.
    pub(crate) async fn published(reader: &mut Reader, event: &Event) -> Result<Option<Self>> {
        let Some(seating) = Self::published_seating(reader, event).await? else {
            return Ok(None);
        };
        let programme = reader.programme(event.id).await?;
        Ok(Some(Self::of(event, programme, &seating)))
    }

    /// The seats of the published assignment. A version that cannot be read keeps nobody from registering.
    pub(crate) async fn published_seating(
        reader: &mut Reader,
        event: &Event,
    ) -> Result<Option<AssignmentSeating>> {
        let seating = reader.published_seating::<AssignmentKind>(event.id).await;
        Ok(readable(seating)?)
    }

    /// What people attend by an assignment.
    pub(crate) fn of(event: &Event, programme: Programme, seating: &AssignmentSeating) -> Self {
        let mut seats: HashMap<RegistrationId, HashSet<OfferKey>> = HashMap::new();
        for (person, offer) in seating.all() {
            seats.entry(person).or_default().insert(offer);
        }
        // The seats of a slot that is no longer given by wishes are none of the assignment's.
        let is_wished = |slot: &SlotId| {
            let slot = programme.slot(*slot);
            slot.is_some_and(|slot| slot.way == SlotWay::Wishes)
        };
        let slots = seating.slots.iter().copied().filter(is_wished).collect();
        Self {
            programme,
            zone: event.details.time_zone.rules().clone(),
            slots,
            taken: seats.values().flatten().copied().collect(),
            seats,
        }
    }

    /// Whether people know the seats of an offer. Of one that was removed they know that it has none.
    pub(crate) fn is_known(&self, offer: AgendaItemId) -> bool {
        let mut offers = self.programme.offers.iter();
        let found = offers.find(|found| found.id == offer);
        found.is_none_or(|found| self.slots.contains(&found.key.slot))
    }

    /// The workshops of a person with a seat at the event, in the order of their times. Whoever leads a workshop is
    /// there without a seat in it. Workshops that are called off are left out.
    pub(crate) fn visits_of(&self, registration: &Registration) -> Vec<WorkshopVisit> {
        if registration.state != RegistrationState::Confirmed {
            return Vec::new();
        }
        let name = registration.person.name();
        let attended = self.seats.get(&registration.id);
        let part = |workshop: &Workshop, key: OfferKey| {
            if workshop.is_led_by(&name) {
                Some(VisitPart::Leads)
            } else if attended.is_some_and(|attended| attended.contains(&key)) {
                Some(VisitPart::Attends)
            } else {
                None
            }
        };
        self.offers()
            .filter_map(|(slot, offer, workshop)| {
                let part = part(workshop, offer.key)?;
                Some(self.visit(slot, offer, workshop, part))
            })
            .collect()
    }

    /// The offers that take place and whose seats people know, in the order of their times. One with nobody in it does
    /// not take place.
    fn offers(&self) -> impl Iterator<Item = (&TimeSlot, &Offer, &Workshop)> {
        let slots = self.programme.slots.iter();
        let known = slots.filter(|slot| self.slots.contains(&slot.id));
        known.flat_map(|slot| {
            let offers = self.programme.offers_in(slot.id);
            let planned = offers.filter(|(offer, workshop)| {
                workshop.is_planned() && self.taken.contains(&offer.key)
            });
            planned.map(move |(offer, workshop)| (slot, offer, workshop))
        })
    }

    /// Who comes to each offer, in the order of times. `people` are those of the event, in the order of names.
    pub(crate) fn rosters(&self, people: &[Registration]) -> Vec<Roster> {
        let comes = |person: &&Registration, workshop: &Workshop, key: OfferKey| {
            person.state == RegistrationState::Confirmed
                && (self.seats.get(&person.id)).is_some_and(|seats| seats.contains(&key))
                && !workshop.is_led_by(&person.person.name())
        };
        let rosters = self.offers().map(|(slot, offer, workshop)| {
            let details = &workshop.details;
            let people = people
                .iter()
                .filter(|person| comes(person, workshop, offer.key));
            Roster {
                key: offer.key,
                title: details.title.to_string(),
                begins: slot.starts_at(&self.zone),
                ends: slot.ends_at(&self.zone),
                room: offer.room.as_ref().map(ToString::to_string),
                speakers: details.speakers.as_ref().map(ToString::to_string),
                most: details.most,
                people: people.map(|person| person.id).collect(),
            }
        });
        rosters.collect()
    }

    fn visit(
        &self,
        slot: &TimeSlot,
        offer: &Offer,
        workshop: &Workshop,
        part: VisitPart,
    ) -> WorkshopVisit {
        let details = &workshop.details;
        WorkshopVisit {
            offer: offer.id,
            part,
            title: details.title.to_string(),
            begins: slot.starts_at(&self.zone),
            ends: slot.ends_at(&self.zone),
            room: offer.room.as_ref().map(ToString::to_string),
            speakers: details.speakers.as_ref().map(ToString::to_string),
        }
    }
}
