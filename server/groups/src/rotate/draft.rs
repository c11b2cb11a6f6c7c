//! A plan that is edited by hand, with the effect of each change.

use super::layout::ProblemLayout;
use super::plan::{Quality, Seating};
use super::problem::{Goal, Index, Problem};
use super::rules::{ABSENT, Rule};
use super::state::{ConflictKinds, SeatingState};

/// A change of seats in a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeatChange {
    /// Two people exchange their seats in a round.
    Swap {
        round: Index,
        one: Index,
        other: Index,
    },
    /// A person goes to another table in a round.
    Move {
        round: Index,
        person: Index,
        table: Index,
    },
}

/// The effect of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeEffect {
    /// Quality after the change.
    pub quality: Quality,
    /// Hard rules that the people and tables of the change would break.
    pub broken: Vec<Rule>,
}

/// A plan that is edited by hand.
///
/// The evaluation of a change takes microseconds: it examines the people of two tables.
#[derive(Debug)]
pub struct Draft<'a> {
    problem: &'a Problem,
    state: SeatingState<'a>,
}

impl<'a> Draft<'a> {
    /// Starts from a plan, which may break rules. `layout` belongs to the same problem.
    pub fn new(problem: &'a Problem, layout: &'a ProblemLayout, plan: &Seating) -> Self {
        let order = [Goal::Topics, Goal::Meetings, Goal::Mix];
        Self {
            problem,
            state: SeatingState::new(layout, plan, ConflictKinds::for_goals(&order)),
        }
    }

    /// Present quality.
    pub fn quality(&mut self) -> Quality {
        self.state.quality()
    }

    /// Present seating.
    pub fn seating(&self) -> Seating {
        self.state.seating()
    }

    /// The effect of a change, which is not made. `None` if it changes nothing: a person is absent, or the
    /// tables are the same.
    pub fn evaluate(&mut self, change: SeatChange) -> Option<ChangeEffect> {
        let undo = self.apply(change)?;
        let quality = self.state.quality();
        let broken = self.broken(change, undo);
        self.apply(undo);
        Some(ChangeEffect { quality, broken })
    }

    /// Makes a change. Returns the one that undoes it, or `None` if it changes nothing.
    pub fn apply(&mut self, change: SeatChange) -> Option<SeatChange> {
        match change {
            SeatChange::Swap { round, one, other } => {
                let (source, target) = (self.seat(round, one)?, self.seat(round, other)?);
                if source == target {
                    return None;
                }
                self.state
                    .swap(round, u16::try_from(one).ok()?, u16::try_from(other).ok()?);
                Some(change)
            }
            SeatChange::Move {
                round,
                person,
                table,
            } => {
                let source = self.seat(round, person)?;
                if source == table || table >= self.problem.tables.len() {
                    return None;
                }
                self.state.move_person(
                    round,
                    u16::try_from(person).ok()?,
                    u16::try_from(table).ok()?,
                );
                Some(SeatChange::Move {
                    round,
                    person,
                    table: source,
                })
            }
        }
    }

    fn seat(&self, round: Index, person: Index) -> Option<Index> {
        let layout = self.state.layout;
        if round >= layout.rounds || person >= layout.people {
            return None;
        }
        let table = self.state.seats[layout.seat_index(round, person)];
        (table != ABSENT).then(|| usize::from(table))
    }

    /// Rules that the people and tables of a change break after it.
    fn broken(&self, change: SeatChange, undo: SeatChange) -> Vec<Rule> {
        let (round, people, tables) = match (change, undo) {
            (SeatChange::Swap { round, one, other }, _) => (round, vec![one, other], Vec::new()),
            (
                SeatChange::Move {
                    round,
                    person,
                    table,
                },
                SeatChange::Move { table: before, .. },
            ) => (round, vec![person], vec![before, table]),
            (
                SeatChange::Move {
                    round,
                    person,
                    table,
                },
                SeatChange::Swap { .. },
            ) => (round, vec![person], vec![table]),
        };
        if self.state.layout.is_frozen[round] {
            return Vec::new();
        }
        let mut broken = Vec::new();
        for &table in &tables {
            let size = self.state.people_by_table[round * self.state.layout.tables + table].len();
            let row = &self.problem.tables[table];
            broken.extend(row.min.filter(|&min| size < min).map(|_| Rule::Min(table)));
            broken.extend(row.max.filter(|&max| size > max).map(|_| Rule::Max(table)));
        }
        if tables
            .iter()
            .any(|&table| self.problem.tables[table].is_balanced())
            && !self.is_balanced(round)
        {
            broken.push(Rule::Balance);
        }
        for person in people {
            self.broken_by(round, person, &mut broken);
        }
        broken.sort_unstable();
        broken.dedup();
        broken
    }

    fn is_balanced(&self, round: Index) -> bool {
        let first = round * self.state.layout.tables;
        let balanced = self
            .problem
            .tables
            .iter()
            .enumerate()
            .filter(|(_, table)| table.is_balanced());
        let sizes: Vec<usize> = balanced
            .map(|(table, _)| self.state.people_by_table[first + table].len())
            .collect();
        sizes.iter().max().copied().unwrap_or(0) - sizes.iter().min().copied().unwrap_or(0) <= 1
    }

    fn broken_by(&self, round: Index, person: Index, broken: &mut Vec<Rule>) {
        let Some(table) = self.seat(round, person) else {
            return;
        };
        let tables = self.problem.tables.iter().enumerate();
        broken.extend(
            tables
                .filter(|&(index, row)| row.host == Some(person) && index != table)
                .map(|(index, _)| Rule::Host(index)),
        );
        for (index, fixed) in self.problem.fixed.iter().enumerate() {
            if fixed.person == person && fixed.round == round && fixed.table != table {
                broken.push(Rule::Fixed(index));
            }
        }
        let with = |group: &[Index], together: bool| {
            group.contains(&person)
                && group.iter().any(|&other| {
                    other != person
                        && self
                            .seat(round, other)
                            .is_some_and(|seat| (seat == table) != together)
                })
        };
        for (index, group) in self.problem.together.iter().enumerate() {
            if with(group, true) {
                broken.push(Rule::Together(index));
            }
        }
        for (index, group) in self.problem.apart.iter().enumerate() {
            if with(group, false) {
                broken.push(Rule::Apart(index));
            }
        }
    }
}
