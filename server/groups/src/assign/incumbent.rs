//! The incumbent: the best plan found so far, with the bounds proved for each goal.

use super::goals::{Goal, values};
use super::model::{Model, Seats};

/// The best plan found so far.
#[derive(Debug, Clone)]
pub(super) struct Incumbent {
    pub seats: Seats,
    pub values: Vec<i64>,
    /// For each goal a lower bound over all plans that are as good in the goals before it.
    pub bounds: Vec<i64>,
}

impl Incumbent {
    /// A plan with trivial bounds.
    pub fn new(model: &Model, goals: &[Goal], seats: Seats) -> Self {
        Self {
            values: values(model, goals, &seats),
            bounds: goals.iter().map(|goal| goal.trivial_bound(model)).collect(),
            seats,
        }
    }

    /// Replaces the incumbent by a better plan.
    ///
    /// A bound holds for plans that are as good in all earlier goals. The new plan may be worse in the goals
    /// behind the first one that it improves, so their bounds become trivial again.
    pub fn replace(&mut self, model: &Model, goals: &[Goal], seats: Seats) {
        let values = values(model, goals, &seats);
        if let Some(first) = (0..goals.len()).find(|&i| values[i] != self.values[i]) {
            for (bound, goal) in self.bounds.iter_mut().zip(goals).skip(first + 1) {
                *bound = goal.trivial_bound(model);
            }
        }
        (self.seats, self.values) = (seats, values);
    }

    /// Replaces the incumbent if the plan is better.
    pub fn replace_if_better(&mut self, model: &Model, goals: &[Goal], seats: Seats) {
        if values(model, goals, &seats) < self.values {
            self.replace(model, goals, seats);
        }
    }

    /// Whether the first `goals` goals are proved optimal.
    pub fn proven(&self, goals: usize) -> bool {
        self.values
            .iter()
            .zip(&self.bounds)
            .take(goals)
            .all(|(value, bound)| value == bound)
    }
}
