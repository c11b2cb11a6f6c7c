//! Choosing one of the assignments that a computation found.

use std::collections::HashSet;

use model::{
    AuditAction, RegistrationId,
    assignment::{AssignmentQuality, AssignmentSeating},
    plan::VersionCause,
};

use super::{
    Assignment,
    quality::quality_of,
    solving::known_quality,
    versions::{NewVersion, require_plan, require_version},
};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Organises},
};

/// An assignment to choose: a version, or one that was found beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    pub version: u32,
    /// The number of the one beside the version; `None`: the version itself.
    pub alternative: Option<u32>,
    /// The current version that the organiser saw.
    pub seen: Option<u32>,
}

impl Planner {
    /// Makes an assignment the current one. A computed version becomes it as it is, if nothing was changed since. Others
    /// are written as a new version, without the people who have lost their seat at the event. Returns the current version.
    ///
    /// # Errors
    ///
    /// `NotFound` if there is no such assignment, `Conflict` if the current version is another one than the one seen.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn choose_assignment(
        &self,
        access: &EventAccess<Organises>,
        choice: Choice,
    ) -> Result<u32> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let assignment = Assignment::load(&mut tx, locked.network, locked.event).await?;
        let plan = require_plan(&assignment)?;
        if plan.current != choice.seen {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let version = require_version(&mut tx, plan, choice.version).await?;
        let problem = assignment.problem();
        let head = version.head;
        let is_unchanged = head.parent == plan.current
            && head.set_up == plan.revision
            && head.quality.problem == problem.fingerprint;
        let (cause, seating, quality): (_, AssignmentSeating, AssignmentQuality) =
            match choice.alternative {
                None if plan.current == Some(head.number) => return Ok(head.number),
                None if is_unchanged => {
                    tx.set_current_version(plan.id, head.number, head.number)
                        .await?;
                    self.note_event_part(
                        &mut tx,
                        &right,
                        &assignment.event,
                        AuditAction::AssignmentChosen,
                    )
                    .await?;
                    self.commit_assignment(tx, plan).await?;
                    return Ok(head.number);
                }
                // A repair of the current version stays one: its reasons are about what it stayed near to.
                None if head.cause == VersionCause::Repaired && head.parent == plan.current => {
                    (VersionCause::Repaired, version.seating, head.quality)
                }
                None => (VersionCause::Alternative, version.seating, head.quality),
                Some(number) => {
                    let found = tx.plan_alternatives(plan.id, head.number).await?;
                    let found: Option<super::AssignmentAlternative> =
                        found.into_iter().find(|found| found.number == number);
                    let found = found.ok_or(PlannerError::NotFound)?;
                    (VersionCause::Alternative, found.seating, found.quality)
                }
            };
        let seats = problem.seating(&seating);
        let known: HashSet<RegistrationId> = seating.people.iter().copied().collect();
        let new = NewVersion {
            cause,
            // What has changed since the computation is not in it: a repair takes it in.
            quality: AssignmentQuality {
                problem: quality.problem,
                ..known_quality(quality_of(&problem, &seats), &quality)
            },
            seating: problem.stored(&seats, |person| known.contains(&person)),
            locks: version.locks,
            member: Some(right.member().id),
        };
        let number = self
            .append_assignment(&mut tx, &assignment, &problem, new)
            .await?;
        tx.copy_plan_computation(plan.id, head.number, number)
            .await?;
        self.commit_assignment(tx, plan).await?;
        Ok(number)
    }
}
