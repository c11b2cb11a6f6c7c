//! Mutually orthogonal Latin rectangles, from a difference matrix: no two points meet twice, for any number
//! of tables.
//!
//! Points are pairs (a, b), with a modulo the number T of tables and b one of s classes. Point (a, b) sits in
//! round r at table a + M\[b\]\[r\], as in [`super::cafe_design`], but need not see different tables. One row
//! may be zero; the others need distinct entries and distinct differences. Rows of
//! [`super::difference_matrix`] without full length form mutually orthogonal Latin rectangles (Harvey and
//! Winterer, *Solving the MOLR and social golfer problems*, CP 2005). If s divides T, each class adds rounds
//! of its own.

#![expect(
    clippy::cast_possible_truncation,
    reason = "tables are bounded far below u16::MAX by the problem"
)]

use super::super::random::Random;
use super::affine_plane::rounds_within_classes;
use super::design::Design;
use super::difference_matrix::{MatrixShape, SearchBudget, find_rows};
use super::golfer::GolferInstance;

/// Steps of the search for the rounds asked for. A step with many tables examines as many numbers, so the
/// total work is limited.
fn steps(tables: usize) -> usize {
    let few = 3 * tables.pow(2).saturating_pow(3);
    few.min(300_000_000 / tables.pow(2))
}

/// Fewer rounds than asked for are found soon or not worth the time.
const SHORTER_BUDGET_DIVISOR: usize = 20;

/// The design with as many rounds as were found.
pub fn design(
    golfer: GolferInstance,
    random: &mut Random,
    should_stop: &dyn Fn() -> bool,
) -> Option<Design> {
    let GolferInstance {
        tables,
        size,
        rounds,
    } = golfer;
    if size < 2 || size > tables {
        return None;
    }
    let rounds_within_classes = rounds_within_classes(tables, size);
    // Modulo an even number no three rows have full length (Euler's theorem on cyclic squares without
    // transversals). Rows and columns may be exchanged.
    let most = match tables {
        _ if !tables.is_multiple_of(2) || size == 2 => tables,
        _ if size == tables => 2,
        _ => tables - 1,
    };
    let longest = rounds
        .saturating_sub(rounds_within_classes.len())
        .clamp(1, most);
    let shifts = (1..=longest).rev().find_map(|columns| {
        let part = if columns == longest {
            1
        } else {
            SHORTER_BUDGET_DIVISOR
        };
        let budget = SearchBudget {
            attempts: usize::MAX,
            steps: steps(tables) / part,
        };
        shifts(golfer, columns, budget, random, should_stop)
    })?;
    let seat = |round: usize, number: usize| {
        let (start, class) = (number % tables, number / tables);
        ((start + shifts[round][class]) % tables) as u16
    };
    let mut rounds: Vec<Vec<u16>> = (0..shifts.len())
        .map(|round| {
            (0..tables * size)
                .map(|number| seat(round, number))
                .collect()
        })
        .collect();
    rounds.extend(rounds_within_classes);
    Some(Design {
        rounds,
        class_of: (0..tables * size)
            .map(|number| (number / tables) as u16)
            .collect(),
        name: "cyclic design",
    })
}

/// `shifts[round][class]`. A matrix of few long rows is found sooner than its transpose.
fn shifts(
    golfer: GolferInstance,
    rounds: usize,
    budget: SearchBudget,
    random: &mut Random,
    should_stop: &dyn Fn() -> bool,
) -> Option<Vec<Vec<usize>>> {
    let GolferInstance { tables, size, .. } = golfer;
    let (few, many) = (size.min(rounds), size.max(rounds));
    let shape = MatrixShape {
        modulus: tables,
        rows: few - 1,
        columns: many,
        topics: tables,
    };
    let mut matrix = vec![vec![0; many]];
    matrix.extend(find_rows(shape, budget, random, should_stop)?);
    if size < rounds {
        let column = |round: usize| matrix.iter().map(|row| row[round]).collect();
        matrix = (0..rounds).map(column).collect();
    }
    Some(matrix)
}

#[cfg(test)]
mod tests {
    use super::super::design::repeats;
    use super::*;

    #[test]
    fn turned_rows_never_meet_twice() {
        for (tables, size, rounds) in [
            (6, 3, 6),
            (6, 5, 4),
            (10, 5, 9),
            (10, 6, 7),
            (10, 7, 8),
            (10, 8, 8),
            (10, 9, 5),
            (12, 4, 12),
            (14, 6, 9),
            (15, 5, 12),
            (20, 8, 12),
        ] {
            let golfer = GolferInstance {
                tables,
                size,
                rounds,
            };
            let design = design(golfer, &mut Random::new(1, 1), &|| false).unwrap();

            assert_eq!(repeats(&design), 0, "{golfer:?}");
            assert!(
                design.rounds.len() >= rounds,
                "{golfer:?} {}",
                design.rounds.len()
            );
        }
    }
}
