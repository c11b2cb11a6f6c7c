//! Alternatives to the best plan, for an organiser who would weigh the goals otherwise.

use super::contradiction::NoPlan;
use super::plan::{Plan, Quality};
use super::problem::{Goal, Problem};
use super::solve::plan;
use crate::Watch;

/// Proposals spent on an alternative: a moment, so that the plan itself gets the time.
const PROPOSALS: u64 = 200_000;

/// Plans for the problem with other priorities, each with a quality of its own; at most two.
pub fn alternatives(problem: &Problem, watch: &dyn Watch) -> Result<Vec<Plan>, NoPlan> {
    let mut plans: Vec<Plan> = Vec::new();
    for variant in variants(problem) {
        let mut other = plan(&variant, Some(PROPOSALS), watch)?;
        // Counted as the problem itself counts: also who changed seats.
        other.quality = Quality::of(problem, &other.seating);
        if plans.iter().all(|plan| plan.quality != other.quality) {
            plans.push(other);
        }
    }
    Ok(plans)
}

/// A repair: everything after the frozen rounds planned afresh. A new plan: each later goal first.
fn variants(problem: &Problem) -> Vec<Problem> {
    if let Some(previous) = &problem.previous {
        let mut afresh = problem.clone();
        let mut kept = previous.clone();
        kept.seats.truncate(problem.frozen_rounds);
        afresh.previous = (problem.frozen_rounds > 0).then_some(kept);
        return vec![afresh];
    }
    let all = [Goal::Topics, Goal::Meetings, Goal::Mix];
    let complete: Vec<Goal> = problem
        .order
        .iter()
        .copied()
        .chain(all.into_iter().filter(|goal| !problem.order.contains(goal)))
        .collect();
    (1..complete.len())
        .map(|first| {
            let mut order = complete.clone();
            order[..=first].rotate_right(1);
            Problem {
                order,
                ..problem.clone()
            }
        })
        .collect()
}
