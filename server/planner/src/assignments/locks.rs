//! What the solver must not touch: offers and slots whose seats stay while the rest is computed again.

use groups::assign::Seat;
use model::{
    assignment::{AssignmentLock, AssignmentQuality, AssignmentSeating},
    plan::VersionCause,
};

use super::{
    Assignment, AssignmentProblem,
    versions::{NewVersion, require_plan, require_version},
};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Organises},
};

/// A lock that is to be set, or to be taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LockChange {
    pub lock: AssignmentLock,
    pub is_locked: bool,
}

impl Planner {
    /// Locks an offer or a slot of the current version, or unlocks it, and returns the current version. Changes by hand
    /// stay possible.
    ///
    /// # Errors
    ///
    /// `Conflict` if the current version is another one than `seen`, `NotFound` if there is no such offer or slot.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn lock_assignment(
        &self,
        access: &EventAccess<Organises>,
        seen: u32,
        change: LockChange,
    ) -> Result<u32> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let assignment = Assignment::load(&mut tx, locked.network, locked.event).await?;
        let plan = require_plan(&assignment)?;
        if plan.current != Some(seen) {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let current = require_version(&mut tx, plan, seen).await?;
        let problem = assignment.problem();
        let mut locks = current.locks;
        locks.retain(|lock| *lock != change.lock);
        if change.is_locked {
            let exists = match change.lock {
                AssignmentLock::Offer(offer) => problem.offer_at(offer).is_some(),
                AssignmentLock::Slot(slot) => problem.slot_at(slot).is_some(),
            };
            if !exists {
                return Err(PlannerError::NotFound);
            }
            locks.push(change.lock);
            locks.sort_unstable();
        }
        let new = NewVersion {
            cause: VersionCause::Locked,
            quality: AssignmentQuality {
                fairness: None,
                same_as: Some(seen),
                ..current.head.quality
            },
            seating: current.seating,
            locks,
            member: Some(right.member().id),
        };
        let number = self
            .append_assignment(&mut tx, &assignment, &problem, new)
            .await?;
        self.commit_assignment(tx, plan).await?;
        Ok(number)
    }
}

impl AssignmentProblem {
    /// Keeps everybody who sits in what is locked where they are. Free seats there may still be given.
    pub(super) fn lock(&mut self, locks: &[AssignmentLock], seating: &AssignmentSeating) {
        for (person, offer) in seating.all() {
            let lock = locks.iter().find(|lock| lock.covers(offer));
            if let (Some(&lock), Some(person), Some(place)) =
                (lock, self.person_at(person), self.offer_at(offer))
                && self.problem.attends(person, place.slot)
            {
                let seat = Seat {
                    person,
                    slot: place.slot,
                    workshop: place.workshop,
                };
                if !self.problem.fixed.contains(&seat) {
                    self.problem.fixed.push(seat);
                    self.locked.push(lock);
                }
            }
        }
    }
}
