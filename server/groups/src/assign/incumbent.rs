//! The best plan found so far, with the bounds proved for each goal.

use super::goals::{Goal, values};
use super::model::{Model, Seats};

/// The best plan found, and what is known of better ones.
#[derive(Debug, Clone)]
pub(super) struct Incumbent {
    pub seats: Seats,
    pub values: Vec<i64>,
    /// For each goal: no plan that is as good in the goals before has a smaller value.
    pub bounds: Vec<i64>,
}

impl Incumbent {
    /// A plan of which nothing is known but what it is.
    pub fn new(model: &Model, goals: &[Goal], seats: Seats) -> Self {
        Self {
            values: values(model, goals, &seats),
            bounds: goals.iter().map(|goal| goal.trivial_bound(model)).collect(),
            seats,
        }
    }

    /// Takes over a better plan. A bound speaks of plans that are as good in all goals before its own, and the new plan may
    /// be worse in those behind the first that it betters: what was known of them, but for that first, is known no longer.
    pub fn replace(&mut self, model: &Model, goals: &[Goal], seats: Seats) {
        let values = values(model, goals, &seats);
        if let Some(first) = (0..goals.len()).find(|&i| values[i] != self.values[i]) {
            for (bound, goal) in self.bounds.iter_mut().zip(goals).skip(first + 1) {
                *bound = goal.trivial_bound(model);
            }
        }
        (self.seats, self.values) = (seats, values);
    }

    /// Whether the first goals, so many of them, cannot be bettered.
    pub fn proven(&self, goals: usize) -> bool {
        self.values
            .iter()
            .zip(&self.bounds)
            .take(goals)
            .all(|(value, bound)| value == bound)
    }
}
