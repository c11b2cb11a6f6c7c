//! Seats of unconstrained people, once the search has placed everybody else.

#![expect(
    clippy::cast_possible_truncation,
    reason = "people and tables are bounded far below u16::MAX by the problem"
)]

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::super::problem::Index;
use super::super::random::Random;
use super::super::rules::{ABSENT, Block, RoundRules};
use super::{RoundSearch, SeatingRequest, Seats};

impl RoundSearch<'_> {
    /// Seats the rest at their preferred table while it has room, then where minimums are missed, then
    /// anywhere.
    ///
    /// If all of them may sit anywhere, counting gives the fewest who lose their preferred table.
    pub(super) fn fill(
        &mut self,
        round: &RoundRules,
        request: &SeatingRequest<'_>,
        random: &mut Random,
    ) -> Seats {
        let free = |block: &Block| {
            block.pin.is_none() && block.members.len() == 1 && block.apart.is_empty()
        };
        let mut rest: Vec<Index> = (0..round.blocks.len())
            .filter(|&block| free(&round.blocks[block]))
            .collect();
        random.shuffle(&mut rest);
        // People whose move costs nothing come last, so they lose their tables first.
        let is_movable = |block: Index| {
            let person = usize::from(round.blocks[block].members[0]);
            request.movable.is_some_and(|movable| movable[person])
        };
        rest.sort_by_key(|&block| (self.preferred[block] == ABSENT, is_movable(block)));
        if self.classes.is_restricted {
            self.fill_restricted(&rest);
        } else {
            self.fill_anywhere(&rest);
        }
        let table = |&block: &u16| {
            if block == ABSENT {
                ABSENT
            } else {
                self.table_of[usize::from(block)]
            }
        };
        round.block_of.iter().map(table).collect()
    }

    /// Seats people where some may not sit everywhere: those who prefer a table first.
    ///
    /// The search has shown that all of them fit.
    fn fill_restricted(&mut self, rest: &[Index]) {
        let (classes, tables) = (self.classes, self.limits.len());
        let mut transport = self.transport();
        for &block in rest {
            let preferred = self.preferred[block];
            if usize::from(preferred) < tables {
                transport.prefer(classes.of_block[block], preferred);
            }
        }
        let is_seated = transport.seat_all(&self.tie_break).is_ok();
        debug_assert!(is_seated, "the search checks this before it ends");
        let mut open: Vec<Vec<usize>> = (0..classes.tables.len() as u16)
            .map(|class| {
                (0..tables)
                    .map(|table| transport.seated(class, table))
                    .collect()
            })
            .collect();
        // Seats at the preferred table first. Who comes first in the list keeps it.
        let mut displaced = Vec::new();
        for &block in rest {
            let open = &mut open[usize::from(classes.of_block[block])];
            match open.get_mut(usize::from(self.preferred[block])) {
                Some(seats) if *seats > 0 => {
                    *seats -= 1;
                    self.table_of[block] = self.preferred[block];
                }
                _ => displaced.push(block),
            }
        }
        for block in displaced {
            let open = &mut open[usize::from(classes.of_block[block])];
            if let Some(table) = open.iter().position(|&seats| seats > 0) {
                open[table] -= 1;
                self.table_of[block] = table as u16;
            }
        }
    }

    /// Seats people who may all sit anywhere.
    fn fill_anywhere(&mut self, rest: &[Index]) {
        let mut displaced = Vec::new();
        let mut staying: Vec<Index> = Vec::new();
        for &block in rest {
            let table = usize::from(self.preferred[block]);
            if table < self.limits.len() && self.load[table] < self.limits[table].1 {
                self.load[table] += 1;
                self.table_of[block] = table as u16;
                staying.push(block);
            } else {
                displaced.push(block);
            }
        }
        let missing = |search: &Self| -> usize {
            search
                .load
                .iter()
                .zip(&search.limits)
                .map(|(&load, &(low, _))| low.saturating_sub(load))
                .sum()
        };
        // Too few people are without a table to reach the minimums, so others leave tables above their
        // minimum.
        while missing(self) > displaced.len() {
            let spare = |&block: &Index| {
                let table = usize::from(self.table_of[block]);
                self.load[table] > self.limits[table].0
            };
            let Some(position) = staying.iter().rposition(spare) else {
                break;
            };
            let block = staying.remove(position);
            self.load[usize::from(self.table_of[block])] -= 1;
            displaced.push(block);
        }
        let entry = |search: &Self, table: Index| {
            let (low, high) = search.limits[table];
            let load = search.load[table];
            (load < high).then(|| Reverse((load >= low, load, search.tie_break[table], table)))
        };
        let mut open: BinaryHeap<_> = (0..self.limits.len())
            .filter_map(|table| entry(self, table))
            .collect();
        for block in displaced {
            let Some(Reverse((_, _, _, table))) = open.pop() else {
                break;
            };
            self.load[table] += 1;
            self.table_of[block] = table as u16;
            open.extend(entry(self, table));
        }
    }
}
