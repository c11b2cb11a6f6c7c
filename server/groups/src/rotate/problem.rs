//! A café to plan: people, tables, rounds, rules and goals, as indices into lists.
//!
//! A `Problem` has no faults: every reference is valid and every number is in range. Its rules may still
//! contradict one another, see [`super::contradiction`].

use super::rules::ABSENT;
use crate::Limit;

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
/// Limit of [`PastMeeting::weight`].
pub const MAX_WEIGHT: usize = 1_000;

/// A goal. [`Problem::order`] lists the goals that are pursued, the most important first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Everybody (hosts aside) sees many topics: first the smallest count, then the sum.
    Topics,
    /// Many pairs of different organisations meet, with few repeats.
    Meetings,
    /// Few people of one organisation share a table.
    Mix,
    /// Few people who met at a past event share a table.
    Met,
}

impl Goal {
    /// Every goal.
    pub const ALL: [Self; 4] = [Self::Topics, Self::Meetings, Self::Mix, Self::Met];
    /// The goals of a problem that names none.
    pub const DEFAULT_ORDER: [Self; 3] = [Self::Topics, Self::Meetings, Self::Mix];

    /// Name of the goal in the JSON contract.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Topics => "topics",
            Self::Meetings => "meetings",
            Self::Mix => "mix",
            Self::Met => "met",
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
    /// The only tables at which the person may sit, each named once. `None` allows every table.
    pub tables: Option<Vec<Index>>,
}

/// A fixed seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FixedSeat {
    pub person: Index,
    pub round: Index,
    pub table: Index,
}

/// A table that is left alone in a round: exactly the people whose seats are fixed there sit at it.
///
/// Its sizes and its host do not apply in that round, nor do other rules to the people whose seats are fixed there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClosedTable {
    pub round: Index,
    pub table: Index,
}

/// People who met at a past event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastMeeting {
    /// Each pair of them counts.
    pub people: Vec<Index>,
    /// Weight of each pair. A pair of several past meetings has the sum of their weights.
    pub weight: usize,
}

/// A plan given with the problem, reduced to people of this problem. Seats may be missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenPlan {
    /// `seats[round][person]`: the table. Rounds may be missing at the end.
    pub seats: Vec<Vec<Option<Index>>>,
}

impl GivenPlan {
    /// The seat of a person, if the plan has one.
    pub fn seat(&self, round: Index, person: Index) -> Option<Index> {
        *self.seats.get(round)?.get(person)?
    }

    /// `preferred_seats[round][person]`: the table, as far as the person is present.
    pub fn preferred_seats(&self, problem: &Problem) -> Vec<Vec<u16>> {
        let preferred = |round: Index, person: Index| {
            let seat = self
                .seat(round, person)
                .filter(|_| problem.is_present(person, round));
            seat.and_then(|table| u16::try_from(table).ok())
                .unwrap_or(ABSENT)
        };
        (0..problem.rounds)
            .map(|round| {
                (0..problem.people.len())
                    .map(|person| preferred(round, person))
                    .collect()
            })
            .collect()
    }
}

/// A café to plan.
///
/// [`Problem::from_json`] parses one. A caller that builds one by hand completes [`Problem::default`] and calls
/// [`Problem::validated`].
#[derive(Clone, Debug)]
pub struct Problem {
    pub rounds: usize,
    pub tables: Vec<Table>,
    /// Number of topics.
    pub topics: usize,
    pub people: Vec<Person>,
    /// Number of organisations.
    pub organisations: usize,
    /// Groups that share a table in every round, as far as they are present.
    pub together: Vec<Vec<Index>>,
    /// Groups of whom no two share a table in any round.
    pub apart: Vec<Vec<Index>>,
    pub fixed: Vec<FixedSeat>,
    pub closed: Vec<ClosedTable>,
    /// Past meetings, for the goal [`Goal::Met`].
    pub met: Vec<PastMeeting>,
    /// The goals pursued, the most important first.
    pub order: Vec<Goal>,
    /// The plan to repair: the fewest changed people come before all goals.
    pub previous: Option<GivenPlan>,
    /// In a repair, number of people who may change seats before the goals, rather than the changes, decide. Within it fewer
    /// changes come last. Mostly 0: the fewest changes come first.
    pub free_changes: usize,
    /// A plan to start from. It is no goal to stay near it; if it keeps the rules, the result is no worse.
    pub start: Option<GivenPlan>,
    /// Number of rounds that have happened. Seats of people still present stay.
    pub frozen_rounds: usize,
    pub limit: Limit,
    pub seed: u64,
}

impl Problem {
    /// The limit of a problem that states none.
    pub const DEFAULT_LIMIT: Limit = Limit::Seconds(5.0);
}

impl Default for Problem {
    /// No people, tables or rounds; the default goals and limit.
    fn default() -> Self {
        Self {
            rounds: 0,
            tables: Vec::new(),
            topics: 0,
            people: Vec::new(),
            organisations: 0,
            together: Vec::new(),
            apart: Vec::new(),
            fixed: Vec::new(),
            closed: Vec::new(),
            met: Vec::new(),
            order: Goal::DEFAULT_ORDER.to_vec(),
            previous: None,
            free_changes: 0,
            start: None,
            frozen_rounds: 0,
            limit: Self::DEFAULT_LIMIT,
            seed: 0,
        }
    }
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
        self.previous.as_ref()?.seat(round, person)
    }

    /// The seat that a frozen round prescribes.
    pub fn frozen_seat(&self, round: Index, person: Index) -> Option<Index> {
        (round < self.frozen_rounds)
            .then(|| self.previous_seat(round, person))
            .flatten()
    }

    /// Whether the table is closed in the round. No table is in a frozen round.
    pub fn is_closed(&self, round: Index, table: Index) -> bool {
        round >= self.frozen_rounds
            && (self.closed.iter()).any(|closed| (closed.round, closed.table) == (round, table))
    }
}
