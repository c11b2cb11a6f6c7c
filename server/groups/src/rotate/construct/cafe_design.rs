//! The cyclic café design: everybody visits every topic, and nobody meets anybody twice.
//!
//! Points are pairs (a, b), with a modulo the number T of tables and b a class. Point (a, b) sits in round r
//! at table a + M\[b\]\[r\]. Two points of one class never meet. Points of classes b and c meet once for each
//! column in which the difference of their rows takes one value, so with distinct differences at most once.
//! With distinct entries in each row, everybody visits as many tables as there are rounds, and meets each
//! host at most once.
//!
//! For a prime power T, M\[b\]\[r\] = b·r in the field with T elements has these properties (Bose, *On the
//! application of the properties of Galois fields to the construction of hyper-Graeco-Latin squares*, Sankhyā
//! 3, 1938). For other T see [`super::difference_matrix`].

#![expect(
    clippy::cast_possible_truncation,
    reason = "tables and classes are bounded far below u16::MAX by the problem"
)]

use super::super::random::Random;
use super::design::Design;
use super::difference_matrix::{MatrixShape, SearchBudget, find_rows};
use super::finite_field::FiniteField;
use super::near_difference_matrix::find_near_rows;
use super::twelve_tables;

/// A café with such rows has many of them: they are found soon or hardly ever.
const SEARCH_BUDGET: SearchBudget = SearchBudget {
    attempts: 12,
    steps: usize::MAX,
};

/// The café to construct a design for.
#[derive(Clone, Copy, Debug)]
pub struct CafeInstance {
    pub tables: usize,
    /// Points, without hosts.
    pub guests: usize,
    pub rounds: usize,
    /// Table t has topic t mod this number.
    pub topics: usize,
}

/// The design with as many valid rounds as were found. Further rounds may repeat pairs.
pub fn design(cafe: CafeInstance, random: &mut Random) -> Option<Design> {
    let CafeInstance {
        tables,
        guests,
        rounds,
        topics,
    } = cafe;
    let classes = guests.div_ceil(tables.max(1));
    if tables < 2 || classes == 0 || classes > tables {
        return None;
    }
    let point = |number: usize| (number % tables, number / tables);
    let class_of = (0..guests).map(|number| point(number).1 as u16).collect();
    if topics == tables
        && classes < tables
        && rounds <= tables
        && let Some(field) = FiniteField::new(tables)
    {
        let seat = |round: usize, number: usize| {
            let (start, class) = point(number);
            field.plus(start, field.times(class + 1, round)) as u16
        };
        let rounds = (0..rounds)
            .map(|round| (0..guests).map(|number| seat(round, number)).collect())
            .collect();
        return Some(Design {
            rounds,
            class_of,
            name: "field design",
        });
    }
    if topics == tables
        && classes < tables
        && let Some(design) = twelve_tables::design(tables, guests, rounds)
    {
        return Some(design);
    }
    // Rows of full length may not exist, so shorter ones follow.
    let longest = rounds.min(tables);
    let matrix = (longest.saturating_sub(3).max(1)..=longest)
        .rev()
        .find_map(|columns| {
            find_rows(
                MatrixShape {
                    modulus: tables,
                    rows: classes,
                    columns,
                    topics,
                },
                SEARCH_BUDGET,
                random,
                &|| false,
            )
        })?;
    Some(cyclic_design(cafe, &matrix, "cyclic design"))
}

/// The design in which everybody sees as many topics as possible, and few pairs meet again.
///
/// It serves where [`design`] finds too few rounds, or where there are more classes than tables.
pub fn near_design(cafe: CafeInstance, random: &mut Random) -> Option<Design> {
    let classes = cafe.guests.div_ceil(cafe.tables.max(1));
    if cafe.tables < 2 || classes == 0 {
        return None;
    }
    let shape = MatrixShape {
        modulus: cafe.tables,
        rows: classes,
        columns: cafe.rounds,
        topics: cafe.topics,
    };
    let matrix = find_near_rows(shape, random)?;
    Some(cyclic_design(cafe, &matrix, "nearly a cyclic design"))
}

/// The design of these rows. Rounds beyond their length may repeat pairs.
fn cyclic_design(cafe: CafeInstance, matrix: &[Vec<usize>], name: &'static str) -> Design {
    let CafeInstance {
        tables,
        guests,
        rounds,
        ..
    } = cafe;
    let shift = |class: usize, round: usize| {
        let row = &matrix[class];
        row.get(round)
            .copied()
            .unwrap_or_else(|| row[round % row.len()] + round / row.len() * (class + 1))
    };
    let seat = |round: usize, number: usize| {
        ((number % tables + shift(number / tables, round)) % tables) as u16
    };
    Design {
        rounds: (0..rounds)
            .map(|round| (0..guests).map(|number| seat(round, number)).collect())
            .collect(),
        class_of: (0..guests).map(|number| (number / tables) as u16).collect(),
        name,
    }
}
