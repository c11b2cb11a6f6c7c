//! Making a swap: two people exchange their seats, and nobody else's are touched.

use model::{
    AuditAction, Fault,
    assignment::{AssignmentSeating, AssignmentVersion},
    plan::VersionCause,
    workshops::SwapOffer,
};

use super::{
    super::{
        Assignment,
        quality::quality_of,
        versions::{NewVersion, require_plan},
    },
    SwapVersions, at_wanted,
};
use crate::{Result, audit::Who, events::LockedEvent};

impl LockedEvent<'_> {
    /// Exchanges the seats of two people in what participants see, and in what organisers prepare; tells both.
    pub(super) async fn make_swap(
        &mut self,
        assignment: &Assignment,
        versions: &SwapVersions,
        swap: [SwapOffer; 2],
    ) -> Result<()> {
        let now = self.planner.now();
        let plan = require_plan(assignment)?;
        let shown = self.swap_in(assignment, &versions.published, swap).await?;
        let newest = match &versions.prepared {
            Some(prepared) => self.swap_in(assignment, prepared, swap).await?,
            None => shown,
        };
        self.tx.set_current_version(plan.id, newest, newest).await?;
        self.tx
            .set_published_version(plan.id, Some((shown, now)))
            .await?;
        self.forget_shown_plans();
        for offer in swap {
            self.tx.delete_open_swaps(offer.person, offer.slot).await?;
            let made = SwapOffer {
                made_at: Some(now),
                ..offer
            };
            self.tx.save_swap(&made).await?;
            self.note(
                offer.person,
                Who::Participant,
                AuditAction::WorkshopsSwapped,
            )
            .await?;
            if let Some(registration) = assignment.person(offer.person) {
                let knows = self.correspondence(registration).await?;
                self.enter_workshops(registration, knows).await?;
            }
        }
        Ok(())
    }

    /// Ends what people offer who are to sit elsewhere.
    pub(in super::super) async fn end_swaps_of_moved(
        &mut self,
        seating: &AssignmentSeating,
    ) -> Result<()> {
        let swaps = self.tx.swaps_of_event(self.event.id).await?;
        for swap in swaps.iter().filter(|swap| swap.made_at.is_none()) {
            if seating.workshop_of(swap.person, swap.slot) != Some(swap.gives) {
                self.tx.delete_open_swap(swap).await?;
            }
        }
        Ok(())
    }

    /// Writes a version with two seats exchanged. It keeps the set-up of the one that it is made from: what organisers have
    /// changed since is not published by a swap.
    async fn swap_in(
        &mut self,
        assignment: &Assignment,
        version: &AssignmentVersion,
        [one, other]: [SwapOffer; 2],
    ) -> Result<u32> {
        let own = assignment.with_set_up_of(self.tx, &version.head).await?;
        let problem = own.problem();
        let people = [one.person, other.person];
        let seating = version.seating.exchanged(one.slot, people);
        let seating = seating.ok_or_else(|| at_wanted(Fault::SwapRefused))?;
        let new = NewVersion {
            cause: VersionCause::Agreed,
            quality: quality_of(&problem, &problem.seating(&seating)),
            seating,
            locks: version.locks.clone(),
            member: None,
        };
        let from = (&own, Some(version.head.number));
        self.planner
            .write_version(self.tx, from, &problem, new)
            .await
    }
}
