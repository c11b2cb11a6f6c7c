//! The index of a problem that evaluations of plans share.

use std::collections::BTreeSet;

use super::goals::{Goal, ordered_goals};
use super::model::Model;
use super::problem::Problem;

/// Index of a problem for [`super::Reasons`], [`super::Draft`] and others. It is built once for many plans.
#[derive(Debug, Clone)]
pub struct ProblemLayout {
    /// In the order of the input: people, workshops and slots have the indices of [`Problem`].
    pub(super) model: Model,
    pub(super) goals: Vec<Goal>,
}

impl ProblemLayout {
    /// Builds the index.
    pub fn new(problem: &Problem) -> Self {
        let model = Model::in_input_order(problem, &BTreeSet::new());
        let goals = ordered_goals(&model);
        Self { model, goals }
    }

    /// The goals in lexicographic order.
    pub fn goals(&self) -> &[Goal] {
        &self.goals
    }

    /// The last rank of any wish; 1 without any wish. The next level is a seat without a wish for it, the one after
    /// that no seat.
    pub fn ranks(&self) -> usize {
        self.model.ranks
    }

    /// The person's rank of the workshop; `None` without a wish that counts.
    pub fn rank(&self, person: usize, workshop: usize) -> Option<usize> {
        Some(self.model.rank(person, workshop)).filter(|&rank| rank > 0)
    }
}
