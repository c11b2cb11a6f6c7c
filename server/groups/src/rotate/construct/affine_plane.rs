//! Affine planes and resolvable transversal designs: rounds in which no two places ever meet twice.
//!
//! For q a prime power, the lines of the plane over the field with q elements fall into q + 1 classes of parallels; each is
//! a round of q tables with q people. Leaving out all but s of the lines of one class leaves s people per table and q rounds
//! (a resolvable transversal design); the people of one left-over line have not met, and where s divides q they can
//! play the same game among themselves in the remaining rounds. (Handbook of Combinatorial Designs, II.7 and III.3;
//! for s = q the one extra round is the last class of parallels, for q = sⁿ the rounds add up to an affine space.)

#![expect(
    clippy::cast_possible_truncation,
    reason = "tables are bounded far below u16::MAX by the problem"
)]

use super::design::Design;
use super::finite_field::FiniteField;

/// The rounds for `tables` tables of `size` people, as many as the construction gives.
pub fn design(tables: usize, size: usize) -> Option<Design> {
    if size < 2 || size > tables {
        return None;
    }
    let field = FiniteField::new(tables)?;
    let seat = |round: usize, number: usize| {
        field.plus(number % tables, field.times(number / tables, round)) as u16
    };
    let mut rounds: Vec<Vec<u16>> = (0..tables)
        .map(|round| {
            (0..tables * size)
                .map(|number| seat(round, number))
                .collect()
        })
        .collect();
    rounds.extend(rounds_within_classes(tables, size));
    let class_of = (0..tables * size)
        .map(|number| (number / tables) as u16)
        .collect();
    Some(Design {
        rounds,
        class_of,
        name: "affine plane",
    })
}

/// Rounds in which each class keeps to itself; place number n is in class n / `tables`.
pub fn rounds_within_classes(tables: usize, size: usize) -> Vec<Vec<u16>> {
    if !tables.is_multiple_of(size) {
        return Vec::new();
    }
    let part = tables / size;
    let inner = if part == 1 {
        vec![vec![0; size]]
    } else {
        design(part, size).map_or_else(Vec::new, |design| design.rounds)
    };
    let inner = if inner.is_empty() {
        // One round at least: each class cut into tables.
        vec![(0..tables).map(|number| (number / size) as u16).collect()]
    } else {
        inner
    };
    let seat =
        |round: &[u16], number: usize| (number / tables * part) as u16 + round[number % tables];
    inner
        .iter()
        .map(|round| {
            (0..tables * size)
                .map(|number| seat(round, number))
                .collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::design::repeats;
    use super::*;

    #[test]
    fn nobody_meets_twice_in_an_affine_plane() {
        for (tables, size, rounds) in [
            (4, 4, 5),
            (5, 5, 6),
            (8, 4, 9),
            (9, 3, 13),
            (7, 5, 7),
            (8, 2, 15),
            (9, 9, 10),
        ] {
            let design = design(tables, size).unwrap();
            assert_eq!(
                (design.rounds.len(), repeats(&design)),
                (rounds, 0),
                "{tables} {size}"
            );
        }
    }
}
