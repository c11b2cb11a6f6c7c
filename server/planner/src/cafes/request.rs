//! The request for a plan.

use model::{AgendaItemId, Fault, Faults, JobId, JobKind};

use super::{
    CafeProblem, require_plan,
    solving::{SolveCafe, SolveScope},
};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Locked, Organises},
    jobs::JobPayload,
};

impl Planner {
    /// Begins to compute a plan, and returns its job. If one computes it already, returns that one.
    ///
    /// # Errors
    ///
    /// `Invalid` without tables or people; `WrongState` before the set-up is saved.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn solve_cafe(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        scope: SolveScope,
    ) -> Result<JobId> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let event = (locked.network.clone(), locked.event.clone());
        let (cafe, problem) = self.load_problem(&mut tx, locked, item).await?;
        let plan = require_plan(&cafe)?;
        check_solvable(&problem)?;
        for (job, payload) in tx.active_jobs(event.1.id, JobKind::CafeSolved).await? {
            let running: Option<JobPayload> = serde_json::from_str(&payload).ok();
            if matches!(running, Some(JobPayload::CafeSolved(running)) if running.plan == plan.id) {
                return Ok(job);
            }
        }
        let order = SolveCafe {
            plan: plan.id,
            item: cafe.item.as_ref().map(|item| item.id),
            scope,
            seed: self.new_seed(),
            limit_millis: time_limit(problem.people.len()),
        };
        let limit = order.limit_millis;
        let search = (JobPayload::CafeSolved(order), limit);
        let (network, event) = event;
        let locked = Locked { network, event };
        self.queue_search(tx, locked, search, right.member().id)
            .await
    }

    pub(super) fn new_seed(&self) -> u32 {
        let mut bytes = [0; 4];
        self.inner.random.fill(&mut bytes);
        u32::from_be_bytes(bytes)
    }
}

/// Refuses a café without tables or people.
pub(super) fn check_solvable(problem: &CafeProblem) -> Result<()> {
    let mut faults = Faults::none();
    if problem.tables.is_empty() {
        faults.add("tables", Fault::TooFew { least: 1 });
    }
    if problem.people.is_empty() {
        faults.add("people", Fault::TooFew { least: 1 });
    }
    faults.or(Some(())).map_err(PlannerError::from)
}

/// Milliseconds of search. Small cafés end earlier, when their plan is proven.
fn time_limit(people: usize) -> u32 {
    const LEAST: u32 = 900;
    const MOST: u32 = 9_000;
    const PER_PERSON: u32 = 18;
    super::quality::number(people)
        .saturating_mul(PER_PERSON)
        .clamp(LEAST, MOST)
}
