//! The initial seating: near the previous plan, if there is one, and otherwise random.
//!
//! A repair first uses empty seats for late arrivals. If sizes or rules force people to move, it moves the
//! fewest per round, and people who move anyway before others. This is an assignment with two costs, previous
//! seat or another one, which counting solves exactly (see [`super::seating`]). Annealing then shortens
//! chains of moves.

#![expect(
    clippy::cast_possible_truncation,
    reason = "tables are bounded far below u16::MAX by the problem"
)]

use super::bounds::table_sizes::{pair_count, uneven_sizes};
use super::plan::Seating;
use super::problem::{Index, Problem};
use super::random::Random;
use super::rules::{ABSENT, RoundRules, SizeLimits};
use super::seating::{SeatingOutcome, SeatingRequest, Seats, find_seating};

/// Step limits of the exact search for one round. Each attempt starts anew in another order. The first one is
/// always made: it is short and nearly always enough.
const STEP_LIMITS: [u64; 9] = [
    2_000, 2_000, 20_000, 20_000, 200_000, 200_000, 2_000_000, 2_000_000, 2_000_000,
];

/// Why there is no seating.
#[derive(Clone, Copy, Debug)]
pub enum InitialSeatingError {
    /// Proved: the round has no seating.
    Infeasible { round: Index },
    /// The search ended without a result.
    Unknown,
}

/// A seating that keeps every hard rule.
pub fn find_initial_seating(
    problem: &Problem,
    stream: u64,
    should_stop: &dyn Fn() -> bool,
) -> Result<Seating, InitialSeatingError> {
    let mut seater = RoundSeater {
        problem,
        random: Random::new(problem.seed, (1 << 32) + stream),
        should_stop,
    };
    let mut rounds = vec![Seats::new(); problem.rounds];
    let mut moved = vec![false; problem.people.len()];
    // Rounds in which most people must move come first: these people may as well move elsewhere.
    let mut order: Vec<(usize, Index)> = Vec::with_capacity(problem.rounds);
    let mut before = None;
    for (round, seats) in rounds.iter_mut().enumerate() {
        let rules = match before.take() {
            Some(rules) if have_equal_rules(problem, round - 1, round) => rules,
            _ => RoundRules::new(problem, round),
        };
        *seats = seater.seat_round(round, &rules, None)?;
        before = Some(rules);
        let changed = changed_people(problem, round, seats).count();
        order.push((usize::MAX - changed, round));
    }
    if problem.previous.is_some() {
        order.sort_unstable();
        for (_, round) in order {
            let rules = RoundRules::new(problem, round);
            let Ok(seats) = seater.seat_round(round, &rules, Some(&moved)) else {
                // The seating of the first pass keeps the rules as well.
                continue;
            };
            rounds[round] = seats;
            changed_people(problem, round, &rounds[round]).for_each(|person| moved[person] = true);
        }
    }
    Ok(Seating { rounds })
}

/// Above this number of pairs at tables, over all rounds, every move is expensive.
const MAX_PAIRS: usize = 20_000_000;

/// A seating whose table sizes make many pairs: large tables are full, small ones as empty as allowed. It is
/// near `preferred[round][person]`, or random.
///
/// `None` if no round has a choice of sizes, or if none is found quickly.
pub fn uneven_seating(
    problem: &Problem,
    preferred: Option<&[Seats]>,
    should_stop: &dyn Fn() -> bool,
) -> Option<Seating> {
    let mut random = Random::new(problem.seed, 5 << 32);
    let mut rounds = Vec::with_capacity(problem.rounds);
    let mut has_choice = false;
    let mut made = 0;
    for index in 0..problem.rounds {
        let mut round = RoundRules::new(problem, index);
        if let Some(sizes) = uneven_sizes(&round) {
            has_choice = true;
            made += sizes.iter().map(|&size| pair_count(size)).sum::<usize>();
            if made > MAX_PAIRS || should_stop() {
                return None;
            }
            for (size, people) in round.sizes.iter_mut().zip(sizes) {
                *size = SizeLimits {
                    low: people,
                    high: people,
                    balanced: false,
                };
            }
        }
        let request = SeatingRequest {
            preferred: preferred.map(|rounds| &*rounds[index]),
            movable: None,
            any_sizes: false,
            step_limit: STEP_LIMITS[0],
        };
        match find_seating(&round, &request, &mut random, should_stop) {
            SeatingOutcome::Seating(seats) => rounds.push(seats),
            SeatingOutcome::Infeasible | SeatingOutcome::Unknown => return None,
        }
    }
    has_choice.then_some(Seating { rounds })
}

/// Another seating of a round: near `preferred`, or random. `None` if none is found quickly.
pub fn reseat_round(
    problem: &Problem,
    round: Index,
    preferred: Option<&[u16]>,
    random: &mut Random,
) -> Option<Seats> {
    let rules = RoundRules::new(problem, round);
    let request = SeatingRequest {
        preferred,
        movable: None,
        any_sizes: preferred.is_none(),
        step_limit: STEP_LIMITS[0],
    };
    match find_seating(&rules, &request, random, &|| false) {
        SeatingOutcome::Seating(seats) => Some(seats),
        SeatingOutcome::Infeasible | SeatingOutcome::Unknown => None,
    }
}

/// The seating nearest to `preferred[round][person]`.
pub fn nearest_seating(
    problem: &Problem,
    preferred: &[Seats],
    stream: u64,
    should_stop: &dyn Fn() -> bool,
) -> Option<Seating> {
    let mut random = Random::new(problem.seed, (2 << 32) + stream);
    let mut rounds = Vec::with_capacity(problem.rounds);
    for (index, preferred) in preferred.iter().enumerate() {
        let round = RoundRules::new(problem, index);
        let request = SeatingRequest {
            preferred: Some(preferred),
            movable: None,
            any_sizes: false,
            step_limit: STEP_LIMITS[2],
        };
        match find_seating(&round, &request, &mut random, should_stop) {
            SeatingOutcome::Seating(seats) => rounds.push(seats),
            SeatingOutcome::Infeasible | SeatingOutcome::Unknown => return None,
        }
    }
    Some(Seating { rounds })
}

/// Whether both rounds have the same rules and people, so that [`RoundRules`] can be reused.
fn have_equal_rules(problem: &Problem, one: Index, other: Index) -> bool {
    one >= problem.frozen_rounds
        && other >= problem.frozen_rounds
        && problem.has_same_people(one, other)
        && !problem
            .fixed
            .iter()
            .any(|fixed| fixed.round == one || fixed.round == other)
        && !problem
            .closed
            .iter()
            .any(|closed| closed.round == one || closed.round == other)
}

fn changed_people<'a>(
    problem: &'a Problem,
    round: Index,
    seats: &'a Seats,
) -> impl Iterator<Item = Index> + 'a {
    (0..problem.people.len()).filter(move |&person| {
        problem
            .previous_seat(round, person)
            .is_some_and(|before| seats[person] != before as u16)
    })
}

/// Seats one round after the other.
struct RoundSeater<'a> {
    problem: &'a Problem,
    random: Random,
    should_stop: &'a dyn Fn() -> bool,
}

impl RoundSeater<'_> {
    /// Seats a round near the previous plan, if there is one. `moved` are people who change seats anyway.
    fn seat_round(
        &mut self,
        index: Index,
        round: &RoundRules,
        moved: Option<&[bool]>,
    ) -> Result<Seats, InitialSeatingError> {
        let (problem, should_stop) = (self.problem, self.should_stop);

        let preferred: Option<Seats> = problem.previous.is_some().then(|| {
            let before = |person| {
                problem
                    .previous_seat(index, person)
                    .map_or(ABSENT, |table| table as u16)
            };
            (0..problem.people.len()).map(before).collect()
        });
        for (attempt, step_limit) in STEP_LIMITS.into_iter().enumerate() {
            let request = SeatingRequest {
                preferred: preferred.as_deref(),
                movable: moved,
                any_sizes: false,
                step_limit,
            };
            let stop_unless_first = || attempt > 0 && should_stop();
            match find_seating(round, &request, &mut self.random, &stop_unless_first) {
                SeatingOutcome::Seating(seats) => return Ok(seats),
                SeatingOutcome::Infeasible => {
                    return Err(InitialSeatingError::Infeasible { round: index });
                }
                SeatingOutcome::Unknown if should_stop() => break,
                SeatingOutcome::Unknown => {}
            }
        }
        Err(InitialSeatingError::Unknown)
    }
}
