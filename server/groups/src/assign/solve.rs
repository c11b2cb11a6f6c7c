//! From a problem to a plan: which method, in which order, and what is told in the end.

use std::collections::BTreeSet;

use super::contradiction::{NoPlan, explain, obvious};
use super::model::{Model, NONE, Seats};
use super::one_slot;
use super::output::Plan;
use super::price::price;
use super::problem::Problem;
use super::seated::Seated;
use super::slot_flow::SlotTask;
use super::slots::{Held, Search, Staged, hold_fixed_seats};
use super::standing::{Goal, goals, values};
use super::start::polish;
use crate::Watch;

/// Passes over the levels before prices are computed.
const PASSES_BEFORE_PRICE: usize = 2;

/// The best plan found until the watch says stop, or until no better one exists.
///
/// # Errors
/// Hard rules that contradict one another, proved; or nothing found in time.
pub fn solve(problem: &Problem, watch: &dyn Watch) -> Result<Plan, NoPlan> {
    if let Some(contradiction) = obvious(problem) {
        return Err(NoPlan::Contradiction(contradiction));
    }
    let model = Model::new(problem, &BTreeSet::new());
    let goals = goals(&model);
    let levels = goals.iter().take_while(|goal| goal.is_level()).count();
    let (mut staged, first);
    if one_slot::is_exact_for(&model) {
        staged = if let Some(staged) = one_flow(&model, &goals, watch) {
            staged
        } else {
            let held = fixed_seats_held(problem, &model, watch)?;
            Staged::new(&model, &goals, polish(&model, &goals, held, watch))
        };
        first = price(problem, &model, &goals, watch);
    } else {
        let mut search = Search::new(&model, &goals, watch);
        if misses_fixed_seats(&goals, &search.staged.values) {
            search.start_from(fixed_seats_held(problem, &model, watch)?);
        }
        // Prices are asked for when the levels stand, before the long tail of the proofs.
        let _ = (0..PASSES_BEFORE_PRICE).all(|_| search.pass(levels));
        first = price(problem, &model, &goals, watch);
        while search.pass(levels) {}
        while search.pass(goals.len()) {}
        staged = search.staged;
    }
    let mut seated = Seated::new(problem, &model, &goals, staged.seats.clone());
    seated.fill(watch);
    staged.take(&model, &goals, seated.seats.clone());
    let granted = -Goal::Granted(1).value(&model, &seated.seats);
    let price = first.in_plan(granted);
    Ok(Plan::new(&model, &goals, &staged, price, &mut seated))
}

fn misses_fixed_seats(goals: &[Goal], values: &[i64]) -> bool {
    goals.first() == Some(&Goal::Missing) && values[0] > 0
}

/// A plan that seats those with fixed seats and those needed beside them.
fn fixed_seats_held(problem: &Problem, model: &Model, watch: &dyn Watch) -> Result<Seats, NoPlan> {
    let part = Model::of_fixed_seats(problem, &BTreeSet::new());
    let seats = match hold_fixed_seats(&part, watch) {
        Held::Yes(seats) => seats,
        Held::No => return Err(explain(problem, watch)),
        Held::Unknown => return Err(NoPlan::Unsettled),
    };
    // Offers are numbered otherwise there; people, workshops and slots are not.
    let offer = |&seat: &usize| {
        let there = part.offers.get(seat)?;
        model.offer_of(there.workshop, there.slot)
    };
    Ok(seats
        .iter()
        .map(|seat| offer(seat).unwrap_or(NONE))
        .collect())
}

/// One slot: a flow that is exact for all goals. `None` if there is no plan, or none was found in time.
fn one_flow(model: &Model, goals: &[Goal], watch: &dyn Watch) -> Option<Staged> {
    let frozen = vec![false; model.people.len()];
    let nobody: Seats = model.nobody_seated();
    let task = SlotTask {
        model,
        goals,
        slot: 0,
        seats: &nobody,
        frozen: &frozen,
    };
    let found = one_slot::solve(&task, usize::MAX, watch);
    let seats = found.seats?;
    let values = values(model, goals, &seats);
    if misses_fixed_seats(goals, &values) {
        return None;
    }
    // What follows the first goal that is not proven has no bound but the least it can be at all.
    let open = (0..goals.len())
        .find(|&i| found.bound.get(i) != Some(&values[i]))
        .unwrap_or(goals.len());
    let bounds = (0..goals.len())
        .map(|i| {
            let floor = goals[i].floor(model);
            match i.cmp(&open) {
                std::cmp::Ordering::Less => values[i],
                std::cmp::Ordering::Equal => {
                    found.bound.get(i).map_or(floor, |&bound| bound.max(floor))
                }
                std::cmp::Ordering::Greater => floor,
            }
        })
        .collect();
    Some(Staged {
        seats,
        values,
        bounds,
    })
}
