//! A café to plan: people, tables, rounds, rules and goals, as indices into lists.
//!
//! A `Problem` has no faults: every reference is valid and every number is in range. Its rules may still
//! contradict one another, see [`super::contradiction`].

/// Position of a person, round, table or topic in its list.
pub type Index = usize;

/// Size limit. Beyond it the pair table (people²) and the seat lists no longer fit a small server.
pub const MAX_PEOPLE: usize = 10_000;
/// Size limit.
pub const MAX_TABLES: usize = 1_000;
/// Size limit. Meetings of a pair are counted in seven bits.
pub const MAX_ROUNDS: usize = 100;
/// Size limit of people × rounds.
pub const MAX_SEATS: usize = 500_000;

/// A goal. [`Problem::order`] lists the goals that are pursued, the most important first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Everybody (hosts aside) sees many topics: first the smallest count, then the sum.
    Topics,
    /// Many pairs of different organisations meet, with few repeats.
    Meetings,
    /// Few people of one organisation share a table.
    Mix,
}

impl Goal {
    /// Name of the goal in the JSON contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Topics => "topics",
            Self::Meetings => "meetings",
            Self::Mix => "mix",
        }
    }
}

/// A table with its limits. The host counts as one of its people.
#[derive(Clone, Debug)]
pub struct Table {
    pub id: String,
    /// Index of the topic; tables of one topic are interchangeable for the goal `topics`.
    pub topic: Index,
    pub min: Option<usize>,
    pub max: Option<usize>,
    /// Sits here in every round with the host present.
    pub host: Option<Index>,
}

impl Table {
    /// Whether neither limit is given. Sizes of such tables differ by at most one.
    pub const fn is_balanced(&self) -> bool {
        self.min.is_none() && self.max.is_none()
    }
}

/// A person to seat.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: String,
    /// Index of the organisation. A person without one has an organisation alone.
    pub organisation: Index,
    /// For each round whether the person is present.
    pub present: Vec<bool>,
}

/// A fixed seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FixedSeat {
    pub person: Index,
    pub round: Index,
    pub table: Index,
}

/// The plan to repair, reduced to people of this problem.
#[derive(Clone, Debug)]
pub struct PreviousPlan {
    /// `seats[round][person]`: the previous table.
    pub seats: Vec<Vec<Option<Index>>>,
}

/// When the search ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// Seconds of wall time. The library reads no clock: the caller ends the search by
    /// [`crate::SearchControl::should_stop`].
    Seconds(f64),
    /// Proposals over all searches. The plan is then the same on any machine.
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
    /// Groups that share a table in every round, as far as they are present.
    pub together: Vec<Vec<Index>>,
    /// Groups of whom no two share a table in any round.
    pub apart: Vec<Vec<Index>>,
    pub fixed: Vec<FixedSeat>,
    pub order: Vec<Goal>,
    pub previous: Option<PreviousPlan>,
    /// Number of rounds that have happened. Seats of people still present stay.
    pub frozen_rounds: usize,
    pub limit: Limit,
    pub seed: u64,
}

impl Problem {
    /// Whether the person is present in the round.
    pub fn is_present(&self, person: Index, round: Index) -> bool {
        self.people[person].present[round]
    }

    /// Whether the person is present in any round. Others do not count in the smallest counts.
    pub fn attends(&self, person: Index) -> bool {
        self.people[person].present.contains(&true)
    }

    /// Whether both rounds have the same people.
    pub fn has_same_people(&self, one: Index, other: Index) -> bool {
        let mut people = self.people.iter();
        people.all(|person| person.present[one] == person.present[other])
    }

    /// For each person whether the person hosts a table.
    pub fn hosts(&self) -> Vec<bool> {
        let mut hosts = vec![false; self.people.len()];
        for host in self.tables.iter().filter_map(|table| table.host) {
            hosts[host] = true;
        }
        hosts
    }

    /// The previous seat of a person who is present in this plan, too.
    pub fn previous_seat(&self, round: Index, person: Index) -> Option<Index> {
        if !self.is_present(person, round) {
            return None;
        }
        *self.previous.as_ref()?.seats.get(round)?.get(person)?
    }

    /// The seat that a frozen round prescribes.
    pub fn frozen_seat(&self, round: Index, person: Index) -> Option<Index> {
        (round < self.frozen_rounds)
            .then(|| self.previous_seat(round, person))
            .flatten()
    }
}
