//! Does one round have a seating that keeps the hard rules, and which is near a wanted one?
//!
//! Only blocks of several people, and people who must avoid others, need a search: everybody else fills up what is left,
//! and a count tells whether that works. The search is depth first, the block with the fewest open tables first
//! (Brélaz, *New methods to color the vertices of a graph*, CACM 22, 1979), empty tables with equal limits tried once,
//! cut off by counting arguments. It is exact unless its budget of steps runs out.

#![expect(
    clippy::cast_possible_truncation,
    reason = "people and tables are bounded far below u16::MAX by the problem"
)]

use std::cmp::Reverse;

mod counting;
mod filling;

use super::problem::Index;
use super::random::Random;
use super::rules::{ABSENT, Round};
use counting::{displaced, loads, too_large_together};

/// So many sizes of the balanced tables are tried, those nearest to an even spread first; more where the budget gives
/// each of them [`AMPLE_STEPS`].
const MOST_LEVELS: usize = 64;
/// See [`MOST_LEVELS`].
const AMPLE_STEPS: u64 = 200_000;

/// Work of one search, in tables and blocks looked at: for each step of the budget, and in all. A step in a large round is
/// much work, and even the first attempt must end soon.
const WORK_PER_STEP: u64 = 2_000;
/// See [`WORK_PER_STEP`].
const MOST_WORK: u64 = 100_000_000;
/// A budget so large that it allows less work than this per step is meant to last.
const LEAST_WORK_PER_STEP: u64 = 50;

/// Each of the sizes tried has so many steps at least.
const LEAST_STEPS: u64 = 2_000;

/// After so many steps the caller is asked again whether to stop.
const STEPS_BETWEEN_QUESTIONS: u64 = 64;

/// So many blocks are compared for the next one to be seated.
const WINDOW: usize = 256;

/// A person's table in a round; [`ABSENT`] who is not there.
pub type Seats = Vec<u16>;

/// What the search found.
#[derive(Clone, Debug)]
pub enum Answer {
    Seating(Seats),
    /// Proved: there is none.
    Impossible,
    /// The budget ran out, or the caller said stop.
    Unknown,
}

/// What is asked beyond the rules.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// A table for each person, kept where possible; [`ABSENT`] where any table will do.
    pub wanted: Option<&'a [u16]>,
    /// People whose wanted table counts for nothing any more move first.
    pub movable: Option<&'a [bool]>,
    /// Steps of the search.
    pub budget: u64,
}

/// Looks for a seating of the round. Only `stop` and the budget end the search before it knows.
pub fn seat(
    round: &Round,
    wish: &Wish<'_>,
    random: &mut Random,
    stop: &dyn Fn() -> bool,
) -> Answer {
    if round.clash || too_large_together(round) {
        return Answer::Impossible;
    }
    let mut unknown = false;
    let mut levels = round.levels();
    if let Some(wanted) = wish.wanted {
        // Staying near the wanted seating may need its own level.
        let load = loads(round, wanted);
        levels.sort_by_key(|&level| displaced(&load, &round.limits_at(level)));
    }
    let most = MOST_LEVELS.max((wish.budget / AMPLE_STEPS) as usize);
    unknown |= levels.len() > most;
    let wish = &Wish {
        budget: (wish.budget / levels.len().clamp(1, most) as u64).max(LEAST_STEPS),
        ..*wish
    };
    for &level in levels.iter().take(most) {
        let mut search = Search::new(round, round.limits_at(level), wish, random);
        match search.run(stop) {
            Some(true) => return Answer::Seating(search.fill(round, wish, random)),
            Some(false) => {}
            None => unknown = true,
        }
    }
    if unknown {
        Answer::Unknown
    } else {
        Answer::Impossible
    }
}

struct Search<'a> {
    round: &'a Round,
    limits: Vec<(usize, usize)>,
    load: Vec<usize>,
    table_of: Vec<u16>,
    /// How many placed blocks keep a block from a table: `barred[block × tables + table]`.
    barred: Vec<u16>,
    /// Number of tables barred for each block.
    closed: Vec<usize>,
    /// Blocks that need the search, not yet placed.
    open: Vec<u16>,
    /// People of the open blocks.
    waiting: usize,
    /// People who go wherever there is room.
    fillers: usize,
    wanted: Vec<u16>,
    budget: u64,
    /// Breaks ties between tables, so that different random streams try different ways.
    taste: Vec<usize>,
    impossible: bool,
}

impl<'a> Search<'a> {
    fn new(
        round: &'a Round,
        limits: Vec<(usize, usize)>,
        wish: &Wish<'_>,
        random: &mut Random,
    ) -> Self {
        let tables = limits.len();
        let mut taste: Vec<usize> = (0..tables).collect();
        random.shuffle(&mut taste);
        let needs_search =
            |block: &super::rules::Block| block.members.len() > 1 || !block.apart.is_empty();
        let barred = if round.blocks.iter().any(|block| !block.apart.is_empty()) {
            round.blocks.len() * tables
        } else {
            0
        };
        let mut search = Self {
            round,
            load: vec![0; tables],
            table_of: vec![ABSENT; round.blocks.len()],
            barred: vec![0; barred],
            closed: vec![0; round.blocks.len()],
            open: Vec::new(),
            waiting: 0,
            fillers: 0,
            wanted: round
                .blocks
                .iter()
                .map(|block| majority(&block.members, wish.wanted))
                .collect(),
            budget: wish.budget,
            taste,
            impossible: false,
            limits,
        };
        for (index, block) in round.blocks.iter().enumerate() {
            if let Some(table) = block.pin {
                search.impossible |= !search.is_free(index, usize::from(table));
                search.place(index, usize::from(table));
            } else if needs_search(block) {
                search.open.push(index as u16);
                search.waiting += block.members.len();
            } else {
                search.fillers += 1;
            }
        }
        // Blocks that are equally hard come in another order each time, lest the same ones meet in every round.
        random.shuffle(&mut search.open);
        let size = |block: &u16| &round.blocks[usize::from(*block)];
        search.open.sort_by_key(|block| {
            (
                Reverse(size(block).members.len()),
                Reverse(size(block).apart.len()),
            )
        });
        let step = search.open.len() as u64 + 8 * tables as u64;
        let most = MOST_WORK.max(wish.budget.saturating_mul(LEAST_WORK_PER_STEP));
        let work = wish.budget.saturating_mul(WORK_PER_STEP).min(most);
        search.budget = wish.budget.min(work / step) + search.open.len() as u64;
        search.impossible |= (0..tables).any(|table| search.load[table] > search.limits[table].1);
        search
    }

    fn is_free(&self, block: Index, table: Index) -> bool {
        (self.barred.is_empty() || self.barred[block * self.limits.len() + table] == 0)
            && self.load[table] + self.round.blocks[block].members.len() <= self.limits[table].1
    }

    fn place(&mut self, block: Index, table: Index) {
        self.load[table] += self.round.blocks[block].members.len();
        self.table_of[block] = table as u16;
        for &other in &self.round.blocks[block].apart {
            let cell = &mut self.barred[usize::from(other) * self.limits.len() + table];
            *cell += 1;
            self.closed[usize::from(other)] += usize::from(*cell == 1);
        }
    }

    fn lift(&mut self, block: Index, table: Index) {
        self.load[table] -= self.round.blocks[block].members.len();
        self.table_of[block] = ABSENT;
        for &other in &self.round.blocks[block].apart {
            let cell = &mut self.barred[usize::from(other) * self.limits.len() + table];
            *cell -= 1;
            self.closed[usize::from(other)] -= usize::from(*cell == 0);
        }
    }

    /// `None` where the budget ran out or the caller said stop.
    fn run(&mut self, stop: &dyn Fn() -> bool) -> Option<bool> {
        if self.impossible || !self.counts_fit() {
            return Some(false);
        }
        // An explicit stack: as many levels as blocks, each with the tables still to be tried; they are listed only when
        // the first choice has failed, which is rare.
        let mut trail: Vec<(u16, u16, Option<Vec<u16>>)> = Vec::new();
        let mut forward = true;
        loop {
            if forward {
                let Some(block) = self.take_hardest() else {
                    return Some(true);
                };
                trail.push((block, ABSENT, None));
            }
            let Some((block, placed, choices)) = trail.last_mut() else {
                return Some(false);
            };
            let index = usize::from(*block);
            let tried = std::mem::replace(placed, ABSENT);
            let next = if tried == ABSENT {
                self.best_choice(index)
            } else {
                self.lift(index, usize::from(tried));
                let choices = choices.get_or_insert_with(|| {
                    let mut all = self.choices(index);
                    all.retain(|&table| table != tried);
                    all
                });
                choices.pop()
            };
            if let Some(table) = next {
                self.budget = self.budget.checked_sub(1)?;
                if self.budget.is_multiple_of(STEPS_BETWEEN_QUESTIONS) && stop() {
                    return None;
                }
                *placed = table;
                self.place(index, usize::from(table));
                forward = self.counts_fit();
            } else {
                let block = *block;
                self.open.push(block);
                self.waiting += self.round.blocks[index].members.len();
                trail.pop();
                forward = false;
            }
        }
    }

    /// Room for all, and enough people for every minimum.
    fn counts_fit(&self) -> bool {
        let rest = self.waiting + self.fillers;
        let mut need = 0;
        let mut room = 0;
        for (&load, &(low, high)) in self.load.iter().zip(&self.limits) {
            need += low.saturating_sub(load);
            room += high.saturating_sub(load);
        }
        need <= rest && rest <= room
    }

    /// Takes the open block with the fewest tables left; larger ones, then those with more to avoid, first.
    fn take_hardest(&mut self) -> Option<u16> {
        let tables = self.limits.len();
        let largest = self
            .open
            .iter()
            .take(WINDOW)
            .map(|&block| self.round.blocks[usize::from(block)].members.len())
            .max()?;
        let mut full = vec![0; largest + 1];
        for (&load, &(_, high)) in self.load.iter().zip(&self.limits) {
            let room = high.saturating_sub(load);
            (room + 1..=largest).for_each(|size| full[size] += 1);
        }
        let hardness = |block: u16| {
            let index = usize::from(block);
            let size = self.round.blocks[index].members.len();
            let left = tables.saturating_sub(self.closed[index].max(full[size]));
            (
                left,
                usize::MAX - size,
                usize::MAX - self.round.blocks[index].apart.len(),
            )
        };
        // Blocks lie in the order of their size and number of others to avoid; far back none is harder.
        let (position, _) = self
            .open
            .iter()
            .enumerate()
            .take(WINDOW)
            .min_by_key(|&(position, &block)| (hardness(block), position))?;
        let block = self.open.swap_remove(position);
        self.waiting -= self.round.blocks[usize::from(block)].members.len();
        Some(block)
    }

    /// How much a table is to be preferred for a block: the wanted one; then large blocks pack tightly, single people
    /// spread.
    fn preference(&self, block: Index, table: Index) -> (bool, usize, usize) {
        let room = self.limits[table].1 - self.load[table];
        let room = if self.round.blocks[block].members.len() > 1 {
            usize::MAX - room
        } else {
            room
        };
        (
            table == usize::from(self.wanted[block]),
            room,
            self.taste[table],
        )
    }

    fn best_choice(&self, block: Index) -> Option<u16> {
        let free = (0..self.limits.len()).filter(|&table| self.is_free(block, table));
        free.max_by_key(|&table| self.preference(block, table))
            .map(|table| table as u16)
    }

    /// The tables to try, best last. Of empty tables with equal limits only one is worth trying.
    fn choices(&self, block: Index) -> Vec<u16> {
        let mut tables: Vec<Index> = (0..self.limits.len())
            .filter(|&table| self.is_free(block, table))
            .collect();
        tables.sort_by_key(|&table| self.preference(block, table));
        let nobody_wants = |&other: &u16| self.wanted[usize::from(other)] == ABSENT;
        if nobody_wants(&(block as u16)) && self.open.iter().all(nobody_wants) {
            // The best of equals is the last one: it is the one tried already.
            let mut seen: Vec<(usize, usize)> = Vec::new();
            tables.reverse();
            tables.retain(|&table| {
                let empty = self.load[table] == 0;
                let first = !empty || !seen.contains(&self.limits[table]);
                if empty {
                    seen.push(self.limits[table]);
                }
                first
            });
            tables.reverse();
        }
        tables.into_iter().map(|table| table as u16).collect()
    }
}

/// The table that most of the members want.
fn majority(members: &[u16], wanted: Option<&[u16]>) -> u16 {
    let Some(wanted) = wanted else { return ABSENT };
    let votes = members
        .iter()
        .map(|&person| wanted[usize::from(person)])
        .filter(|&table| table != ABSENT);
    let votes: Vec<u16> = votes.collect();
    let count = |table: u16| votes.iter().filter(|&&vote| vote == table).count();
    votes
        .iter()
        .copied()
        .max_by_key(|&table| (count(table), std::cmp::Reverse(table)))
        .unwrap_or(ABSENT)
}
