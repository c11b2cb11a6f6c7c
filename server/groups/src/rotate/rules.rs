//! The hard rules, round by round.
//!
//! No hard rule links two rounds, so each round is a problem of its own: *blocks* of people who share a table
//! go to tables with limits, and some blocks must be apart. [`RoundRules`] holds all rules of a round, or a
//! subset of them for [`super::contradiction`].

#![expect(
    clippy::cast_possible_truncation,
    reason = "people and tables are bounded far below u16::MAX by the problem"
)]

use super::conflict_graph::conflict_graph;
use crate::disjoint_sets::DisjointSets;

use super::problem::{Index, Problem};

/// The table of a person who is not present.
pub const ABSENT: u16 = u16::MAX;

/// A hard rule as the input states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// `people[i].rounds`; only for a seat that is fixed in a round that the person misses.
    Presence(Index),
    /// `tables[i].min`
    Min(Index),
    /// `tables[i].max`
    Max(Index),
    /// Tables with neither limit differ by at most one.
    Balance,
    /// `tables[i].host`
    Host(Index),
    /// `rules.together[i]`
    Together(Index),
    /// `rules.apart[i]`
    Apart(Index),
    /// `rules.fixed[i]`
    Fixed(Index),
}

impl Rule {
    /// All rules of the problem, ascending.
    pub fn all(problem: &Problem) -> Vec<Self> {
        let mut rules = Vec::new();
        for (index, table) in problem.tables.iter().enumerate() {
            rules.extend(table.min.map(|_| Self::Min(index)));
            rules.extend(table.max.map(|_| Self::Max(index)));
            rules.extend(table.host.map(|_| Self::Host(index)));
        }
        if problem
            .tables
            .iter()
            .filter(|table| table.is_balanced())
            .count()
            > 1
        {
            rules.push(Self::Balance);
        }
        rules.extend((0..problem.together.len()).map(Self::Together));
        rules.extend((0..problem.apart.len()).map(Self::Apart));
        rules.extend((0..problem.fixed.len()).map(Self::Fixed));
        rules.sort_unstable();
        rules
    }
}

/// People who share a table in a round.
#[derive(Clone, Debug, Default)]
pub struct Block {
    pub members: Vec<u16>,
    /// The only table they may sit at.
    pub pin: Option<u16>,
    /// Blocks that must not share their table.
    pub apart: Vec<u16>,
}

/// Size limits of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SizeLimits {
    pub low: usize,
    pub high: usize,
    /// Whether the size differs by at most one from other balanced tables.
    pub balanced: bool,
}

/// The rules of one round.
#[derive(Clone, Debug)]
pub struct RoundRules {
    /// The block of each person; [`ABSENT`] for people who are not present.
    pub block_of: Vec<u16>,
    pub blocks: Vec<Block>,
    pub sizes: Vec<SizeLimits>,
    /// Number of people present.
    pub present: usize,
    /// Groups of blocks that are pairwise apart.
    pub cliques: Vec<Vec<u16>>,
    /// Whether two rules contradict one another at one person or block.
    pub is_contradictory: bool,
}

impl RoundRules {
    /// The round under all rules.
    pub fn new(problem: &Problem, round: Index) -> Self {
        Self::restricted_to(problem, round, &|_| true)
    }

    /// The round without `apart` pairs, which may be millions. For counts that do not need them.
    pub fn without_apart_pairs(problem: &Problem, round: Index) -> Self {
        Self::restricted_to(problem, round, &|rule| !matches!(rule, Rule::Apart(_)))
    }

    /// The round under the rules that satisfy `holds`.
    pub fn restricted_to(problem: &Problem, round: Index, holds: &dyn Fn(Rule) -> bool) -> Self {
        let people: Vec<Index> = (0..problem.people.len())
            .filter(|&person| problem.is_present(person, round))
            .collect();
        if round < problem.frozen_rounds {
            return Self::frozen(problem, round, &people);
        }
        let mut is_contradictory = false;
        let mut sets = DisjointSets::new(problem.people.len());
        for (index, group) in problem.together.iter().enumerate() {
            if holds(Rule::Together(index)) {
                let mut present = group
                    .iter()
                    .copied()
                    .filter(|&person| problem.is_present(person, round));
                if let Some(first) = present.next() {
                    present.for_each(|person| sets.union(first, person));
                }
            }
        }
        let mut block_of = vec![ABSENT; problem.people.len()];
        let mut blocks: Vec<Block> = Vec::new();
        for &person in &people {
            let first = sets.find(person);
            if block_of[first] == ABSENT {
                block_of[first] = blocks.len() as u16;
                blocks.push(Block::default());
            }
            block_of[person] = block_of[first];
            blocks[usize::from(block_of[first])]
                .members
                .push(person as u16);
        }
        let hosts = problem
            .tables
            .iter()
            .enumerate()
            .filter_map(|(table, row)| Some((Rule::Host(table), row.host?, table)));
        let fixed = problem
            .fixed
            .iter()
            .enumerate()
            .filter(|(_, fixed)| fixed.round == round);
        let fixed = fixed.map(|(index, fixed)| (Rule::Fixed(index), fixed.person, fixed.table));
        for (_, person, table) in hosts.chain(fixed).filter(|&(rule, _, _)| holds(rule)) {
            if let Some(block) = blocks.get_mut(usize::from(block_of[person])) {
                is_contradictory |= block
                    .pin
                    .replace(table as u16)
                    .is_some_and(|other| usize::from(other) != table);
            }
        }
        let mut cliques = Vec::new();
        for (index, group) in problem.apart.iter().enumerate() {
            if holds(Rule::Apart(index)) {
                let present = group.iter().filter(|&&person| block_of[person] != ABSENT);
                cliques.push(present.map(|&person| block_of[person]).collect::<Vec<_>>());
            }
        }
        // More people apart than tables are infeasible. Their pairs would be many.
        is_contradictory |= cliques
            .iter()
            .any(|clique| clique.len() > problem.tables.len());
        if !is_contradictory && !cliques.is_empty() {
            let graph = conflict_graph(blocks.len(), &cliques);
            is_contradictory = graph.has_loop;
            for (block, apart) in blocks.iter_mut().zip(graph.neighbours) {
                block.apart = apart;
            }
        }
        let sizes = problem
            .tables
            .iter()
            .enumerate()
            .map(|(index, table)| SizeLimits {
                low: table.min.filter(|_| holds(Rule::Min(index))).unwrap_or(0),
                high: table
                    .max
                    .filter(|_| holds(Rule::Max(index)))
                    .unwrap_or(people.len())
                    .min(people.len()),
                balanced: table.is_balanced() && holds(Rule::Balance),
            });
        let sizes = sizes.collect();
        Self {
            block_of,
            blocks,
            sizes,
            present: people.len(),
            cliques,
            is_contradictory,
        }
    }

    /// A frozen round: previous seats stay, and nothing else applies.
    fn frozen(problem: &Problem, round: Index, people: &[Index]) -> Self {
        let mut block_of = vec![ABSENT; problem.people.len()];
        let mut blocks = Vec::with_capacity(people.len());
        for &person in people {
            block_of[person] = blocks.len() as u16;
            let pin = problem.frozen_seat(round, person).map(|table| table as u16);
            blocks.push(Block {
                members: vec![person as u16],
                pin,
                apart: Vec::new(),
            });
        }
        let newcomers = blocks
            .iter()
            .filter(|block: &&Block| block.pin.is_none())
            .count();
        let mut sizes = vec![
            SizeLimits {
                low: 0,
                high: newcomers,
                balanced: false
            };
            problem.tables.len()
        ];
        for table in blocks.iter().filter_map(|block| block.pin) {
            sizes[usize::from(table)].low += 1;
            sizes[usize::from(table)].high += 1;
        }
        Self {
            block_of,
            blocks,
            sizes,
            present: people.len(),
            cliques: Vec::new(),
            is_contradictory: false,
        }
    }

    /// The block of a person who is present.
    pub fn block(&self, person: Index) -> Option<&Block> {
        self.blocks.get(usize::from(self.block_of[person]))
    }

    /// The possible smaller sizes of the balanced tables, nearest to an even spread first. One entry, 0,
    /// without balanced tables.
    pub fn base_sizes(&self) -> Vec<usize> {
        let balanced = self.sizes.iter().filter(|size| size.balanced).count();
        if balanced == 0 {
            return vec![0];
        }
        let others = self.sizes.iter().filter(|size| !size.balanced);
        let (low, high) = others.fold((0, 0), |(low, high), size| {
            (low + size.low, high + size.high)
        });
        if low > self.present {
            return Vec::new();
        }
        let most = (self.present - low) / balanced;
        let least = self.present.saturating_sub(high) / balanced;
        let even = (self.present / self.sizes.len()).clamp(least, most);
        let mut base_sizes: Vec<usize> = (least..=most).collect();
        base_sizes.sort_by_key(|&base_size| base_size.abs_diff(even));
        base_sizes
    }

    /// The limits of every table if the smaller size of balanced tables is `base_size`.
    pub fn limits_for(&self, base_size: usize) -> Vec<(usize, usize)> {
        let limits = self.sizes.iter();
        limits
            .map(|size| {
                if size.balanced {
                    (base_size, base_size + 1)
                } else {
                    (size.low, size.high)
                }
            })
            .collect()
    }

    /// Fewest and most people at each table under the limits of all.
    pub fn reachable(&self) -> Vec<(usize, usize)> {
        let base_sizes = self.base_sizes();
        let least = base_sizes.iter().min().copied().unwrap_or(0);
        let most = base_sizes.iter().max().copied().unwrap_or(0);
        let limits: Vec<(usize, usize)> = (self.sizes.iter())
            .map(|size| {
                if size.balanced {
                    (least, (most + 1).min(self.present))
                } else {
                    (size.low, size.high)
                }
            })
            .collect();
        let low: usize = limits.iter().map(|&(low, _)| low).sum();
        let high: usize = limits.iter().map(|&(_, high)| high).sum();
        let bound = |&(least, most): &(usize, usize)| {
            let from = least.max(self.present.saturating_sub(high - most));
            let to = most.min((self.present + least).saturating_sub(low));
            (from, to.max(from))
        };
        limits.iter().map(bound).collect()
    }
}
