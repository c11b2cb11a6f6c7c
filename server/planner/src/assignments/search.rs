//! The search for assignments by all fairnesses, on a thread of its own.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use groups::{
    SearchControl,
    assign::{Problem, Seating, SolveError, solve},
};
use model::assignment::{Fairness, Proof};

use crate::jobs::SearchThread;

/// In the first round each fairness gets this part of the time, so that all are to be seen soon.
const FIRST_SHARE: u32 = 10;

/// An assignment by one fairness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub fairness: Fairness,
    pub seating: Seating,
    /// `Unknown` while it is searched.
    pub proof: Proof,
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
    fairness: Fairness,
    ends: Instant,
}

impl SearchControl for Control<'_> {
    fn should_stop(&self) -> bool {
        self.state.stops.load(Ordering::Relaxed) || Instant::now() >= self.ends
    }

    fn on_better_assignment(&self, seating: &Seating) {
        self.state.keep(Found {
            fairness: self.fairness,
            seating: seating.clone(),
            proof: Proof::Unknown,
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

/// Two rounds over the problems, one for each fairness: a short one, then one in which those that are left share the
/// time.
fn search_all(
    problems: &[(Fairness, Problem)],
    limit: Duration,
    state: &SearchState,
) -> Result<(), Box<SolveError>> {
    let ends = Instant::now() + limit;
    let is_open = |fairness: Fairness| {
        let found = state.by(fairness);
        found.is_none_or(|found| found.proof != Proof::Optimal)
    };
    let mut undecided = None;
    for is_first in [true, false] {
        let mut open: Vec<&(Fairness, Problem)> = problems.iter().collect();
        open.retain(|(fairness, _)| is_open(*fairness));
        for (index, &(fairness, problem)) in open.iter().enumerate() {
            let fairness = *fairness;
            let share = if is_first {
                limit / FIRST_SHARE
            } else {
                let left = u32::try_from(open.len() - index).unwrap_or(1);
                ends.saturating_duration_since(Instant::now()) / left
            };
            if state.stops.load(Ordering::Relaxed) {
                break;
            }
            let start = state.by(fairness).map(|found| found.seating);
            let problem = Problem {
                start,
                ..problem.clone()
            };
            let control = Control {
                state,
                fairness,
                ends: Instant::now() + share,
            };
            match solve(&problem, &control) {
                Ok(plan) => state.keep(Found {
                    fairness,
                    proof: if plan.proven {
                        Proof::Optimal
                    } else {
                        Proof::Gap(u32::try_from(plan.gap).unwrap_or(0))
                    },
                    seating: plan.seating,
                }),
                Err(SolveError::Contradiction(found)) => {
                    return Err(Box::new(SolveError::Contradiction(found)));
                }
                Err(error) => undecided = Some(Box::new(error)),
            }
        }
    }
    match undecided {
        Some(error) if state.found().is_empty() => Err(error),
        _ => Ok(()),
    }
}
