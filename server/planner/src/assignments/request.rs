//! The request for assignments: all by every fairness, the same around what is locked, or a repair of the current one.

use model::{Fault, Faults, JobId, JobKind};

use super::{Assignment, AssignmentProblem, quality::number, solving::AssignWorkshops};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Locked, Organises},
    jobs::JobPayload,
};

impl Planner {
    /// Begins to compute assignments by all fairnesses, and returns the job. If one computes them already, returns that
    /// one.
    ///
    /// # Errors
    ///
    /// `Invalid` without workshops or people to place.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn assign_workshops(&self, access: &EventAccess<Organises>) -> Result<JobId> {
        self.begin_assignment(access, Task::Anew).await
    }

    /// Begins to compute the current assignment again with the fewest changes, for the people, wishes and workshops that
    /// there are now, and returns the job. If an assignment is computed already, returns that job.
    ///
    /// # Errors
    ///
    /// `WrongState` before an assignment is chosen, `Invalid` without workshops or people to place.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn repair_assignment(&self, access: &EventAccess<Organises>) -> Result<JobId> {
        self.begin_assignment(access, Task::Repair).await
    }

    /// Begins to compute assignments by all fairnesses around what is locked in the current version, and returns the job.
    /// If an assignment is computed already, returns that job.
    ///
    /// # Errors
    ///
    /// `WrongState` before an assignment is chosen, `Invalid` without workshops or people to place.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn assign_rest(&self, access: &EventAccess<Organises>) -> Result<JobId> {
        self.begin_assignment(access, Task::Rest).await
    }

    async fn begin_assignment(&self, access: &EventAccess<Organises>, task: Task) -> Result<JobId> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let (network, event) = (locked.network.clone(), locked.event.clone());
        let assignment = Assignment::load(&mut tx, locked.network, locked.event).await?;
        let problem = assignment.problem();
        check_solvable(&problem)?;
        let current = || {
            let current = assignment.plan.as_ref().and_then(|plan| plan.current);
            current.ok_or(PlannerError::WrongState)
        };
        let (repairs, around) = match task {
            Task::Anew => (None, None),
            Task::Repair => (Some(current()?), None),
            Task::Rest => (None, Some(current()?)),
        };
        let running = tx.active_jobs(event.id, JobKind::WorkshopsAssigned).await?;
        if let Some((job, _)) = running.into_iter().next() {
            return Ok(job);
        }
        let plan = if let Some(plan) = &assignment.plan {
            plan.id
        } else {
            let set_up = assignment.set_up();
            self.store_assignment_set_up(&mut tx, &right, &assignment, &set_up)
                .await?
        };
        let seats: usize = problem
            .problem
            .people
            .iter()
            .map(|one| one.slots.len())
            .sum();
        let order = AssignWorkshops {
            plan,
            limit_millis: time_limit(seats),
            repairs,
            around,
        };
        let limit = order.limit_millis;
        let search = (JobPayload::WorkshopsAssigned(order), limit);
        let locked = Locked { network, event };
        self.queue_search(tx, locked, search, right.member().id)
            .await
    }
}

/// What is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Task {
    Anew,
    Repair,
    /// What is not locked.
    Rest,
}

/// Refuses an event without workshops or people to place.
pub(super) fn check_solvable(problem: &AssignmentProblem) -> Result<()> {
    let mut faults = Faults::none();
    if !problem.has_offers() {
        faults.add("workshops", Fault::TooFew { least: 1 });
    }
    if problem.people.is_empty() {
        faults.add("people", Fault::TooFew { least: 1 });
    }
    faults.or(Some(())).map_err(PlannerError::from)
}

/// Milliseconds of search. It ends earlier when everything is proven.
fn time_limit(seats: usize) -> u32 {
    const LEAST: u32 = 3_000;
    const MOST: u32 = 60_000;
    const PER_SEAT: u32 = 40;
    number(seats).saturating_mul(PER_SEAT).clamp(LEAST, MOST)
}
