//! The versions of an assignment. Every change appends one, under the event's lock; undoing and redoing move a pointer.

use model::{
    AuditAction, Event, MemberId, WorkshopId,
    assignment::{
        AssignmentHead, AssignmentKind, AssignmentLock, AssignmentQuality, AssignmentSeating,
        AssignmentVersion,
    },
    plan::VersionCause,
    workshops::OfferKey,
};
use store::{AssignmentPlan, Reader, Tx};

use super::{Assignment, AssignmentProblem, quality::broken_rules};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    audit::Who,
    plans::{self, UndoSteps, plan_message},
};

/// A version in the list of an assignment's versions.
pub type AssignmentVersionLine = plans::ListedVersion<AssignmentKind>;

/// A version that is to be written.
#[derive(Debug, Clone)]
pub(super) struct NewVersion {
    pub cause: VersionCause,
    pub seating: AssignmentSeating,
    pub quality: AssignmentQuality,
    pub locks: Vec<AssignmentLock>,
    pub member: Option<MemberId>,
}

impl Planner {
    /// Makes the version before the current one the current one. `Conflict` if the current one is not `seen`,
    /// `WrongState` if there is none before.
    pub async fn undo_assignment_change(
        &self,
        access: &EventAccess<Organises>,
        seen: u32,
    ) -> Result<u32> {
        self.step_assignment(access, seen, |steps| steps.undo).await
    }

    /// Takes the last undoing back.
    pub async fn redo_assignment_change(
        &self,
        access: &EventAccess<Organises>,
        seen: u32,
    ) -> Result<u32> {
        self.step_assignment(access, seen, |steps| steps.redo).await
    }

    /// Discards a repair that nobody has taken over. One that is gone already stays gone, and its number is not used
    /// again.
    ///
    /// # Errors
    ///
    /// `Conflict` if the repair was taken over meanwhile, `WrongState` for versions that are no repairs.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn discard_assignment_repair(
        &self,
        access: &EventAccess<Organises>,
        number: u32,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let assignment = Assignment::load(&mut tx, locked.network, locked.event).await?;
        let plan = require_plan(&assignment)?;
        let heads: Vec<AssignmentHead> = tx.plan_versions(plan.id).await?.rows;
        let Some(head) = heads.iter().find(|head| head.number == number) else {
            return Ok(());
        };
        if head.cause != VersionCause::Repaired {
            return Err(PlannerError::WrongState);
        }
        let published = plan.published.map(|(number, _)| number);
        let pointers = [plan.current, plan.newest, published];
        let publications = tx.plan_publications(plan.id).await?;
        let is_taken = pointers.contains(&Some(number))
            || heads.iter().any(|other| other.parent == Some(number))
            || publications.iter().any(|(seen, _)| *seen == number);
        if is_taken {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        tx.discard_plan_version(plan.id, number, self.now()).await?;
        self.note_event_part(
            &mut tx,
            &right,
            &assignment.event,
            AuditAction::RepairDiscarded,
        )
        .await?;
        self.commit_assignment(tx, plan).await
    }

    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    async fn step_assignment(
        &self,
        access: &EventAccess<Organises>,
        seen: u32,
        to: impl Fn(UndoSteps) -> Option<u32>,
    ) -> Result<u32> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let assignment = Assignment::load(&mut tx, locked.network, locked.event).await?;
        let plan = require_plan(&assignment)?;
        let number = plans::step(&mut tx, plan, seen, to).await?;
        self.note_event_part(
            &mut tx,
            &right,
            &assignment.event,
            AuditAction::PlanVersionMade,
        )
        .await?;
        self.commit_assignment(tx, plan).await?;
        Ok(number)
    }

    /// Writes a version that is made from the current one, which stays the current one.
    pub(super) async fn insert_assignment(
        &self,
        tx: &mut Tx,
        assignment: &Assignment,
        problem: &AssignmentProblem,
        new: NewVersion,
    ) -> Result<u32> {
        let (plan, member) = (require_plan(assignment)?, new.member);
        let number = self
            .write_version(tx, (assignment, plan.current), problem, new)
            .await?;
        self.note_event_part(
            tx,
            member.map_or(Who::Planner, Who::Member),
            &assignment.event,
            AuditAction::PlanVersionMade,
        )
        .await?;
        Ok(number)
    }

    /// Writes a version that is made from another one. The caller writes the audit line.
    pub(super) async fn write_version(
        &self,
        tx: &mut Tx,
        (assignment, parent): (&Assignment, Option<u32>),
        problem: &AssignmentProblem,
        new: NewVersion,
    ) -> Result<u32> {
        let plan = require_plan(assignment)?;
        let version = AssignmentVersion {
            head: AssignmentHead {
                plan: plan.id,
                number: tx.last_plan_version(plan.id).await? + 1,
                parent,
                cause: new.cause,
                set_up: plan.revision,
                quality: new.quality,
                seed: (assignment.wish_setup.as_ref())
                    .filter(|_| {
                        let computed = [
                            VersionCause::Solved,
                            VersionCause::RestSolved,
                            VersionCause::Alternative,
                        ];
                        computed.contains(&new.cause)
                    })
                    .map(|setup| setup.seed.number()),
                iterations: None,
                member: new.member,
                made_at: self.now(),
            },
            broken: broken_rules(problem, &problem.seating(&new.seating)),
            seating: new.seating,
            locks: new.locks,
        };
        tx.insert_plan_version(&version).await?;
        Ok(version.head.number)
    }

    /// Writes a version and makes it the current one.
    pub(super) async fn append_assignment(
        &self,
        tx: &mut Tx,
        assignment: &Assignment,
        problem: &AssignmentProblem,
        new: NewVersion,
    ) -> Result<u32> {
        let number = self.insert_assignment(tx, assignment, problem, new).await?;
        let plan = require_plan(assignment)?;
        tx.set_current_version(plan.id, number, number).await?;
        Ok(number)
    }

    /// Commits a change, with the message that the plan is another one.
    pub(super) async fn commit_assignment(&self, mut tx: Tx, plan: &AssignmentPlan) -> Result<()> {
        let message = plan_message::<AssignmentKind>(&mut tx, plan.id).await?;
        self.commit_with_message(tx, message).await
    }
}

/// The plan of an event's workshops. `WrongState` before the first computation or decision.
pub(super) fn require_plan(assignment: &Assignment) -> Result<&AssignmentPlan> {
    assignment.plan.as_ref().ok_or(PlannerError::WrongState)
}

impl Planner {
    /// The most people whom the current assignment gives a seat in an offer of a workshop.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, %workshop), err(level = "debug"))]
    pub async fn most_assigned(
        &self,
        access: &EventAccess<Organises>,
        workshop: WorkshopId,
    ) -> Result<usize> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let plan = plan_of(&mut reader, &event).await?;
        let Some((plan, current)) = plan.and_then(|plan| plan.current.map(|at| (plan, at))) else {
            return Ok(0);
        };
        let seating = require_version(&mut reader, &plan, current).await?.seating;
        let offers = seating.slots.iter().map(|slot| OfferKey {
            slot: *slot,
            workshop,
        });
        let people = offers.map(|offer| seating.people_in(offer).count());
        Ok(people.max().unwrap_or(0))
    }
}

/// The assignment of an event, if one is begun.
pub(crate) async fn plan_of(reader: &mut Reader, event: &Event) -> Result<Option<AssignmentPlan>> {
    let plans = reader.plans_of_event::<AssignmentKind>(event.id).await?;
    Ok(plans.rows.into_iter().next())
}

/// A version of an assignment. `NotFound` if there is none of this number.
pub(super) async fn require_version(
    reader: &mut Reader,
    plan: &AssignmentPlan,
    number: u32,
) -> Result<AssignmentVersion> {
    let version = reader.plan_version(plan.id, number).await?;
    version.ok_or(PlannerError::NotFound)
}
