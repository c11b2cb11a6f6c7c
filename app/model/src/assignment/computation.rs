//! What a computation found, before anybody changed it.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{AssignmentSeating, Fairness, Proof};

/// The assignments that one computation found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Computation {
    /// Whether a workshop takes a limited number of one organisation, so that the problem is not the same without them.
    pub limits_organisations: bool,
    /// Whether rules about people were part of the problem. They are nobody else's to read.
    #[serde(default)]
    pub has_rules: bool,
    pub found: Vec<ComputedSeats>,
}

/// An assignment by one fairness. Its people are all those of the problem, in the order of their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComputedSeats {
    pub fairness: Fairness,
    pub proof: Proof,
    /// Steps of the search, which reproduce the seats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub steps: Option<u64>,
    pub seating: AssignmentSeating,
}

impl Computation {
    /// The assignment by a fairness.
    pub fn by(&self, fairness: Fairness) -> Option<&ComputedSeats> {
        self.found.iter().find(|found| found.fairness == fairness)
    }
}

impl ComputedSeats {
    /// How many seats another assignment gives otherwise: to people of the problem, and to those who came later. Whoever
    /// is in it no more has changed nothing.
    pub fn changed_in(&self, seating: &AssignmentSeating) -> usize {
        let found: HashMap<_, _> = self
            .seating
            .all()
            .map(|(person, offer)| ((person, offer.slot), offer.workshop))
            .collect();
        let slots = seating.slots.iter().enumerate();
        let changed = slots.map(|(index, &slot)| {
            let people = seating.people.iter().enumerate();
            let differs = people.filter(|&(position, &person)| {
                seating.at(index, position) != found.get(&(person, slot)).copied()
            });
            differs.count()
        });
        changed.sum()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{super::AssignmentSeating, ComputedSeats};
    use crate::assignment::{Fairness, Proof};

    fn id<Id: From<Uuid>>(number: u128) -> Id {
        Uuid::from_u128(number).into()
    }

    #[test]
    fn seats_given_otherwise_are_counted_and_cancellations_are_not() {
        let seating = AssignmentSeating {
            people: vec![id(1), id(2), id(3)],
            slots: vec![id(11), id(12)],
            workshops: vec![id(21), id(22)],
            seats: vec![vec![Some(0), Some(1), None], vec![None, Some(0), Some(0)]],
        };
        let found = ComputedSeats {
            fairness: Fairness::Leximin,
            proof: Proof::Optimal,
            steps: None,
            seating: seating.clone(),
        };
        assert_eq!(found.changed_in(&seating), 0);
        let without_third = seating.in_order_of(&[id(2), id(1)]);
        assert_eq!(found.changed_in(&without_third), 0);
        let swapped = seating.exchanged(id(11), [id(1), id(2)]).unwrap();
        assert_eq!(found.changed_in(&swapped), 2);
        let mut late = seating;
        late.people.push(id(4));
        late.seats[0].push(Some(1));
        late.seats[1].push(None);
        assert_eq!(found.changed_in(&late), 1);
    }
}
