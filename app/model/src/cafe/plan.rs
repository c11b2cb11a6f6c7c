//! The versions of a café's plan.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{CafeGoal, CafeSetUp, RuleNumber, TableNumber};
use crate::{
    RegistrationId,
    plan::{self, PlanKind},
};

/// The kind of a café's plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CafeKind {}

impl PlanKind for CafeKind {
    const NAME: &'static str = "café";
    type SetUp = CafeSetUp;
    type Seating = CafeSeating;
    type Lock = Lock;
    type Broken = BrokenRule;
    type Quality = CafeQuality;
}

/// What lists of a café's versions show.
pub type VersionHead = plan::VersionHead<CafeKind>;

/// A complete seating of a café.
pub type PlanVersion = plan::PlanVersion<CafeKind>;

/// Who sits where.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CafeSeating {
    pub people: Vec<RegistrationId>,
    /// For each round the table of each person; `None` for whoever is absent or has no seat.
    pub rounds: Vec<Vec<Option<TableNumber>>>,
}

impl CafeSeating {
    /// The position of a person.
    pub fn position(&self, person: RegistrationId) -> Option<usize> {
        self.people.iter().position(|one| *one == person)
    }

    /// The table of a person in a round, counted from 1.
    pub fn table_of(&self, person: RegistrationId, round: u32) -> Option<TableNumber> {
        let round = usize::try_from(round.checked_sub(1)?).ok()?;
        *self.rounds.get(round)?.get(self.position(person)?)?
    }

    /// Everybody with a table in at least one round.
    pub fn seated(&self) -> HashSet<RegistrationId> {
        let people = self.people.iter().enumerate();
        people
            .filter(|(position, _)| {
                let mut rounds = self.rounds.iter();
                rounds.any(|round| round.get(*position).is_some_and(Option::is_some))
            })
            .map(|(_, person)| *person)
            .collect()
    }

    /// The people at a table in a round, counted from 1.
    pub fn people_at(
        &self,
        table: TableNumber,
        round: u32,
    ) -> impl Iterator<Item = RegistrationId> {
        let seats = round
            .checked_sub(1)
            .and_then(|round| self.rounds.get(usize::try_from(round).ok()?));
        self.people
            .iter()
            .zip(seats.into_iter().flatten())
            .filter_map(move |(person, seat)| (*seat == Some(table)).then_some(*person))
    }
}

/// What the solver must not touch. Rounds are counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lock {
    Seat { person: RegistrationId, round: u32 },
    Table { table: TableNumber, round: u32 },
    Round { round: u32 },
}

/// A rule that an organiser chose to break.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BrokenRule {
    /// One of the set-up's rules, in a round.
    Rule { rule: RuleNumber, round: u32 },
    /// A need that follows from an answer, in a round.
    AnswerNeed { person: RegistrationId, round: u32 },
    /// Fewer people than the table needs.
    TooFew { table: TableNumber, round: u32 },
    /// More people than the table has seats for.
    TooMany { table: TableNumber, round: u32 },
    /// The host sits elsewhere.
    Host { table: TableNumber, round: u32 },
}

/// How good a version is. Each value stands beside a bound that no plan surpasses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CafeQuality {
    /// People who count for topics: everybody but the hosts.
    pub movers: u32,
    /// Fewest topics that one of them sees, and its bound.
    pub topics_min: u32,
    pub topics_min_bound: u32,
    /// Topics seen, summed over people, and its bound.
    pub topics_sum: u32,
    pub topics_sum_bound: u32,
    /// Pairs of different organisations that share a table at least once, and its bound.
    pub meetings: u32,
    pub meetings_bound: u32,
    /// Times together beyond the first, over all pairs.
    pub repeats: u32,
    /// Fewest and most people of other organisations that somebody meets.
    pub fewest_met: u32,
    pub most_met: u32,
    /// Pairs of one organisation at one table, over all rounds, and its lower bound.
    pub mix: u32,
    pub mix_bound: u32,
    /// Pairs who sat together at an earlier event and share a table, and its lower bound.
    pub old_faces: u32,
    pub old_faces_bound: u32,
    /// Seats that somebody who is present lacks, over all rounds.
    pub unseated: u32,
    /// Goals whose value equals its bound.
    pub proven: Vec<CafeGoal>,
}
