//! Rooms: how many seats they have, and what is planned for them.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use super::{Offer, Programme};
use crate::{AgendaItem, AgendaItemId, Line, NumberRange, local};

/// A room of which the number of seats is known. Offers and items name their rooms as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    pub name: Line<120>,
    pub seats: u32,
}

impl Room {
    /// The most rooms of an event.
    pub const MOST: usize = 200;

    pub const SEATS: NumberRange = NumberRange {
        least: 1,
        most: 100_000,
    };

    /// Whether a text names this room. Capital and small letters are alike.
    pub fn is_named(&self, name: &str) -> bool {
        same_room(self.name.as_str(), name)
    }
}

/// Two items of an agenda in one room at one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoomConflict {
    pub first: AgendaItemId,
    pub second: AgendaItemId,
}

/// An offer for more people than its room has seats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooSmall<'a> {
    pub offer: &'a Offer,
    pub most: u32,
    pub seats: u32,
}

impl Programme {
    /// The planned offers with a higher maximum than their rooms have seats.
    pub fn too_small_rooms(&self) -> Vec<TooSmall<'_>> {
        let offers = self.offers.iter();
        offers
            .filter(|offer| self.is_planned(offer.key))
            .filter_map(|offer| {
                let most = self.workshop(offer.key.workshop)?.details.most?;
                let seats = self.room(offer.room.as_ref()?.as_str())?.seats;
                (most > seats).then_some(TooSmall { offer, most, seats })
            })
            .collect()
    }
}

/// The pairs of items that use one room at one time, in the order of the agenda. `takes_place` leaves out items that are
/// called off.
pub fn room_conflicts(
    agenda: &[AgendaItem],
    zone: &TimeZone,
    takes_place: impl Fn(&AgendaItem) -> bool,
) -> Vec<RoomConflict> {
    let items: Vec<_> = agenda
        .iter()
        .filter(|item| takes_place(item))
        .filter_map(|item| Some((item.id, item.room.as_ref()?.as_str(), span(item, zone))))
        .collect();
    let mut conflicts = Vec::new();
    for (index, (first, room, (starts, ends))) in items.iter().enumerate() {
        let others = items.iter().skip(index + 1);
        let conflicting = others.filter(|(_, other, (other_starts, other_ends))| {
            starts < other_ends && other_starts < ends && same_room(room, other)
        });
        conflicts.extend(conflicting.map(|(second, ..)| RoomConflict {
            first: *first,
            second: *second,
        }));
    }
    conflicts
}

fn same_room(one: &str, other: &str) -> bool {
    one == other || one.to_lowercase() == other.to_lowercase()
}

fn span(item: &AgendaItem, zone: &TimeZone) -> (Timestamp, Timestamp) {
    let starts = local::instant(item.starts, zone, Some(item.occurrence))
        .unwrap_or_else(|_| local::assumed_instant(item.starts, zone));
    let length = SignedDuration::from_mins(item.minutes.into());
    (starts, starts.checked_add(length).unwrap_or(starts))
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::{Room, RoomConflict, room_conflicts};
    use crate::{
        AgendaItem, Line,
        workshops::{WorkshopState, programme::given},
    };

    fn agenda() -> Vec<AgendaItem> {
        let programme = given::programme();
        programme.items().collect()
    }

    #[test]
    fn two_offers_in_one_room_at_one_time_are_named_as_a_pair() {
        let mut agenda = agenda();
        assert_eq!(room_conflicts(&agenda, &TimeZone::UTC, |_| true), []);
        agenda[1].room = Some(Line::parse("SAAL").unwrap());
        let pair = RoomConflict {
            first: agenda[0].id,
            second: agenda[1].id,
        };
        assert_eq!(room_conflicts(&agenda, &TimeZone::UTC, |_| true), [pair]);
        let second = agenda[1].id;
        assert_eq!(
            room_conflicts(&agenda, &TimeZone::UTC, |item| item.id != second),
            []
        );
    }

    #[test]
    fn a_maximum_above_the_seats_of_the_room_is_pointed_out_unless_the_workshop_is_called_off() {
        let mut programme = given::programme();
        programme.rooms = vec![Room {
            name: Line::parse("Saal").unwrap(),
            seats: 10,
        }];
        programme.workshops[0].details.most = Some(11);
        let found = programme.too_small_rooms();
        let numbers: Vec<_> = found
            .iter()
            .map(|found| (found.most, found.seats))
            .collect();
        assert_eq!(numbers, [(11, 10)]);
        let key = found[0].offer.key;
        programme.called_off.insert(key);
        assert_eq!(programme.too_small_rooms(), [], "the offer alone");
        programme.called_off.clear();
        programme.workshops[0].state = WorkshopState::CalledOff;
        assert_eq!(programme.too_small_rooms(), []);
    }
}
