//! Affine planes and resolvable transversal designs: no two points meet twice.
//!
//! For a prime power q, the lines of the affine plane over the field with q elements form q + 1 parallel
//! classes. Each is a round of q tables with q people. All but s of the lines of one class are left out: s
//! people per table and q rounds remain (a resolvable transversal design). The points of one of the other
//! lines have not met. If s divides q, they form further rounds by the same construction. For s = q the extra
//! round is the last parallel class; for q = sⁿ the rounds form an affine space. (Handbook of Combinatorial
//! Designs, II.7 and III.3.)

#![expect(
    clippy::cast_possible_truncation,
    reason = "tables are bounded far below u16::MAX by the problem"
)]

use super::design::Design;
use super::finite_field::FiniteField;

/// The design for `tables` tables of `size` people, with as many rounds as the construction gives.
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

/// Rounds within the classes. Point n is in class n / `tables`.
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
        // At least one round: each class is cut into tables.
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
