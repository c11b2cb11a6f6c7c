//! Counts of one round that hold for every seating.

use std::collections::HashMap;

use super::super::problem::{Index, Problem};
use super::super::rules::RoundRules;
use super::table_sizes::{self, Sizes, even_split_pairs, pair_count};

/// Counts of one round that hold for every seating.
pub struct RoundFacts {
    pub round: RoundRules,
    pub is_frozen: bool,
    /// Fewest and most people at each table.
    pub reachable: Vec<(usize, usize)>,
    /// Number of tables that can seat anybody.
    pub open: usize,
    /// Most and fewest pairs at tables.
    pub most_pairs: usize,
    pub least_pairs: usize,
    /// Fewest pairs of one organisation at one table.
    pub own_pairs: usize,
    /// Table sizes as even as the limits allow.
    pub even_sizes: Vec<usize>,
}

impl RoundFacts {
    pub fn new(problem: &Problem, index: Index) -> Self {
        let round = RoundRules::without_apart_pairs(problem, index);
        let reachable = round.reachable();
        let sizes = Sizes {
            limits: &reachable,
            people: round.present,
        };
        let even_sizes = sizes.even_sizes();
        let most_pairs = table_sizes::most_pairs(&round);
        let open = reachable.iter().filter(|&&(_, high)| high > 0).count();
        let own_pairs = own_pairs(problem, &round, &reachable, open, &even_sizes);
        let least_pairs = even_sizes.iter().map(|&size| pair_count(size)).sum();
        Self {
            round,
            is_frozen: index < problem.frozen_rounds,
            reachable,
            open,
            most_pairs,
            least_pairs,
            own_pairs,
            even_sizes,
        }
    }
}

/// Fewest pairs of one organisation that share a table.
///
/// An organisation is spread as evenly as fixed seats and blocks allow. A table with more people than
/// organisations holds at least the pairs of an even split.
fn own_pairs(
    problem: &Problem,
    round: &RoundRules,
    reachable: &[(usize, usize)],
    open: usize,
    even_sizes: &[usize],
) -> usize {
    let mut pinned: HashMap<Index, HashMap<u16, usize>> = HashMap::new();
    let mut free: HashMap<Index, usize> = HashMap::new();
    let mut bound: HashMap<Index, usize> = HashMap::new();
    for block in &round.blocks {
        let mut own: HashMap<Index, usize> = HashMap::new();
        for &person in &block.members {
            let organisation = problem.people[usize::from(person)].organisation;
            *own.entry(organisation).or_default() += 1;
            match block.pin {
                Some(table) => {
                    *pinned
                        .entry(organisation)
                        .or_default()
                        .entry(table)
                        .or_default() += 1;
                }
                None => *free.entry(organisation).or_default() += 1,
            }
        }
        for (organisation, count) in own {
            *bound.entry(organisation).or_default() += pair_count(count);
        }
    }
    let mut total = 0;
    for (organisation, together) in bound {
        let free = free.get(&organisation).copied().unwrap_or(0);
        let even = match pinned.get(&organisation) {
            None => even_split_pairs(free, open),
            Some(pinned) => {
                let open = (0..reachable.len()).filter(|&table| reachable[table].1 > 0);
                let load = open.map(|table| {
                    u16::try_from(table)
                        .ok()
                        .and_then(|table| pinned.get(&table))
                        .copied()
                        .unwrap_or(0)
                });
                table_sizes::water_filling_pairs(load.collect(), free)
            }
        };
        total += even.max(together);
    }
    let organisations: usize = pinned
        .keys()
        .chain(free.keys())
        .collect::<std::collections::HashSet<_>>()
        .len();
    total.max(
        even_sizes
            .iter()
            .map(|&size| even_split_pairs(size, organisations))
            .sum(),
    )
}
