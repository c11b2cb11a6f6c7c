//! What a café plan is asked for: people, tables, rounds, rules and goals, as indices into lists.
//!
//! A `Problem` that exists is free of faults: every reference points at something, every number is in range.
//! That its rules can hold together is *not* promised; [`super::contradiction`] finds out.

/// A person's or a round's or a table's place in its list.
pub type Index = usize;

/// Largest accepted problem. Beyond it the pair table (people²) and the seat lists would no longer fit a small server.
pub const MAX_PEOPLE: usize = 10_000;
/// See [`MAX_PEOPLE`].
pub const MAX_TABLES: usize = 1_000;
/// See [`MAX_PEOPLE`]; how often two people met is kept in seven bits.
pub const MAX_ROUNDS: usize = 100;
/// See [`MAX_PEOPLE`]; people × rounds.
pub const MAX_SEATS: usize = 500_000;

/// A goal of a plan. Which ones are pursued, and which comes first, is the order of [`Problem::order`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Everyone (hosts aside) sees many different topics: first the smallest count, then the sum.
    Topics,
    /// Many pairs of different organisations meet, with few repeats.
    Meetings,
    /// Few people of one organisation share a table.
    Mix,
}

impl Goal {
    /// The goal's name in the problem and in the plan.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Topics => "topics",
            Self::Meetings => "meetings",
            Self::Mix => "mix",
        }
    }
}

/// A table with its limits. The host counts as one of the people at it.
#[derive(Clone, Debug)]
pub struct Table {
    pub id: String,
    /// Index of the topic; tables of one topic are interchangeable for the goal `topics`.
    pub topic: Index,
    pub min: Option<usize>,
    pub max: Option<usize>,
    /// Sits here in every round in which the host is there.
    pub host: Option<Index>,
}

impl Table {
    /// Neither limit is given: the size follows the other tables of this kind, within one.
    pub const fn is_balanced(&self) -> bool {
        self.min.is_none() && self.max.is_none()
    }
}

/// Somebody to be seated.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: String,
    /// Index of the organisation. Who gave none has one alone.
    pub organisation: Index,
    /// For each round: is the person there?
    pub present: Vec<bool>,
}

/// A seat decided beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FixedSeat {
    pub person: Index,
    pub round: Index,
    pub table: Index,
}

/// The plan that is to be repaired, as far as it concerns people who are still expected.
#[derive(Clone, Debug)]
pub struct PreviousPlan {
    /// `seats[round][person]`: the table, where the earlier plan seats the person.
    pub seats: Vec<Vec<Option<Index>>>,
}

/// When to end the search.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// Wall time. The library has no clock: the caller ends the search through [`crate::SearchControl::should_stop`].
    Seconds(f64),
    /// Proposals over all searches; the same plan for the same seed on any machine.
    Iterations(u64),
}

/// A café to plan.
#[derive(Clone, Debug)]
pub struct Problem {
    pub rounds: usize,
    pub tables: Vec<Table>,
    pub topics: usize,
    pub people: Vec<Person>,
    pub organisations: usize,
    /// Groups that share a table in every round, among those present.
    pub together: Vec<Vec<Index>>,
    /// Groups of which no two share a table in any round.
    pub apart: Vec<Vec<Index>>,
    pub fixed: Vec<FixedSeat>,
    pub order: Vec<Goal>,
    pub previous: Option<PreviousPlan>,
    /// So many rounds at the start have happened: the seats of those still present stay.
    pub frozen_rounds: usize,
    pub limit: Limit,
    pub seed: u64,
}

impl Problem {
    /// Is the person there in the round?
    pub fn is_present(&self, person: Index, round: Index) -> bool {
        self.people[person].present[round]
    }

    /// Are the same people there in both rounds?
    pub fn has_same_people(&self, one: Index, other: Index) -> bool {
        let mut people = self.people.iter();
        people.all(|person| person.present[one] == person.present[other])
    }

    /// For each person: does the person host a table?
    pub fn hosts(&self) -> Vec<bool> {
        let mut hosts = vec![false; self.people.len()];
        for host in self.tables.iter().filter_map(|table| table.host) {
            hosts[host] = true;
        }
        hosts
    }

    /// The earlier plan's seat of a person who is there in this plan, too.
    pub fn previous_seat(&self, round: Index, person: Index) -> Option<Index> {
        if !self.is_present(person, round) {
            return None;
        }
        *self.previous.as_ref()?.seats.get(round)?.get(person)?
    }

    /// The seat a frozen round prescribes.
    pub fn frozen_seat(&self, round: Index, person: Index) -> Option<Index> {
        (round < self.frozen_rounds)
            .then(|| self.previous_seat(round, person))
            .flatten()
    }
}
