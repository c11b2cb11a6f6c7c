//! What a version was computed from, as it is kept: the problem and the seats that were found. Later cancellations, swaps
//! and changes by hand leave both as they are, so that anybody computes the same again.

use groups::{Limit, assign::Problem};
use model::{
    EventId, RegistrationId,
    assignment::{AssignmentHead, AssignmentSetUp, Computation, ComputedSeats, Fairness},
    plan::VersionCause,
};
use store::{AssignmentPlan, KeptComputation, Reader};

use super::{
    AssignmentProblem, Candidate, Origin,
    export::limits_organisations,
    origin::{computed, fairness_of_version},
    problem::solver_fairness,
    quality::number,
    versions::require_version,
};
use crate::{PlannerError, Result};

/// The computation that a version goes back to.
#[derive(Debug)]
pub(super) struct Computed {
    /// The version that was computed.
    pub version: u32,
    pub found: ComputedSeats,
    limits_organisations: bool,
    has_rules: bool,
    /// The problem as JSON, without a fairness and without the limit of the search.
    problem: String,
}

impl Computed {
    /// The computation that a version goes back to, if it is kept. `heads` are those of all versions of the plan.
    pub async fn of(
        reader: &mut Reader,
        plan: &AssignmentPlan,
        heads: &[AssignmentHead],
        version: u32,
    ) -> Result<Option<Self>> {
        let Some(head) = computed(heads, version) else {
            return Ok(None);
        };
        let Some(kept) = reader.plan_computation(plan.id, head.number).await? else {
            return Ok(None);
        };
        let fairness = fairness_of_version(heads, head.number);
        Ok(kept.computation.by(fairness).map(|found| Self {
            version: head.number,
            found: found.clone(),
            limits_organisations: kept.computation.limits_organisations,
            has_rules: kept.computation.has_rules,
            problem: kept.problem,
        }))
    }

    /// The problem with its fairness, and with the steps that reproduce the seats.
    pub fn problem(&self) -> Result<Problem> {
        let mut problem = Problem::from_json(&self.problem)
            .map_err(|_| PlannerError::internal(UnreadableProblem))?;
        problem.fairness = solver_fairness(self.found.fairness);
        if let Some(steps) = self.found.steps {
            problem.limit = Limit::Iterations(steps);
        }
        Ok(problem)
    }
}

#[derive(Debug, thiserror::Error)]
#[error("the problem of a computation is not readable")]
struct UnreadableProblem;

impl AssignmentProblem {
    /// What is kept of a computation. `None` if it was made for another problem: that one is gone.
    pub(super) fn computation(
        &self,
        origin: Option<&Origin>,
        candidates: &[Candidate],
    ) -> Result<Option<KeptComputation>> {
        let found = candidates.iter();
        let found = found.filter(|candidate| candidate.quality.problem == self.fingerprint);
        let found: Vec<ComputedSeats> = found
            .filter_map(|candidate| {
                let seats = self.seating(&candidate.seating);
                let seating = self.stored_for_all(&seats);
                Some(ComputedSeats {
                    fairness: candidate.quality.fairness?,
                    proof: candidate.quality.proof,
                    steps: candidate.quality.steps,
                    seating: seating.in_order_of(&self.numbers.ids(&self.people)),
                })
            })
            .collect();
        if found.is_empty() {
            return Ok(None);
        }
        let solved = origin.map_or_else(|| self.problem.clone(), |origin| origin.problem(self));
        let solved = self.numbers.problem(solved);
        Ok(Some(KeptComputation {
            computation: Computation {
                limits_organisations: limits_organisations(&solved),
                has_rules: self.has_rules(),
                found,
            },
            problem: solved.to_json().map_err(PlannerError::internal)?,
        }))
    }
}

/// What everybody may know of the published assignment of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PublishedAssignment {
    pub fairness: Fairness,
    /// `None`: they are nobody else's to read, because the assignment has rules about people, or not kept.
    pub files: Option<PublishedFiles>,
}

/// The files of the published assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedFiles {
    /// Whether organisations are in them, because a workshop takes a limited number of one.
    pub has_organisations: bool,
    /// Seats that were given otherwise after the computation: by hand, by a swap, or to people who came later.
    pub changed_seats: u32,
    /// Whether an assignment before this one was adapted with the fewest changes.
    pub is_repair: bool,
    /// The people in the order of their numbers.
    people: Vec<RegistrationId>,
}

impl PublishedFiles {
    /// The number of a person in the files, from 1. `None` for whoever came later.
    pub fn number_of(&self, person: RegistrationId) -> Option<usize> {
        let position = self.people.iter().position(|one| *one == person);
        position.map(|position| position + 1)
    }
}

impl PublishedAssignment {
    /// The published assignment of an event. `None` before one is published.
    pub async fn read(reader: &mut Reader, event: EventId) -> Result<Option<Self>> {
        let plans: Vec<AssignmentPlan> = reader.plans_of_event(event).await?.rows;
        let published = plans.first();
        let Some((plan, (number, _))) = published.and_then(|plan| Some((plan, plan.published?)))
        else {
            return Ok(None);
        };
        let heads: Vec<AssignmentHead> = reader.plan_versions(plan.id).await?.rows;
        Ok(Some(Self {
            fairness: fairness_of_version(&heads, number),
            files: PublishedFiles::read(reader, plan, &heads, number).await?,
        }))
    }
}

impl PublishedFiles {
    /// The files of a version. There are none if the problem, the set-up of the version or the present one has rules
    /// about people.
    async fn read(
        reader: &mut Reader,
        plan: &AssignmentPlan,
        heads: &[AssignmentHead],
        version: u32,
    ) -> Result<Option<Self>> {
        if !plan.set_up.rules.is_empty() {
            return Ok(None);
        }
        let Some(computed) = Computed::of(reader, plan, heads, version).await? else {
            return Ok(None);
        };
        // The rules may have been removed before the assignment was chosen.
        if computed.has_rules {
            return Ok(None);
        }
        for version in [version, computed.version] {
            let set_up: Option<AssignmentSetUp> =
                reader.set_up_of_version(plan.id, version).await?;
            if set_up.is_some_and(|set_up| !set_up.rules.is_empty()) {
                return Ok(None);
            }
        }
        let seating = require_version(reader, plan, version).await?.seating;
        let head = heads.iter().find(|head| head.number == computed.version);
        let cause = head.map(|head| head.cause);
        Ok(Some(Self {
            has_organisations: computed.limits_organisations,
            changed_seats: number(computed.found.changed_in(&seating)),
            is_repair: cause == Some(VersionCause::Repaired),
            people: computed.found.seating.people,
        }))
    }
}
