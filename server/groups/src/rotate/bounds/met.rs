//! Bound of the pairs of past meetings that share a table.

use super::super::problem::{Index, Problem};
use super::round_facts::RoundFacts;
use super::table_sizes::{pair_count, water_filling_pairs};

/// Fewest weighted pairs of past meetings at the tables. `None` without past meetings.
///
/// Each past meeting is bounded by itself: its people are spread as evenly as fixed seats allow, and blocks stay
/// together. The sum over meetings and rounds is a bound, because the weights of a pair add up.
pub fn bound(problem: &Problem, rounds: &[RoundFacts]) -> Option<usize> {
    if problem.met.is_empty() {
        return None;
    }
    let pairs = |people: &[Index]| -> usize {
        rounds.iter().map(|facts| fewest_pairs(facts, people)).sum()
    };
    let weighted = |past: &super::super::problem::PastMeeting| past.weight * pairs(&past.people);
    Some(problem.met.iter().map(weighted).sum())
}

/// Fewest pairs of these people at one table.
fn fewest_pairs(facts: &RoundFacts, people: &[Index]) -> usize {
    let mut pinned = vec![0; facts.reachable.len()];
    let mut free = 0;
    let mut of_block = vec![0_usize; facts.round.blocks.len()];
    for &person in people {
        let Some(block) = facts.round.block(person) else {
            continue;
        };
        of_block[usize::from(facts.round.block_of[person])] += 1;
        match block.pin {
            Some(table) => pinned[usize::from(table)] += 1,
            None => free += 1,
        }
    }
    let open = pinned.iter().zip(&facts.reachable);
    let load = open
        .filter(|&(&pinned, &(_, high))| pinned > 0 || high > 0)
        .map(|(&pinned, _)| pinned);
    let spread = water_filling_pairs(load.collect(), free);
    let in_blocks: usize = of_block.into_iter().map(pair_count).sum();
    spread.max(in_blocks)
}
