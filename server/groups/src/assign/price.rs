//! What minimum sizes and the fairness chosen cost, in seats of rank 1.

use std::collections::BTreeSet;

use super::Watch;
use super::contradiction::Rule;
use super::model::Model;
use super::one_slot;
use super::output::Price;
use super::problem::Problem;
use super::slot_flow::SlotTask;
use super::slots;
use super::standing::Goal;

/// Among the fullest plans: the most seats of rank 1 without minimum sizes, with them, and `granted` in
/// the plan; the differences are the prices. `None` is a price that could not be computed in time.
pub(super) fn price(problem: &Problem, model: &Model, goals: &[Goal], granted: i64, watch: &dyn Watch) -> Price {
    let before_fairness = goals.iter().copied().filter(|goal| matches!(goal, Goal::Missing | Goal::Empty | Goal::EmptyWishes));
    let goals: Vec<Goal> = before_fairness.chain(std::iter::once(Goal::Granted(1))).collect();
    let with = most_granted(model, &goals, watch);
    let minimums: BTreeSet<Rule> =
        (0..problem.workshops.len()).filter(|&i| problem.workshops[i].min > 1).map(Rule::Min).collect();
    let without = if minimums.is_empty() {
        with
    } else {
        most_granted(&Model::new(problem, &minimums), &goals, watch)
    };
    Price {
        of_minimum_sizes: with.zip(without).map(|(with, without)| (without - with).max(0)),
        of_fairness: with.map(|with| with - granted),
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
        let task = SlotTask { model, goals, slot: 0, seats: &seats, frozen: &frozen };
        let found = one_slot::solve(&task, usize::MAX, watch);
        return found.bound.last().filter(|_| found.complete).map(|value| -value);
    }
    let found = slots::solve(model, goals, watch);
    found.values.last().filter(|_| found.proven(goals.len())).map(|value| -value)
}
