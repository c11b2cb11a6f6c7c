//! Seats of one round that keep the hard rules, near preferred ones.
//!
//! Only blocks of several people and people with `apart` rules need a search. Counting shows whether the rest
//! fits, and augmenting paths where people may not sit at every table (see `transport`). The search is depth first and places the block with the fewest open tables first (Brélaz, *New
//! methods to color the vertices of a graph*, CACM 22, 1979). Empty tables with equal limits are tried once,
//! and counting prunes. The search is exact unless it exceeds its step limit.

#![expect(
    clippy::cast_possible_truncation,
    reason = "people and tables are bounded far below u16::MAX by the problem"
)]

use std::cmp::Reverse;

mod counting_bounds;
mod fill;
mod ordering;
mod shortage;
mod transport;

use super::problem::Index;
use super::random::Random;
use super::rules::{ABSENT, Block, RoundRules};
use counting_bounds::{is_overfull, loads, minimum_displaced};
use ordering::preferred_table;
use transport::{Classes, Transport};

pub use shortage::{Shortage, find_shortage};

/// Most sizes of the balanced tables that are tried, those nearest to an even spread first. More are tried if
/// each of them still gets [`AMPLE_STEPS`].
const MAX_BASE_SIZES: usize = 64;
/// See [`MAX_BASE_SIZES`].
const AMPLE_STEPS: u64 = 200_000;

/// Tables and blocks examined per step. A step in a large round is expensive, and even the first attempt must
/// end soon.
const WORK_PER_STEP: u64 = 2_000;
/// Tables and blocks examined in one search.
const MAX_WORK: u64 = 100_000_000;
/// A step limit that allows less work per step is meant to last, and raises [`MAX_WORK`].
const MIN_WORK_PER_STEP: u64 = 50;

/// Fewest steps for each of the sizes tried.
const MIN_STEPS: u64 = 2_000;

/// Steps between two stop checks.
const STEPS_BETWEEN_STOP_CHECKS: u64 = 64;

/// The table of each person in a round; [`ABSENT`] for people who are not present.
pub type Seats = Vec<u16>;

/// Result of the search.
#[derive(Clone, Debug)]
pub enum SeatingOutcome {
    Seating(Seats),
    /// Proved: the round has no seating.
    Infeasible,
    /// The step limit was reached, or the caller ended the search.
    Unknown,
}

/// What is asked beyond the rules.
#[derive(Clone, Copy, Debug)]
pub struct SeatingRequest<'a> {
    /// A preferred table for each person; [`ABSENT`] without a preference.
    pub preferred: Option<&'a [u16]>,
    /// People whose move costs nothing. They move first.
    pub movable: Option<&'a [bool]>,
    /// Whether the sizes of balanced tables are tried in random order, instead of the most even ones first.
    pub any_sizes: bool,
    /// Step limit of the search.
    pub step_limit: u64,
}

/// Searches a seating of the round. The result is exact unless `should_stop` or the step limit ends the
/// search.
pub fn find_seating(
    round: &RoundRules,
    request: &SeatingRequest<'_>,
    random: &mut Random,
    should_stop: &dyn Fn() -> bool,
) -> SeatingOutcome {
    if round.is_contradictory || is_overfull(round) {
        return SeatingOutcome::Infeasible;
    }
    let mut unknown = false;
    let mut base_sizes = round.base_sizes();
    if let Some(preferred) = request.preferred {
        // The preferred seating may have another size of balanced tables.
        let load = loads(round, preferred);
        base_sizes.sort_by_key(|&base_size| minimum_displaced(&load, &round.limits_for(base_size)));
    }
    if request.any_sizes {
        random.shuffle(&mut base_sizes);
    }
    let most = MAX_BASE_SIZES.max((request.step_limit / AMPLE_STEPS) as usize);
    unknown |= base_sizes.len() > most;
    let request = &SeatingRequest {
        step_limit: (request.step_limit / base_sizes.len().clamp(1, most) as u64).max(MIN_STEPS),
        ..*request
    };
    let classes = &Classes::new(&round.blocks, round.sizes.len());
    for &base_size in base_sizes.iter().take(most) {
        let limits = round.limits_for(base_size);
        let mut search = RoundSearch::new((round, classes), limits, request, random);
        match search.run(should_stop) {
            Some(true) => return SeatingOutcome::Seating(search.fill(round, request, random)),
            Some(false) => {}
            None => unknown = true,
        }
    }
    if unknown {
        SeatingOutcome::Unknown
    } else {
        SeatingOutcome::Infeasible
    }
}

struct RoundSearch<'a> {
    round: &'a RoundRules,
    limits: Vec<(usize, usize)>,
    load: Vec<usize>,
    table_of: Vec<u16>,
    /// Number of reasons that keep a block from a table, placed blocks and its own tables:
    /// `conflict_counts[block × tables + table]`.
    conflict_counts: Vec<u16>,
    /// Number of tables that conflicts close to each block.
    closed_tables: Vec<usize>,
    /// Blocks that need the search, not yet placed.
    unplaced: Vec<u16>,
    /// People of the unplaced blocks.
    unplaced_people: usize,
    /// People who sit wherever there is room for them.
    unconstrained_people: usize,
    classes: &'a Classes,
    /// For each class the people not yet placed.
    waiting: Vec<usize>,
    preferred: Vec<u16>,
    step_limit: u64,
    /// Breaks ties between tables, so that random streams differ.
    tie_break: Vec<usize>,
    is_infeasible: bool,
}

impl<'a> RoundSearch<'a> {
    fn new(
        (round, classes): (&'a RoundRules, &'a Classes),
        limits: Vec<(usize, usize)>,
        request: &SeatingRequest<'_>,
        random: &mut Random,
    ) -> Self {
        let tables = limits.len();
        let mut tie_break: Vec<usize> = (0..tables).collect();
        random.shuffle(&mut tie_break);
        let needs_search = |block: &Block| block.members.len() > 1 || !block.apart.is_empty();
        let is_conflicted = |block: &Block| !block.apart.is_empty() || block.tables.is_some();
        let conflict_counts = if round.blocks.iter().any(is_conflicted) {
            round.blocks.len() * tables
        } else {
            0
        };
        let mut search = Self {
            round,
            load: vec![0; tables],
            table_of: vec![ABSENT; round.blocks.len()],
            conflict_counts: vec![0; conflict_counts],
            closed_tables: vec![0; round.blocks.len()],
            unplaced: Vec::new(),
            unplaced_people: 0,
            unconstrained_people: 0,
            classes,
            waiting: vec![0; classes.tables.len()],
            preferred: round
                .blocks
                .iter()
                .map(|block| preferred_table(&block.members, request.preferred))
                .collect(),
            step_limit: request.step_limit,
            tie_break,
            is_infeasible: false,
            limits,
        };
        for (index, block) in round.blocks.iter().enumerate() {
            for table in
                (0..tables).filter(|&table| !block.allows(table as u16) && block.pin.is_none())
            {
                search.conflict_counts[index * tables + table] += 1;
                search.closed_tables[index] += 1;
            }
        }
        for (index, block) in round.blocks.iter().enumerate() {
            if let Some(table) = block.pin {
                search.is_infeasible |= !search.is_free(index, usize::from(table));
                search.place(index, usize::from(table));
            } else if needs_search(block) {
                search.unplaced.push(index as u16);
                search.unplaced_people += block.members.len();
                search.waiting[usize::from(classes.of_block[index])] += block.members.len();
            } else {
                search.unconstrained_people += 1;
                search.waiting[usize::from(classes.of_block[index])] += 1;
            }
        }
        // Equally constrained blocks are shuffled, so that different ones meet in each round.
        random.shuffle(&mut search.unplaced);
        let size = |block: &u16| &round.blocks[usize::from(*block)];
        search.unplaced.sort_by_key(|block| {
            (
                Reverse(size(block).members.len()),
                Reverse(size(block).apart.len()),
            )
        });
        let mut step = search.unplaced.len() as u64 + 8 * tables as u64;
        if classes.is_restricted {
            step += (classes.tables.len() * tables) as u64;
        }
        let most = MAX_WORK.max(request.step_limit.saturating_mul(MIN_WORK_PER_STEP));
        let work = request.step_limit.saturating_mul(WORK_PER_STEP).min(most);
        search.step_limit = request.step_limit.min(work / step) + search.unplaced.len() as u64;
        search.is_infeasible |=
            (0..tables).any(|table| search.load[table] > search.limits[table].1);
        search
    }

    fn is_free(&self, block: Index, table: Index) -> bool {
        (self.conflict_counts.is_empty()
            || self.conflict_counts[block * self.limits.len() + table] == 0)
            && self.load[table] + self.round.blocks[block].members.len() <= self.limits[table].1
    }

    fn place(&mut self, block: Index, table: Index) {
        self.load[table] += self.round.blocks[block].members.len();
        self.table_of[block] = table as u16;
        for &other in &self.round.blocks[block].apart {
            let cell = &mut self.conflict_counts[usize::from(other) * self.limits.len() + table];
            *cell += 1;
            self.closed_tables[usize::from(other)] += usize::from(*cell == 1);
        }
    }

    fn remove(&mut self, block: Index, table: Index) {
        self.load[table] -= self.round.blocks[block].members.len();
        self.table_of[block] = ABSENT;
        for &other in &self.round.blocks[block].apart {
            let cell = &mut self.conflict_counts[usize::from(other) * self.limits.len() + table];
            *cell -= 1;
            self.closed_tables[usize::from(other)] -= usize::from(*cell == 0);
        }
    }

    /// Returns whether the round has a seating. `None` if the step limit was reached or the caller ended the
    /// search.
    fn run(&mut self, should_stop: &dyn Fn() -> bool) -> Option<bool> {
        if self.is_infeasible || !self.passes_counting_bounds() {
            return Some(false);
        }
        // An explicit stack of placed blocks. The remaining tables of a block are listed only after its first
        // choice failed, which is rare.
        let mut stack: Vec<(u16, u16, Option<Vec<u16>>)> = Vec::new();
        let mut forward = true;
        loop {
            if forward {
                let Some(block) = self.take_most_constrained() else {
                    return Some(true);
                };
                stack.push((block, ABSENT, None));
            }
            let Some((block, placed, choices)) = stack.last_mut() else {
                return Some(false);
            };
            let index = usize::from(*block);
            let tried = std::mem::replace(placed, ABSENT);
            let next = if tried == ABSENT {
                self.best_table(index)
            } else {
                self.remove(index, usize::from(tried));
                let choices = choices.get_or_insert_with(|| {
                    let mut all = self.candidate_tables(index);
                    all.retain(|&table| table != tried);
                    all
                });
                choices.pop()
            };
            if let Some(table) = next {
                self.step_limit = self.step_limit.checked_sub(1)?;
                if self.step_limit.is_multiple_of(STEPS_BETWEEN_STOP_CHECKS) && should_stop() {
                    return None;
                }
                *placed = table;
                self.place(index, usize::from(table));
                forward = self.passes_counting_bounds();
            } else {
                let block = *block;
                self.unplaced.push(block);
                self.unplaced_people += self.round.blocks[index].members.len();
                self.waiting[usize::from(self.classes.of_block[index])] +=
                    self.round.blocks[index].members.len();
                stack.pop();
                forward = false;
            }
        }
    }

    /// Whether everybody fits, and every minimum can be reached.
    fn passes_counting_bounds(&self) -> bool {
        let rest = self.unplaced_people + self.unconstrained_people;
        let mut need = 0;
        let mut room = 0;
        for (&load, &(low, high)) in self.load.iter().zip(&self.limits) {
            need += low.saturating_sub(load);
            room += high.saturating_sub(load);
        }
        need <= rest
            && rest <= room
            && (!self.classes.is_restricted || self.transport().seat_all(&[]).is_ok())
    }

    /// The people not yet placed, by class. Blocks count as single people.
    fn transport(&self) -> Transport<'_> {
        Transport::new(
            self.classes,
            &self.limits,
            self.load.clone(),
            self.waiting.clone(),
        )
    }
}
