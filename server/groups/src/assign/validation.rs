//! Checks of a problem that is built by hand. `parse` makes the same ones with the paths of JSON.

use std::collections::HashSet;
use std::fmt;

use super::problem::{Offer, Person, Problem, Workshop};
use super::rule::Rule;
use crate::distinct::are_distinct;

/// A part of a [`Problem`] that is invalid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidPart {
    /// There is at least one slot, and no id twice.
    Slots,
    /// There is at least one workshop, and no id twice.
    Workshops,
    /// No id comes twice.
    People,
    /// A workshop whose slots or clashes do not exist, are out of order or come twice, whose `min` exceeds `max`, or
    /// that clashes with itself.
    Workshop(usize),
    /// A person whose organisation, slots, workshops or wishes do not exist, or come twice. Slots ascend, and no
    /// position of the wishes is empty.
    Person(usize),
    /// A rule that refers to nothing, or names a person or an offer twice.
    Rule(Rule),
    /// The previous plan names a person, slot or workshop that does not exist.
    Previous,
    /// As [`Self::Previous`], of the plan to start from.
    Start,
    /// Seconds of the limit are a number from 0.
    Limit,
}

impl fmt::Display for InvalidPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid: {self:?}")
    }
}

impl std::error::Error for InvalidPart {}

impl Problem {
    /// Checks a problem that was built by hand.
    ///
    /// The other functions of the module expect a valid problem; an index beyond a list may panic there.
    ///
    /// # Errors
    ///
    /// Every invalid part.
    pub fn validated(self) -> Result<Self, Vec<InvalidPart>> {
        let mut invalid = self.invalid_lists();
        let workshops = self.workshops.iter().enumerate();
        let workshops = workshops.filter(|(index, row)| !self.is_workshop_valid(*index, row));
        invalid.extend(workshops.map(|(index, _)| InvalidPart::Workshop(index)));
        let people = self.people.iter().enumerate();
        let people = people.filter(|(_, row)| !self.is_person_valid(row));
        invalid.extend(people.map(|(index, _)| InvalidPart::Person(index)));
        invalid.extend(self.invalid_rules().into_iter().map(InvalidPart::Rule));
        invalid.extend(self.invalid_plans());
        if invalid.is_empty() {
            Ok(self)
        } else {
            Err(invalid)
        }
    }

    fn invalid_lists(&self) -> Vec<InvalidPart> {
        let workshops = self.workshops.iter().map(|workshop| &*workshop.id);
        let people = self.people.iter().map(|person| &*person.id);
        let checks = [
            (
                InvalidPart::Slots,
                !self.slots.is_empty() && are_unique(self.slots.iter().map(String::as_str)),
            ),
            (
                InvalidPart::Workshops,
                !self.workshops.is_empty() && are_unique(workshops),
            ),
            (InvalidPart::People, are_unique(people)),
            (InvalidPart::Limit, self.limit.is_valid()),
        ];
        let invalid = checks.into_iter().filter(|(_, is_valid)| !is_valid);
        invalid.map(|(part, _)| part).collect()
    }

    fn is_workshop_valid(&self, index: usize, workshop: &Workshop) -> bool {
        workshop.min <= workshop.max
            && self.are_slots(&workshop.slots)
            && are_distinct(&workshop.clashes, self.workshops.len())
            && !workshop.clashes.contains(&index)
    }

    fn is_person_valid(&self, person: &Person) -> bool {
        let wishes: Vec<usize> = person.wishes.iter().flatten().copied().collect();
        let allowed = person.workshops.as_deref().unwrap_or_default();
        (person.organisation).is_none_or(|organisation| organisation < self.organisations.len())
            && self.are_slots(&person.slots)
            && are_distinct(allowed, self.workshops.len())
            && are_distinct(&wishes, self.workshops.len())
            && !person.wishes.iter().any(Vec::is_empty)
    }

    /// Whether these are slots in ascending order.
    fn are_slots(&self, slots: &[usize]) -> bool {
        slots.is_sorted_by(|one, next| one < next)
            && slots.last().is_none_or(|&last| last < self.slots.len())
    }

    fn invalid_rules(&self) -> Vec<Rule> {
        let mut invalid = Vec::new();
        let fixed = self.fixed.iter().enumerate().filter(|(_, seat)| {
            seat.person >= self.people.len() || !self.has_place(seat.workshop, seat.slot)
        });
        invalid.extend(fixed.map(|(index, _)| Rule::Fixed(index)));
        let offers = [
            (&self.open, Rule::Open as fn(usize) -> Rule),
            (&self.closed, Rule::Closed),
        ];
        for (offers, rule) in offers {
            let mut seen = HashSet::new();
            let is_valid = |offer: &Offer| self.has_place(offer.workshop, offer.slot);
            let wrong = (offers.iter().enumerate())
                .filter(|(_, offer)| !is_valid(offer) || !seen.insert(**offer));
            invalid.extend(wrong.map(|(index, _)| rule(index)));
        }
        let groups = [
            (&self.together, Rule::Together as fn(usize) -> Rule),
            (&self.apart, Rule::Apart),
        ];
        for (groups, rule) in groups {
            let wrong = (groups.iter().enumerate())
                .filter(|(_, group)| !are_distinct(group, self.people.len()));
            invalid.extend(wrong.map(|(index, _)| rule(index)));
        }
        invalid
    }

    fn invalid_plans(&self) -> Vec<InvalidPart> {
        let is_known = |person: usize, slot: usize, workshop: Option<usize>| {
            person < self.people.len()
                && slot < self.slots.len()
                && workshop.is_none_or(|workshop| workshop < self.workshops.len())
        };
        let mut previous = self.previous.iter();
        let is_previous_valid =
            previous.all(|(&(person, slot), &workshop)| is_known(person, slot, workshop));
        let rows = self.start.iter().flat_map(|start| &start.workshops);
        let mut rows = rows.enumerate();
        let is_start_valid = rows.all(|(person, row)| {
            let mut row = row.iter().enumerate();
            row.all(|(slot, &workshop)| is_known(person, slot, workshop))
        });
        let checks = [
            (InvalidPart::Previous, is_previous_valid),
            (InvalidPart::Start, is_start_valid),
        ];
        let invalid = checks.into_iter().filter(|(_, is_valid)| !is_valid);
        invalid.map(|(part, _)| part).collect()
    }

    fn has_place(&self, workshop: usize, slot: usize) -> bool {
        workshop < self.workshops.len() && slot < self.slots.len()
    }
}

fn are_unique<'a>(ids: impl Iterator<Item = &'a str>) -> bool {
    let mut seen = HashSet::new();
    let mut ids = ids;
    ids.all(|id| seen.insert(id))
}

#[cfg(test)]
mod tests {
    use super::super::problem::Seat;
    use super::super::seating::Seating;
    use super::*;
    use crate::Limit;

    fn small() -> Problem {
        let workshop = |id: usize| Workshop {
            id: id.to_string(),
            slots: vec![0, 1],
            min: 0,
            max: 9,
            organisation_max: 9,
            clashes: Vec::new(),
        };
        let person = |id: usize| Person {
            id: id.to_string(),
            organisation: None,
            slots: vec![0, 1],
            workshops: None,
            wishes: vec![vec![1], vec![0]],
        };
        Problem {
            slots: vec!["A".to_owned(), "B".to_owned()],
            workshops: (0..2).map(workshop).collect(),
            people: (0..4).map(person).collect(),
            ..Problem::default()
        }
    }

    #[test]
    fn a_problem_built_by_hand_is_checked_part_by_part() {
        assert!(small().validated().is_ok());
        let mut problem = small();
        problem.slots[1] = "A".to_owned();
        problem.workshops[0].clashes = vec![0];
        problem.workshops[1].min = 10;
        problem.people[0].slots = vec![1, 0];
        problem.people[1].wishes = vec![vec![0], vec![0, 1]];
        problem.people[2].organisation = Some(0);
        problem.fixed.push(Seat {
            person: 4,
            slot: 0,
            workshop: 0,
        });
        let offer = Offer {
            workshop: 1,
            slot: 1,
        };
        problem.closed = vec![offer, offer];
        problem.apart = vec![vec![0, 1], vec![2, 2]];
        problem.previous.insert((0, 0), Some(2));
        problem.start = Some(Seating {
            workshops: vec![vec![None, None, None]],
        });
        problem.limit = Limit::Seconds(f64::NAN);
        assert_eq!(
            problem.validated().unwrap_err(),
            [
                InvalidPart::Slots,
                InvalidPart::Limit,
                InvalidPart::Workshop(0),
                InvalidPart::Workshop(1),
                InvalidPart::Person(0),
                InvalidPart::Person(1),
                InvalidPart::Person(2),
                InvalidPart::Rule(Rule::Fixed(0)),
                InvalidPart::Rule(Rule::Closed(1)),
                InvalidPart::Rule(Rule::Apart(1)),
                InvalidPart::Previous,
                InvalidPart::Start,
            ]
        );
        let empty = Problem::default().validated().unwrap_err();
        assert_eq!(empty, [InvalidPart::Slots, InvalidPart::Workshops]);
    }
}
