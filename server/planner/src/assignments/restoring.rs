//! Earlier versions of an assignment: compared, and restored.

use model::{
    assignment::{AssignmentKind, AssignmentQuality, AssignmentVersion},
    plan::VersionCause,
};

use super::{
    Assignment, SeatReplacement,
    quality::{broken_rules, quality_of},
    repair::seat_replacements,
    solving::known_quality,
    versions::{NewVersion, plan_of, require_plan, require_version},
};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Organises, Reads},
    plans::{self, RulePolicy},
};

/// What became of the wish to restore a version.
pub type AssignmentTakeOver = plans::TakeOver<AssignmentKind>;

/// Two versions of an assignment.
#[derive(Debug, Clone)]
pub struct AssignmentComparison {
    pub before: AssignmentVersion,
    pub after: AssignmentVersion,
    /// The seats that differ, also of people who are gone.
    pub differences: Vec<SeatReplacement>,
}

impl Planner {
    /// Compares two versions of an assignment.
    ///
    /// # Errors
    ///
    /// `NotFound` if one of them does not exist.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn compare_assignment_versions(
        &self,
        access: &EventAccess<Reads>,
        (before, after): (u32, u32),
    ) -> Result<AssignmentComparison> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let plan = plan_of(&mut reader, &event).await?;
        let plan = plan.ok_or(PlannerError::NotFound)?;
        let before = require_version(&mut reader, &plan, before).await?;
        let after = require_version(&mut reader, &plan, after).await?;
        let mut slots = before.seating.slots.clone();
        slots.extend(&after.seating.slots);
        slots.sort_unstable();
        slots.dedup();
        let mut people = before.seating.people.clone();
        people.extend(&after.seating.people);
        people.sort_unstable();
        people.dedup();
        let seats = (&before.seating, &after.seating);
        Ok(AssignmentComparison {
            differences: seat_replacements(seats, &slots, &people),
            before,
            after,
        })
    }

    /// Makes a new version with the seats of an earlier one, as far as its people and workshops are still there.
    ///
    /// # Errors
    ///
    /// `Conflict` if the current version is another one than `seen` by then, `NotFound` if there is no such version.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn restore_assignment_version(
        &self,
        access: &EventAccess<Organises>,
        (seen, rules): (u32, RulePolicy),
        number: u32,
    ) -> Result<AssignmentTakeOver> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let assignment = Assignment::load(&mut tx, locked.network, locked.event).await?;
        let plan = require_plan(&assignment)?;
        if plan.current != Some(seen) {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        if number == seen {
            return Ok(AssignmentTakeOver::Taken(seen));
        }
        let version = require_version(&mut tx, plan, number).await?;
        let problem = assignment.problem();
        let seats = problem.seating(&version.seating);
        if rules == RulePolicy::Keep {
            let broken = broken_rules(&problem, &seats);
            if !broken.is_empty() {
                return Ok(AssignmentTakeOver::WouldBreak(broken));
            }
        }
        let known = |person| version.seating.people.contains(&person);
        let new = NewVersion {
            cause: VersionCause::Restored,
            quality: AssignmentQuality {
                fairness: None,
                same_as: Some(number),
                ..known_quality(quality_of(&problem, &seats), &version.head.quality)
            },
            seating: problem.stored(&seats, known),
            locks: version.locks,
            member: Some(right.member().id),
        };
        let made = self
            .append_assignment(&mut tx, &assignment, &problem, new)
            .await?;
        self.commit_assignment(tx, plan).await?;
        Ok(AssignmentTakeOver::Taken(made))
    }
}
