//! A search for a plan, on a thread of its own.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use groups::{
    Limit, Progress, SearchControl,
    rotate::{Plan, Problem, Seating, SolveError, find_alternatives, solve},
};

use crate::jobs::SearchThread;

/// Each alternative gets the tenth part of the time limit.
const ALTERNATIVE_SHARE: u32 = 10;

/// Most alternatives beside a plan.
const MOST_ALTERNATIVES: u32 = 2;

/// A running search, as its job sees it.
#[derive(Debug, Default)]
pub(crate) struct SearchState {
    stops: AtomicBool,
    best: Mutex<Option<Seating>>,
    progress: Mutex<Option<groups::rotate::Progress>>,
}

/// The end of a search.
#[derive(Debug)]
pub(crate) struct Found {
    pub plan: Plan,
    /// Plans that are better in a later goal and worse in an earlier one.
    pub alternatives: Vec<Seating>,
}

impl SearchState {
    /// Ends the search. It returns the best plan so far.
    pub fn stop(&self) {
        self.stops.store(true, Ordering::Relaxed);
    }

    /// The best plan so far, if there is a new one since the last call.
    pub fn take_best(&self) -> Option<Seating> {
        let mut best = self.best.lock().unwrap_or_else(PoisonError::into_inner);
        best.take()
    }

    pub fn progress(&self) -> Option<groups::rotate::Progress> {
        *self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The search for the plan itself.
struct Control<'a> {
    state: &'a SearchState,
    ends: Instant,
}

impl SearchControl for Control<'_> {
    fn should_stop(&self) -> bool {
        self.state.stops.load(Ordering::Relaxed) || Instant::now() >= self.ends
    }

    fn on_progress(&self, progress: &Progress) {
        if let Progress::Rotate(progress) = progress {
            let last = &self.state.progress;
            *last.lock().unwrap_or_else(PoisonError::into_inner) = Some(*progress);
        }
    }

    fn on_better_seating(&self, seating: &Seating) {
        let best = &self.state.best;
        *best.lock().unwrap_or_else(PoisonError::into_inner) = Some(seating.clone());
    }

    fn most_threads(&self) -> usize {
        most_threads()
    }
}

/// The search for alternatives, which reports nothing. Each has the same time.
struct AlternativeControl<'a> {
    state: &'a SearchState,
    share: Duration,
    begun: Instant,
    /// Milliseconds from `begun`: threads ask for it often.
    ends: AtomicU64,
}

impl SearchControl for AlternativeControl<'_> {
    fn should_stop(&self) -> bool {
        let ends = Duration::from_millis(self.ends.load(Ordering::Relaxed));
        self.state.stops.load(Ordering::Relaxed) || self.begun.elapsed() >= ends
    }

    fn on_plan(&self, _: usize, _: usize) {
        let ends = (self.begun.elapsed() + self.share).as_millis();
        let ends = u64::try_from(ends).unwrap_or(u64::MAX);
        self.ends.store(ends, Ordering::Relaxed);
    }

    fn most_threads(&self) -> usize {
        most_threads()
    }
}

/// All cores but one, so that pages have one to themselves.
pub(super) fn most_threads() -> usize {
    thread::available_parallelism().map_or(1, |cores| cores.get().saturating_sub(1).max(1))
}

/// Searches a plan within a time limit.
pub(super) fn spawn(
    mut problem: Problem,
    limit: Duration,
    state: Arc<SearchState>,
) -> SearchThread<Result<Found, Box<SolveError>>> {
    problem.limit = Limit::Seconds(limit.as_secs_f64());
    SearchThread::spawn(move || find(&problem, limit, &state))
}

fn find(problem: &Problem, limit: Duration, state: &SearchState) -> Result<Found, Box<SolveError>> {
    let later_goals = u32::try_from(problem.order.len().saturating_sub(1)).unwrap_or(u32::MAX);
    let share = limit / ALTERNATIVE_SHARE;
    let control = Control {
        state,
        ends: Instant::now() + limit.saturating_sub(share * later_goals.min(MOST_ALTERNATIVES)),
    };
    let plan = solve(problem, &control).map_err(Box::new)?;
    let proven = plan.proven();
    let is_proven = problem.order.iter().all(|goal| proven.contains(goal));
    let is_stopped = state.stops.load(Ordering::Relaxed);
    let alternatives = if is_proven || is_stopped {
        Vec::new()
    } else {
        alternatives(problem, &plan, share, state)
    };
    Ok(Found { plan, alternatives })
}

/// Plans that are better in a later goal. None if their search was stopped before it found any.
fn alternatives(
    problem: &Problem,
    plan: &Plan,
    share: Duration,
    state: &SearchState,
) -> Vec<Seating> {
    let control = AlternativeControl {
        state,
        share,
        begun: Instant::now(),
        ends: AtomicU64::new(0),
    };
    let found = find_alternatives(problem, plan, &control).unwrap_or_default();
    found.into_iter().map(|plan| plan.seating).collect()
}
