//! Seatings to restart from when a search is stuck.

use super::super::initial_seating::reseat_round;
use super::super::plan::Seating;
use super::super::problem::{Index, Problem};
use super::super::random::Random;

/// Seats everybody anew in one or two rounds.
pub fn reseat_some_rounds(problem: &Problem, seating: &mut Seating, random: &mut Random) {
    for _ in 0..=random.below(2) {
        reseat(problem, seating, random.below(problem.rounds), random);
    }
}

/// Seats everybody anew in every round.
pub fn reseat_all_rounds(problem: &Problem, seating: &mut Seating, random: &mut Random) {
    (0..problem.rounds).for_each(|round| reseat(problem, seating, round, random));
}

/// Keeps the seats of the round if no others are found quickly.
fn reseat(problem: &Problem, seating: &mut Seating, round: Index, random: &mut Random) {
    if let Some(seats) = reseat_round(problem, round, None, random) {
        seating.rounds[round] = seats;
    }
}
