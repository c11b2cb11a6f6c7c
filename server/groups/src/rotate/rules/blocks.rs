//! Blocks: people who share a table in a round.

#![expect(
    clippy::cast_possible_truncation,
    reason = "people and tables are bounded far below u16::MAX by the problem"
)]

use super::super::problem::{Index, Problem};
use super::closings::Closings;
use super::{ABSENT, Rule};
use crate::disjoint_sets::DisjointSets;

/// People who share a table in a round.
#[derive(Clone, Debug, Default)]
pub struct Block {
    pub members: Vec<u16>,
    /// The only table they may sit at.
    pub pin: Option<u16>,
    /// The tables they may sit at, ascending. `None` allows every table.
    pub tables: Option<Vec<u16>>,
    /// Blocks that must not share their table.
    pub apart: Vec<u16>,
}

impl Block {
    /// Removes the tables that are not among these.
    fn restrict_to(&mut self, tables: &[Index]) {
        let mut kept: Vec<u16> = tables.iter().map(|&table| table as u16).collect();
        kept.sort_unstable();
        if let Some(before) = &self.tables {
            kept.retain(|table| before.binary_search(table).is_ok());
        }
        self.tables = Some(kept);
    }

    /// Whether the block may sit at the table, other blocks and sizes aside.
    pub fn allows(&self, table: u16) -> bool {
        self.pin.is_none_or(|pin| pin == table)
            && (self.tables.as_ref()).is_none_or(|tables| tables.binary_search(&table).is_ok())
    }

    /// Whether there is a table that the block may sit at.
    fn can_sit(&self) -> bool {
        match (self.pin, &self.tables) {
            (_, None) => true,
            (Some(pin), Some(_)) => self.allows(pin),
            (None, Some(tables)) => !tables.is_empty(),
        }
    }
}

/// The block of each person, [`ABSENT`] for people who are not present, and the blocks with their members.
pub(super) fn blocks_of_people(
    problem: &Problem,
    round: Index,
    closings: &Closings,
    holds: &dyn Fn(Rule) -> bool,
) -> (Vec<u16>, Vec<Block>) {
    let is_bound = |person: Index| problem.is_present(person, round) && !closings.is_exempt(person);
    let mut sets = DisjointSets::new(problem.people.len());
    for (index, group) in problem.together.iter().enumerate() {
        if holds(Rule::Together(index)) {
            let mut members = group.iter().copied().filter(|&person| is_bound(person));
            if let Some(first) = members.next() {
                members.for_each(|person| sets.union(first, person));
            }
        }
    }
    let mut block_of = vec![ABSENT; problem.people.len()];
    let mut blocks: Vec<Block> = Vec::new();
    let present = (0..problem.people.len()).filter(|&person| problem.is_present(person, round));
    for person in present {
        let first = sets.find(person);
        if block_of[first] == ABSENT {
            block_of[first] = blocks.len() as u16;
            blocks.push(Block::default());
        }
        block_of[person] = block_of[first];
        let block = &mut blocks[usize::from(block_of[person])];
        block.members.push(person as u16);
        let allowed = problem.people[person].tables.as_deref();
        if let Some(allowed) = allowed.filter(|_| is_bound(person) && holds(Rule::Tables(person))) {
            block.restrict_to(allowed);
        }
    }
    (block_of, blocks)
}

/// Pins the blocks of hosts and fixed seats. Returns whether every block still has a table to sit at.
pub(super) fn pin_blocks(
    problem: &Problem,
    round: Index,
    (block_of, blocks): (&[u16], &mut [Block]),
    holds: &dyn Fn(Rule) -> bool,
) -> bool {
    let closings = Closings::new(problem, round);
    let hosts = problem.tables.iter().enumerate();
    let hosts = hosts
        .filter_map(|(table, row)| Some((Rule::Host(table), row.host?, table)))
        .filter(|&(_, host, table)| !closings.is_exempt(host) && !closings.is_closed(table));
    let fixed = problem.fixed.iter().enumerate();
    let fixed = fixed
        .filter(|(_, fixed)| fixed.round == round)
        .map(|(index, fixed)| (Rule::Fixed(index), fixed.person, fixed.table));
    let mut has_one_pin = true;
    for (_, person, table) in hosts.chain(fixed).filter(|&(rule, _, _)| holds(rule)) {
        if let Some(block) = blocks.get_mut(usize::from(block_of[person])) {
            let other = block.pin.replace(table as u16);
            has_one_pin &= other.is_none_or(|other| usize::from(other) == table);
        }
    }
    has_one_pin && blocks.iter().all(Block::can_sit)
}
