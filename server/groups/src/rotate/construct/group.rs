//! Small commutative groups: numbers modulo one or several bases, added digit by digit.

/// A product of cyclic groups. Elements are numbers below the order, read with the bases as digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    bases: Vec<usize>,
}

impl Group {
    /// The cyclic group of that order, and other products where the order has a square divisor.
    pub fn of_order(order: usize) -> Vec<Self> {
        let mut groups = vec![Self { bases: vec![order] }];
        for prime in [2, 3, 5] {
            if order.is_multiple_of(prime * prime) {
                groups.push(Self {
                    bases: vec![order / prime, prime],
                });
                if order.is_multiple_of(prime * prime * prime) {
                    groups.push(Self {
                        bases: vec![order / prime / prime, prime, prime],
                    });
                }
            }
        }
        groups
    }

    pub fn order(&self) -> usize {
        self.bases.iter().product()
    }

    /// Do the multiples of order / part form a subgroup? Always in a cyclic group; otherwise asked for the whole only.
    pub fn has_part(&self, part: usize) -> bool {
        self.bases.len() == 1 || part == 1 || part == self.order()
    }

    /// Elements that are not their own opposite.
    pub fn differences(&self) -> usize {
        (0..self.order())
            .filter(|&element| self.minus(0, element) != element)
            .count()
    }

    pub fn plus(&self, one: usize, other: usize) -> usize {
        self.digitwise(one, other, |one, other, base| (one + other) % base)
    }

    pub fn minus(&self, one: usize, other: usize) -> usize {
        self.digitwise(one, other, |one, other, base| (one + base - other) % base)
    }

    fn digitwise(
        &self,
        mut one: usize,
        mut other: usize,
        combine: impl Fn(usize, usize, usize) -> usize,
    ) -> usize {
        let (mut sum, mut place) = (0, 1);
        for &base in &self.bases {
            sum += combine(one % base, other % base, base) * place;
            one /= base;
            other /= base;
            place *= base;
        }
        sum
    }
}
