//! The solver: rules first, then constructions, then annealing.

use super::bounds::Bounds;
use super::candidate::{Candidate, SearchContext};
use super::construct;
use super::contradiction::{SolveError, explain_contradiction, find_fixed_absentee};
use super::initial_seating::{InitialSeatingError, find_initial_seating};
use super::layout::ProblemLayout;
use super::plan::Plan;
use super::portfolio;
use super::problem::{Limit, Problem};
use crate::SearchControl;

/// Returns the best plan found.
///
/// # Errors
///
/// The hard rules contradict one another, or no seating was found in time.
pub fn solve(problem: &Problem, control: &dyn SearchControl) -> Result<Plan, SolveError> {
    let limit = match problem.limit {
        Limit::Iterations(limit) => Some(limit),
        Limit::Seconds(_) => None,
    };
    find_plan(problem, limit, control)
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
    let seating =
        find_initial_seating(problem, 0, &should_stop).map_err(|unseated| match unseated {
            InitialSeatingError::Infeasible { round } => {
                explain_contradiction(problem, round, &should_stop)
            }
            InitialSeatingError::Unknown => SolveError::Undecided,
        })?;
    let bounds = Bounds::new(problem);
    let layout = ProblemLayout::new(problem);
    let context = SearchContext {
        problem,
        layout: &layout,
        bounds: &bounds,
    };
    let mut starts = vec![Candidate::new(
        problem,
        seating,
        if problem.previous.is_some() {
            "repair"
        } else {
            ""
        },
    )];
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
            ("", _) => "annealing".to_owned(),
            (origin, false) => origin.to_owned(),
            (origin, true) => format!("{origin} + annealing"),
        },
    })
}
