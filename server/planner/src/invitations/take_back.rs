//! An organiser takes invitations back.

use model::{AuditAction, EventState, InvitationId};

use super::{
    own::{OwnAnswer, registration_of},
    require_invited,
};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    audit::Who,
    mail::InvitationEnd,
};

impl Planner {
    /// Takes an invitation back. Its link says so from then on. Whoever was written to is told, and an entry in their
    /// calendar is cancelled.
    ///
    /// # Errors
    ///
    /// `WrongState` for somebody who is registered: their registration is cancelled instead.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn take_back_invitation(
        &self,
        access: &EventAccess<Organises>,
        id: InvitationId,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, mut event) = self.lock_event(&mut tx, access).await?;
        let mut invitation = event.require_invitation(id).await?;
        let contact = require_invited(event.tx, invitation.contact).await?;
        let known = registration_of(event.tx, &event.event, &contact).await?;
        let answer = OwnAnswer::of(&invitation, known);
        if matches!(answer, OwnAnswer::Registered(_)) {
            return Err(PlannerError::WrongState);
        }
        invitation.taken_back_at = Some(self.now());
        // Whoever declined, or knows that the event does not take place, needs no mail.
        if answer == OwnAnswer::Silent && event.event.state == EventState::Published {
            event
                .end_invitation((&mut invitation, &contact), InvitationEnd::TakenBack)
                .await?;
        }
        event.tx.update_invitation(&invitation).await?;
        event
            .note_invited(
                &contact,
                Who::from(&right),
                AuditAction::InvitationTakenBack,
            )
            .await?;
        self.commit(tx).await
    }
}
