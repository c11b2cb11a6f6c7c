//! Small Abelian groups, as products of cyclic groups.

use std::collections::BTreeSet;

use super::super::random::Random;

/// A product of cyclic groups. Elements are numbers below the order, with the bases as digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbelianGroup {
    bases: Vec<usize>,
}

impl AbelianGroup {
    /// The cyclic group of that order, and further products if a square divides the order.
    pub fn of_order(order: usize) -> Vec<Self> {
        let mut groups = vec![vec![order]];
        for prime in [2, 3, 5] {
            if order.is_multiple_of(prime * prime) {
                groups.push(vec![order / prime, prime]);
                if order.is_multiple_of(prime * prime * prime) {
                    groups.push(vec![order / prime / prime, prime, prime]);
                }
            }
        }
        groups.into_iter().map(|bases| Self { bases }).collect()
    }

    pub fn order(&self) -> usize {
        self.bases.iter().product()
    }

    /// Number of elements of order two.
    pub fn count_involutions(&self) -> usize {
        (1..self.order())
            .filter(|&element| self.minus(0, element) == element)
            .count()
    }

    pub fn plus(&self, one: usize, other: usize) -> usize {
        self.digitwise(one, other, |one, other, base| (one + other) % base)
    }

    pub fn minus(&self, one: usize, other: usize) -> usize {
        self.digitwise(one, other, |one, other, base| (one + base - other) % base)
    }

    /// A random subgroup of that order within another subgroup. `None` if the random generators do not give
    /// one.
    pub fn random_subgroup(
        &self,
        within: &[usize],
        order: usize,
        random: &mut Random,
    ) -> Option<Vec<usize>> {
        let mut part = BTreeSet::from([0]);
        for _ in 0..24 {
            if part.len() == order {
                return Some(part.into_iter().collect());
            }
            let mut wider = part.clone();
            let element = within[random.below(within.len())];
            // Adds the multiples of the new element to the subgroup.
            let mut multiple = element;
            while !part.contains(&multiple) {
                wider.extend(part.iter().map(|&old| self.plus(old, multiple)));
                multiple = self.plus(multiple, element);
            }
            if order.is_multiple_of(wider.len()) {
                part = wider;
            }
        }
        None
    }

    /// The smallest element of each coset of a subgroup.
    pub fn coset_representatives(&self, part: &[usize]) -> Vec<usize> {
        let smallest = |element: usize| {
            part.iter()
                .all(|&other| self.plus(element, other) >= element)
        };
        (0..self.order())
            .filter(|&element| smallest(element))
            .collect()
    }

    fn digitwise(
        &self,
        mut one: usize,
        mut other: usize,
        combine: impl Fn(usize, usize, usize) -> usize,
    ) -> usize {
        let (mut sum, mut point) = (0, 1);
        for &base in &self.bases {
            sum += combine(one % base, other % base, base) * point;
            one /= base;
            other /= base;
            point *= base;
        }
        sum
    }
}
