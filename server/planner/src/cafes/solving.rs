//! Computing a plan: what the job reads before and stores after the search.

use std::{sync::Arc, time::Duration};

use groups::rotate::{Plan, SolveError};
use model::{
    AgendaItemId, PlanId,
    cafe::{CafeKind, CafeSeating, Lock, VersionCause},
};
use serde::{Deserialize, Serialize};
use store::{ClaimedJob, Tx};

use super::{
    Cafe, CafeProblem, PlanAlternative, SolveFailure,
    failure::failure_of,
    quality::{broken_rules, quality_of},
    require_plan, require_version,
    search::{self, Found, SearchState},
    versions::NewVersion,
};
use crate::{
    Planner, Result,
    access::Locked,
    jobs::{RunningSearch, Search, SearchCursor, SearchThread},
};

/// What a search may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SolveScope {
    /// Everything; locks are given up.
    Everything,
    /// What is not locked in the version that is edited.
    AroundLocks,
}

/// A job that computes a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SolveCafe {
    pub plan: PlanId,
    pub item: Option<AgendaItemId>,
    pub scope: SolveScope,
    pub seed: u32,
    pub limit_millis: u32,
}

impl SolveCafe {
    pub const fn limit(&self) -> Duration {
        Duration::from_millis(self.limit_millis as u64)
    }
}

/// How far a search has come. Holds no personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SolveFigures {
    pub millis: u32,
    pub topics_min: u32,
    pub topics_min_bound: u32,
    pub meetings: u32,
    pub meetings_bound: u32,
    pub mix: u32,
    pub mix_bound: u32,
}

/// What a job that computes a plan has come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SolveOutcome {
    Version {
        number: u32,
        /// Not if the plan was changed meanwhile.
        is_current: bool,
        alternatives: u32,
    },
    Failure(SolveFailure),
}

/// How far a job that computes a plan has come.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SolveCursor {
    /// The time searched so far, of all workers.
    pub spent_millis: u32,
    /// The café.
    pub item: Option<AgendaItemId>,
    /// The best plan so far.
    pub best: Option<CafeSeating>,
    pub figures: Option<SolveFigures>,
    /// The revision of the set-up that it was made for.
    pub set_up: Option<i64>,
    pub outcome: Option<SolveOutcome>,
}

/// What a search begins with.
pub(crate) struct Preparation {
    problem: CafeProblem,
    locks: Vec<Lock>,
    /// The version that was edited then.
    base: Option<u32>,
    limit: Duration,
}

/// A search that runs.
pub(crate) struct RunningCafeSearch {
    preparation: Preparation,
    state: Arc<SearchState>,
    thread: SearchThread<Result<Found, Box<SolveError>>>,
}

impl RunningSearch for RunningCafeSearch {
    type Cursor = SolveCursor;
    type Preparation = Preparation;
    type Found = SearchResult;

    async fn end(&mut self) {
        self.thread.end().await;
    }

    fn stop(&self) {
        self.state.stop();
    }

    fn report(&self, cursor: &mut SolveCursor) {
        if let Some(best) = self.state.take_best() {
            cursor.best = Some(self.preparation.problem.stored(&best));
        }
        if let Some(progress) = self.state.progress() {
            let number = super::quality::number;
            let (quality, bounds) = (progress.quality, progress.bounds);
            cursor.figures = Some(SolveFigures {
                millis: cursor.spent_millis,
                topics_min: number(quality.topics_min),
                topics_min_bound: number(bounds.topics_min),
                meetings: number(quality.meetings),
                meetings_bound: number(bounds.meetings),
                mix: number(quality.mix),
                mix_bound: number(bounds.mix),
            });
        }
    }

    fn preparation(&self) -> &Preparation {
        &self.preparation
    }

    fn result(
        &mut self,
        cursor: &mut SolveCursor,
        is_interrupted: bool,
    ) -> Result<Option<SearchResult>> {
        let failure = match self.thread.result()? {
            Ok(found) => return Ok(Some(SearchResult::new(&self.preparation, found))),
            Err(error) => failure_of(&self.preparation.problem, &error),
        };
        if let Some(best) = cursor.best.clone().filter(|_| is_interrupted) {
            return Ok(Some(SearchResult::best(best)));
        }
        cursor.outcome = Some(SolveOutcome::Failure(failure));
        Ok(None)
    }
}

impl SearchCursor for SolveCursor {
    type Outcome = SolveOutcome;

    fn spent_millis(&self) -> u32 {
        self.spent_millis
    }

    fn set_spent_millis(&mut self, millis: u32) {
        self.spent_millis = millis;
    }

    fn set_outcome(&mut self, outcome: SolveOutcome) {
        self.outcome = Some(outcome);
        self.best = None;
    }
}

impl Search for SolveCafe {
    type Kind = CafeKind;
    type Cursor = SolveCursor;
    type Preparation = Preparation;
    type Running = RunningCafeSearch;
    type Found = SearchResult;

    fn plan(&self) -> PlanId {
        self.plan
    }

    async fn prepare(
        &self,
        planner: &Planner,
        (tx, locked): (&mut Tx, Locked),
        cursor: &mut SolveCursor,
    ) -> Result<Preparation> {
        cursor.item = self.item;
        planner.prepare_search(tx, locked, self, cursor).await
    }

    fn start(mut preparation: Preparation) -> RunningCafeSearch {
        let state = Arc::new(SearchState::default());
        let problem = std::mem::take(&mut preparation.problem.problem);
        preparation.problem.problem = problem.clone();
        RunningCafeSearch {
            thread: search::spawn(problem, preparation.limit, Arc::clone(&state)),
            state,
            preparation,
        }
    }

    fn best(cursor: &SolveCursor) -> Option<SearchResult> {
        cursor.best.clone().map(SearchResult::best)
    }

    async fn store(
        &self,
        planner: &Planner,
        (tx, locked): (&mut Tx, Locked),
        job: &ClaimedJob,
        found: (&Preparation, &SearchResult),
    ) -> Result<SolveOutcome> {
        planner.store_search(tx, locked, (job, self), found).await
    }
}

impl Planner {
    async fn prepare_search(
        &self,
        tx: &mut Tx,
        locked: Locked,
        order: &SolveCafe,
        cursor: &mut SolveCursor,
    ) -> Result<Preparation> {
        let (cafe, mut problem) = self.load_problem(tx, locked, order.item).await?;
        let plan = require_plan(&cafe)?;
        cursor.set_up = Some(plan.revision);
        let mut locks = Vec::new();
        if let (SolveScope::AroundLocks, Some(current)) = (order.scope, plan.current) {
            let version = require_version(tx, plan.id, current).await?;
            locks = version.locks;
            problem.lock(&locks, &version.seating);
            problem.seat_in_locked_rounds(&plan.set_up, &locks);
            problem.problem.start = Some(problem.given(&version.seating));
        }
        if let Some(held) = &problem.held {
            let given = problem.given(&held.seating);
            problem.problem.start.get_or_insert(given);
        }
        if let Some(best) = &cursor.best {
            problem.problem.start = Some(problem.given(best));
        }
        problem.problem.seed = order.seed.into();
        let spent = Duration::from_millis(cursor.spent_millis.into());
        Ok(Preparation {
            problem,
            locks,
            base: plan.current,
            limit: order.limit().saturating_sub(spent),
        })
    }

    /// Stores the result of a search as a version, with its alternatives. If the plan was changed meanwhile, the
    /// version is not the one that is edited.
    async fn store_search(
        &self,
        tx: &mut Tx,
        locked: Locked,
        (job, order): (&ClaimedJob, &SolveCafe),
        (preparation, found): (&Preparation, &SearchResult),
    ) -> Result<SolveOutcome> {
        let (cafe, problem) = self.load_problem(tx, locked, order.item).await?;
        let plan = require_plan(&cafe)?;
        let new = NewVersion {
            cause: if preparation.locks.is_empty() {
                VersionCause::Solved
            } else {
                VersionCause::RestSolved
            },
            parent: preparation.base,
            seating: found.seating.clone(),
            locks: preparation.locks.clone(),
            seed: found.reproduced_by.map(|(seed, _)| seed),
            iterations: found.reproduced_by.map(|(_, iterations)| iterations),
            member: job.member,
        };
        // A round may have begun meanwhile: then the version is not the one that is edited.
        let keeps_rounds = problem.keeps_held_rounds(&found.seating);
        let is_current = plan.current == preparation.base && keeps_rounds;
        let number = if is_current {
            self.append_version(tx, &cafe, &problem, new).await?
        } else {
            self.insert_version(tx, &cafe, &problem, new).await?
        };
        let mut alternatives = 0;
        for seating in &found.alternatives {
            alternatives += 1;
            let alternative = alternative(&cafe, &problem, alternatives, seating);
            tx.insert_plan_alternative(plan.id, number, &alternative)
                .await?;
        }
        Ok(SolveOutcome::Version {
            number,
            is_current,
            alternatives,
        })
    }
}

/// The result of a search, as it is stored.
pub(crate) struct SearchResult {
    seating: CafeSeating,
    alternatives: Vec<CafeSeating>,
    /// Seed and iterations, unless the search was interrupted or began with another plan.
    reproduced_by: Option<(u64, u64)>,
}

impl SearchResult {
    pub fn new(preparation: &Preparation, found: Found) -> Self {
        let Preparation { problem, .. } = preparation;
        let Found { plan, alternatives } = found;
        let Plan {
            seed, iterations, ..
        } = plan;
        Self {
            seating: problem.stored(&plan.seating),
            alternatives: alternatives
                .iter()
                .map(|seating| problem.stored(seating))
                .collect(),
            reproduced_by: problem
                .problem
                .start
                .is_none()
                .then_some((seed, iterations)),
        }
    }

    /// The best plan of a search whose thread is gone.
    pub const fn best(seating: CafeSeating) -> Self {
        Self {
            seating,
            alternatives: Vec::new(),
            reproduced_by: None,
        }
    }
}

fn alternative(
    cafe: &Cafe,
    problem: &CafeProblem,
    number: u32,
    seating: &CafeSeating,
) -> PlanAlternative {
    let set_up = cafe.set_up();
    let seats = problem.seating(seating);
    let broken = broken_rules(&set_up, cafe, problem, &seats);
    PlanAlternative {
        number,
        seating: problem.stored(&seats),
        quality: quality_of(problem, &set_up.goals, &seats, &broken),
    }
}
