//! The price of minimum sizes and of fairness, in seats of rank 1 (Bertsimas, Farias, Trichakis: *The price
//! of fairness*, Oper. Res. 59, 2011).

use std::collections::BTreeSet;

use super::branch_and_price::BranchAndPrice;
use super::goals::Goal;
use super::model::Model;
use super::output::Price;
use super::problem::Problem;
use super::rule::Rule;
use super::single_slot;
use super::slot_flow::SlotProblem;
use crate::SearchControl;

/// Passes after which a price stays unknown, so that time remains for the plan.
const PASS_LIMIT: usize = 2;

/// Most seats of rank 1 among the fullest plans. `None` if the time did not suffice.
#[derive(Debug, Clone, Copy)]
pub(super) struct FirstRankMaxima {
    with_minimums: Option<i64>,
    without: Option<i64>,
}

impl FirstRankMaxima {
    /// The prices of a plan with so many seats of rank 1.
    pub fn price_of_plan(self, granted: i64) -> Price {
        Price {
            of_minimum_sizes: self
                .with_minimums
                .zip(self.without)
                .map(|(with, without)| (without - with).max(0)),
            // A plan that is not among the fullest may have more of them.
            of_fairness: self
                .with_minimums
                .map(|most| most - granted)
                .filter(|&price| price >= 0),
        }
    }
}

/// Computes the maxima that prices are measured against.
pub(super) fn first_rank_maxima(
    problem: &Problem,
    model: &Model,
    goals: &[Goal],
    control: &dyn SearchControl,
) -> FirstRankMaxima {
    let before_fairness = (goals.iter().copied()).filter(|goal| goal.precedes_fairness(model));
    let goals: Vec<Goal> = before_fairness
        .chain(std::iter::once(Goal::SeatsOfRank(1)))
        .collect();
    let with = maximise_first_rank(model, &goals, control);
    let minimums: BTreeSet<Rule> = (0..problem.workshops.len())
        .filter(|&i| problem.workshops[i].min > 1)
        .map(Rule::Min)
        .collect();
    let without = if minimums.is_empty() {
        with
    } else {
        maximise_first_rank(&Model::new(problem, &minimums), &goals, control)
    };
    FirstRankMaxima {
        with_minimums: with,
        without,
    }
}

/// Most seats of rank 1 in a fullest plan, if proved.
fn maximise_first_rank(model: &Model, goals: &[Goal], control: &dyn SearchControl) -> Option<i64> {
    if control.should_stop() {
        return None;
    }
    if single_slot::applies_to(model) {
        let keeps_seat = vec![false; model.people.len()];
        let seats = model.empty_seats();
        let slot_problem = SlotProblem {
            model,
            goals,
            slot: 0,
            seats: &seats,
            keeps_seat: &keeps_seat,
        };
        let found = single_slot::solve(&slot_problem, usize::MAX, control);
        return found
            .bound
            .last()
            .filter(|_| found.is_complete)
            .map(|value| -value);
    }
    let mut search = BranchAndPrice::new(model, goals, None, control);
    let _ = (0..PASS_LIMIT).all(|_| search.pass(goals.len()));
    let found = search.incumbent;
    found
        .values
        .last()
        .filter(|_| found.proven(goals.len()))
        .map(|value| -value)
}
