//! Bounds that no plan surpasses.
//!
//! Each holds for *all* plans that keep the hard rules, whatever the order of the goals. A plan that reaches
//! a bound is proved optimal in it. The proofs are elementary and stand beside the code.

mod met;
mod round_facts;
pub mod table_sizes;
mod topics;

use std::collections::HashMap;

use super::problem::{Index, Problem};
use round_facts::RoundFacts;
use table_sizes::{even_split_pairs, pair_count};

/// Bounds of a problem: upper ones for what is maximised, lower ones for what is minimised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// Upper bound of the fewest topics that a person sees (hosts aside).
    pub topics_min: usize,
    /// Upper bound of the topics seen, summed over people.
    pub topics_sum: usize,
    /// Upper bound of the pairs of different organisations that meet.
    pub meetings: usize,
    /// Lower bound of the repeats.
    pub repeats: usize,
    /// Upper bound of the fewest people of other organisations that a person meets.
    pub min_person: usize,
    /// Lower bound of the pairs of one organisation at one table.
    pub mix: usize,
    /// Lower bound of the weights of pairs of past meetings that share a table. `None` without past meetings.
    pub met: Option<usize>,
}

impl Bounds {
    /// Computes all bounds.
    pub fn new(problem: &Problem) -> Self {
        let rounds: Vec<RoundFacts> = (0..problem.rounds)
            .map(|round| RoundFacts::new(problem, round))
            .collect();
        let (topics_min, topics_sum) = topics::bounds(problem, &rounds);
        let people_met_bounds = people_met_bounds(problem, &rounds);
        let (cross, own) = possible_pairs(problem);
        let mut meetings = people_met_bounds.iter().sum::<usize>() / 2;
        meetings = meetings.min(cross);
        let forced = forced_repeats(problem, &rounds);
        // Per round: pairs at the tables, less those that must be colleagues or repeats.
        let fresh = rounds.iter().zip(&forced).map(|(facts, &forced)| {
            facts.most_pairs - forced.max(facts.own_pairs).min(facts.most_pairs)
        });
        meetings = meetings.min(fresh.sum());
        let least_pairs: usize = rounds.iter().map(|facts| facts.least_pairs).sum();
        Self {
            topics_min,
            topics_sum,
            meetings,
            // A pair that meets k times is a repeat in k − 1 rounds. All pairs at tables beyond the distinct
            // ones are repeats, too.
            repeats: forced
                .iter()
                .sum::<usize>()
                .max(least_pairs.saturating_sub(meetings + own)),
            min_person: people_met_bounds.iter().copied().min().unwrap_or(0).min(
                if people_met_bounds.is_empty() {
                    0
                } else {
                    2 * meetings / people_met_bounds.len()
                },
            ),
            mix: rounds.iter().map(|facts| facts.own_pairs).sum(),
            met: met::bound(problem, &rounds),
        }
    }
}

/// For each person the most people of other organisations to meet.
pub fn most_people_met(problem: &Problem) -> Vec<usize> {
    let rounds: Vec<RoundFacts> = (0..problem.rounds)
        .map(|round| RoundFacts::new(problem, round))
        .collect();
    people_met_bounds(problem, &rounds)
}

/// For each person the most people of other organisations to meet.
///
/// They must share a round. In each round they are at most the seats of the largest table open to the person,
/// less the person's own block members of the organisation.
fn people_met_bounds(problem: &Problem, rounds: &[RoundFacts]) -> Vec<usize> {
    let known = possible_partners(problem);
    let mut seats = vec![0; problem.people.len()];
    for facts in rounds {
        let largest = facts
            .reachable
            .iter()
            .map(|&(_, high)| high)
            .max()
            .unwrap_or(0);
        for block in &facts.round.blocks {
            let table = block
                .pin
                .map_or(largest, |table| facts.reachable[usize::from(table)].1);
            for &person in &block.members {
                let organisation = problem.people[usize::from(person)].organisation;
                let own = |&&other: &&u16| {
                    problem.people[usize::from(other)].organisation == organisation
                };
                let own = block.members.iter().filter(own).count();
                seats[usize::from(person)] += table.saturating_sub(own);
            }
        }
    }
    seats
        .into_iter()
        .zip(known)
        .map(|(seats, known)| seats.min(known))
        .collect()
}

/// For each person the number of people of other organisations who share a round.
fn possible_partners(problem: &Problem) -> Vec<usize> {
    let masks: Vec<u128> = problem
        .people
        .iter()
        .map(|person| mask(&person.present))
        .collect();
    let mut by_mask: HashMap<u128, usize> = HashMap::new();
    let mut by_organisation: HashMap<Index, HashMap<u128, usize>> = HashMap::new();
    for (person, &mask) in problem.people.iter().zip(&masks) {
        *by_mask.entry(mask).or_default() += 1;
        *by_organisation
            .entry(person.organisation)
            .or_default()
            .entry(mask)
            .or_default() += 1;
    }
    let common = |counts: &HashMap<u128, usize>, mask: u128| -> usize {
        counts
            .iter()
            .filter(|&(&other, _)| other & mask != 0)
            .map(|(_, &count)| count)
            .sum()
    };
    let everybody: HashMap<u128, usize> = by_mask
        .keys()
        .map(|&mask| (mask, common(&by_mask, mask)))
        .collect();
    let people = problem.people.iter().zip(&masks);
    people
        .map(|(person, mask)| {
            everybody[mask] - common(&by_organisation[&person.organisation], *mask)
        })
        .collect()
}

/// Pairs that share a round: of different organisations, and of one.
fn possible_pairs(problem: &Problem) -> (usize, usize) {
    let cross = possible_partners(problem).iter().sum::<usize>() / 2;
    let mut sizes: HashMap<Index, usize> = HashMap::new();
    problem
        .people
        .iter()
        .for_each(|person| *sizes.entry(person.organisation).or_default() += 1);
    (cross, sizes.values().map(|&size| pair_count(size)).sum())
}

fn mask(present: &[bool]) -> u128 {
    present
        .iter()
        .fold(0, |mask, &present| mask << 1 | u128::from(present))
}

/// For each round the pairs that must have met in an earlier round: the people of one table, spread over T
/// tables later, keep at least the pairs of an even split.
fn forced_repeats(problem: &Problem, rounds: &[RoundFacts]) -> Vec<usize> {
    let everybody = problem.people.len();
    let between = |earlier: Index, later: Index| {
        let tables = rounds[later].open;
        if rounds[earlier].round.present == everybody && rounds[later].round.present == everybody {
            return rounds[earlier]
                .even_sizes
                .iter()
                .map(|&size| even_split_pairs(size, tables))
                .sum();
        }
        let both = problem
            .people
            .iter()
            .filter(|person| person.present[earlier] && person.present[later])
            .count();
        even_split_pairs(both, rounds[earlier].open * tables)
    };
    (0..rounds.len())
        .map(|later| {
            (0..later)
                .map(|earlier| between(earlier, later))
                .max()
                .unwrap_or(0)
        })
        .collect()
}
