//! The link of an invitation is renewed: it reached the wrong hands, or got lost.

use model::{AuditAction, Contact, InvitationId};

use super::require_invited;
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    audit::Who,
    mail::InvitationNews,
};

impl Planner {
    /// Mails an invited person a new link. The earlier ones stop working. Gives the person.
    ///
    /// # Errors
    ///
    /// `WrongState` once the event takes no answers, for somebody who wants no invitations, and before the first link
    /// was mailed.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn renew_invitation_link(
        &self,
        access: &EventAccess<Organises>,
        id: InvitationId,
    ) -> Result<Contact> {
        let mut tx = self.store().begin().await?;
        let (right, mut event) = self.lock_event(&mut tx, access).await?;
        let mut invitation = event.require_invitation(id).await?;
        let contact = require_invited(event.tx, invitation.contact).await?;
        let has_link = invitation.sent_at.is_some();
        if !event.event.takes_answers(self.now()) || contact.opted_out_at.is_some() || !has_link {
            return Err(PlannerError::WrongState);
        }
        event.tx.drop_mails_of_invitation(id).await?;
        event.tx.delete_invitation_links(id).await?;
        event
            .write_invitation((&mut invitation, &contact), InvitationNews::Renewed)
            .await?;
        event.tx.update_invitation(&invitation).await?;
        event
            .note_invited(
                &contact,
                Who::from(&right),
                AuditAction::InvitationLinkRenewed,
            )
            .await?;
        self.commit(tx).await?;
        Ok(contact)
    }
}
