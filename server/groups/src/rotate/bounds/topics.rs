//! Bounds of the topics that people see, from rounds, fixed seats and the seats of each topic.

use std::borrow::Cow;
use std::collections::HashSet;

use super::super::problem::{Index, Problem};
use super::super::rules::Block;
use super::round_facts::RoundFacts;

/// Upper bounds of the smallest count and of the sum.
///
/// Person i sees at most `most[i]` topics, and topic t has seats for at most `seats[t]` different people. By
/// the max-flow min-cut theorem (Ford and Fulkerson) the sum is at most the minimum cut: for some k, the
/// seats of all topics but the k largest, plus min(most, k) for every person.
pub fn bounds(problem: &Problem, rounds: &[RoundFacts], apart: &[Vec<u16>]) -> (usize, usize) {
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
        .map(|&person| {
            let apart = &apart[person];
            most_topics(problem, rounds, &open, Guest { person, apart })
        })
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

/// Topics that a person sees at most: the rounds that are matched to different topics open in them.
fn most_topics(
    problem: &Problem,
    rounds: &[RoundFacts],
    open: &[HashSet<Index>],
    guest: Guest<'_>,
) -> usize {
    let mut fixed = HashSet::new();
    let mut free: Vec<Cow<'_, HashSet<Index>>> = Vec::new();
    for (facts, open) in rounds.iter().zip(open) {
        let Some(block) = facts.round.block(guest.person) else {
            continue;
        };
        match block.pin {
            Some(table) => drop(fixed.insert(problem.tables[usize::from(table)].topic)),
            None if guest.fits_everywhere(facts, block) => free.push(Cow::Borrowed(open)),
            None => free.push(Cow::Owned(guest.open_topics(problem, facts, block))),
        }
    }
    // Mostly every topic is open in every round, and counting is enough.
    if free.iter().all(|open| open.len() == problem.topics) {
        return fixed.len() + free.len().min(problem.topics - fixed.len());
    }
    let mut round_of = vec![None; problem.topics];
    let matched = (0..free.len())
        .filter(|&round| {
            let mut visited = fixed.clone();
            find_topic(round, &free, &mut visited, &mut round_of)
        })
        .count();
    fixed.len() + matched
}

/// Finds a topic for the round along an augmenting path (Kuhn, *The Hungarian method for the assignment problem*,
/// 1955).
fn find_topic(
    round: Index,
    open: &[Cow<'_, HashSet<Index>>],
    visited: &mut HashSet<Index>,
    round_of: &mut [Option<Index>],
) -> bool {
    for &topic in open[round].iter() {
        if !visited.insert(topic) {
            continue;
        }
        let before = round_of[topic];
        if before.is_none_or(|before| find_topic(before, open, visited, round_of)) {
            round_of[topic] = Some(round);
            return true;
        }
    }
    false
}

/// A guest, and everyone to keep apart from.
#[derive(Clone, Copy, Debug)]
struct Guest<'a> {
    person: Index,
    apart: &'a [u16],
}

impl Guest<'_> {
    /// Whether no rule of the round closes a table to the person that is open to others.
    fn fits_everywhere(self, facts: &RoundFacts, block: &Block) -> bool {
        block.members.len() == 1
            && block.tables.is_none()
            && (facts.is_frozen || self.enemy_tables(facts, block).next().is_none())
    }

    /// Tables where somebody sits in every plan from whom the person must be apart. The table of the person's own fixed
    /// seat is none: fixed seats at a closed table are beyond other rules.
    fn enemy_tables(self, facts: &RoundFacts, block: &Block) -> impl Iterator<Item = u16> {
        let pin = |&other: &u16| facts.round.block(usize::from(other))?.pin;
        let tables = self.apart.iter().filter_map(pin);
        tables.filter(|table| Some(*table) != block.pin)
    }

    /// Topics of the tables that have room for the block and nobody to keep apart from.
    fn open_topics(self, problem: &Problem, facts: &RoundFacts, block: &Block) -> HashSet<Index> {
        let closed: HashSet<u16> = if facts.is_frozen {
            HashSet::new()
        } else {
            self.enemy_tables(facts, block).collect()
        };
        let tables = (0_u16..).zip(&problem.tables).zip(&facts.reachable);
        let open = tables.filter(|&((table, _), &(_, high))| {
            high >= block.members.len()
                && !closed.contains(&table)
                && block
                    .tables
                    .as_ref()
                    .is_none_or(|tables| tables.contains(&table))
        });
        open.map(|((_, table), _)| table.topic).collect()
    }
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
