//! The programme of an event as a whole.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;

use super::{Clash, Offer, OfferKey, Room, SlotWay, TimeSlot, Workshop};
use crate::{AgendaItem, Fault, SlotId, WorkshopId};

/// What an event offers in parallel. A problem for the solver is built from it without further queries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Programme {
    /// In the order of their times.
    pub slots: Vec<TimeSlot>,
    /// In the organiser's order.
    pub workshops: Vec<Workshop>,
    /// In the order of the slots, and of the workshops in each.
    pub offers: Vec<Offer>,
    pub clashes: Vec<Clash>,
    /// In the order of their names.
    pub rooms: Vec<Room>,
    /// Offers that were called off by themselves, while their workshop takes place in another slot.
    pub called_off: BTreeSet<OfferKey>,
}

impl Programme {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty() && self.workshops.is_empty()
    }

    /// Whether there are slots in which seats are booked.
    pub fn has_bookings(&self) -> bool {
        let mut slots = self.slots.iter();
        slots.any(|slot| slot.way == SlotWay::FirstCome)
    }

    /// The slot of this id.
    pub fn slot(&self, id: SlotId) -> Option<&TimeSlot> {
        self.slots.iter().find(|slot| slot.id == id)
    }

    /// The workshop of this id.
    pub fn workshop(&self, id: WorkshopId) -> Option<&Workshop> {
        self.workshops.iter().find(|workshop| workshop.id == id)
    }

    /// The room that a text names, if its number of seats is known.
    pub fn room(&self, name: &str) -> Option<&Room> {
        self.rooms.iter().find(|room| room.is_named(name))
    }

    /// The offer of a workshop in a slot.
    pub fn offer(&self, key: OfferKey) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.key == key)
    }

    /// Whether an offer was not called off, neither by itself nor with its workshop.
    pub fn is_planned(&self, key: OfferKey) -> bool {
        let workshop = self.workshop(key.workshop);
        workshop.is_some_and(Workshop::is_planned) && !self.called_off.contains(&key)
    }

    /// The offers in a slot, each with its workshop, in the order of the workshops.
    pub fn offers_in(&self, slot: SlotId) -> impl Iterator<Item = (&Offer, &Workshop)> {
        let offers = self.offers.iter();
        offers
            .filter(move |offer| offer.key.slot == slot)
            .filter_map(|offer| Some((offer, self.workshop(offer.key.workshop)?)))
    }

    /// The offers of a workshop, each with its slot, in the order of the slots.
    pub fn offers_of(&self, workshop: WorkshopId) -> impl Iterator<Item = (&Offer, &TimeSlot)> {
        let offers = self.offers.iter();
        offers
            .filter(move |offer| offer.key.workshop == workshop)
            .filter_map(|offer| Some((offer, self.slot(offer.key.slot)?)))
    }

    /// The offers that somebody of this name leads, without those that were called off.
    pub fn led_by(&self, name: &str) -> Vec<OfferKey> {
        let led = |offer: &&Offer| {
            let workshop = self.workshop(offer.key.workshop);
            self.is_planned(offer.key) && workshop.is_some_and(|workshop| workshop.is_led_by(name))
        };
        let offers = self.offers.iter().filter(led);
        offers.map(|offer| offer.key).collect()
    }

    /// The workshops that nobody attends beside this one.
    pub fn clashes_of(&self, workshop: WorkshopId) -> impl Iterator<Item = WorkshopId> {
        let clashes = self.clashes.iter();
        clashes.filter_map(move |clash| clash.other(workshop))
    }

    /// The items of the agenda that are offers.
    pub fn items(&self) -> impl Iterator<Item = AgendaItem> {
        self.offers.iter().filter_map(|offer| {
            let (slot, workshop) = (
                self.slot(offer.key.slot)?,
                self.workshop(offer.key.workshop)?,
            );
            Some(offer.item(slot, workshop))
        })
    }

    /// Refuses a slot that takes place at the same time as another one.
    pub fn check_slot(&self, slot: &TimeSlot, zone: &TimeZone) -> Result<(), Fault> {
        let mut others = self.slots.iter().filter(|other| other.id != slot.id);
        match others.find(|other| other.overlaps(slot, zone)) {
            None => Ok(()),
            Some(other) => Err(Fault::SlotOverlaps {
                starts: other.starts,
                ends: other.ends(zone),
            }),
        }
    }
}

#[cfg(test)]
pub(super) mod given {
    use std::collections::BTreeSet;

    use jiff::civil::date;
    use uuid::Uuid;

    use super::Programme;
    use crate::{
        Line, SlotId, WorkshopId,
        local::Occurrence,
        workshops::{
            Clash, Offer, OfferKey, SlotWay, TimeSlot, Workshop, WorkshopDetails, WorkshopState,
        },
    };

    pub fn id<Id: From<Uuid>>(number: u128) -> Id {
        Uuid::from_u128(number).into()
    }

    pub fn slot(number: u128, hour: i8) -> TimeSlot {
        TimeSlot {
            id: id(number),
            event: id(99),
            starts: date(2027, 4, 15).at(hour, 0, 0, 0),
            occurrence: Occurrence::First,
            minutes: 90,
            way: SlotWay::Wishes,
            revision: 1,
        }
    }

    pub fn workshop(number: u128, title: &str) -> Workshop {
        Workshop {
            id: id(number),
            event: id(99),
            position: i64::try_from(number).unwrap(),
            details: WorkshopDetails::titled(Line::parse(title).unwrap()),
            state: WorkshopState::Planned,
            revision: 1,
        }
    }

    pub fn offer(number: u128, slot: u128, workshop: u128, room: &str) -> Offer {
        let (slot, workshop): (SlotId, WorkshopId) = (id(slot), id(workshop));
        Offer {
            id: id(number),
            key: OfferKey { slot, workshop },
            room: Line::optional(room).unwrap(),
        }
    }

    /// Two slots; the first workshop is offered in both, the second in the first.
    pub fn programme() -> Programme {
        let (handwork, care) = (workshop(11, "Handwerk"), workshop(12, "Pflege"));
        Programme {
            slots: vec![slot(1, 14), slot(2, 16)],
            clashes: Clash::between(care.id, handwork.id).into_iter().collect(),
            workshops: vec![handwork, care],
            offers: vec![
                offer(21, 1, 11, "Saal"),
                offer(22, 1, 12, "Raum 2"),
                offer(23, 2, 11, ""),
            ],
            rooms: Vec::new(),
            called_off: BTreeSet::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::{civil::date, tz::TimeZone};

    use super::given::{id, programme, slot};
    use crate::{Fault, workshops::Clash};

    #[test]
    fn slots_follow_one_another_and_do_not_overlap() {
        let programme = programme();
        let check = |slot| programme.check_slot(&slot, &TimeZone::UTC);
        // From half past five, when the second slot ends.
        let mut third = slot(3, 17);
        third.starts = date(2027, 4, 15).at(17, 30, 0, 0);
        assert_eq!(check(third.clone()), Ok(()));
        third.starts = date(2027, 4, 15).at(17, 29, 0, 0);
        let overlaps = Fault::SlotOverlaps {
            starts: date(2027, 4, 15).at(16, 0, 0, 0),
            ends: date(2027, 4, 15).at(17, 30, 0, 0),
        };
        assert_eq!(check(third), Err(overlaps));
        // A slot does not stand in its own way.
        let mut moved = programme.slots[0].clone();
        moved.minutes = 120;
        assert_eq!(check(moved), Ok(()));
    }

    #[test]
    fn a_clash_holds_in_both_directions() {
        let programme = programme();
        assert_eq!(programme.clashes_of(id(11)).collect::<Vec<_>>(), [id(12)]);
        assert_eq!(programme.clashes_of(id(12)).collect::<Vec<_>>(), [id(11)]);
        assert_eq!(Clash::between(id(11), id(11)), None);
        assert_eq!(
            Clash::between(id(11), id(12)),
            Clash::between(id(12), id(11))
        );
    }

    #[test]
    fn an_offer_is_an_item_with_the_time_of_its_slot_and_the_title_of_its_workshop() {
        let programme = programme();
        let items: Vec<_> = programme.items().collect();
        assert_eq!(items.len(), 3);
        assert_eq!(items[2].starts, programme.slots[1].starts);
        assert_eq!(items[2].title, programme.workshops[0].details.title);
        assert_eq!(items[2].offer, Some(programme.offers[2].key));
        let in_first: Vec<_> = programme.offers_in(id(1)).map(|(_, w)| w.id).collect();
        assert_eq!(in_first, [id(11), id(12)]);
        let of_first: Vec<_> = programme.offers_of(id(11)).map(|(_, s)| s.id).collect();
        assert_eq!(of_first, [id(1), id(2)]);
    }
}
