//! The problem in the layout of the search: everything that stays while people move.

#![expect(
    clippy::cast_possible_truncation,
    reason = "people and tables are bounded far below u16::MAX by the problem"
)]

use crate::disjoint_sets::DisjointSets;

use super::conflict_graph::conflict_graph;
use super::problem::{Index, Problem};
use super::rules::{ABSENT, RoundRules, SizeLimits};

/// Belongs to no block of several people.
pub const NO_BLOCK: u16 = u16::MAX;

/// Constants of a problem in flat lists, indexed by `round × people + person`.
#[derive(Clone, Debug)]
pub struct ProblemLayout {
    pub people: usize,
    pub tables: usize,
    pub rounds: usize,
    pub topics: usize,
    pub topic_of: Vec<u16>,
    pub organisation: Vec<u16>,
    /// The people of each organisation.
    colleagues: Vec<Vec<u16>>,
    /// Hosts see no topics that count.
    pub is_host: Vec<bool>,
    /// Whether the person is present in any round.
    pub attends: Vec<bool>,
    /// Whether the person cannot move in the round: absent, or with a fixed seat.
    pub is_pinned: Vec<bool>,
    /// Index into the round's blocks of several people; `NO_BLOCK` otherwise.
    pub block: Vec<u16>,
    /// Blocks of several people, per round.
    pub blocks: Vec<Vec<Vec<u16>>>,
    pub sizes: Vec<Vec<SizeLimits>>,
    /// Number of balanced tables in each round.
    pub balanced: Vec<usize>,
    /// Whether one table of the round can grow while another shrinks.
    pub has_size_choice: Vec<bool>,
    /// Whether the round is frozen. Rules do not apply in frozen rounds.
    pub is_frozen: Vec<bool>,
    /// People with the same number share a table in every round. `NO_BLOCK` for people without `together`.
    pub inseparable: Vec<u16>,
    /// For each person the people to keep apart from.
    pub apart: Vec<Vec<u16>>,
    /// `person × tables + table`: whether the person may not sit there. Empty if everybody may sit anywhere.
    barred: Vec<bool>,
    /// For each person the people met at past events, ascending, with the weight of each pair.
    pub met: Vec<Vec<(u16, u32)>>,
    /// The previous seat; [`ABSENT`] if there is none that counts.
    pub previous: Vec<u16>,
    pub is_repair: bool,
    /// People who can move, per round.
    pub movable: Vec<Vec<u16>>,
}

impl ProblemLayout {
    /// Builds the layout.
    pub fn new(problem: &Problem) -> Self {
        let (people, tables, rounds) = (problem.people.len(), problem.tables.len(), problem.rounds);
        let mut layout = Self {
            people,
            tables,
            rounds,
            topics: problem.topics,
            topic_of: problem
                .tables
                .iter()
                .map(|table| table.topic as u16)
                .collect(),
            organisation: problem
                .people
                .iter()
                .map(|person| person.organisation as u16)
                .collect(),
            colleagues: colleagues(problem),
            is_host: problem.hosts(),
            attends: (0..people).map(|person| problem.attends(person)).collect(),
            is_pinned: vec![true; rounds * people],
            block: vec![NO_BLOCK; rounds * people],
            blocks: Vec::with_capacity(rounds),
            sizes: Vec::with_capacity(rounds),
            balanced: Vec::with_capacity(rounds),
            has_size_choice: Vec::with_capacity(rounds),
            is_frozen: (0..rounds)
                .map(|round| round < problem.frozen_rounds)
                .collect(),
            inseparable: inseparable(problem),
            apart: apart(problem),
            barred: barred(problem),
            met: met(problem),
            previous: vec![ABSENT; rounds * people],
            is_repair: problem.previous.is_some(),
            movable: Vec::with_capacity(rounds),
        };
        for round in 0..rounds {
            layout.add_round(problem, round);
        }
        layout
    }

    fn add_round(&mut self, problem: &Problem, index: Index) {
        let round = RoundRules::without_apart_pairs(problem, index);
        let first = index * self.people;
        let mut joint_blocks = Vec::new();
        let mut free = Vec::new();
        for block in &round.blocks {
            for &person in &block.members {
                let seat = first + usize::from(person);
                self.is_pinned[seat] = block.pin.is_some();
                if block.members.len() > 1 {
                    self.block[seat] = joint_blocks.len() as u16;
                }
                if block.pin.is_none() {
                    free.push(person);
                }
                if let Some(table) = problem.previous_seat(index, usize::from(person)) {
                    self.previous[seat] = table as u16;
                }
            }
            if block.members.len() > 1 {
                joint_blocks.push(block.members.clone());
            }
        }
        self.blocks.push(joint_blocks);
        self.movable.push(free);
        let balanced = round.sizes.iter().filter(|size| size.balanced).count();
        let loose = round
            .sizes
            .iter()
            .filter(|size| size.balanced || size.low < size.high)
            .count();
        self.has_size_choice.push(
            loose > 1 && !(balanced == round.sizes.len() && round.present.is_multiple_of(balanced)),
        );
        self.balanced.push(balanced);
        self.sizes.push(round.sizes);
    }

    /// The people of an organisation.
    pub fn members(&self, organisation: u16) -> &[u16] {
        &self.colleagues[usize::from(organisation)]
    }

    /// Whether the tables that the person may sit at exclude this one.
    #[inline]
    pub fn is_barred(&self, person: u16, table: u16) -> bool {
        !self.barred.is_empty()
            && self.barred[usize::from(person) * self.tables + usize::from(table)]
    }

    /// Whether some people may not sit everywhere.
    pub const fn has_barred_tables(&self) -> bool {
        !self.barred.is_empty()
    }

    /// Whether the round has more than one seating.
    pub fn can_move(&self, round: Index) -> bool {
        self.movable[round].len() > usize::from(!self.has_size_choice[round])
    }

    /// Index of a seat in the flat lists.
    #[inline]
    pub const fn seat_index(&self, round: Index, person: Index) -> usize {
        round * self.people + person
    }
}

/// For each person the smallest person of the same `together` group.
fn inseparable(problem: &Problem) -> Vec<u16> {
    let mut sets = DisjointSets::new(problem.people.len());
    let mut is_tied = vec![false; problem.people.len()];
    for group in problem.together.iter().filter(|group| group.len() > 1) {
        for &person in group {
            sets.union(group[0], person);
            is_tied[person] = true;
        }
    }
    (0..problem.people.len())
        .map(|person| {
            if is_tied[person] {
                sets.find(person) as u16
            } else {
                NO_BLOCK
            }
        })
        .collect()
}

fn colleagues(problem: &Problem) -> Vec<Vec<u16>> {
    let mut colleagues = vec![Vec::new(); problem.organisations];
    for (index, person) in problem.people.iter().enumerate() {
        colleagues[person.organisation].push(index as u16);
    }
    colleagues
}

/// For each person, ascending, everyone to keep apart from, in whatever round.
pub fn apart(problem: &Problem) -> Vec<Vec<u16>> {
    let narrow = |group: &Vec<Index>| group.iter().map(|&person| person as u16).collect();
    let groups: Vec<Vec<u16>> = problem.apart.iter().map(narrow).collect();
    conflict_graph(problem.people.len(), &groups).neighbours
}

fn barred(problem: &Problem) -> Vec<bool> {
    if problem.people.iter().all(|person| person.tables.is_none()) {
        return Vec::new();
    }
    let tables = problem.tables.len();
    let mut barred = vec![false; problem.people.len() * tables];
    for (person, row) in problem.people.iter().zip(barred.chunks_mut(tables)) {
        if let Some(allowed) = &person.tables {
            row.fill(true);
            for &table in allowed {
                row[table] = false;
            }
        }
    }
    barred
}

/// For each person the people met at past events, ascending. Weights of several meetings add up.
fn met(problem: &Problem) -> Vec<Vec<(u16, u32)>> {
    let mut met = vec![Vec::new(); problem.people.len()];
    for past in &problem.met {
        for &one in &past.people {
            let others = past.people.iter().filter(|&&other| other != one);
            met[one].extend(others.map(|&other| (other as u16, past.weight as u32)));
        }
    }
    for list in &mut met {
        list.sort_unstable();
        list.dedup_by(|(other, weight), (kept, sum)| {
            let is_same = other == kept;
            *sum += if is_same { *weight } else { 0 };
            is_same
        });
    }
    met
}
