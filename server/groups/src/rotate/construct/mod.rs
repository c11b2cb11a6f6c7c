//! Plans that theory gives at once: patterns of *places*, to which people are then assigned.
//!
//! A pattern says for every place (not yet a person) where it sits in each round. [`cafe`] moves everybody through all
//! tables; [`affine`], [`squares`], [`cyclic`] and [`developed`] only care that no two places meet twice. [`labelling`] decides who takes which
//! place. What a pattern cannot know (absences, uneven limits, rules) is settled afterwards, round by round, by the
//! seating nearest to it.

mod affine;
pub mod apply;
mod cafe;
mod cyclic;
mod developed;
mod difference;
mod field;
mod group;
mod labelling;
mod squares;

use super::random::Random;
use developed::Golf;

/// Where each place sits: `rounds[round][place]` is a table.
#[derive(Clone, Debug)]
pub struct Pattern {
    pub rounds: Vec<Vec<u16>>,
    /// The parts of places that never meet one another.
    pub class_of: Vec<u16>,
    pub name: &'static str,
}

/// The design for a game of golf with the most rounds, of those that take no long search.
pub fn for_golf(golf: Golf, random: &mut Random, stop: &dyn Fn() -> bool) -> Option<Pattern> {
    if let Some(pattern) = affine::pattern(golf.tables, golf.size) {
        return Some(pattern);
    }
    let squares = squares::pattern(golf);
    if squares
        .as_ref()
        .is_some_and(|pattern| pattern.rounds.len() >= golf.rounds)
    {
        return squares;
    }
    let cyclic = cyclic::pattern(golf, random, stop);
    // Of equals the first is kept.
    squares
        .into_iter()
        .chain(cyclic)
        .rev()
        .max_by_key(|pattern| pattern.rounds.len())
}

/// Pairs of places that meet more than once.
#[cfg(test)]
fn repeats(pattern: &Pattern) -> usize {
    let places = pattern.class_of.len();
    let met = |one: usize, other: usize| {
        let rounds = pattern.rounds.iter();
        rounds.filter(|round| round[one] == round[other]).count()
    };
    (0..places)
        .map(|one| (0..one).filter(|&other| met(one, other) > 1).count())
        .sum()
}
