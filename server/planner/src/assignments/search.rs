//! The search for assignments by all fairnesses, on a thread of its own.

use std::{
    panic::resume_unwind,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use groups::{
    SearchControl,
    assign::{Problem, Seating, SolveError, Stability, solve},
};
use model::assignment::{Fairness, Proof};

use super::turns::{Turn, Turns};
use crate::jobs::SearchThread;

/// An assignment by one fairness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub fairness: Fairness,
    pub seating: Seating,
    /// `Unknown` while it is searched.
    pub proof: Proof,
    /// Steps of a finished search, which reproduce the assignment. `None` if it went on from an earlier one.
    pub steps: Option<u64>,
}

/// A running search, as its job sees it.
#[derive(Debug, Default)]
pub(super) struct SearchState {
    stops: AtomicBool,
    found: Mutex<Vec<Found>>,
}

impl SearchState {
    /// Begins with the assignments of an earlier search.
    pub fn new(found: Vec<Found>) -> Self {
        Self {
            stops: AtomicBool::new(false),
            found: Mutex::new(found),
        }
    }

    /// Ends the search. What was found until then stays.
    pub fn stop(&self) {
        self.stops.store(true, Ordering::Relaxed);
    }

    /// The assignments so far, in the order of the fairnesses.
    pub fn found(&self) -> Vec<Found> {
        let found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        found.clone()
    }

    fn keep(&self, new: Found) {
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        found.retain(|one| one.fairness != new.fairness);
        found.push(new);
        found.sort_by_key(|one| one.fairness);
    }

    fn by(&self, fairness: Fairness) -> Option<Found> {
        let found = self.found();
        found.into_iter().find(|one| one.fairness == fairness)
    }
}

struct Control<'a> {
    state: &'a SearchState,
    turn: Turn<'a>,
    fairness: Fairness,
    ends: Instant,
}

impl SearchControl for Control<'_> {
    fn should_stop(&self) -> bool {
        self.turn.share();
        self.state.stops.load(Ordering::Relaxed) || Instant::now() >= self.ends
    }

    fn on_better_assignment(&self, seating: &Seating) {
        self.state.keep(Found {
            fairness: self.fairness,
            seating: seating.clone(),
            proof: Proof::Unknown,
            steps: None,
        });
    }
}

/// Searches within a time limit, each problem for its fairness.
pub(super) fn spawn(
    problems: Vec<(Fairness, Problem)>,
    limit: Duration,
    state: Arc<SearchState>,
) -> SearchThread<Result<(), Box<SolveError>>> {
    SearchThread::spawn(move || search_all(&problems, limit, &state))
}

/// The searches take turns, so that all are to be seen soon and the seed alone draws between equals: a search that was
/// begun anew from its own plan would end with another one.
fn search_all(
    problems: &[(Fairness, Problem)],
    limit: Duration,
    state: &SearchState,
) -> Result<(), Box<SolveError>> {
    let ends = Instant::now() + limit;
    let is_open = |fairness: Fairness| {
        let found = state.by(fairness);
        found.is_none_or(|found| !found.proof.is_complete())
    };
    let open: Vec<&(Fairness, Problem)> = problems
        .iter()
        .filter(|(fairness, _)| is_open(*fairness))
        .collect();
    let turns = Turns::new(open.len());
    let errors: Vec<SolveError> = thread::scope(|scope| {
        let searches = open.iter().enumerate().map(|(index, (fairness, problem))| {
            let turns = &turns;
            scope.spawn(move || {
                let control = Control {
                    state,
                    turn: turns.join(index),
                    fairness: *fairness,
                    ends,
                };
                search(problem, &control)
            })
        });
        let searches: Vec<_> = searches.collect();
        let outcomes = searches.into_iter().map(std::thread::ScopedJoinHandle::join);
        outcomes
            .filter_map(|outcome| outcome.unwrap_or_else(|panic| resume_unwind(panic)).err())
            .collect()
    });
    let (contradictions, others): (Vec<_>, Vec<_>) = errors
        .into_iter()
        .partition(|error| matches!(error, SolveError::Contradiction(_)));
    let undecided = others
        .into_iter()
        .next()
        .filter(|_| state.found().is_empty());
    match contradictions.into_iter().next().or(undecided) {
        Some(error) => Err(Box::new(error)),
        None => Ok(()),
    }
}

fn search(problem: &Problem, control: &Control<'_>) -> Result<(), SolveError> {
    let (state, fairness) = (control.state, control.fairness);
    let start = state.by(fairness).map(|found| found.seating);
    let is_new = start.is_none();
    let problem = Problem {
        start,
        ..problem.clone()
    };
    let plan = solve(&problem, control)?;
    state.keep(Found {
        fairness,
        proof: match (plan.proven, problem.stability) {
            (true, Stability::First) => Proof::FewestChanges,
            (true, Stability::Last) => Proof::Optimal,
            (false, _) => Proof::Gap(u32::try_from(plan.gap).unwrap_or(0)),
        },
        seating: plan.seating,
        steps: is_new.then_some(plan.iterations),
    });
    Ok(())
}
