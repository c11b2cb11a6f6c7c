//! From a problem to plans: first the rules, then constructions, then the search.

use super::anneal::{Found, Task};
use super::bounds::Bounds;
use super::construct;
use super::contradiction::{NoPlan, explain, find_absent_but_fixed};
use super::plan::Plan;
use super::problem::{Limit, Problem};
use super::repair::{self, Unseated};
use super::setting::Setting;
use super::team;
use super::trade_offs;
use crate::Watch;

/// The best plan found.
pub fn best(problem: &Problem, watch: &dyn Watch) -> Result<Plan, NoPlan> {
    let limit = match problem.limit {
        Limit::Iterations(limit) => Some(limit),
        Limit::Seconds(_) => None,
    };
    plan(problem, limit, watch)
}

/// The best plan found, first, and up to two others that an organiser may prefer: see [`super::trade_offs`].
pub fn solve(problem: &Problem, watch: &dyn Watch) -> Result<Vec<Plan>, NoPlan> {
    let alternatives = trade_offs::alternatives(problem, watch)?;
    let mut plans = vec![best(problem, watch)?];
    let first = plans[0].quality;
    plans.extend(
        alternatives
            .into_iter()
            .filter(|other| other.quality != first),
    );
    Ok(plans)
}

/// The best plan found within so many proposals.
pub(super) fn plan(
    problem: &Problem,
    limit: Option<u64>,
    watch: &dyn Watch,
) -> Result<Plan, NoPlan> {
    if let Some(contradiction) = find_absent_but_fixed(problem) {
        return Err(contradiction.into());
    }
    let stop = || watch.stop();
    let first = repair::first_seating(problem, 0, &stop).map_err(|unseated| match unseated {
        Unseated::Impossible { round } => explain(problem, round, &stop),
        Unseated::Unknown => NoPlan::Unsettled,
    })?;
    let bounds = Bounds::of(problem);
    let setting = Setting::new(problem);
    let task = Task {
        problem,
        setting: &setting,
        bounds: &bounds,
    };
    let mut starts = vec![Found::of(
        problem,
        first,
        if problem.previous.is_some() {
            "repair"
        } else {
            ""
        },
    )];
    // The constructions count as one proposal, so that a run which has no time for them can be repeated.
    if limit != Some(0) && !watch.stop() {
        starts.extend(construct::apply::starts(task, &starts[0], &stop));
    }
    let (found, iterations) = team::run(task, &starts, limit, watch);
    Ok(Plan {
        seating: found.seating,
        quality: found.quality,
        bounds,
        seed: problem.seed,
        iterations,
        method: match (found.origin, found.searched) {
            ("", _) => "annealing".to_owned(),
            (origin, false) => origin.to_owned(),
            (origin, true) => format!("{origin} + annealing"),
        },
    })
}
