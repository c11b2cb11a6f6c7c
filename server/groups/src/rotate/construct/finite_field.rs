//! Finite fields of q = pᵏ elements, for small q.
//!
//! Elements are numbers below q. Their digits to the base p are the coefficients of a polynomial.
//! Multiplication adds logarithms to a generator x. The reduction polynomial is found by trial: x must
//! generate all non-zero elements (Lidl and Niederreiter, *Introduction to Finite Fields*, §2.1 and §3.1).

/// The field with q elements.
#[derive(Clone, Debug)]
pub struct FiniteField {
    prime: usize,
    order: usize,
    power: Vec<usize>,
    logarithm: Vec<usize>,
}

impl FiniteField {
    /// `None` if q is not a prime power.
    pub fn new(order: usize) -> Option<Self> {
        let prime = (2..=order).find(|divisor| order.is_multiple_of(*divisor))?;
        let mut degree = 0;
        let mut rest = order;
        while rest.is_multiple_of(prime) {
            rest /= prime;
            degree += 1;
        }
        if rest != 1 {
            return None;
        }
        if degree == 1 {
            // Modulo a prime some generator exists.
            return (1..order.max(2)).find_map(|generator| {
                Self::from_steps(prime, order, |element| element * generator % order)
            });
        }
        // x^degree = reduction, a polynomial of lower degree.
        (1..order).find_map(|reduction| {
            Self::from_steps(prime, order, |element| {
                let (top, low) = (element / (order / prime), element % (order / prime) * prime);
                let times =
                    |polynomial: usize| digitwise(prime, polynomial, 0, |digit, _| digit * top);
                digitwise(prime, low, times(reduction), |one, other| one + other)
            })
        })
    }

    /// The powers of a generator. `step` multiplies by it and must reach all non-zero elements.
    fn from_steps(prime: usize, order: usize, step: impl Fn(usize) -> usize) -> Option<Self> {
        let mut power = Vec::with_capacity(order - 1);
        let mut logarithm = vec![usize::MAX; order];
        let mut element = 1;
        while power.len() < order - 1 {
            if element == 0 || logarithm[element] != usize::MAX {
                return None;
            }
            logarithm[element] = power.len();
            power.push(element);
            element = step(element);
        }
        Some(Self {
            prime,
            order,
            power,
            logarithm,
        })
    }

    pub fn plus(&self, one: usize, other: usize) -> usize {
        digitwise(self.prime, one, other, |one, other| one + other)
    }

    pub const fn order(&self) -> usize {
        self.order
    }

    pub fn minus(&self, one: usize, other: usize) -> usize {
        digitwise(self.prime, one, other, |one, other| {
            one + self.prime - other
        })
    }

    /// The coset of the `index`-th powers that a non-zero element lies in.
    pub fn coset(&self, element: usize, index: usize) -> Option<usize> {
        (element != 0).then(|| self.logarithm[element] % index)
    }

    pub fn times(&self, one: usize, other: usize) -> usize {
        if one == 0 || other == 0 {
            return 0;
        }
        self.power[(self.logarithm[one] + self.logarithm[other]) % (self.order - 1)]
    }
}

fn digitwise(
    base: usize,
    mut one: usize,
    mut other: usize,
    combine: impl Fn(usize, usize) -> usize,
) -> usize {
    let (mut sum, mut point) = (0, 1);
    while one > 0 || other > 0 {
        sum += combine(one % base, other % base) % base * point;
        one /= base;
        other /= base;
        point *= base;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_has_a_prime_power_of_elements() {
        let orders: Vec<usize> = (2..33)
            .filter(|&order| FiniteField::new(order).is_some())
            .collect();
        assert_eq!(
            orders,
            [
                2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 17, 19, 23, 25, 27, 29, 31, 32
            ]
        );
    }

    #[test]
    fn multiplication_distributes_over_addition() {
        for order in [4, 8, 9, 25, 27] {
            let field = FiniteField::new(order).unwrap();
            for (a, b, c) in (0..order)
                .flat_map(|a| (0..order).flat_map(move |b| (0..order).map(move |c| (a, b, c))))
            {
                assert_eq!(
                    field.times(a, field.plus(b, c)),
                    field.plus(field.times(a, b), field.times(a, c))
                );
            }
        }
    }
}
