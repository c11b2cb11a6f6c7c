//! Upper bounds of the people that a person meets, and the pairs that rules force or forbid.
//!
//! Person i meets in a round at most the seats of the largest table open to them, less the own block and fixed
//! colleagues, and at most those present who need not be apart from them. Whoever rules put beside i in
//! several rounds is met once only. Over all rounds i meets at most those who share a round and may share a
//! table.

#![expect(
    clippy::cast_possible_truncation,
    reason = "people and tables are bounded far below u16::MAX by the problem"
)]

use std::collections::{HashMap, HashSet};

use super::super::problem::{Index, Problem};
use super::super::rules::Block;
use super::round_facts::RoundFacts;

/// Pairs examined for a refinement. Beyond it bounds are looser, but soon there.
const MAX_PAIRS: usize = 4_000_000;

/// Bounds from pairs of people.
#[derive(Clone, Debug, Default)]
pub struct PairBounds {
    /// For each person the most people of other organisations to meet.
    pub people_met: Vec<usize>,
    /// Pairs that may share a table: of different organisations, and of one.
    pub cross: usize,
    pub own: usize,
    /// For each round the pairs that rules put together, and have put together before: of different
    /// organisations, and of any.
    pub repeated_cross: Vec<usize>,
    pub repeated: Vec<usize>,
}

impl PairBounds {
    pub fn new(problem: &Problem, rounds: &[RoundFacts], apart: &[Vec<u16>]) -> Self {
        let (mut strangers, mut colleagues) = possible_partners(problem);
        for (one, other) in impossible_pairs(problem, rounds, apart) {
            let is_own = problem.people[one].organisation == problem.people[other].organisation;
            let counts = if is_own {
                &mut colleagues
            } else {
                &mut strangers
            };
            counts[one] -= 1;
            counts[other] -= 1;
        }
        let (cross, own) = (
            strangers.iter().sum::<usize>() / 2,
            colleagues.iter().sum::<usize>() / 2,
        );
        let mut seats = vec![0; problem.people.len()];
        for facts in rounds {
            add_seats(problem, facts, apart, &mut seats);
        }
        let mut bounds = Self {
            people_met: Vec::new(),
            cross,
            own,
            repeated_cross: vec![0; rounds.len()],
            repeated: vec![0; rounds.len()],
        };
        for (person, twice) in bounds
            .count_repeated(problem, rounds)
            .into_iter()
            .enumerate()
        {
            seats[person] = seats[person].saturating_sub(twice);
        }
        bounds.people_met = (seats.into_iter().zip(strangers))
            .map(|(seats, possible)| seats.min(possible))
            .collect();
        bounds
    }

    /// Counts the pairs that rules put together again. Returns for each person the meetings with people of
    /// other organisations that are such repeats.
    fn count_repeated(&mut self, problem: &Problem, rounds: &[RoundFacts]) -> Vec<usize> {
        let mut twice = vec![0; problem.people.len()];
        let mut met: HashSet<(u16, u16)> = HashSet::new();
        for (index, facts) in rounds.iter().enumerate() {
            let groups = tied_groups(facts);
            let pairs: usize = groups.iter().map(|group| group.len() * group.len()).sum();
            if met.len() + pairs > MAX_PAIRS {
                break;
            }
            for group in &groups {
                for (position, &one) in group.iter().enumerate() {
                    for &other in &group[position + 1..] {
                        if met.insert((one.min(other), one.max(other))) {
                            continue;
                        }
                        let (one, other) = (usize::from(one), usize::from(other));
                        self.repeated[index] += 1;
                        if problem.people[one].organisation != problem.people[other].organisation {
                            self.repeated_cross[index] += 1;
                            twice[one] += 1;
                            twice[other] += 1;
                        }
                    }
                }
            }
        }
        twice
    }
}

/// Groups of several people who share a table of the round in every plan.
fn tied_groups(facts: &RoundFacts) -> Vec<Vec<u16>> {
    let mut at: HashMap<u16, Vec<u16>> = HashMap::new();
    let mut groups = Vec::new();
    for block in &facts.round.blocks {
        match block.pin {
            Some(table) => at.entry(table).or_default().extend(&block.members),
            None if block.members.len() > 1 => groups.push(block.members.clone()),
            None => {}
        }
    }
    groups.extend(at.into_values().filter(|group| group.len() > 1));
    groups
}

/// Pairs who share rounds but no table: kept apart, or fixed at different tables in all of them.
fn impossible_pairs(
    problem: &Problem,
    rounds: &[RoundFacts],
    apart: &[Vec<u16>],
) -> Vec<(Index, Index)> {
    let pins: Vec<Vec<Option<u16>>> = (rounds.iter())
        .map(|facts| {
            let pin = |person| facts.round.block(person).and_then(|block| block.pin);
            (0..problem.people.len()).map(pin).collect()
        })
        .collect();
    // `None`: they share no round, so that they are not counted as possible anyway.
    let may_meet = |one: Index, other: Index, are_apart: bool| -> Option<bool> {
        let mut shares = false;
        for (round, pins) in pins.iter().enumerate() {
            if !problem.is_present(one, round) || !problem.is_present(other, round) {
                continue;
            }
            shares = true;
            let may_meet_now = match (pins[one], pins[other]) {
                // Also those who are kept apart: fixed seats at a closed table are beyond other rules.
                (Some(one), Some(other)) => one == other,
                _ => !are_apart || round < problem.frozen_rounds,
            };
            if may_meet_now {
                return Some(true);
            }
        }
        shares.then_some(false)
    };
    let mut pairs = Vec::new();
    for (one, others) in apart.iter().enumerate() {
        let others = others.iter().map(|&other| usize::from(other));
        for other in others.filter(|&other| other > one) {
            if may_meet(one, other, true) == Some(false) {
                pairs.push((one, other));
            }
        }
    }
    let is_settled = |&person: &Index| {
        let mut present = (0..problem.rounds).filter(|&round| problem.is_present(person, round));
        present.all(|round| pins[round][person].is_some())
    };
    let settled: Vec<Index> = (0..problem.people.len()).filter(is_settled).collect();
    if settled.len() * settled.len() * problem.rounds <= MAX_PAIRS {
        for (position, &one) in settled.iter().enumerate() {
            for &other in &settled[position + 1..] {
                let known = apart[one].binary_search(&(other as u16)).is_ok();
                if !known && may_meet(one, other, false) == Some(false) {
                    pairs.push((one, other));
                }
            }
        }
    }
    pairs
}

/// Adds for each person the most people of other organisations to meet in a round.
fn add_seats(problem: &Problem, facts: &RoundFacts, apart: &[Vec<u16>], seats: &mut [usize]) {
    let organisation = |person: u16| problem.people[usize::from(person)].organisation;
    let mut pinned: HashMap<(Index, u16), usize> = HashMap::new();
    let mut there: HashMap<Index, usize> = HashMap::new();
    for block in &facts.round.blocks {
        for &person in &block.members {
            *there.entry(organisation(person)).or_default() += 1;
            if let Some(table) = block.pin {
                *pinned.entry((organisation(person), table)).or_default() += 1;
            }
        }
    }
    // Largest tables first.
    let mut tables: Vec<(usize, u16)> = (0..)
        .zip(&facts.reachable)
        .map(|(table, &(_, high))| (high, table))
        .collect();
    tables.sort_unstable_by(|one, other| other.cmp(one));
    let room = |table: u16, high: usize, organisation: Index| {
        high.saturating_sub(pinned.get(&(organisation, table)).copied().unwrap_or(0))
    };
    let mut largest: HashMap<Index, usize> = HashMap::new();
    let mut most_room = |organisation: Index| {
        *largest.entry(organisation).or_insert_with(|| {
            let mut most = 0;
            for &(high, table) in &tables {
                if high <= most {
                    break;
                }
                most = most.max(room(table, high, organisation));
            }
            most
        })
    };
    for block in &facts.round.blocks {
        for &person in &block.members {
            let own = organisation(person);
            let free = |most: usize| most.saturating_sub(colleagues(problem, block, own));
            let at_table = match (block.pin, &block.tables) {
                (Some(table), _) => room(table, facts.reachable[usize::from(table)].1, own),
                (None, None) => free(most_room(own)),
                (None, Some(tables)) => {
                    let high = |table: u16| facts.reachable[usize::from(table)].1;
                    let rooms = tables.iter().map(|&table| room(table, high(table), own));
                    free(rooms.max().unwrap_or(0))
                }
            };
            let mut others = facts.round.present - there[&own];
            if !facts.is_frozen {
                let away = |&&other: &&u16| {
                    let there = facts.round.block(usize::from(other));
                    // Fixed seats at a closed table are beyond other rules.
                    let beside = |there: &Block| block.pin.is_some() && there.pin == block.pin;
                    organisation(other) != own && there.is_some_and(|there| !beside(there))
                };
                others -= apart[usize::from(person)].iter().filter(away).count();
            }
            seats[usize::from(person)] += at_table.min(others);
        }
    }
}

fn colleagues(problem: &Problem, block: &Block, organisation: Index) -> usize {
    let own = |&&person: &&u16| problem.people[usize::from(person)].organisation == organisation;
    block.members.iter().filter(own).count()
}

/// For each person the number of people who share a round: of other organisations, and of the own.
fn possible_partners(problem: &Problem) -> (Vec<usize>, Vec<usize>) {
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
            let own = common(&by_organisation[&person.organisation], *mask);
            // A person who is present counts among the own.
            (everybody[mask] - own, own.saturating_sub(1))
        })
        .unzip()
}

fn mask(present: &[bool]) -> u128 {
    present
        .iter()
        .fold(0, |mask, &present| mask << 1 | u128::from(present))
}
