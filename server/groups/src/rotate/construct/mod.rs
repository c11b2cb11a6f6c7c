//! Designs from combinatorics, and their assignment to people.
//!
//! A design places abstract *points* at tables, round by round. [`cafe_design`] moves every point through all
//! tables. [`affine_plane`], [`orthogonal_squares`], [`latin_rectangles`] and [`developed`] only ensure that
//! no two points meet twice. [`point_assignment`] assigns people to points. [`apply`] then finds, round by
//! round, the nearest seating that keeps absences, limits and rules.

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
mod near_difference_matrix;
mod orthogonal_squares;
mod point_assignment;
mod twelve_tables;

use super::random::Random;
use design::Design;
use golfer::GolferInstance;

/// The design with the most rounds among those that need no long search.
pub fn golfer_design(
    golfer: GolferInstance,
    random: &mut Random,
    should_stop: &dyn Fn() -> bool,
) -> Option<Design> {
    if let Some(design) = affine_plane::design(golfer.tables, golfer.size) {
        return Some(design);
    }
    if let Some(design) =
        twelve_tables::design(golfer.tables, golfer.tables * golfer.size, golfer.rounds)
    {
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
    // On a tie the orthogonal squares win.
    squares
        .into_iter()
        .chain(cyclic)
        .rev()
        .max_by_key(|design| design.rounds.len())
}
