//! Whoever declines may name somebody else, who gets an invitation of their own.

use model::{
    AuditAction, Contact, ContactSource, EmailAddress, Fault, Faults, Invitation, Line, Person,
    RegistrationState, Tags, Text,
};

use super::{
    own::{OwnAnswer, registration_of},
    require_invited,
};
use crate::{
    Planner, PlannerError, Result, access::InvitationAccess, audit::Who, events::LockedEvent,
    mail::InvitationNews,
};

/// Who comes in place of somebody who declined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Substitute {
    pub given_name: Line<200>,
    pub family_name: Line<200>,
    pub address: EmailAddress,
}

impl Planner {
    /// Invites the person whom somebody named who does not come. Whoever declined names one person. Nothing is said
    /// about that person: neither that they are invited already, nor that they want no invitations.
    ///
    /// # Errors
    ///
    /// `WrongState` unless the person has declined and named nobody, and the event takes answers.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn name_substitute(
        &self,
        access: &InvitationAccess,
        substitute: Substitute,
    ) -> Result<()> {
        let (mut tx, locked, invitation) = self.begin_by_invitation(access).await?;
        let declined_by = require_invited(&mut tx, invitation.contact).await?;
        let known = registration_of(&mut tx, &locked.event, &declined_by).await?;
        let has_declined = OwnAnswer::of(&invitation, known) == OwnAnswer::Declined;
        if !has_declined || invitation.named.is_some() || !locked.event.takes_answers(self.now()) {
            return Err(PlannerError::WrongState);
        }
        if declined_by
            .person
            .address
            .is_mailbox_of(substitute.address.as_str())
        {
            return Err(Faults::one("address", Fault::Twice).into());
        }
        let declined = Invitation {
            named: Some(substitute.address.clone()),
            ..invitation
        };
        tx.update_invitation(&declined).await?;
        let mut event = LockedEvent::new(self, &mut tx, locked);
        let contact = event.contact_of(&declined_by, substitute).await?;
        event
            .invite_substitute((&declined, &declined_by), &contact)
            .await?;
        self.commit(tx).await
    }
}

impl LockedEvent<'_> {
    /// The contact of the substitute's mailbox. A new one is a stranger's word until the person registers.
    async fn contact_of(
        &mut self,
        declined_by: &Contact,
        substitute: Substitute,
    ) -> Result<Contact> {
        let network = self.network.id;
        let address = substitute.address.lower();
        if let Some(known) = self.tx.contact_by_address(network, &address).await? {
            return Ok(known);
        }
        let contact = Contact {
            id: self.planner.new_id(),
            network,
            person: Person {
                given_name: substitute.given_name,
                family_name: substitute.family_name,
                address: substitute.address,
                // A colleague, most likely.
                organisation: declined_by.person.organisation,
                organisation_name: declined_by.person.organisation_name.clone(),
                language: declined_by.person.language,
            },
            function: None,
            notes: Text::default(),
            tags: Tags::default(),
            source: ContactSource::Registration,
            created_at: self.planner.now(),
            confirmed_at: None,
            consent: None,
            opted_out_at: None,
            revision: 0,
        };
        self.tx
            .insert_contacts(std::slice::from_ref(&contact))
            .await?;
        Ok(contact)
    }

    async fn invite_substitute(
        &mut self,
        (declined, declined_by): (&Invitation, &Contact),
        contact: &Contact,
    ) -> Result<()> {
        let now = self.planner.now();
        let earlier = self
            .tx
            .invitation_of_contact(self.event.id, contact.id)
            .await?;
        let known = registration_of(self.tx, &self.event, contact).await?;
        let has_answer = known.is_some_and(|known| {
            !matches!(
                known.state,
                RegistrationState::Pending | RegistrationState::Cancelled
            )
        });
        if earlier.is_some() || has_answer {
            // The person has an answer or an invitation of their own, or the organiser took it back. Nothing is said
            // about that.
            return Ok(());
        }
        let mut invitation = Invitation {
            id: self.planner.new_id(),
            event: self.event.id,
            contact: contact.id,
            instead_of: Some(declined.id),
            calendar: declined.calendar,
            invited_at: now,
            sent_at: None,
            reminded_at: None,
            declined_at: None,
            taken_back_at: None,
            sequence: None,
            named: None,
        };
        self.tx
            .insert_invitations(std::slice::from_ref(&invitation))
            .await?;
        if contact.opted_out_at.is_none() {
            let named_by = declined_by.confirmed_at.map(|_| declined_by.person.name());
            let news = InvitationNews::Substitute { named_by };
            self.write_invitation((&mut invitation, contact), news)
                .await?;
        }
        self.tx.update_invitation(&invitation).await?;
        self.note_invited(contact, Who::Participant, AuditAction::SubstituteNamed)
            .await
    }
}
