//! Size limits of the tables in a round.

use super::super::problem::{Index, Problem};
use super::blocks::Block;
use super::closings::Closings;
use super::{RoundRules, Rule};

/// Size limits of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SizeLimits {
    pub low: usize,
    pub high: usize,
    /// Whether the size differs by at most one from other balanced tables.
    pub balanced: bool,
}

/// The limits of every table, as far as the rules hold.
pub(super) fn size_limits(
    problem: &Problem,
    round: Index,
    blocks: &[Block],
    holds: &dyn Fn(Rule) -> bool,
) -> Vec<SizeLimits> {
    let closings = Closings::new(problem, round);
    let present: usize = blocks.iter().map(|block| block.members.len()).sum();
    let limits = |table: Index| {
        if let Some(members) = closings.members[table] {
            let is_closed = is_closed(problem, round, table, holds);
            return SizeLimits {
                low: pinned_people(blocks, table),
                high: if is_closed { members } else { present },
                balanced: false,
            };
        }
        let row = &problem.tables[table];
        let max = row.max.filter(|_| holds(Rule::Max(table)));
        SizeLimits {
            low: row.min.filter(|_| holds(Rule::Min(table))).unwrap_or(0),
            high: max.unwrap_or(present).min(present),
            balanced: row.is_balanced() && holds(Rule::Balance),
        }
    };
    (0..problem.tables.len()).map(limits).collect()
}

/// Whether the rules that hold close the table.
fn is_closed(problem: &Problem, round: Index, table: Index, holds: &dyn Fn(Rule) -> bool) -> bool {
    let mut closed = problem.closed.iter();
    let index = closed.position(|closed| (closed.round, closed.table) == (round, table));
    index.is_some_and(|index| holds(Rule::Closed(index)))
}

/// Number of people who must sit at the table.
fn pinned_people(blocks: &[Block], table: Index) -> usize {
    let pinned = blocks
        .iter()
        .filter(|block| block.pin.map(usize::from) == Some(table));
    pinned.map(|block| block.members.len()).sum()
}

impl RoundRules {
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
