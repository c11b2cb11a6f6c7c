//! The seats of an assignment as they are stored, and as the solver sees them.

use std::collections::HashMap;

use groups::assign::Seating;
use model::{RegistrationId, assignment::AssignmentSeating};

use super::AssignmentProblem;

impl AssignmentProblem {
    /// The seats of a stored assignment, as far as its people, slots and workshops are still there.
    pub fn seating(&self, stored: &AssignmentSeating) -> Seating {
        let mut seating = Seating::empty(&self.problem);
        let people: HashMap<RegistrationId, usize> = self.people.iter().copied().zip(0..).collect();
        for (person, key) in stored.all() {
            if let (Some(&person), Some(offer)) = (people.get(&person), self.offer_at(key)) {
                seating.workshops[person][offer.slot] = Some(offer.workshop);
            }
        }
        seating
    }

    /// The seats by ids, of the people for whom `is_known` holds. Whoever is left out counts as late.
    pub fn stored(
        &self,
        seating: &Seating,
        is_known: impl Fn(RegistrationId) -> bool,
    ) -> AssignmentSeating {
        let people: Vec<usize> = (0..self.people.len())
            .filter(|&person| is_known(self.people[person]))
            .collect();
        let seat = |person: usize, slot: usize| {
            let workshop = seating.workshop(person, slot)?;
            u16::try_from(workshop).ok()
        };
        AssignmentSeating {
            people: people.iter().map(|&person| self.people[person]).collect(),
            slots: self.slots.clone(),
            workshops: self.workshops.clone(),
            seats: (0..self.slots.len())
                .map(|slot| people.iter().map(|&person| seat(person, slot)).collect())
                .collect(),
        }
    }

    /// The seats of everybody, by ids.
    pub fn stored_for_all(&self, seating: &Seating) -> AssignmentSeating {
        self.stored(seating, |_| true)
    }
}
