//! Necessary conditions from counting, before any search.

use super::super::rules::{ABSENT, RoundRules};

/// Number of people who prefer each table.
pub fn loads(round: &RoundRules, preferred: &[u16]) -> Vec<usize> {
    let mut load = vec![0; round.sizes.len()];
    for (person, &table) in preferred.iter().enumerate() {
        if round.block_of[person] != ABSENT && table != ABSENT {
            load[usize::from(table)] += 1;
        }
    }
    load
}

/// Fewest people who must leave or join a table to bring loads within limits.
pub fn minimum_displaced(load: &[usize], limits: &[(usize, usize)]) -> usize {
    let pairs = || load.iter().zip(limits);
    let surplus: usize = pairs()
        .map(|(&load, &(_, high))| load.saturating_sub(high))
        .sum();
    let missing: usize = pairs()
        .map(|(&load, &(low, _))| low.saturating_sub(load))
        .sum();
    surplus.max(missing)
}

/// Whether blocks of one size exceed the tables, or people pairwise apart exceed the tables.
pub fn is_overfull(round: &RoundRules) -> bool {
    let limits = round.reachable();
    let mut sizes: Vec<usize> = round
        .blocks
        .iter()
        .map(|block| block.members.len())
        .collect();
    sizes.sort_unstable_by(|one, other| other.cmp(one));
    let crowded = (0..sizes.len()).any(|last| {
        let size = sizes[last];
        size > 1
            && sizes.get(last + 1) != Some(&size)
            && limits.iter().map(|&(_, high)| high / size).sum::<usize>() <= last
    });
    let open = limits.iter().filter(|&&(_, high)| high > 0).count();
    crowded || round.cliques.iter().any(|clique| clique.len() > open)
}
