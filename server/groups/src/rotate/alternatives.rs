//! Alternatives to the best plan, where goals conflict.
//!
//! A plan without a previous one has alternatives that put a later goal first. A repair has trade-offs between
//! people who change seats and the goals: the fewest changes, the best goals, and a plan between.

use super::contradiction::SolveError;
use super::plan::{Objective, Plan, Quality};
use super::problem::{Goal, Problem};
use super::solve::{find_plan, solve};
use crate::SearchControl;

/// Proposals per alternative at most, in a plan with a limit of proposals.
const PROPOSALS: u64 = 200_000;

/// Plans of a repair: the fewest changes, the best goals, and one between.
const TRADE_OFFS: usize = 3;

/// Returns the best plan found, and up to two alternatives. No plan is as good as another in every goal, and
/// in a repair none has both as many changes as another and goals no better.
///
/// `control` hears of the begin of each plan by [`SearchControl::on_plan`], and can share the time among them.
///
/// # Errors
///
/// The hard rules contradict one another, or no seating was found in time.
pub fn solve_with_alternatives(
    problem: &Problem,
    control: &dyn SearchControl,
) -> Result<Vec<Plan>, SolveError> {
    if problem.previous.is_some() {
        return trade_offs(problem, control);
    }
    let variants = variants(problem);
    control.on_plan(0, variants.len() + 1);
    let plan = solve(problem, control)?;
    with_variants(problem, plan, &variants, control)
}

/// Returns up to two alternatives to the best plan found for a problem without a previous plan. No plan is as good as
/// another in every goal.
///
/// `control` hears of the begin of each by [`SearchControl::on_plan`], from plan 1 on.
///
/// # Errors
///
/// No seating was found in time.
pub fn find_alternatives(
    problem: &Problem,
    plan: &Plan,
    control: &dyn SearchControl,
) -> Result<Vec<Plan>, SolveError> {
    let mut plans = with_variants(problem, plan.clone(), &variants(problem), control)?;
    plans.retain(|other| other.seating != plan.seating);
    Ok(plans)
}

/// The plan and those that put a later goal first, without those that another equals or surpasses.
fn with_variants(
    problem: &Problem,
    plan: Plan,
    variants: &[Problem],
    control: &dyn SearchControl,
) -> Result<Vec<Plan>, SolveError> {
    let mut plans = vec![plan];
    for (number, variant) in (1..).zip(variants) {
        control.on_plan(number, variants.len() + 1);
        plans.push(find_alternative(problem, variant, control)?);
    }
    let goals = complete_order(problem);
    let parts = |quality: &Quality| -> Vec<Objective> {
        goals
            .iter()
            .map(|&goal| quality.objective(&[goal]))
            .collect()
    };
    Ok(retain_undominated(problem, plans, &parts))
}

/// Plans of a repair, the fewest changes first.
fn trade_offs(problem: &Problem, control: &dyn SearchControl) -> Result<Vec<Plan>, SolveError> {
    let with_free_changes = |free_changes: usize| Problem {
        free_changes,
        ..problem.clone()
    };
    control.on_plan(0, TRADE_OFFS);
    let fewest = solve(problem, control)?;
    control.on_plan(1, TRADE_OFFS);
    let best = find_alternative(problem, &with_free_changes(usize::MAX), control)?;
    let between = changes_between(fewest.quality.changed_people, best.quality.changed_people);
    let mut plans = vec![fewest, best];
    if let Some(between) = between {
        control.on_plan(2, TRADE_OFFS);
        plans.insert(
            1,
            find_alternative(problem, &with_free_changes(between), control)?,
        );
    }
    let parts = |quality: &Quality| -> Vec<Objective> {
        let changes = quality.objective(&[]);
        let goals = Quality {
            changed_people: 0,
            ..*quality
        };
        vec![changes, goals.objective(&problem.order)]
    };
    Ok(retain_undominated(problem, plans, &parts))
}

/// How many people may change in a repair between one that changes few and one that changes many. `None` if there is
/// none.
///
/// It is the geometric mean: the first few changes bring the most.
#[must_use]
pub fn changes_between(few: usize, many: usize) -> Option<usize> {
    let between = few.max(1).saturating_mul(many).isqrt();
    (few < between && between < many).then_some(between)
}

/// Solves a variant of the problem. The quality is that of the problem itself.
fn find_alternative(
    problem: &Problem,
    variant: &Problem,
    control: &dyn SearchControl,
) -> Result<Plan, SolveError> {
    let limit = problem.limit.iterations();
    let limit = limit.map(|limit| limit.min(PROPOSALS));
    let mut plan = find_plan(variant, limit, control)?;
    plan.quality = Quality::new(problem, &plan.seating);
    Ok(plan)
}

/// Sorts plans, the best first, and keeps those that no other surpasses or equals in every part. Of equals the
/// first stays.
fn retain_undominated(
    problem: &Problem,
    mut plans: Vec<Plan>,
    parts: &dyn Fn(&Quality) -> Vec<Objective>,
) -> Vec<Plan> {
    plans.sort_by_key(|plan| plan.quality.objective(&problem.order));
    let mut kept: Vec<Plan> = Vec::new();
    for plan in plans {
        let own = parts(&plan.quality);
        let is_no_better = |other: &Plan| {
            let other = parts(&other.quality);
            own.iter().zip(&other).all(|(own, other)| own >= other)
        };
        let surpasses = |other: &Plan| {
            let other = parts(&other.quality);
            own.iter().zip(&other).all(|(own, other)| own <= other)
        };
        if !kept.iter().any(is_no_better) {
            kept.retain(|other| !surpasses(other));
            kept.push(plan);
        }
    }
    kept
}

/// The goals pursued, then the others.
fn complete_order(problem: &Problem) -> Vec<Goal> {
    let others = Goal::DEFAULT_ORDER.into_iter();
    let others = others.filter(|goal| !problem.order.contains(goal));
    problem.order.iter().copied().chain(others).collect()
}

/// The problem with each of the later goals first.
fn variants(problem: &Problem) -> Vec<Problem> {
    let complete = complete_order(problem);
    (1..complete.len())
        .take(2)
        .map(|goal| {
            let mut order = complete.clone();
            order[..=goal].rotate_right(1);
            Problem {
                order,
                ..problem.clone()
            }
        })
        .collect()
}
