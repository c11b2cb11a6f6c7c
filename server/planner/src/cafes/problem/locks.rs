//! What the solver leaves alone: locked seats, tables and rounds.

use groups::rotate::{ClosedTable, Index};
use model::cafe::{CafeSeating, CafeSetUp, Lock, TableNumber};

use super::{CafeProblem, RuleSource};

impl CafeProblem {
    /// Keeps what is locked in a seating where it is.
    pub fn lock(&mut self, locks: &[Lock], seating: &CafeSeating) {
        for lock in locks {
            match *lock {
                Lock::Seat { person, round } => {
                    if let Some(table) = seating.table_of(person, round) {
                        self.fix(person, round, table, RuleSource::Lock(*lock));
                    }
                }
                Lock::Table { table, round } => self.close(table, round, *lock, seating),
                Lock::Round { round } => {
                    for table in self.tables.clone() {
                        self.close(table, round, *lock, seating);
                    }
                }
            }
        }
    }

    /// Seats whoever is there and has no seat in a locked round: a lock keeps those who sit there, and does not keep others
    /// out. Each gets the table with the fewest people that meets their needs and breaks no rule between people, if there
    /// is one; of equal ones, one with a topic that is new to them. Where no seat is free, the lock stays in the way.
    pub fn seat_in_locked_rounds(&mut self, set_up: &CafeSetUp, locks: &[Lock]) {
        for lock in locks {
            let Lock::Round { round } = *lock else {
                continue;
            };
            let index = round.checked_sub(1).and_then(|at| Index::try_from(at).ok());
            let open = self.problem.frozen_rounds..self.problem.rounds;
            let Some(index) = index.filter(|index| open.contains(index)) else {
                continue;
            };
            let mut seated = LockedRound::new(self, index);
            for person in 0..self.people.len() {
                let waits = self.problem.is_present(person, index) && seated.at[person].is_none();
                let table = waits.then(|| seated.table_for(self, set_up, person));
                if let Some(table) = table.flatten() {
                    seated.seat(person, table);
                    let (person, table) = (self.people[person], self.tables[table]);
                    self.fix(person, round, table, RuleSource::Lock(*lock));
                }
            }
        }
    }

    fn close(&mut self, table: TableNumber, round: u32, lock: Lock, seating: &CafeSeating) {
        let (Some(position), Some(index)) = (
            self.tables.iter().position(|one| *one == table),
            round
                .checked_sub(1)
                .and_then(|round| Index::try_from(round).ok()),
        ) else {
            return;
        };
        let closed = ClosedTable {
            round: index,
            table: position,
        };
        if index >= self.problem.rounds || self.problem.closed.contains(&closed) {
            return;
        }
        for person in seating.people_at(table, round) {
            self.fix(person, round, table, RuleSource::Lock(lock));
        }
        self.problem.closed.push(closed);
        self.closed.push(lock);
    }
}

/// Who sits where in a locked round.
struct LockedRound {
    /// The table of each person.
    at: Vec<Option<Index>>,
    /// How many people sit at each table.
    taken: Vec<usize>,
}

impl LockedRound {
    fn new(cafe: &CafeProblem, round: Index) -> Self {
        let mut seated = Self {
            at: vec![None; cafe.people.len()],
            taken: vec![0; cafe.tables.len()],
        };
        for seat in cafe.problem.fixed.iter().filter(|seat| seat.round == round) {
            seated.seat(seat.person, seat.table);
        }
        seated
    }

    fn seat(&mut self, person: Index, table: Index) {
        self.at[person] = Some(table);
        self.taken[table] += 1;
    }

    fn table_for(&self, cafe: &CafeProblem, set_up: &CafeSetUp, person: Index) -> Option<Index> {
        let problem = &cafe.problem;
        let is_free = |table: &Index| {
            let seats = usize::try_from(set_up.tables[*table].most);
            seats.is_ok_and(|seats| self.taken[*table] < seats)
        };
        let allowed = problem.people[person].tables.as_ref();
        let hosted = (problem.tables.iter()).position(|table| table.host == Some(person));
        let others = |groups: &[Vec<Index>]| -> Vec<Index> {
            let groups = groups.iter().filter(|group| group.contains(&person));
            let others = groups.flatten().filter(|other| **other != person);
            others.filter_map(|other| self.at[*other]).collect()
        };
        let (apart, together) = (others(&problem.apart), others(&problem.together));
        let seen: Vec<Index> = (problem.fixed.iter())
            .filter(|seat| seat.person == person)
            .map(|seat| problem.tables[seat.table].topic)
            .collect();
        (0..self.taken.len())
            .filter(|table| allowed.is_none_or(|allowed| allowed.contains(table)))
            .filter(is_free)
            .min_by_key(|table| {
                (
                    hosted.is_some_and(|hosted| hosted != *table),
                    apart.contains(table) || together.iter().any(|other| other != table),
                    self.taken[*table],
                    seen.contains(&problem.tables[*table].topic),
                )
            })
    }
}
