//! Who attends what.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::{RegistrationId, SlotId, WorkshopId, workshops::OfferKey};

/// The workshop of each person in each slot. Ids are stored once: 500 people in four slots take less than 40 kB.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignmentSeating {
    pub people: Vec<RegistrationId>,
    pub slots: Vec<SlotId>,
    pub workshops: Vec<WorkshopId>,
    /// For each slot and each person the position of the workshop; `None` without a seat.
    pub seats: Vec<Vec<Option<u16>>>,
}

impl AssignmentSeating {
    /// The workshop of a person in a slot.
    pub fn workshop_of(&self, person: RegistrationId, slot: SlotId) -> Option<WorkshopId> {
        let slot = self.slots.iter().position(|one| *one == slot)?;
        let person = self.people.iter().position(|one| *one == person)?;
        self.at(slot, person)
    }

    /// The workshop at a position of slot and person.
    pub fn at(&self, slot: usize, person: usize) -> Option<WorkshopId> {
        let workshop = (*self.seats.get(slot)?.get(person)?)?;
        self.workshops.get(usize::from(workshop)).copied()
    }

    /// The same seats with people in another order. Whoever is not in it has no seat.
    #[must_use]
    pub fn in_order_of(&self, people: &[RegistrationId]) -> Self {
        let position = |person: &RegistrationId| self.people.iter().position(|one| one == person);
        let positions: Vec<Option<usize>> = people.iter().map(position).collect();
        let row = |row: &Vec<Option<u16>>| {
            let seats = positions.iter();
            let seat = |position: &Option<usize>| (*position).and_then(|at| *row.get(at)?);
            seats.map(seat).collect()
        };
        Self {
            people: people.to_vec(),
            seats: self.seats.iter().map(row).collect(),
            ..self.clone()
        }
    }

    /// The seats once two people have exchanged theirs in a slot. Every other seat stays. `None` if one of them has none.
    #[must_use]
    pub fn exchanged(&self, slot: SlotId, people: [RegistrationId; 2]) -> Option<Self> {
        let slot = self.slots.iter().position(|one| *one == slot)?;
        let [one, other] = people.map(|person| self.people.iter().position(|one| *one == person));
        let (one, other) = (one?, other?);
        self.at(slot, one)?;
        self.at(slot, other)?;
        let mut after = self.clone();
        after.seats.get_mut(slot)?.swap(one, other);
        Some(after)
    }

    /// Every seat: person, slot and workshop.
    pub fn all(&self) -> impl Iterator<Item = (RegistrationId, OfferKey)> {
        self.slots
            .iter()
            .enumerate()
            .flat_map(move |(index, &slot)| {
                let people = self.people.iter().enumerate();
                people.filter_map(move |(position, &person)| {
                    let workshop = self.at(index, position)?;
                    Some((person, OfferKey { slot, workshop }))
                })
            })
    }

    /// The people in an offer.
    pub fn people_in(&self, offer: OfferKey) -> impl Iterator<Item = RegistrationId> {
        let all = self.all();
        all.filter_map(move |(person, seat)| (seat == offer).then_some(person))
    }

    /// Everybody with a seat in at least one slot.
    pub fn seated(&self) -> HashSet<RegistrationId> {
        self.all().map(|(person, _)| person).collect()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::AssignmentSeating;
    use crate::workshops::OfferKey;

    fn id<Id: From<Uuid>>(number: u128) -> Id {
        Uuid::from_u128(number).into()
    }

    #[test]
    fn seats_are_found_by_person_and_by_offer() {
        let seating = AssignmentSeating {
            people: vec![id(1), id(2), id(3)],
            slots: vec![id(11), id(12)],
            workshops: vec![id(21), id(22)],
            seats: vec![vec![Some(0), Some(1), None], vec![None, Some(0), None]],
        };
        assert_eq!(seating.workshop_of(id(2), id(11)), Some(id(22)));
        assert_eq!(seating.workshop_of(id(1), id(12)), None);
        assert_eq!(seating.workshop_of(id(9), id(12)), None);
        let offer = OfferKey {
            slot: id(12),
            workshop: id(21),
        };
        assert_eq!(seating.people_in(offer).collect::<Vec<_>>(), [id(2)]);
        assert_eq!(seating.seated(), [id(1), id(2)].into());
    }

    #[test]
    fn two_people_exchange_their_seats_and_nobody_elses_change() {
        let seating = AssignmentSeating {
            people: vec![id(1), id(2), id(3)],
            slots: vec![id(11), id(12)],
            workshops: vec![id(21), id(22)],
            seats: vec![
                vec![Some(0), Some(1), None],
                vec![Some(0), Some(1), Some(1)],
            ],
        };
        let after = seating.exchanged(id(11), [id(1), id(2)]).unwrap();
        assert_eq!(after.seats[0], [Some(1), Some(0), None]);
        assert_eq!(after.seats[1], seating.seats[1]);
        assert_eq!(seating.exchanged(id(11), [id(1), id(3)]), None);
        assert_eq!(seating.exchanged(id(13), [id(1), id(2)]), None);
    }

    #[test]
    fn a_congress_is_stored_in_less_than_40_kilobytes() {
        let seating = AssignmentSeating {
            people: (0..500).map(id).collect(),
            slots: (0..4).map(id).collect(),
            workshops: (0..40).map(id).collect(),
            seats: vec![vec![Some(39); 500]; 4],
        };
        let text = serde_json::to_string(&seating).unwrap();
        assert!(text.len() < 40_000, "{}", text.len());
    }
}
