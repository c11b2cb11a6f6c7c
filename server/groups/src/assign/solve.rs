//! The solver: chooses the method, explains contradictions and assembles the plan.

use std::collections::BTreeSet;

use super::branch_and_price::{BranchAndPrice, FixedSeatsResult, seat_fixed_people};
use super::contradiction::{SolveError, explain_infeasibility, find_direct_contradiction};
use super::draft::Draft;
use super::goals::{Goal, ordered_goals, values};
use super::incumbent::Incumbent;
use super::initial_plan::polish;
use super::inspection::PlanInspection;
use super::layout::ProblemLayout;
use super::model::{Model, Seats};
use super::output::{Outcome, Plan};
use super::price_of_fairness::first_rank_maxima;
use super::problem::Problem;
use super::report::{Unreported, misses_required};
use super::seating::Seating;
use super::single_slot;
use super::slot_flow::SlotProblem;
use super::steps::CountedSteps;
use crate::SearchControl;

/// Passes over the proof goals before prices are computed.
const PASSES_BEFORE_PRICE: usize = 2;

/// Searches until the plan is proved optimal or `control` ends the search.
///
/// # Errors
///
/// The hard rules are proved to contradict one another, or no plan was found in time.
pub fn solve(problem: &Problem, control: &dyn SearchControl) -> Result<Plan, SolveError> {
    if let Some(contradiction) = find_direct_contradiction(problem) {
        return Err(SolveError::Contradiction(contradiction));
    }
    let steps = CountedSteps::new(control, problem.limit.iterations());
    let control = &steps;
    let model = Model::new(problem, &BTreeSet::new());
    let goals = ordered_goals(&model);
    let proof_goals = goals
        .iter()
        .take_while(|goal| goal.needs_proof(&model))
        .count();
    let start = start_seats(problem, &model);
    let aside = Unreported(control);
    let (mut incumbent, maxima);
    if single_slot::applies_to(&model) {
        incumbent = if let Some(incumbent) = solve_single_slot(&model, &goals, control) {
            incumbent
        } else {
            let seats = seat_fixed_first(problem, &model, &aside)?;
            Incumbent::new(&model, &goals, polish(&model, &goals, seats, control))
        };
        if let Some(start) = start {
            incumbent.replace_if_better(&model, &goals, start);
        }
        maxima = first_rank_maxima(problem, &model, &goals, &aside);
    } else {
        let mut search = BranchAndPrice::new(&model, &goals, start, control);
        if misses_required(&goals, &search.incumbent.values) {
            search.start_from(seat_fixed_first(problem, &model, &aside)?);
        }
        // Prices are computed once the levels are good, before the long proofs.
        let _ = (0..PASSES_BEFORE_PRICE).all(|_| search.pass(proof_goals));
        maxima = first_rank_maxima(problem, &model, &goals, &aside);
        while search.pass(proof_goals) {}
        while search.pass(goals.len()) {}
        incumbent = search.incumbent;
    }
    let mut inspection = PlanInspection::new(problem, &model, &goals, incumbent.seats.clone());
    inspection.fill(control);
    incumbent.replace(&model, &goals, inspection.seats.clone());
    let granted = -Goal::SeatsOfRank(1).value(&model, &inspection.seats);
    let found = Outcome {
        price: maxima.price_of_plan(granted),
        incumbent: &incumbent,
        iterations: steps.count(),
    };
    Ok(Plan::new(&model, &goals, &found, &mut inspection))
}

/// The plan to start from, if it keeps every rule.
fn start_seats(problem: &Problem, model: &Model) -> Option<Seats> {
    let start = problem.start.as_ref()?;
    let layout = ProblemLayout::new(problem);
    let keeps_rules = Draft::new(problem, &layout, start)
        .broken_rules()
        .is_empty();
    keeps_rules.then(|| start.to_seats(model))
}

/// A plan that keeps the fixed seats, fills the open offers and seats the people needed for both.
fn seat_fixed_first(
    problem: &Problem,
    model: &Model,
    control: &dyn SearchControl,
) -> Result<Seats, SolveError> {
    match find_required_seats(problem, model, control) {
        FixedSeatsResult::Seated(seats) => Ok(seats),
        FixedSeatsResult::Infeasible => Err(explain_infeasibility(problem, control)),
        FixedSeatsResult::Unknown => Err(SolveError::Undecided),
    }
}

/// Seats only the people whom fixed seats and open offers need. `model` is the model of the problem, in any order.
pub(super) fn find_required_seats(
    problem: &Problem,
    model: &Model,
    control: &dyn SearchControl,
) -> FixedSeatsResult {
    let part = Model::for_fixed_seats(problem, &BTreeSet::new());
    match seat_fixed_people(&part, control) {
        FixedSeatsResult::Seated(seats) => {
            let seating = Seating::from_seats(&part, &seats);
            FixedSeatsResult::Seated(seating.to_seats(model))
        }
        other => other,
    }
}

/// Solves one slot exactly. `None` if there is no plan, or none was found in time.
pub(super) fn solve_single_slot(
    model: &Model,
    goals: &[Goal],
    control: &dyn SearchControl,
) -> Option<Incumbent> {
    let keeps_seat = vec![false; model.people.len()];
    let nobody: Seats = model.empty_seats();
    let slot_problem = SlotProblem {
        model,
        goals,
        slot: 0,
        seats: &nobody,
        keeps_seat: &keeps_seat,
    };
    let found = single_slot::solve(&slot_problem, usize::MAX, control);
    let seats = found.seats?;
    let values = values(model, goals, &seats);
    if misses_required(goals, &values) {
        return None;
    }
    // Goals behind the first one without proof have trivial bounds.
    let open = (0..goals.len())
        .find(|&i| found.bound.get(i) != Some(&values[i]))
        .unwrap_or(goals.len());
    let bounds = (0..goals.len())
        .map(|i| {
            let trivial_bound = goals[i].trivial_bound(model);
            match i.cmp(&open) {
                std::cmp::Ordering::Less => values[i],
                std::cmp::Ordering::Equal => found
                    .bound
                    .get(i)
                    .map_or(trivial_bound, |&bound| bound.max(trivial_bound)),
                std::cmp::Ordering::Greater => trivial_bound,
            }
        })
        .collect();
    Some(Incumbent {
        seats,
        values,
        bounds,
    })
}
