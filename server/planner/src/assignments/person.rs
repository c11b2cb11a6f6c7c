//! What an organiser sees of one person of an assignment.

use groups::assign::ProblemLayout;
use model::{
    Event, Network, Registration, RegistrationId, SlotId, plan::VersionCause, workshops::Programme,
};

use super::{
    Assignment, AssignmentBoard, Explainer, Explanation, Origin, RefusedFirstWish, SlotOptions,
    moves::Trial, version_basis::VersionBasis,
};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, LinkAccess, Purpose, Reads},
    require::require_network,
    workshops::OpenWishes,
};

/// A person of the current version.
#[derive(Debug, Clone)]
pub struct AssignedPerson {
    pub board: AssignmentBoard,
    pub registration: Registration,
    /// `None` for whoever takes part in no slot with seats by wishes.
    pub explanation: Option<Explanation>,
    /// Where they could go in the slot that was asked for.
    pub options: Option<SlotOptions>,
}

/// Those without their first wish in the current version.
#[derive(Debug, Clone)]
pub struct RefusedFirstWishes {
    pub board: AssignmentBoard,
    pub is_changed_by_hand: bool,
    pub refused: Vec<RefusedFirstWish>,
}

/// What somebody sees of the published version: their own seats, and why they have them.
#[derive(Debug, Clone)]
pub struct OwnAssignment {
    pub network: Network,
    pub event: Event,
    pub programme: Programme,
    pub registration: Registration,
    pub explanation: Explanation,
    /// The number of the person in the files that everybody may download, if they are there.
    pub number: Option<usize>,
}

impl Planner {
    /// What the person that a personal link was sent to attends in the published version, and why.
    ///
    /// # Errors
    ///
    /// `NotFound` before a version is published, and for whoever takes part in no slot with seats by wishes.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn own_assignment(&self, access: &LinkAccess) -> Result<OwnAssignment> {
        let (mut reader, opened) = self.read_by_link(access, Purpose::Manage).await?;
        let (registration, event) = opened.right.read(&mut reader).await?;
        let network = require_network(&mut reader, event.network).await?;
        let assignment = Assignment::load(&mut reader, network, event).await?;
        let wishes = OpenWishes::read(&mut reader, assignment.event.id).await?;
        let files = wishes.as_ref().and_then(|wishes| wishes.files(self.now()));
        let number = files.and_then(|files| files.number_of(registration.id));
        let mut basis = assignment.published_basis(&mut reader).await?;
        let mut swapped = None;
        if basis.version.head.cause == VersionCause::Agreed {
            // The assignment is explained as it was before participants swapped.
            let swaps = reader.swaps_of_event(basis.assignment.event.id).await?;
            swapped = Some((basis.version.seating.clone(), swaps));
            basis = basis.before_swaps(&mut reader).await?;
        }
        let VersionBasis {
            assignment,
            version,
            origin,
        } = basis;
        let problem = assignment.problem();
        let explainer = Explainer::new(&assignment, &problem, &version.seating, &origin);
        let mut explanation = explainer.explain(registration.id);
        if let Some((seating, swaps)) = &swapped {
            let list = assignment.lists.get(&registration.id);
            let after = |found: Explanation| found.after_swaps((seating, swaps), list);
            explanation = explanation.map(after);
        }
        Ok(OwnAssignment {
            number,
            explanation: explanation.ok_or(PlannerError::NotFound)?,
            registration,
            programme: assignment.programme,
            event: assignment.event,
            network: assignment.network,
        })
    }

    /// Who does not have their first wish in the current version, and why.
    ///
    /// # Errors
    ///
    /// `NotFound` before a version is chosen.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn refused_first_wishes(
        &self,
        access: &EventAccess<Reads>,
    ) -> Result<RefusedFirstWishes> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let board = AssignmentBoard::read(&mut reader, event, None).await?;
        let (Some(version), Some(plan)) = (&board.version, &board.assignment.plan) else {
            return Err(PlannerError::NotFound);
        };
        let heads = board.heads();
        let origin = Origin::of(&mut reader, plan, &heads, version.head.number).await?;
        let explainer =
            Explainer::new(&board.assignment, &board.problem, &version.seating, &origin);
        Ok(RefusedFirstWishes {
            is_changed_by_hand: origin.is_changed_by_hand,
            refused: explainer.refused_first_wishes(),
            board,
        })
    }

    /// What a person attends in the current version, and why; and where they could go in a slot.
    ///
    /// # Errors
    ///
    /// `NotFound` before a version is chosen, and for people without a seat at the event.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn assigned_person(
        &self,
        access: &EventAccess<Reads>,
        person: RegistrationId,
        slot: Option<SlotId>,
    ) -> Result<AssignedPerson> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let board = AssignmentBoard::read(&mut reader, event, None).await?;
        let registration = board.assignment.person(person).cloned();
        let registration = registration.ok_or(PlannerError::NotFound)?;
        let (Some(version), Some(plan)) = (&board.version, &board.assignment.plan) else {
            return Err(PlannerError::NotFound);
        };
        let heads = board.heads();
        let origin = Origin::of(&mut reader, plan, &heads, version.head.number).await?;
        let explainer =
            Explainer::new(&board.assignment, &board.problem, &version.seating, &origin);
        let options = slot.and_then(|slot| {
            let solved = origin.problem(&board.problem);
            let layout = ProblemLayout::new(&solved);
            let seating = &version.seating;
            Trial::new(&board.problem, &solved, &layout, seating).options(person, slot)
        });
        Ok(AssignedPerson {
            options,
            explanation: explainer.explain(person),
            registration,
            board,
        })
    }
}
