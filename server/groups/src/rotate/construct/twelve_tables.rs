//! Twelve tables, up to six rounds: a difference matrix over the group of order twelve that is not cyclic.
//!
//! No cyclic difference matrix of order twelve has more than two rows, as every cyclic group of even order. The
//! product of the cyclic groups of orders six and two has one of six rows (Johnson, Dulmage, Mendelsohn,
//! *Orthomorphisms of groups and orthogonal Latin squares I*, Canadian Journal of Mathematics 13, 1961). Its
//! columns are the classes, its rows the rounds. This one was found by backtracking.

#![expect(
    clippy::cast_possible_truncation,
    reason = "tables and classes are at most twelve"
)]

use super::abelian_group::AbelianGroup;
use super::design::Design;

const TABLES: usize = 12;
const ROUNDS: usize = 6;

/// The shift of each class in each round. The last class stays: it sees one table only.
const SHIFTS: [[usize; ROUNDS]; TABLES] = [
    [0, 8, 11, 2, 10, 1],
    [0, 5, 10, 8, 6, 4],
    [0, 9, 1, 6, 7, 3],
    [0, 1, 7, 3, 2, 5],
    [0, 10, 5, 9, 3, 2],
    [0, 2, 4, 10, 5, 11],
    [0, 3, 6, 7, 9, 10],
    [0, 4, 3, 5, 8, 6],
    [0, 6, 2, 1, 11, 7],
    [0, 7, 8, 11, 4, 9],
    [0, 11, 9, 4, 1, 8],
    [0, 0, 0, 0, 0, 0],
];

/// The design for twelve tables in which nobody meets twice. With fewer than twelve classes everybody visits
/// another table in each round. `None` for other numbers.
pub fn design(tables: usize, points: usize, rounds: usize) -> Option<Design> {
    let classes = points.div_ceil(TABLES);
    if tables != TABLES || classes > TABLES || rounds > ROUNDS {
        return None;
    }
    let group = AbelianGroup::of_order(TABLES).into_iter().nth(1)?;
    let seat = |round: usize, point: usize| {
        group.plus(point % TABLES, SHIFTS[point / TABLES][round]) as u16
    };
    Some(Design {
        rounds: (0..rounds)
            .map(|round| (0..points).map(|point| seat(round, point)).collect())
            .collect(),
        class_of: (0..points).map(|point| (point / TABLES) as u16).collect(),
        name: "difference matrix",
    })
}

#[cfg(test)]
mod tests {
    use super::super::design::repeats;
    use super::*;

    #[test]
    fn nobody_meets_twice_and_eleven_classes_see_six_tables() {
        let design = design(12, 144, 6).unwrap();
        assert_eq!(repeats(&design), 0);
        for point in 0..132 {
            let mut tables: Vec<u16> = design.rounds.iter().map(|round| round[point]).collect();
            tables.sort_unstable();
            tables.dedup();
            assert_eq!(tables.len(), 6, "{point}");
        }
    }
}
