//! Changing an assignment by hand.
//!
//! A change names the version it was made on. If another one is edited by then, it is tried on that one: it is made if
//! the people concerned sit where they sat and no rule breaks, and refused otherwise.

use groups::assign::ProblemLayout;
use model::{assignment::BrokenAssignmentRule, plan::VersionCause};

use super::{
    Assignment,
    moves::{AssignmentMove, Trial},
    quality::quality_of,
    versions::{NewVersion, require_plan, require_version},
};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    plans::RulePolicy,
};

/// A change of an assignment that somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AssignmentEdit {
    /// The version that it was made on.
    pub seen: u32,
    pub change: AssignmentMove,
    pub rules: RulePolicy,
}

/// What became of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AssignmentEdited {
    /// It is in the version `number`. `tried_on` is the version that was current: not the one that was seen, if
    /// somebody else changed the assignment meanwhile.
    Made { number: u32, tried_on: u32 },
    /// It would break these rules, and nobody said that it may.
    WouldBreak(Vec<BrokenAssignmentRule>),
    /// The assignment was changed meanwhile, and the change no longer fits.
    Outdated,
}

impl Planner {
    /// Changes an assignment by hand. A new version has the change.
    ///
    /// # Errors
    ///
    /// `WrongState` before an assignment is chosen, or if the change changes nothing.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn edit_assignment(
        &self,
        access: &EventAccess<Organises>,
        edit: AssignmentEdit,
    ) -> Result<AssignmentEdited> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let assignment = Assignment::load(&mut tx, locked.network, locked.event).await?;
        let plan = require_plan(&assignment)?;
        let number = plan.current.ok_or(PlannerError::WrongState)?;
        let current = require_version(&mut tx, plan, number).await?;
        let is_outdated = number != edit.seen;
        if is_outdated {
            let seen = require_version(&mut tx, plan, edit.seen).await?;
            let slot = edit.change.slot();
            let moved = |person| {
                seen.seating.workshop_of(person, slot) != current.seating.workshop_of(person, slot)
            };
            if edit.change.people().any(moved) {
                return Ok(AssignmentEdited::Outdated);
            }
        }
        let problem = assignment.problem();
        let layout = ProblemLayout::new(&problem.problem);
        let mut trial = Trial::new(&problem, &problem.problem, &layout, &current.seating);
        let Some(effect) = trial.evaluate(edit.change) else {
            return if is_outdated {
                Ok(AssignmentEdited::Outdated)
            } else {
                Err(PlannerError::WrongState)
            };
        };
        match edit.rules {
            _ if effect.breaks.is_empty() => {}
            RulePolicy::Keep => return Ok(AssignmentEdited::WouldBreak(effect.breaks)),
            // The rules that were to be broken are perhaps others.
            RulePolicy::Break if is_outdated => return Ok(AssignmentEdited::Outdated),
            RulePolicy::Break => {}
        }
        let seating = trial.seating_after(edit.change);
        let seating = seating.ok_or(PlannerError::WrongState)?;
        // Whoever is late stays late, unless they have just been given a seat.
        let is_known = |person| {
            current.seating.people.contains(&person)
                || edit.change.people().any(|changed| changed == person)
        };
        let new = NewVersion {
            cause: match edit.change {
                AssignmentMove::Swap { .. } => VersionCause::Swapped,
                AssignmentMove::Place { .. } | AssignmentMove::Unseat { .. } => VersionCause::Moved,
            },
            quality: quality_of(&problem, &seating),
            seating: problem.stored(&seating, is_known),
            locks: current.locks.clone(),
            member: Some(right.member().id),
        };
        let made = self
            .append_assignment(&mut tx, &assignment, &problem, new)
            .await?;
        self.commit_assignment(tx, plan).await?;
        Ok(AssignmentEdited::Made {
            number: made,
            tried_on: number,
        })
    }
}
