//! Where people sit who come while a round is on, until a repair gives them tables.

use std::collections::{HashMap, HashSet};

use model::{
    RegistrationId,
    cafe::{Attendance, CafeSeating, CafeTable, TableNumber},
};
use store::AttendanceMark;

use super::{Cafe, needs::needs_of};

/// A free seat for everybody who is there and has no table in a round: at a table that meets their needs, the one with
/// the most free seats first. Whoever finds none is left out.
pub(super) fn seats_for_latecomers(
    cafe: &Cafe,
    seating: &CafeSeating,
    marks: &HashMap<RegistrationId, AttendanceMark>,
    round: u32,
) -> HashMap<RegistrationId, TableNumber> {
    let set_up = cafe.set_up();
    let attendance = |person: RegistrationId| {
        let mark = marks.get(&person);
        mark.map_or(Attendance::WHOLE, |mark| mark.attendance)
    };
    let there: HashSet<RegistrationId> = cafe
        .people
        .iter()
        .map(|person| person.id)
        .filter(|person| {
            let attendance = attendance(*person);
            // Whoever walks in during a round is there from the next one on; others come later.
            !attendance.is_gone(round) && attendance.from <= round + 1
        })
        .collect();
    let mut taken: HashMap<TableNumber, u32> = HashMap::new();
    for person in &there {
        if let Some(table) = seating.table_of(*person, round) {
            *taken.entry(table).or_default() += 1;
        }
    }
    let mut found = HashMap::new();
    let late = cafe.people.iter().filter(|person| {
        there.contains(&person.id) && seating.table_of(person.id, round).is_none()
    });
    for person in late {
        let needs = needs_of(&set_up, person);
        let free = |table: &CafeTable| {
            let taken = taken.get(&table.number).copied().unwrap_or(0);
            table.most.saturating_sub(taken)
        };
        let open = set_up
            .tables
            .iter()
            .filter(|table| free(table) > 0 && needs.iter().all(|need| need.is_met_by(table)));
        // The first of equal ones.
        if let Some(table) = open.rev().max_by_key(|table| free(table)) {
            *taken.entry(table.number).or_default() += 1;
            found.insert(person.id, table.number);
        }
    }
    found
}
