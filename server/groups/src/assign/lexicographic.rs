//! Lexicographic costs that add like numbers.
//!
//! Several goals share one `i128`, each in its own bit field. A field is wide enough that no sum along a path
//! reaches the next one.

use std::ops::{Add, Neg, Sub};

/// A cost of `WORDS` × 127 bits. Earlier words are more significant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct LexCost<const WORDS: usize>([i128; WORDS]);

impl<const WORDS: usize> Default for LexCost<WORDS> {
    fn default() -> Self {
        Self([0; WORDS])
    }
}

impl<const WORDS: usize> Add for LexCost<WORDS> {
    type Output = Self;

    fn add(mut self, other: Self) -> Self {
        for (word, other) in self.0.iter_mut().zip(other.0) {
            *word += other;
        }
        self
    }
}

impl<const WORDS: usize> Sub for LexCost<WORDS> {
    type Output = Self;

    fn sub(mut self, other: Self) -> Self {
        for (word, other) in self.0.iter_mut().zip(other.0) {
            *word -= other;
        }
        self
    }
}

impl<const WORDS: usize> Neg for LexCost<WORDS> {
    type Output = Self;

    fn neg(mut self) -> Self {
        for word in &mut self.0 {
            *word = -*word;
        }
        self
    }
}

/// Position of the goals in the words of a cost.
#[derive(Debug, Clone, Copy)]
pub(super) struct BitLayout {
    /// Bits of one goal.
    bits: u32,
    /// Goals in one word.
    per_word: usize,
}

impl BitLayout {
    /// Layout for goals whose sums stay below `largest` in absolute value.
    pub fn new(largest: u64) -> Self {
        // One bit for the sign, and one so that the difference of two sums fits.
        let bits = (u64::BITS - largest.leading_zeros() + 2).min(120);
        Self {
            bits,
            per_word: (126 / bits) as usize,
        }
    }

    /// Number of words for so many goals.
    pub fn words(self, goals: usize) -> usize {
        goals.div_ceil(self.per_word)
    }

    /// The cost of the given values, first goal first. Goals that exceed the words are dropped.
    pub fn cost<const WORDS: usize>(self, values: &[i64]) -> LexCost<WORDS> {
        let mut cost = LexCost::default();
        for (word, values) in cost.0.iter_mut().zip(values.chunks(self.per_word)) {
            for (i, &value) in (0..self.per_word).zip(values.iter().chain(std::iter::repeat(&0))) {
                let shift = self.bits * u32::try_from(self.per_word - 1 - i).unwrap_or(0);
                *word += i128::from(value) << shift;
            }
        }
        cost
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_earlier_goal_outweighs_all_later_ones() {
        let layout = BitLayout::new(1000);
        let goals = 30;
        assert!(layout.words(goals) <= 4);
        let cost = |values: &[i64]| -> LexCost<4> { layout.cost(values) };
        let mut better = vec![0; goals];
        let mut worse = vec![0; goals];
        for goal in 0..goals {
            better.fill(0);
            worse.fill(0);
            worse[goal] = 1;
            better[goal + 1..].fill(999);
            assert!(cost(&better) < cost(&worse), "goal {goal}");
            assert!(-cost(&worse) < -cost(&better), "goal {goal}, negated");
        }
    }

    #[test]
    fn costs_add_goal_by_goal() {
        let layout = BitLayout::new(1000);
        let (a, b): (LexCost<1>, LexCost<1>) =
            (layout.cost(&[3, -5, 7]), layout.cost(&[-3, 9, -8]));
        assert_eq!(a + b, layout.cost(&[0, 4, -1]));
        assert_eq!(a - b, layout.cost(&[6, -14, 15]));
    }
}
