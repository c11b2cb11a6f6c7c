//! The hard rules, round by round.
//!
//! No hard rule links two rounds, so each round is a problem of its own: *blocks* of people who share a table
//! go to tables with limits, and some blocks must be apart. [`RoundRules`] holds all rules of a round, or a
//! subset of them for [`super::contradiction`].

#![expect(
    clippy::cast_possible_truncation,
    reason = "people and tables are bounded far below u16::MAX by the problem"
)]

mod blocks;
mod closings;
mod sizes;

use super::conflict_graph::conflict_graph;
use super::problem::{Index, Problem};
use blocks::{blocks_of_people, pin_blocks};
use sizes::size_limits;

pub use blocks::Block;
pub use closings::Closings;
pub use sizes::SizeLimits;

/// The table of a person who is not present.
pub const ABSENT: u16 = u16::MAX;

/// A hard rule as the input states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// `people[i].rounds`; only for a seat that is fixed in a round that the person misses.
    Presence(Index),
    /// `people[i].tables`
    Tables(Index),
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
    /// `rules.closed[i]`: nobody sits there but the people whose seats are fixed there.
    Closed(Index),
}

impl Rule {
    /// All rules of the problem, ascending.
    pub fn all(problem: &Problem) -> Vec<Self> {
        let mut rules = Vec::new();
        let restricted = problem.people.iter().enumerate();
        rules.extend(
            restricted
                .filter(|(_, person)| person.tables.is_some())
                .map(|(index, _)| Self::Tables(index)),
        );
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
        rules.extend((0..problem.closed.len()).map(Self::Closed));
        rules.sort_unstable();
        rules
    }
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
        let closings = Closings::new(problem, round);
        let (block_of, mut blocks) = blocks_of_people(problem, round, &closings, holds);
        let mut is_contradictory = !pin_blocks(problem, round, (&block_of, &mut blocks), holds);
        let mut cliques = Vec::new();
        for (index, group) in problem.apart.iter().enumerate() {
            if holds(Rule::Apart(index)) {
                let present = (group.iter().copied())
                    .filter(|&person| block_of[person] != ABSENT && !closings.is_exempt(person));
                cliques.push(present.map(|person| block_of[person]).collect::<Vec<_>>());
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
        let sizes = size_limits(problem, round, &blocks, holds);
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
                ..Block::default()
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
}
