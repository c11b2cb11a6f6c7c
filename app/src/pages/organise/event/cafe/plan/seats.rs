//! Who sits at which table in each round.

use std::collections::{HashMap, HashSet};

use model::{
    RegistrationId,
    cafe::{CafeTable, TableNumber},
};

use super::Shown;

/// The seats of a version by round and table.
pub(super) struct SeatsByTable {
    /// In the order of people.
    people: HashMap<(u32, TableNumber), Vec<RegistrationId>>,
    again: HashMap<(u32, TableNumber), u32>,
    /// Who shares a table with the chosen person in any round.
    companions: HashSet<RegistrationId>,
}

impl SeatsByTable {
    pub(super) fn new(shown: &Shown<'_>) -> Self {
        let seating = &shown.version.seating;
        let set_up = shown.set_up;
        let hosts: HashSet<RegistrationId> = set_up.hosts().map(|(host, _)| host).collect();
        let topics: HashMap<TableNumber, _> = set_up
            .tables
            .iter()
            .map(|table| (table.number, table.topic))
            .collect();
        let mut seats = Self {
            people: HashMap::new(),
            again: HashMap::new(),
            companions: HashSet::new(),
        };
        let mut seen = HashSet::new();
        for (round, tables) in (1..).zip(&seating.rounds) {
            for (person, table) in seating.people.iter().zip(tables) {
                let Some(table) = table else { continue };
                seats
                    .people
                    .entry((round, *table))
                    .or_default()
                    .push(*person);
                let is_new = seen.insert((*person, topics.get(table)));
                if !is_new && !hosts.contains(person) {
                    *seats.again.entry((round, *table)).or_default() += 1;
                }
            }
        }
        let position = |id: &RegistrationId| {
            let person = shown.people.get(*id);
            person.map_or(usize::MAX, |person| person.position)
        };
        for people in seats.people.values_mut() {
            people.sort_by_key(position);
        }
        if let Some((chosen, _)) = shown.choice() {
            let shared = seats
                .people
                .values()
                .filter(|people| people.contains(&chosen));
            seats.companions = shared.flatten().copied().collect();
        }
        seats
    }

    /// The people at a table in a round without its host, and whether the host is there.
    pub(super) fn at(&self, table: &CafeTable, round: u32) -> (Vec<RegistrationId>, bool) {
        let all = self.people.get(&(round, table.number));
        let all = all.map(Vec::as_slice).unwrap_or_default();
        let others: Vec<RegistrationId> = all
            .iter()
            .filter(|person| table.host != Some(**person))
            .copied()
            .collect();
        let host_is_there = others.len() < all.len();
        (others, host_is_there)
    }

    /// How many see the topic of a table again.
    pub(super) fn see_again(&self, table: TableNumber, round: u32) -> u32 {
        self.again.get(&(round, table)).copied().unwrap_or(0)
    }

    /// Whether somebody shares a table with the chosen person.
    pub(super) fn is_met(&self, chosen: RegistrationId, person: RegistrationId) -> bool {
        person != chosen && self.companions.contains(&person)
    }

    /// How many people the chosen person shares a table with.
    pub(super) fn companions(&self) -> usize {
        self.companions.len().saturating_sub(1)
    }
}
