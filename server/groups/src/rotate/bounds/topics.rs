//! Bounds of the topics that people see, from rounds, fixed seats and the seats of each topic.

use std::collections::HashSet;

use super::super::problem::{Index, Problem};
use super::round_facts::RoundFacts;

/// Upper bounds of the smallest count and of the sum.
///
/// Person i sees at most `most[i]` topics, and topic t has seats for at most `seats[t]` different people. By
/// the max-flow min-cut theorem (Ford and Fulkerson) the sum is at most the minimum cut: for some k, the
/// seats of all topics but the k largest, plus min(most, k) for every person.
pub fn bounds(problem: &Problem, rounds: &[RoundFacts]) -> (usize, usize) {
    let hosts = problem.hosts();
    let guests: Vec<Index> = (0..problem.people.len())
        .filter(|&person| !hosts[person] && problem.attends(person))
        .collect();
    let open_topics = |facts: &RoundFacts| -> HashSet<Index> {
        let tables = problem.tables.iter().zip(&facts.reachable);
        let open = tables.filter(|(_, reachable)| reachable.1 > 0);
        open.map(|(table, _)| table.topic).collect()
    };
    let open: Vec<HashSet<Index>> = rounds.iter().map(open_topics).collect();
    let most: Vec<usize> = guests
        .iter()
        .map(|&person| most_topics(problem, rounds, &open, person))
        .collect();
    let mut seats = seats_of_topics(problem, rounds, &hosts);
    seats.sort_unstable();
    let sum = cut(&seats, &most, usize::MAX);
    let mut smallest = most.iter().copied().min().unwrap_or(0);
    while smallest > 0 && cut(&seats, &most, smallest) < smallest * guests.len() {
        smallest -= 1;
    }
    (smallest, sum)
}

/// Topics of the fixed seats, and one for each other round while topics are left.
fn most_topics(
    problem: &Problem,
    rounds: &[RoundFacts],
    open: &[HashSet<Index>],
    person: Index,
) -> usize {
    let mut fixed = HashSet::new();
    let mut free = 0;
    let mut others: HashSet<Index> = HashSet::new();
    let mut every_topic = false;
    for (facts, open) in rounds.iter().zip(open) {
        let Some(block) = facts.round.block(person) else {
            continue;
        };
        if let Some(table) = block.pin {
            fixed.insert(problem.tables[usize::from(table)].topic);
            continue;
        }
        free += 1;
        if let Some(tables) = &block.tables {
            let allowed = tables.iter().map(|&table| usize::from(table));
            let allowed = allowed.filter(|&table| facts.reachable[table].1 > 0);
            others.extend(allowed.map(|table| problem.tables[table].topic));
            continue;
        }
        every_topic |= open.len() == problem.topics;
        if !every_topic {
            others.extend(open);
        }
    }
    let left = if every_topic {
        problem.topics - fixed.len()
    } else {
        others.difference(&fixed).count()
    };
    fixed.len() + free.min(left)
}

/// Seats for guests at the tables of each topic, over all rounds.
fn seats_of_topics(problem: &Problem, rounds: &[RoundFacts], hosts: &[bool]) -> Vec<usize> {
    let mut seats = vec![0; problem.topics];
    for facts in rounds {
        let low: usize = facts.reachable.iter().map(|&(low, _)| low).sum();
        let mut own_low = vec![0; problem.topics];
        let mut own_high = vec![0; problem.topics];
        let mut taken = vec![0; problem.topics];
        for (table, &(low, high)) in facts.reachable.iter().enumerate() {
            own_low[problem.tables[table].topic] += low;
            own_high[problem.tables[table].topic] += high;
        }
        for block in &facts.round.blocks {
            if let Some(table) = block.pin {
                let count = block
                    .members
                    .iter()
                    .filter(|&&person| hosts[usize::from(person)])
                    .count();
                taken[problem.tables[usize::from(table)].topic] += count;
            }
        }
        for topic in 0..problem.topics {
            let room =
                own_high[topic].min((facts.round.present + own_low[topic]).saturating_sub(low));
            seats[topic] += room.saturating_sub(taken[topic]);
        }
    }
    seats
}

/// The minimum cut, with each person's count limited to `limit`. `seats` ascend.
fn cut(seats: &[usize], most: &[usize], limit: usize) -> usize {
    let mut counts = vec![0_usize; seats.len() + 1];
    for &most in most {
        counts[most.min(limit).min(seats.len())] += 1;
    }
    // people_sum(k) = Σ min(most, k) grows with k. people_above counts those whose limit exceeds k.
    let mut outside: usize = seats.iter().sum();
    let mut people_sum = 0;
    let mut people_above = most.len() - counts[0];
    let mut smallest = outside;
    for (k, &provided) in seats.iter().rev().enumerate() {
        outside -= provided;
        people_sum += people_above;
        people_above -= counts[k + 1];
        smallest = smallest.min(outside + people_sum);
    }
    smallest
}
