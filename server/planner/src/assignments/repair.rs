//! A repair before it is taken over: who would move, and what the assignment becomes.

use std::collections::{HashMap, HashSet};

use model::{
    RegistrationId, SlotId, WorkshopId,
    assignment::{AssignmentQuality, AssignmentSeating, AssignmentVersion, BrokenAssignmentRule},
};

use super::{AssignmentProblem, quality::quality_of};

/// A computed repair of the current version.
#[derive(Debug, Clone)]
pub struct AssignmentRepair {
    pub version: AssignmentVersion,
    /// The quality of the current seats, for the people, wishes and workshops that there are now.
    pub now: AssignmentQuality,
    /// The rules that the current seats break now.
    pub broken_now: Vec<BrokenAssignmentRule>,
    /// The seats that differ, by slot, in the order of people. Those who are gone are left out.
    pub changes: Vec<SeatReplacement>,
}

/// A seat of one person that differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatReplacement {
    pub person: RegistrationId,
    pub slot: SlotId,
    pub before: Option<WorkshopId>,
    pub after: Option<WorkshopId>,
}

/// The seats of people that differ between two assignments, by slot, in the order of people.
pub(super) fn seat_replacements(
    (before, after): (&AssignmentSeating, &AssignmentSeating),
    slots: &[SlotId],
    people: &[RegistrationId],
) -> Vec<SeatReplacement> {
    let seats = |seating: &AssignmentSeating| -> HashMap<(RegistrationId, SlotId), WorkshopId> {
        let seats = seating.all();
        seats
            .map(|(person, offer)| ((person, offer.slot), offer.workshop))
            .collect()
    };
    let (before, after) = (seats(before), seats(after));
    let mut found = Vec::new();
    for &slot in slots {
        for &person in people {
            let at = (person, slot);
            let (before, after) = (before.get(&at).copied(), after.get(&at).copied());
            if before != after {
                found.push(SeatReplacement {
                    person,
                    slot,
                    before,
                    after,
                });
            }
        }
    }
    found
}

impl AssignmentRepair {
    pub(super) fn new(
        problem: &AssignmentProblem,
        current: &AssignmentVersion,
        version: AssignmentVersion,
    ) -> Self {
        let seats = problem.seating(&current.seating);
        let both = (&current.seating, &version.seating);
        let changes = seat_replacements(both, &problem.slots, &problem.people);
        Self {
            now: quality_of(problem, &seats),
            broken_now: super::quality::broken_rules(problem, &seats),
            version,
            changes,
        }
    }

    /// How many people go to another workshop.
    pub fn moved(&self) -> usize {
        self.people(|change| change.before.is_some() && change.after.is_some())
    }

    /// How many people get a seat where they had none.
    pub fn gained(&self) -> usize {
        self.people(|change| change.before.is_none())
    }

    /// How many people lose a seat and get none for it.
    pub fn lost(&self) -> usize {
        self.people(|change| change.after.is_none())
    }

    fn people(&self, is_meant: impl Fn(&SeatReplacement) -> bool) -> usize {
        let changes = self.changes.iter().filter(|change| is_meant(change));
        let people: HashSet<RegistrationId> = changes.map(|change| change.person).collect();
        people.len()
    }
}
