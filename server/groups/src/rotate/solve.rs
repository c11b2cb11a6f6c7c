//! The solver: rules first, then constructions, then annealing.

use super::bounds::Bounds;
use super::candidate::{Candidate, SearchContext};
use super::construct;
use super::contradiction::{SolveError, explain_contradiction, find_fixed_absentee};
use super::initial_seating::{InitialSeatingError, find_initial_seating, nearest_seating};
use super::layout::ProblemLayout;
use super::plan::{Plan, Seating};
use super::portfolio;
use super::problem::Problem;
use crate::SearchControl;

/// Returns the best plan found.
///
/// # Errors
///
/// The hard rules contradict one another, or no seating was found in time.
pub fn solve(problem: &Problem, control: &dyn SearchControl) -> Result<Plan, SolveError> {
    find_plan(problem, problem.limit.iterations(), control)
}

/// Returns the best plan found within so many proposals.
pub(super) fn find_plan(
    problem: &Problem,
    limit: Option<u64>,
    control: &dyn SearchControl,
) -> Result<Plan, SolveError> {
    if let Some(contradiction) = find_fixed_absentee(problem) {
        return Err(contradiction.into());
    }
    let should_stop = || control.should_stop();
    let first = find_first_candidate(problem, &should_stop)?;
    let bounds = Bounds::new(problem);
    let layout = ProblemLayout::new(problem);
    let context = SearchContext {
        problem,
        layout: &layout,
        bounds: &bounds,
    };
    let mut starts = vec![first];
    // The constructions count as one proposal, so that a run without time for them can be repeated.
    if limit != Some(0) && !control.should_stop() {
        starts.extend(construct::apply::construction_candidates(
            context,
            &starts[0],
            &should_stop,
        ));
    }
    let (candidate, iterations) = portfolio::run(context, &starts, limit, control);
    Ok(Plan {
        seating: candidate.seating,
        quality: candidate.quality,
        bounds,
        seed: problem.seed,
        iterations,
        method: match (candidate.origin, candidate.is_searched) {
            ("", false) if iterations == 0 => "random".to_owned(),
            ("", _) => "annealing".to_owned(),
            (origin, false) => origin.to_owned(),
            (origin, true) => format!("{origin} + annealing"),
        },
    })
}

/// The better of the initial seating and the plan to start from.
fn find_first_candidate(
    problem: &Problem,
    should_stop: &dyn Fn() -> bool,
) -> Result<Candidate, SolveError> {
    let given = problem.start.as_ref().and_then(|start| {
        let seating = nearest_seating(problem, &start.preferred_seats(problem), 1, should_stop)?;
        Some(Candidate::new(problem, seating, "given plan"))
    });
    let initial = find_initial_seating(problem, 0, should_stop);
    match (initial, given) {
        (Ok(seating), given) => {
            let is_repair = problem.previous.is_some();
            let initial = Candidate::new(problem, seating, if is_repair { "repair" } else { "" });
            Ok(given
                .filter(|given| given.objective <= initial.objective)
                .unwrap_or(initial))
        }
        (Err(_), Some(given)) => Ok(given),
        (Err(InitialSeatingError::Infeasible { round }), None) => {
            Err(explain_contradiction(problem, round, should_stop))
        }
        (Err(InitialSeatingError::Unknown), None) => Err(SolveError::Undecided),
    }
}

/// Draws a plan that keeps every hard rule. The same seed draws the same plan.
///
/// It is the plan of the problem with that seed, no previous plan beyond frozen rounds, and a limit of no iterations.
///
/// # Errors
///
/// The hard rules contradict one another, or no seating was found in time.
pub fn random_seating(
    problem: &Problem,
    seed: u64,
    control: &dyn SearchControl,
) -> Result<Seating, SolveError> {
    let mut drawn = problem.clone();
    drawn.seed = seed;
    drawn.start = None;
    drawn.previous = drawn.previous.filter(|_| problem.frozen_rounds > 0);
    if let Some(previous) = &mut drawn.previous {
        previous.seats.truncate(problem.frozen_rounds);
    }
    find_plan(&drawn, Some(0), control).map(|plan| plan.seating)
}
