//! The tables of a café as the solver sees them: their limits, and who may sit at which.

use std::collections::HashMap;

use groups::rotate::{Index, Person, Table};
use model::{
    RegistrationId,
    cafe::{CafeSetUp, CafeTable, SeatNeed},
};

/// The tables that meet all needs; `None` without any.
pub(super) fn allowed_tables(set_up: &CafeSetUp, needs: &[SeatNeed]) -> Option<Vec<Index>> {
    if needs.is_empty() {
        return None;
    }
    let meets = |table: &CafeTable| needs.iter().all(|need| need.is_met_by(table));
    let tables = set_up.tables.iter().enumerate();
    Some(
        tables
            .filter(|(_, table)| meets(table))
            .map(|(position, _)| position)
            .collect(),
    )
}

/// People spread evenly where each table has at least this many. With fewer people tables stay empty instead.
const FEWEST_AT_EVEN_TABLES: usize = 2;

/// The tables with their limits. Where no smallest number is given, people spread evenly: such tables get limits
/// from the number of people who are there in the emptiest and in the fullest round.
pub(super) fn tables(
    set_up: &CafeSetUp,
    people: &[Person],
    position_of: &HashMap<RegistrationId, Index>,
) -> Vec<Table> {
    let rounds = usize::try_from(set_up.rounds.count).unwrap_or(0);
    let there = |round: usize| people.iter().filter(|person| person.present[round]).count();
    let fewest = (0..rounds).map(there).min().unwrap_or(0);
    let most = (0..rounds).map(there).max().unwrap_or(0);
    let (low, high) = (even_level(set_up, fewest), even_level(set_up, most));
    set_up
        .tables
        .iter()
        .map(|table| {
            let seats = usize::try_from(table.most).unwrap_or(usize::MAX);
            let (min, max) = match table.least {
                Some(least) => (usize::try_from(least).unwrap_or(usize::MAX), seats),
                None if low.0 < FEWEST_AT_EVEN_TABLES => (0, seats),
                None => (low.0.min(seats), high.1.min(seats)),
            };
            Table {
                id: table.number.to_string(),
                topic: set_up
                    .topics
                    .iter()
                    .position(|topic| topic.number == table.topic)
                    .unwrap_or(0),
                min: Some(min),
                // Too many people for all seats stays a contradiction of the tables' own limits.
                max: Some(max),
                host: table.host.and_then(|host| position_of.get(&host).copied()),
            }
        })
        .collect()
}

/// How many people sit at a table without a smallest number of its own, at least and at most, where so many people come.
/// `None` without such tables.
pub fn even_sizes(set_up: &CafeSetUp, people: usize) -> Option<(usize, usize)> {
    let is_even = set_up.tables.iter().any(|table| table.least.is_none());
    let (least, most) = even_level(set_up, people);
    (is_even && least >= FEWEST_AT_EVEN_TABLES).then_some((least, most))
}

/// The smallest and largest number of people at tables that are filled evenly, where `people` are there. Tables
/// with fewer seats are full.
fn even_level(set_up: &CafeSetUp, people: usize) -> (usize, usize) {
    let seats = |table: &CafeTable| usize::try_from(table.most).unwrap_or(usize::MAX);
    let at_level = |level: usize| -> usize {
        set_up
            .tables
            .iter()
            .map(|table| {
                let least = table
                    .least
                    .map_or(0, |least| usize::try_from(least).unwrap_or(0));
                seats(table).min(level).max(least)
            })
            .fold(0, usize::saturating_add)
    };
    let highest = set_up.tables.iter().map(seats).max().unwrap_or(0);
    let full = (0..=highest).find(|level| at_level(*level) >= people);
    match full {
        Some(level) if at_level(level) == people => (level, level),
        Some(level) => (level.saturating_sub(1), level),
        None => (highest, highest),
    }
}
