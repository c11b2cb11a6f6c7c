//! Alternatives to the best plan, under other priorities of the goals.

use super::contradiction::SolveError;
use super::plan::{Plan, Quality};
use super::problem::{Goal, Problem};
use super::solve::{find_plan, solve};
use crate::SearchControl;

/// Proposals per alternative. Few, so that the time goes to the plan itself.
const PROPOSALS: u64 = 200_000;

/// Returns the best plan found, and up to two alternatives with another quality.
pub fn solve_with_alternatives(
    problem: &Problem,
    control: &dyn SearchControl,
) -> Result<Vec<Plan>, SolveError> {
    let alternatives = alternatives(problem, control)?;
    let mut plans = vec![solve(problem, control)?];
    let seating = plans[0].quality;
    plans.extend(
        alternatives
            .into_iter()
            .filter(|other| other.quality != seating),
    );
    Ok(plans)
}

/// Plans under other priorities, at most two, each with a quality of its own.
fn alternatives(problem: &Problem, control: &dyn SearchControl) -> Result<Vec<Plan>, SolveError> {
    let mut plans: Vec<Plan> = Vec::new();
    for variant in variants(problem) {
        let mut other = find_plan(&variant, Some(PROPOSALS), control)?;
        // Counted for the original problem, so that changed people count too.
        other.quality = Quality::new(problem, &other.seating);
        if plans.iter().all(|plan| plan.quality != other.quality) {
            plans.push(other);
        }
    }
    Ok(plans)
}

/// For a repair: the plan without regard to the previous one after the frozen rounds. Otherwise: each later
/// goal first.
fn variants(problem: &Problem) -> Vec<Problem> {
    if let Some(previous) = &problem.previous {
        let mut afresh = problem.clone();
        let mut kept = previous.clone();
        kept.seats.truncate(problem.frozen_rounds);
        afresh.previous = (problem.frozen_rounds > 0).then_some(kept);
        return vec![afresh];
    }
    let complete: Vec<Goal> = problem
        .order
        .iter()
        .copied()
        .chain(
            Goal::DEFAULT_ORDER
                .into_iter()
                .filter(|goal| !problem.order.contains(goal)),
        )
        .collect();
    (1..complete.len())
        .map(|seating| {
            let mut order = complete.clone();
            order[..=seating].rotate_right(1);
            Problem {
                order,
                ..problem.clone()
            }
        })
        .collect()
}
