//! Orthogonal Latin squares whose order is not a prime power, as rounds for full tables.
//!
//! Let q = m·t + 1 be a prime power, and C the t elements of the field with q elements that are m-th powers.
//! A V(m, t) vector arranges m + 1 elements and one empty position in a cycle of length m + 2 such that, for
//! every distance, the differences at that distance lie in different cosets of C. Its rotations, multiplied
//! by C and translated by every element, are lines of m + 2 values. Each empty position takes one of t
//! further values. Any two positions then hold each pair of values once, except pairs of further values,
//! which a smaller array of the same kind covers. The result is m squares of order (m + 1)·t + 1.
//!
//! Sources: Colbourn, *Some direct constructions for incomplete transversal designs*, Journal of Statistical
//! Planning and Inference 56, 1996; Handbook of Combinatorial Designs, VI.17. m = 2 and t = 3 give squares of
//! order 10, which Parker found in 1959.
//!
//! Lines are points, positions are rounds, values are tables. The first position is the class of the point.

#![expect(
    clippy::cast_possible_truncation,
    reason = "tables are bounded far below u16::MAX by the problem"
)]

use super::affine_plane::rounds_within_classes;
use super::design::Design;
use super::finite_field::FiniteField;
use super::golfer::GolferInstance;

/// With more tables, people are too few for full ones, and other designs give more rounds.
const MAX_TABLES: usize = 100;

/// Steps of the search for one vector.
const STEPS: usize = 100_000;

/// The design for tables of at most as many people as there are tables. It has few rounds, but hardly
/// anything else serves such large tables.
pub fn design(golfer: GolferInstance) -> Option<Design> {
    let GolferInstance { tables, size, .. } = golfer;
    if size < 2 || size > tables || tables > MAX_TABLES {
        return None;
    }
    let mut lines = (2..tables.isqrt()).rev().find_map(|m| lines(tables, m))?;
    lines.retain(|line| line[0] < size);
    // The order that [`rounds_within_classes`] expects: by class, then by table.
    lines.sort_unstable();
    let seats = |round: usize| lines.iter().map(|line| line[round] as u16).collect();
    let mut rounds: Vec<Vec<u16>> = (1..lines[0].len()).map(seats).collect();
    rounds.extend(rounds_within_classes(tables, size));
    Some(Design {
        rounds,
        class_of: seats(0),
        name: "orthogonal squares",
    })
}

/// The lines of m squares of that order.
fn lines(order: usize, m: usize) -> Option<Vec<Vec<usize>>> {
    let further = (order - 1) / (m + 1);
    if further < m + 1 || further * (m + 1) + 1 != order {
        return None;
    }
    // The smaller array: t² lines a + b·r.
    let smaller = FiniteField::new(further)?;
    let field = FiniteField::new(order - further)?;
    let vector = VectorSearch::find(&field, m)?;
    let elements = order - further;
    let powers = (1..elements).filter(|&element| field.coset(element, m) == Some(0));
    let mut lines: Vec<Vec<usize>> = (0..elements).map(|element| vec![element; m + 2]).collect();
    for (value, factor) in (elements..).zip(powers) {
        for empty in 0..m + 2 {
            for moved in 0..elements {
                let line = (0..m + 2).map(|position| match (position + m + 2 - empty) % (m + 2) {
                    0 => value,
                    point => field.plus(field.times(vector[point - 1], factor), moved),
                });
                lines.push(line.collect());
            }
        }
    }
    for (a, b) in (0..further).flat_map(|a| (0..further).map(move |b| (a, b))) {
        let line = (0..=m).map(|r| smaller.plus(a, smaller.times(b, r)));
        lines.push(
            std::iter::once(b)
                .chain(line)
                .map(|value| elements + value)
                .collect(),
        );
    }
    Some(lines)
}

/// The search for a V(m, t) vector.
struct VectorSearch<'a> {
    field: &'a FiniteField,
    m: usize,
    /// The elements after the empty position.
    elements: Vec<usize>,
    /// `taken[distance][coset]`
    taken: Vec<Vec<bool>>,
    steps: usize,
}

impl<'a> VectorSearch<'a> {
    fn find(field: &'a FiniteField, m: usize) -> Option<Vec<usize>> {
        let mut search = Self {
            field,
            m,
            elements: Vec::new(),
            taken: vec![vec![false; m]; m + 2],
            steps: STEPS,
        };
        // Translation and multiplication give equivalent vectors, so 0 and 1 come first.
        (search.put(0) && search.put(1) && search.extend()).then_some(search.elements)
    }

    fn extend(&mut self) -> bool {
        if self.elements.len() == self.m + 1 {
            return true;
        }
        for element in 0..self.field.order() {
            if self.steps == 0 {
                return false;
            }
            self.steps -= 1;
            let before = self.taken.clone();
            if self.put(element) {
                if self.extend() {
                    return true;
                }
                self.elements.pop();
            }
            self.taken = before;
        }
        false
    }

    /// Adds an element if its differences to all earlier ones lie in cosets that are free at their distances,
    /// in both directions.
    fn put(&mut self, element: usize) -> bool {
        let point = self.elements.len();
        for (before, &other) in self.elements.iter().enumerate() {
            let distance = point - before;
            let there = self.field.coset(self.field.minus(element, other), self.m);
            let back = self.field.coset(self.field.minus(other, element), self.m);
            let (Some(there), Some(back)) = (there, back) else {
                return false;
            };
            for (distance, coset) in [(distance, there), (self.m + 2 - distance, back)] {
                if std::mem::replace(&mut self.taken[distance][coset], true) {
                    return false;
                }
            }
        }
        self.elements.push(element);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::super::design::repeats;
    use super::*;

    #[test]
    fn squares_of_orders_that_are_no_prime_powers_are_orthogonal() {
        for (order, squares) in [(10, 2), (28, 2), (34, 2), (36, 4), (33, 3)] {
            for size in [order - 1, order] {
                let golfer = GolferInstance {
                    tables: order,
                    size,
                    rounds: order,
                };
                let design = design(golfer).unwrap();
                let whole = usize::from(size == order);
                assert_eq!(design.rounds.len(), squares + 1 + whole, "{golfer:?}");
                assert_eq!(design.class_of.len(), order * size);
                assert_eq!(repeats(&design), 0, "{golfer:?}");
            }
        }
    }
}
