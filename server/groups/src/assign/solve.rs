//! From a problem to a plan: which method, in which order, and what is told in the end.

use std::collections::BTreeSet;

use super::Watch;
use super::contradiction::{NoPlan, explain, obvious};
use super::model::{Model, Seats};
use super::one_slot;
use super::output::Plan;
use super::price::price;
use super::problem::Problem;
use super::slot_flow::SlotTask;
use super::slots::{Search, Staged};
use super::standing::{Goal, goals, values};
use super::why::Seated;

/// The best plan found until the watch says stop, or until no better one exists.
///
/// # Errors
/// Hard rules that contradict one another; or nothing found in time.
pub fn solve(problem: &Problem, watch: &dyn Watch) -> Result<Plan, NoPlan> {
    if let Some(contradiction) = obvious(problem) {
        return Err(NoPlan::Contradiction(contradiction));
    }
    let model = Model::new(problem, &BTreeSet::new());
    let goals = goals(&model);
    let mut search = None;
    let mut staged = if one_slot::is_exact_for(&model) {
        one_flow(&model, &goals, watch).ok_or_else(|| no_plan(problem, watch))?
    } else {
        let mut several = Search::new(&model, &goals, watch);
        several.pass();
        let staged = several.staged.clone();
        search = Some(several);
        staged
    };
    let missing = |staged: &Staged| goals.first() == Some(&Goal::Missing) && staged.values[0] > 0;
    if let Some(several) = search.as_mut().filter(|_| missing(&staged)) {
        while several.staged.values[0] > 0 && several.staged.bounds[0] == 0 && several.pass() {}
        staged = several.staged.clone();
        if missing(&staged) {
            return Err(no_plan(problem, watch));
        }
    }
    let first = price(problem, &model, &goals, 0, watch);
    if let Some(mut several) = search {
        while several.pass() {}
        staged = several.staged;
    }
    let mut seated = Seated::new(problem, &model, staged.seats.clone());
    seated.fill();
    if seated.seats != staged.seats {
        staged.values = values(&model, &goals, &seated.seats);
    }
    let granted = -Goal::Granted(1).value(&model, &seated.seats);
    let price = super::output::Price { of_fairness: first.of_fairness.map(|most| most - granted), ..first };
    Ok(Plan::new(&model, &goals, &staged, price, &mut seated))
}

fn no_plan(problem: &Problem, watch: &dyn Watch) -> NoPlan {
    explain(problem, watch).map_or(NoPlan::OutOfTime, NoPlan::Contradiction)
}

/// One slot: a flow that is exact for all goals. `None` if there is no plan, or none was found in time.
fn one_flow(model: &Model, goals: &[Goal], watch: &dyn Watch) -> Option<Staged> {
    let frozen = vec![false; model.people.len()];
    let nobody: Seats = model.nobody_seated();
    let task = SlotTask { model, goals, slot: 0, seats: &nobody, frozen: &frozen };
    let found = one_slot::solve(&task, usize::MAX, watch);
    let seats = found.seats?;
    let values = values(model, goals, &seats);
    if goals.first() == Some(&Goal::Missing) && values[0] > 0 {
        return None;
    }
    // What follows the first goal that is not proven has no bound but the least it can be at all.
    let open = (0..goals.len()).find(|&i| found.bound.get(i) != Some(&values[i])).unwrap_or(goals.len());
    let bounds = (0..goals.len())
        .map(|i| {
            let floor = goals[i].floor(model);
            match i.cmp(&open) {
                std::cmp::Ordering::Less => values[i],
                std::cmp::Ordering::Equal => found.bound.get(i).map_or(floor, |&bound| bound.max(floor)),
                std::cmp::Ordering::Greater => floor,
            }
        })
        .collect();
    Some(Staged { seats, values, bounds })
}
