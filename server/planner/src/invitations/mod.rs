//! Invitations: people are asked to come to an event, and answer by a personal link.
//!
//! Opening the link changes nothing. Whoever accepts is registered by the seat allocator of the event, like everybody
//! else; that somebody has registered is read from the registration, and not stored twice.

mod accept;
mod addressees;
mod choice;
mod decline;
mod event_news;
mod overview;
mod own;
mod preview;
mod renew;
mod send;
mod substitute;
mod take_back;

use model::{AuditAction, Contact, ContactId, Invitation, InvitationId};
use store::{Reader, Tx};

pub(crate) use self::event_news::InvitedPosition;
pub use self::{
    accept::Acceptance,
    choice::{EarlierInvitations, InvitationChoice, InvitationOptions, Invitees},
    overview::{InvitationOverview, InvitedRecord, SilentPeople},
    own::{InvitationPage, OwnAnswer},
    preview::{InvitationPreview, ReminderPreview},
    send::NewInvitations,
    substitute::Substitute,
};
use crate::{
    Planner, PlannerError, Result,
    access::Token,
    audit::{About, AuditEntry, Who},
    events::LockedEvent,
};

/// The contact of an invitation, which is deleted with it.
async fn require_invited(reader: &mut Reader, contact: ContactId) -> Result<Contact> {
    reader.contact(contact).await?.ok_or(PlannerError::NotFound)
}

impl LockedEvent<'_> {
    /// An invitation to the event that was not taken back. Another event's does not exist.
    async fn require_invitation(&mut self, id: InvitationId) -> Result<Invitation> {
        let invitation = self.tx.invitation(id).await?;
        invitation
            .filter(|invitation| invitation.event == self.event.id && !invitation.is_taken_back())
            .ok_or(PlannerError::NotFound)
    }

    /// Writes an audit line about the invitation of a person.
    async fn note_invited(
        &mut self,
        contact: &Contact,
        who: Who,
        action: AuditAction,
    ) -> Result<()> {
        let about = About {
            contact: Some(contact.id),
            ..self.about(None)
        };
        let entry = AuditEntry {
            who,
            about,
            action,
            edit: None,
        };
        self.planner.note(self.tx, entry).await
    }
}

impl Planner {
    /// A fresh link of an invitation, for the mail that carries it. Earlier ones go on working.
    pub(crate) async fn new_invitation_link(
        &self,
        tx: &mut Tx,
        invitation: InvitationId,
    ) -> Result<Token> {
        let token = self.new_token();
        tx.insert_invitation_link(token.hash().as_bytes(), invitation, self.now())
            .await?;
        Ok(token)
    }
}
