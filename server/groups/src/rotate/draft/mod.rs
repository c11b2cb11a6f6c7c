//! A plan that is edited by hand, with the effect of each change.

mod broken_rules;

use super::layout::ProblemLayout;
use super::plan::{Quality, Seating};
use super::problem::{Goal, Index, Problem};
use super::rules::{ABSENT, Rule};
use super::state::{ConflictKinds, SeatingState};
use broken_rules::RuleIndex;

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
    /// A person without a seat in a round takes one.
    Seat {
        round: Index,
        person: Index,
        table: Index,
    },
    /// A person gives up the seat in a round.
    Unseat { round: Index, person: Index },
}

impl SeatChange {
    /// The round of the change.
    pub const fn round(self) -> Index {
        match self {
            Self::Swap { round, .. }
            | Self::Move { round, .. }
            | Self::Seat { round, .. }
            | Self::Unseat { round, .. } => round,
        }
    }

    /// The people of the change.
    fn people(self) -> impl Iterator<Item = Index> {
        let (one, other) = match self {
            Self::Swap { one, other, .. } => (one, Some(other)),
            Self::Move { person, .. } | Self::Seat { person, .. } | Self::Unseat { person, .. } => {
                (person, None)
            }
        };
        std::iter::once(one).chain(other)
    }
}

/// The effect of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeEffect {
    /// Quality after the change.
    pub quality: Quality,
    /// Hard rules that the people and tables of the change break after it, ascending.
    pub broken: Vec<Rule>,
}

/// A plan that is edited by hand. People who are present may be without a seat; who sits counts.
///
/// The evaluation of a change takes microseconds: it examines the people of two tables.
#[derive(Debug)]
pub struct Draft<'a> {
    problem: &'a Problem,
    state: SeatingState<'a>,
    rules: RuleIndex,
}

impl<'a> Draft<'a> {
    /// Starts from a plan, which may break rules and leave seats open. Seats of absent people are ignored. `layout`
    /// belongs to the same problem.
    pub fn new(problem: &'a Problem, layout: &'a ProblemLayout, plan: &Seating) -> Self {
        let mut plan = plan.clone();
        for (round, seats) in plan.rounds.iter_mut().enumerate() {
            for (person, seat) in seats.iter_mut().enumerate() {
                if !problem.is_present(person, round) {
                    *seat = ABSENT;
                }
            }
        }
        Self {
            problem,
            state: SeatingState::new(layout, &plan, ConflictKinds::for_goals(&Goal::ALL)),
            rules: RuleIndex::new(problem),
        }
    }

    /// The people who are present in the round and have no seat.
    pub fn unseated(&self, round: Index) -> Vec<Index> {
        let people = 0..self.problem.people.len();
        people
            .filter(|&person| self.problem.is_present(person, round))
            .filter(|&person| self.seat(round, person).is_none())
            .collect()
    }

    /// The hard rules that the plan breaks in the round, ascending. An open seat breaks none.
    pub fn broken_rules(&self, round: Index) -> Vec<Rule> {
        self.broken(
            round,
            0..self.problem.people.len(),
            0..self.problem.tables.len(),
        )
    }

    /// Present quality.
    pub fn quality(&mut self) -> Quality {
        self.state.quality()
    }

    /// Present seating.
    pub fn seating(&self) -> Seating {
        self.state.seating()
    }

    /// The effect of a change, which is not made. `None` if it changes nothing: a person is absent or has no seat to
    /// leave, the tables are the same, or a person to seat sits already.
    pub fn evaluate(&mut self, change: SeatChange) -> Option<ChangeEffect> {
        let seat = |draft: &Self, person| draft.seat(change.round(), person);
        let before: Vec<Index> = (change.people())
            .filter_map(|person| seat(self, person))
            .collect();
        let undo = self.apply(change)?;
        let after = change.people().filter_map(|person| seat(self, person));
        let tables: Vec<Index> = after.chain(before).collect();
        let effect = ChangeEffect {
            quality: self.state.quality(),
            broken: self.broken(change.round(), change.people(), tables),
        };
        self.apply(undo);
        Some(effect)
    }

    /// Makes a change. Returns the one that undoes it, or `None` if it changes nothing.
    pub fn apply(&mut self, change: SeatChange) -> Option<SeatChange> {
        let narrow = |index: Index| u16::try_from(index).ok();
        match change {
            SeatChange::Swap { round, one, other } => {
                let (source, target) = (self.seat(round, one)?, self.seat(round, other)?);
                if source == target {
                    return None;
                }
                self.state.swap(round, narrow(one)?, narrow(other)?);
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
                self.state
                    .move_person(round, narrow(person)?, narrow(table)?);
                Some(SeatChange::Move {
                    round,
                    person,
                    table: source,
                })
            }
            SeatChange::Seat {
                round,
                person,
                table,
            } => {
                let layout = self.state.layout;
                let is_known = round < layout.rounds && person < layout.people;
                if !is_known
                    || table >= layout.tables
                    || !self.problem.is_present(person, round)
                    || self.seat(round, person).is_some()
                {
                    return None;
                }
                self.state
                    .seat_person(round, narrow(person)?, narrow(table)?);
                Some(SeatChange::Unseat { round, person })
            }
            SeatChange::Unseat { round, person } => {
                let table = self.seat(round, person)?;
                self.state.unseat_person(round, narrow(person)?);
                Some(SeatChange::Seat {
                    round,
                    person,
                    table,
                })
            }
        }
    }

    /// The table of a person in a round. `None` without a seat.
    pub fn seat(&self, round: Index, person: Index) -> Option<Index> {
        let layout = self.state.layout;
        if round >= layout.rounds || person >= layout.people {
            return None;
        }
        let table = self.state.seats[layout.seat_index(round, person)];
        (table != ABSENT).then(|| usize::from(table))
    }
}
