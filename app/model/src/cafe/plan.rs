//! The versions of a café's plan. A version is never changed after it is written.

use std::collections::HashSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{CafeGoal, RuleNumber, TableNumber};
use crate::{MemberId, PlanId, RegistrationId, string_enum::string_enum};

string_enum! {
    /// What a version came from.
    VersionCause {
        /// The solver.
        Solved = "solved",
        /// The solver, around what is locked.
        RestSolved = "rest solved",
        /// Another plan of the solver's was chosen.
        Alternative = "alternative",
        /// Somebody was moved by hand.
        Moved = "moved",
        /// Two people were exchanged by hand.
        Swapped = "swapped",
        /// A seat, a table or a round was locked or unlocked.
        Locked = "locked",
        /// Adapted to who is there.
        Repaired = "repaired",
        /// An earlier version was made the current one.
        Restored = "restored",
        /// Drawn at random.
        Random = "random",
        /// Begun without seats.
        Empty = "empty",
        /// Read from a table.
        Imported = "imported",
    }
}

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

/// What lists of versions show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionHead {
    pub plan: PlanId,
    /// Counted from 1.
    pub number: u32,
    /// The version that it was made from.
    pub parent: Option<u32>,
    pub cause: VersionCause,
    /// The revision of the set-up that it was made from.
    pub set_up: i64,
    pub quality: CafeQuality,
    /// How the solver found it, and what reproduces it. `None` for a change by hand.
    pub seed: Option<u64>,
    pub iterations: Option<u64>,
    pub member: Option<MemberId>,
    pub made_at: Timestamp,
}

/// A complete seating.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanVersion {
    pub head: VersionHead,
    pub seating: CafeSeating,
    pub locks: Vec<Lock>,
    /// Rules that are broken because an organiser said so.
    pub broken: Vec<BrokenRule>,
}
