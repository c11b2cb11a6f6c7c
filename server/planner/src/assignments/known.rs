//! An assignment that was computed elsewhere, as that of the demo was.

use model::{
    EventId,
    assignment::{AssignmentQuality, AssignmentSeating, AssignmentSetUp, Fairness, Proof},
    plan::VersionCause,
};

use super::{
    Assignment, Candidate,
    quality::{broken_rules, quality_of},
    versions::{NewVersion, require_plan},
};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    audit::Who,
    events::LockedEvent,
};

/// An assignment with what is known of it.
#[derive(Debug, Clone)]
pub(crate) struct KnownAssignment {
    pub fairness: Fairness,
    pub seating: AssignmentSeating,
    /// The wished seats by rank. If the seats give these, they are proven to be the best.
    pub best_profile: Vec<u32>,
}

impl Planner {
    /// Makes an assignment the current one, as if it had just been computed and chosen, and shows it to participants.
    /// Nobody is written to.
    ///
    /// # Errors
    ///
    /// `WrongState` if it breaks a rule.
    pub(crate) async fn adopt_assignment(
        &self,
        access: &EventAccess<Organises>,
        known: KnownAssignment,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let event: EventId = locked.event.id;
        let load = async |tx: &mut store::Tx| {
            Assignment::load(tx, locked.network.clone(), locked.event.clone()).await
        };
        let begun = load(&mut tx).await?;
        self.store_assignment_set_up(&mut tx, &right, &begun, &AssignmentSetUp::default())
            .await?;
        let assignment = load(&mut tx).await?;
        let problem = assignment.problem();
        let seats = problem.seating(&known.seating);
        if !broken_rules(&problem, &seats).is_empty() {
            tracing::error!(%event, "a known assignment breaks rules");
            return Err(PlannerError::WrongState);
        }
        let counted = quality_of(&problem, &seats);
        let is_best = counted.profile == known.best_profile;
        let found = Candidate {
            fairness: known.fairness,
            quality: AssignmentQuality {
                fairness: Some(known.fairness),
                proof: if is_best {
                    Proof::Optimal
                } else {
                    Proof::Unknown
                },
                ..counted
            },
            seating: problem.stored_for_all(&seats),
        };
        let kept = problem.computation(None, std::slice::from_ref(&found))?;
        let new = NewVersion {
            cause: VersionCause::Solved,
            quality: found.quality,
            seating: found.seating,
            locks: Vec::new(),
            member: Some(right.member().id),
        };
        let number = self
            .append_assignment(&mut tx, &assignment, &problem, new)
            .await?;
        let plan = require_plan(&assignment)?;
        if let Some(kept) = kept {
            tx.insert_plan_computation((plan.id, number), &kept).await?;
        }
        let mut locked = LockedEvent::new(self, &mut tx, locked);
        locked.show_version(plan, number, Who::from(&right)).await?;
        self.commit_assignment(tx, plan).await
    }
}
