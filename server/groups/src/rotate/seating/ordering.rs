//! Which block comes next, and which table it tries first.

#![expect(
    clippy::cast_possible_truncation,
    reason = "people and tables are bounded far below u16::MAX by the problem"
)]

use std::cmp::Reverse;

use super::super::problem::Index;
use super::super::rules::ABSENT;
use super::RoundSearch;

/// Blocks compared to choose the next one.
const CANDIDATE_WINDOW: usize = 256;

impl RoundSearch<'_> {
    /// Takes the unplaced block with the fewest open tables, then the largest, then the one with most
    /// neighbours.
    pub(super) fn take_most_constrained(&mut self) -> Option<u16> {
        let tables = self.limits.len();
        let largest = self
            .unplaced
            .iter()
            .take(CANDIDATE_WINDOW)
            .map(|&block| self.round.blocks[usize::from(block)].members.len())
            .max()?;
        let mut full = vec![0; largest + 1];
        for (&load, &(_, high)) in self.load.iter().zip(&self.limits) {
            let room = high.saturating_sub(load);
            (room + 1..=largest).for_each(|size| full[size] += 1);
        }
        let constrainedness = |block: u16| {
            let index = usize::from(block);
            let size = self.round.blocks[index].members.len();
            let left = tables.saturating_sub(self.closed_tables[index].max(full[size]));
            (
                left,
                usize::MAX - size,
                usize::MAX - self.round.blocks[index].apart.len(),
            )
        };
        // Blocks are sorted by size and neighbours, so later ones are rarely more constrained.
        let (position, _) = self
            .unplaced
            .iter()
            .enumerate()
            .take(CANDIDATE_WINDOW)
            .min_by_key(|&(position, &block)| (constrainedness(block), position))?;
        let block = self.unplaced.swap_remove(position);
        let people = self.round.blocks[usize::from(block)].members.len();
        self.unplaced_people -= people;
        self.waiting[usize::from(self.classes.of_block[usize::from(block)])] -= people;
        Some(block)
    }

    /// Preference of a block for a table: the preferred one first. Then large blocks pack tightly, and single
    /// people spread.
    fn preference(&self, block: Index, table: Index) -> (bool, usize, usize) {
        let room = self.limits[table].1 - self.load[table];
        let room = if self.round.blocks[block].members.len() > 1 {
            usize::MAX - room
        } else {
            room
        };
        (
            table == usize::from(self.preferred[block]),
            room,
            self.tie_break[table],
        )
    }

    pub(super) fn best_table(&self, block: Index) -> Option<u16> {
        let free = (0..self.limits.len()).filter(|&table| self.is_free(block, table));
        free.max_by_key(|&table| self.preference(block, table))
            .map(|table| table as u16)
    }

    /// The tables to try, best last. Empty tables with equal limits, open to the same people, are equivalent, so one of
    /// them suffices.
    pub(super) fn candidate_tables(&self, block: Index) -> Vec<u16> {
        let mut tables: Vec<Index> = (0..self.limits.len())
            .filter(|&table| self.is_free(block, table))
            .collect();
        tables.sort_by_key(|&table| self.preference(block, table));
        let nobody_wants = |&other: &u16| self.preferred[usize::from(other)] == ABSENT;
        if nobody_wants(&(block as u16)) && self.unplaced.iter().all(nobody_wants) {
            // The last of equal tables is the one already tried.
            let mut seen: Vec<((usize, usize), Vec<u16>)> = Vec::new();
            tables.reverse();
            tables.retain(|&table| {
                if self.load[table] > 0 {
                    return true;
                }
                let kind = (self.limits[table], self.classes.open_to(table));
                let is_first = !seen.contains(&kind);
                if is_first {
                    seen.push(kind);
                }
                is_first
            });
            tables.reverse();
        }
        tables.into_iter().map(|table| table as u16).collect()
    }
}

/// The table that most of the members prefer.
pub(super) fn preferred_table(members: &[u16], preferred: Option<&[u16]>) -> u16 {
    let Some(preferred) = preferred else {
        return ABSENT;
    };
    let votes = members
        .iter()
        .map(|&person| preferred[usize::from(person)])
        .filter(|&table| table != ABSENT);
    let votes: Vec<u16> = votes.collect();
    let count = |table: u16| votes.iter().filter(|&&vote| vote == table).count();
    votes
        .iter()
        .copied()
        .max_by_key(|&table| (count(table), Reverse(table)))
        .unwrap_or(ABSENT)
}
