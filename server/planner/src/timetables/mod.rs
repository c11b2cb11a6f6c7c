//! The timetables of participants: which workshops they attend or lead, as an organiser has published it or as they have
//! booked them.

mod day;
mod entries;
mod lists;

use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::{Timestamp, tz::TimeZone};
use model::{
    AgendaItemId, Event, Registration, RegistrationId, RegistrationState, SlotId,
    assignment::{AssignmentKind, AssignmentSeating},
    workshops::{
        Offer, OfferKey, Programme, SlotWay, TimeSlot, VisitNews, VisitPart, Workshop,
        WorkshopVisit,
    },
};
use store::{Reader, readable};

pub(crate) use self::day::people_of;
pub(crate) use self::entries::{EntryChange, EntryHistory, EntryScope, KnownVisits, entry_changes};
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

/// A time at which somebody has no workshop, although others have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FreeTime {
    pub begins: Timestamp,
    pub ends: Timestamp,
}

/// What the people of an event attend: the one source of timetables, calendar entries, lists and signs. Seats by wishes
/// count once their assignment is published, seats that are booked at once.
#[derive(Debug, Clone)]
pub(crate) struct Timetables {
    programme: Programme,
    zone: TimeZone,
    /// Where the event takes place.
    place: Option<String>,
    /// The slots of the published assignment. `None` before one is published.
    published: Option<HashSet<SlotId>>,
    seats: HashMap<RegistrationId, HashSet<OfferKey>>,
    /// The offers in which somebody has a seat by the assignment.
    assigned: HashSet<OfferKey>,
}

impl Timetables {
    /// What everybody at an event attends.
    pub(crate) async fn read(reader: &mut Reader, event: &Event) -> Result<Self> {
        let seating = Self::published_seating(reader, event).await?;
        let programme = reader.programme(event.id).await?;
        let mut timetables = Self::of(event, programme, seating.as_ref());
        timetables.add_booked(reader.seats_booked(event.id).await?);
        Ok(timetables)
    }

    /// What people attend by the published assignment alone.
    pub(crate) async fn without_bookings(reader: &mut Reader, event: &Event) -> Result<Self> {
        let seating = Self::published_seating(reader, event).await?;
        // Most events have no workshops.
        let programme = if reader.slots(event.id).await?.is_empty() {
            Programme::default()
        } else {
            reader.programme(event.id).await?
        };
        Ok(Self::of(event, programme, seating.as_ref()))
    }

    /// The seats of the published assignment. A version that cannot be read keeps nobody from registering.
    pub(crate) async fn published_seating(
        reader: &mut Reader,
        event: &Event,
    ) -> Result<Option<AssignmentSeating>> {
        let seating = reader.published_seating::<AssignmentKind>(event.id).await;
        Ok(readable(seating)?)
    }

    /// What people attend by an assignment. `None`: there is none.
    pub(crate) fn of(
        event: &Event,
        programme: Programme,
        seating: Option<&AssignmentSeating>,
    ) -> Self {
        // The seats of a slot that is no longer given by wishes are none of the assignment's.
        let is_wished = |slot: SlotId| {
            let slot = programme.slot(slot);
            slot.is_some_and(|slot| slot.way == SlotWay::Wishes)
        };
        let mut seats: HashMap<RegistrationId, HashSet<OfferKey>> = HashMap::new();
        let all = seating.into_iter().flat_map(AssignmentSeating::all);
        for (person, offer) in all.filter(|(_, offer)| is_wished(offer.slot)) {
            seats.entry(person).or_default().insert(offer);
        }
        let published = seating.map(|seating| {
            let slots = seating.slots.iter().copied();
            slots.filter(|slot| is_wished(*slot)).collect()
        });
        Self {
            zone: event.details.time_zone.rules().clone(),
            place: event.details.place.in_one_line(),
            published,
            assigned: seats.values().flatten().copied().collect(),
            seats,
            programme,
        }
    }

    /// Adds seats that are booked.
    pub(crate) fn add_booked(
        &mut self,
        booked: impl IntoIterator<Item = (RegistrationId, OfferKey)>,
    ) {
        for (person, offer) in booked {
            if self.way_of(offer.slot) == Some(SlotWay::FirstCome) {
                self.seats.entry(person).or_default().insert(offer);
            }
        }
    }

    pub(crate) const fn programme(&self) -> &Programme {
        &self.programme
    }

    /// Whether an assignment is published.
    pub(crate) const fn has_assignment(&self) -> bool {
        self.published.is_some()
    }

    /// The seat of a person in a slot.
    pub(crate) fn seat_in(&self, person: RegistrationId, slot: SlotId) -> Option<OfferKey> {
        let mut seats = self.seats.get(&person)?.iter();
        seats.find(|offer| offer.slot == slot).copied()
    }

    /// Whether there are seats that people know: of a published assignment, or booked.
    pub(crate) fn has_seats(&self) -> bool {
        self.has_assignment() || self.programme.has_bookings()
    }

    /// Whether people know if they attend an offer. `told` is what they were told of it last. Of one that was removed
    /// they know that it has no seats, unless the assignment that gave them is withdrawn.
    pub(crate) fn is_known(&self, offer: AgendaItemId, told: VisitNews) -> bool {
        told == VisitNews::AtOnce
            || match self.slot_of(offer) {
                None => self.has_assignment(),
                Some(slot) => self.is_shown(slot) || slot.way == SlotWay::Together,
            }
    }

    /// Whether people are told at once what becomes of an offer.
    pub(crate) fn is_told_at_once(&self, offer: AgendaItemId, told: VisitNews) -> bool {
        match self.slot_of(offer) {
            Some(slot) if slot.way != SlotWay::Wishes => true,
            Some(_) | None => told == VisitNews::AtOnce,
        }
    }

    /// Whether an offer takes place. One to which the published assignment sends nobody does not.
    pub(crate) fn takes_place(&self, offer: AgendaItemId) -> bool {
        let mut offers = self.programme.offers.iter();
        let Some(key) = offers
            .find(|found| found.id == offer)
            .map(|found| found.key)
        else {
            return false;
        };
        let is_left_empty = || {
            let slot = self.programme.slot(key.slot);
            slot.is_some_and(|slot| slot.way == SlotWay::Wishes && self.is_shown(slot))
                && !self.assigned.contains(&key)
        };
        self.programme.is_planned(key) && !is_left_empty()
    }

    /// The workshops of a person with a seat at the event, in the order of their times. Whoever leads a workshop is
    /// there without a seat in it. Those that are called off are left out.
    pub(crate) fn visits_of(&self, registration: &Registration) -> Vec<WorkshopVisit> {
        self.visits_with(registration, &[])
    }

    /// The same with seats that the person has booked.
    pub(crate) fn visits_with(
        &self,
        registration: &Registration,
        booked: &[OfferKey],
    ) -> Vec<WorkshopVisit> {
        if registration.state != RegistrationState::Confirmed {
            return Vec::new();
        }
        let name = registration.person.name();
        let attended = self.seats.get(&registration.id);
        let part = |workshop: &Workshop, key: OfferKey| {
            if workshop.is_led_by(&name) {
                Some(VisitPart::Leads)
            } else if attended.is_some_and(|attended| attended.contains(&key))
                || booked.contains(&key)
            {
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

    /// The times for which the published assignment gives seats, and has none for somebody who attends `visits`. `absent`
    /// are the slots that the person does not attend.
    pub(crate) fn free_times(
        &self,
        visits: &[WorkshopVisit],
        absent: &BTreeSet<SlotId>,
    ) -> Vec<FreeTime> {
        let slots = self.programme.slots.iter();
        let placed = slots.filter(|slot| {
            slot.way == SlotWay::Wishes && self.is_shown(slot) && !absent.contains(&slot.id)
        });
        let times = placed.map(|slot| FreeTime {
            begins: slot.starts_at(&self.zone),
            ends: slot.ends_at(&self.zone),
        });
        let is_taken = |time: &FreeTime| visits.iter().any(|visit| visit.begins == time.begins);
        times.filter(|time| !is_taken(time)).collect()
    }

    /// The offers that take place and whose seats people know, in the order of their times. One to which the assignment
    /// sends nobody does not take place.
    fn offers(&self) -> impl Iterator<Item = (&TimeSlot, &Offer, &Workshop)> {
        let slots = self.programme.slots.iter();
        let known = slots.filter(|slot| self.is_shown(slot));
        known.flat_map(|slot| {
            let offers = self.programme.offers_in(slot.id);
            let planned = offers.filter(|(offer, _)| {
                self.programme.is_planned(offer.key)
                    && (slot.way == SlotWay::FirstCome || self.assigned.contains(&offer.key))
            });
            planned.map(move |(offer, workshop)| (slot, offer, workshop))
        })
    }

    /// Whether people see who attends what in a slot.
    fn is_shown(&self, slot: &TimeSlot) -> bool {
        match slot.way {
            SlotWay::FirstCome => true,
            SlotWay::Wishes => {
                let published = self.published.as_ref();
                published.is_some_and(|published| published.contains(&slot.id))
            }
            SlotWay::Together => false,
        }
    }

    fn slot_of(&self, offer: AgendaItemId) -> Option<&TimeSlot> {
        let mut offers = self.programme.offers.iter();
        let found = offers.find(|found| found.id == offer)?;
        self.programme.slot(found.key.slot)
    }

    fn way_of(&self, slot: SlotId) -> Option<SlotWay> {
        self.programme.slot(slot).map(|slot| slot.way)
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
            place: match offer.room {
                Some(_) => None,
                None => self.place.clone(),
            },
            room: offer.room.as_ref().map(ToString::to_string),
            speakers: details.speakers.as_ref().map(ToString::to_string),
            news: match slot.way {
                SlotWay::Wishes => VisitNews::Published,
                SlotWay::FirstCome | SlotWay::Together => VisitNews::AtOnce,
            },
        }
    }
}
