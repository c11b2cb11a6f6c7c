//! Plans that theory gives at once: patterns of *places*, to which people are then assigned.
//!
//! A pattern says for every place (not yet a person) where it sits in each round. [`cafe`] moves everybody through all
//! tables; [`affine`], [`squares`], [`cyclic`] and [`developed`] only care that no two places meet twice. [`labelling`] decides who takes which
//! place. What a pattern cannot know (absences, uneven limits, rules) is settled afterwards, round by round, by the
//! seating nearest to it.

mod abelian_group;
mod affine_plane;
pub mod apply;
mod cafe_design;
mod design;
mod developed;
mod difference_matrix;
mod finite_field;
mod golfer;
mod latin_rectangles;
mod orthogonal_squares;
mod point_assignment;

use super::random::Random;
use design::Design;
use golfer::GolferInstance;

/// The design for a game of golf with the most rounds, of those that take no long search.
pub fn golfer_design(
    golfer: GolferInstance,
    random: &mut Random,
    should_stop: &dyn Fn() -> bool,
) -> Option<Design> {
    if let Some(design) = affine_plane::design(golfer.tables, golfer.size) {
        return Some(design);
    }
    let squares = orthogonal_squares::design(golfer);
    if squares
        .as_ref()
        .is_some_and(|design| design.rounds.len() >= golfer.rounds)
    {
        return squares;
    }
    let cyclic = latin_rectangles::design(golfer, random, should_stop);
    // Of equals the first is kept.
    squares
        .into_iter()
        .chain(cyclic)
        .rev()
        .max_by_key(|design| design.rounds.len())
}
