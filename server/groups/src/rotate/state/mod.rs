//! The state of the search: a seating with incremental counts. A move takes one step per person at its
//! tables.

#![expect(
    clippy::cast_possible_truncation,
    reason = "people and tables are bounded far below u16::MAX by the problem"
)]

mod journal;
mod min_tracker;
mod sizes;
mod updates;

use super::layout::ProblemLayout;
use super::plan::{Quality, Seating};
use super::problem::{Goal, Index};
use super::rules::ABSENT;
use journal::Journal;
use min_tracker::MinTracker;

/// The person is not listed as conflicted.
const NOT_LISTED: u16 = u16::MAX;

/// The conflicts that make a person worth moving.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "one for each goal")]
pub struct ConflictKinds {
    pub topics: bool,
    pub meetings: bool,
    pub mix: bool,
    pub met: bool,
}

impl ConflictKinds {
    /// The conflicts that concern the goals pursued.
    pub fn for_goals(order: &[Goal]) -> Self {
        Self {
            topics: order.contains(&Goal::Topics),
            meetings: order.contains(&Goal::Meetings),
            mix: order.contains(&Goal::Mix) || order.contains(&Goal::Meetings),
            met: order.contains(&Goal::Met),
        }
    }
}

/// A seating with all its counts.
#[derive(Clone, Debug)]
pub struct SeatingState<'a> {
    pub layout: &'a ProblemLayout,
    conflict_kinds: ConflictKinds,
    /// `round × people + person`: the table.
    pub seats: Vec<u16>,
    position: Vec<u16>,
    /// `round × tables + table`: the people there.
    pub people_by_table: Vec<Vec<u16>>,
    /// `person × people + other`: twice the number of meetings, plus one for colleagues.
    pub pair_cells: Vec<u8>,
    /// `person × topics + topic`: rounds at the topic.
    pub topic_rounds: Vec<u8>,
    /// Different topics seen.
    pub topics_seen: Vec<u16>,
    /// Different people of other organisations met.
    pub people_met: Vec<u16>,
    /// Minimum of [`Self::people_met`], or less if `is_fewest_stale`.
    fewest_people_met: u16,
    is_fewest_stale: bool,
    /// Rounds in which the person's seat differs from the previous plan.
    pub rounds_changed: Vec<u8>,
    /// Number of balanced tables of each size: `balanced_sizes[round][size]`.
    balanced_sizes: Vec<Vec<u16>>,
    fewest_topics: MinTracker,
    conflicts: Vec<i32>,
    /// People with a repeat, a colleague or someone of a past meeting at the table, or a topic seen twice.
    pub conflicted: Vec<u16>,
    conflicted_position: Vec<u16>,
    totals: Quality,
    pub journal: Journal,
}

impl<'a> SeatingState<'a> {
    /// Builds the state of a seating.
    pub fn new(layout: &'a ProblemLayout, start: &Seating, conflict_kinds: ConflictKinds) -> Self {
        let (people, tables) = (layout.people, layout.tables);
        let mut state = Self {
            layout,
            conflict_kinds,
            seats: vec![ABSENT; layout.rounds * people],
            position: vec![0; layout.rounds * people],
            people_by_table: vec![Vec::new(); layout.rounds * tables],
            pair_cells: vec![0; people * people],
            topic_rounds: vec![0; people * layout.topics],
            topics_seen: vec![0; people],
            people_met: vec![0; people],
            fewest_people_met: 0,
            is_fewest_stale: true,
            rounds_changed: vec![0; people],
            balanced_sizes: vec![vec![0; people + 2]; layout.rounds],
            fewest_topics: MinTracker::new(
                (0..people)
                    .filter(|&person| !layout.is_host[person] && layout.attends[person])
                    .map(|_| 0),
                layout.topics,
            ),
            conflicts: vec![0; people],
            conflicted: Vec::new(),
            conflicted_position: vec![NOT_LISTED; people],
            totals: Quality::default(),
            journal: Journal::incomplete(),
        };
        for (one, &organisation) in layout.organisation.iter().enumerate() {
            for &other in layout.members(organisation) {
                let other = usize::from(other);
                state.pair_cells[one * people + other] = u8::from(one != other);
            }
        }
        for round in 0..layout.rounds {
            let balanced = layout.sizes[round]
                .iter()
                .filter(|size| size.balanced)
                .count();
            state.balanced_sizes[round][0] = balanced as u16;
            for person in 0..people {
                let table = start.rounds[round][person];
                if table != ABSENT {
                    state.seat_person(round, person as u16, table);
                }
            }
        }
        state
    }

    /// The present seating.
    pub fn seating(&self) -> Seating {
        Seating {
            rounds: self
                .seats
                .chunks(self.layout.people.max(1))
                .take(self.layout.rounds)
                .map(<[u16]>::to_vec)
                .collect(),
        }
    }

    /// The present counts.
    pub fn quality(&mut self) -> Quality {
        if self.is_fewest_stale {
            let met = self.people_met.iter().zip(&self.layout.attends);
            let fewest = met
                .filter(|(_, attends)| **attends)
                .map(|(&met, _)| met)
                .min();
            self.fewest_people_met = fewest.unwrap_or(0);
            self.is_fewest_stale = false;
        }
        Quality {
            min_person: usize::from(self.fewest_people_met),
            ..self.optimistic_quality()
        }
    }

    /// The present counts with an upper bound of `min_person`. It takes no pass over all people.
    pub fn optimistic_quality(&mut self) -> Quality {
        Quality {
            topics_min: self.fewest_topics.get(),
            min_person: self.layout.people,
            ..self.totals
        }
    }

    /// The pair cells of a person.
    #[inline]
    pub fn row(&self, person: u16) -> &[u8] {
        let people = self.layout.people;
        &self.pair_cells[usize::from(person) * people..][..people]
    }

    #[inline]
    pub fn people_at(&self, round: Index, table: u16) -> &[u16] {
        &self.people_by_table[round * self.layout.tables + usize::from(table)]
    }

    #[inline]
    pub fn table_of(&self, round: Index, person: u16) -> u16 {
        self.seats[round * self.layout.people + usize::from(person)]
    }

    /// Weights of the pairs of past meetings of a person with people at the table. People in `besides` do not count.
    pub fn met_weight_at(&self, round: Index, person: u16, table: u16, besides: &[u16]) -> i64 {
        let met = self.layout.met[usize::from(person)].iter();
        met.filter(|(other, _)| self.table_of(round, *other) == table && !besides.contains(other))
            .map(|&(_, weight)| i64::from(weight))
            .sum()
    }
}
