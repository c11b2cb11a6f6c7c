//! What minimum sizes and the fairness chosen cost, in seats of rank 1.

use std::collections::BTreeSet;

use super::contradiction::Rule;
use super::model::Model;
use super::one_slot;
use super::output::Price;
use super::problem::Problem;
use super::slot_flow::SlotTask;
use super::slots::Search;
use super::standing::Goal;
use crate::Watch;

/// Passes after which a price is left unknown, for the plan itself to have the time.
const PASSES: usize = 2;

/// The most seats of rank 1 among the fullest plans.
#[derive(Debug, Clone, Copy)]
pub(super) struct MostGranted {
    with_minimums: Option<i64>,
    without: Option<i64>,
}

impl MostGranted {
    /// The prices of a plan with so many seats of rank 1. What was not computed in time is `None`.
    pub fn in_plan(self, granted: i64) -> Price {
        Price {
            of_minimum_sizes: self
                .with_minimums
                .zip(self.without)
                .map(|(with, without)| (without - with).max(0)),
            // A plan that is not the fullest may have more of them.
            of_fairness: self
                .with_minimums
                .map(|most| most - granted)
                .filter(|&price| price >= 0),
        }
    }
}

/// Computes what prices are measured by.
pub(super) fn price(
    problem: &Problem,
    model: &Model,
    goals: &[Goal],
    watch: &dyn Watch,
) -> MostGranted {
    let before_fairness = goals
        .iter()
        .copied()
        .filter(|goal| matches!(goal, Goal::Missing | Goal::Empty | Goal::EmptyWishes));
    let goals: Vec<Goal> = before_fairness
        .chain(std::iter::once(Goal::Granted(1)))
        .collect();
    let with = most_granted(model, &goals, watch);
    let minimums: BTreeSet<Rule> = (0..problem.workshops.len())
        .filter(|&i| problem.workshops[i].min > 1)
        .map(Rule::Min)
        .collect();
    let without = if minimums.is_empty() {
        with
    } else {
        most_granted(&Model::new(problem, &minimums), &goals, watch)
    };
    MostGranted {
        with_minimums: with,
        without,
    }
}

/// The most seats of rank 1 in a fullest plan, if that can be proven.
fn most_granted(model: &Model, goals: &[Goal], watch: &dyn Watch) -> Option<i64> {
    if watch.stop() {
        return None;
    }
    if one_slot::is_exact_for(model) {
        let frozen = vec![false; model.people.len()];
        let seats = model.nobody_seated();
        let task = SlotTask {
            model,
            goals,
            slot: 0,
            seats: &seats,
            frozen: &frozen,
        };
        let found = one_slot::solve(&task, usize::MAX, watch);
        return found
            .bound
            .last()
            .filter(|_| found.complete)
            .map(|value| -value);
    }
    let mut search = Search::new(model, goals, watch);
    let _ = (0..PASSES).all(|_| search.pass(goals.len()));
    let found = search.staged;
    found
        .values
        .last()
        .filter(|_| found.proven(goals.len()))
        .map(|value| -value)
}
