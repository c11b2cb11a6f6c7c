//! An invited person accepts, and is registered.

use model::{Answers, Faults, Line, Person, Registration, RegistrationState, Source};

use super::{
    own::{OwnAnswer, registration_of},
    require_invited,
};
use crate::{
    Planner, PlannerError, Result,
    access::{InvitationAccess, Token},
    audit::Who,
    events::LockedEvent,
    registrations::{Approval, RegistrationTerms, SeatClaim, check_consent, check_organisation},
};

/// What an invited person says besides that they come.
#[derive(Debug, Clone)]
pub struct Acceptance {
    /// Given and family name, where somebody else had entered them.
    pub name: Option<(Line<200>, Line<200>)>,
    pub answers: Answers,
    /// Which version of the privacy text was agreed to.
    pub consent: u32,
    /// Whether the person may be kept in the address book beyond the event.
    pub may_be_kept: bool,
}

impl Planner {
    /// Registers an invited person: with a seat, or a place on the waiting list. The address counts as confirmed, since
    /// the link was mailed to it. Doing it twice changes nothing the second time. Gives the secret of a personal link.
    ///
    /// # Errors
    ///
    /// `WrongState` if the invitation was taken back, the organiser has declined the person, or registration is
    /// closed.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn accept_invitation(
        &self,
        access: &InvitationAccess,
        parse: impl FnOnce(&RegistrationTerms) -> Result<Acceptance, Faults> + Send,
    ) -> Result<(Registration, Token)> {
        let (mut tx, locked, mut invitation) = self.begin_by_invitation(access).await?;
        let contact = require_invited(&mut tx, invitation.contact).await?;
        let known = registration_of(&mut tx, &locked.event, &contact).await?;
        match OwnAnswer::of(&invitation, known.clone()) {
            OwnAnswer::TakenBack | OwnAnswer::Refused => return Err(PlannerError::WrongState),
            OwnAnswer::Registered(registration) => {
                let link = self.new_personal_link(&mut tx, registration.id).await?;
                self.commit(tx).await?;
                return Ok((*registration, link));
            }
            OwnAnswer::Silent | OwnAnswer::Declined => {}
        }
        if !locked.event.takes_answers(self.now()) {
            return Err(PlannerError::WrongState);
        }
        let terms =
            RegistrationTerms::read(&mut tx, locked.network.clone(), locked.event.clone()).await?;
        let acceptance = parse(&terms)?;
        check_consent(acceptance.consent, &terms.network)?;
        let (may_be_kept, consent) = (acceptance.may_be_kept, (acceptance.consent, self.now()));
        let mut person = contact.person;
        if let Some((given_name, family_name)) = acceptance.name {
            person.given_name = given_name;
            person.family_name = family_name;
        }
        if check_organisation(&person, &terms.organisations).is_err() {
            // Its name stays.
            person.organisation = None;
        }
        let accepted = Accepted {
            person,
            answers: acceptance.answers.checked(&terms.questions)?,
            consent: acceptance.consent,
            sequence: invitation.sequence,
        };
        let mut event = LockedEvent::new(self, &mut tx, locked);
        let registration = event.register_invited(accepted, known).await?;
        event.tx.drop_mails_of_invitation(invitation.id).await?;
        event
            .tx
            .adopt_invitation_mails(invitation.id, registration.id)
            .await?;
        event
            .tx
            .confirm_contacts(&[registration.id], self.now())
            .await?;
        if may_be_kept {
            event
                .tx
                .keep_contacts(&[(registration.id, consent)])
                .await?;
        }
        let link = self.new_personal_link(event.tx, registration.id).await?;
        let claim = SeatClaim {
            approval: Approval::Given,
            link: Some(link.clone()),
            ..SeatClaim::new(registration, Who::Participant)
        };
        let claim = event.allocator().give_or_enqueue(claim).await?;
        invitation.declined_at = None;
        event.tx.update_invitation(&invitation).await?;
        self.commit(tx).await?;
        Ok((claim.registration, link))
    }
}

/// What the registration of an invited person is made from.
struct Accepted {
    person: Person,
    answers: Answers,
    consent: u32,
    /// SEQUENCE of the calendar entry that came with the invitation: the registration goes on from it.
    sequence: Option<u32>,
}

impl LockedEvent<'_> {
    /// Saves the registration that asks for a seat.
    async fn register_invited(
        &mut self,
        accepted: Accepted,
        known: Option<Registration>,
    ) -> Result<Registration> {
        let now = self.planner.now();
        let Accepted {
            person,
            answers,
            consent,
            sequence,
        } = accepted;
        let Some(known) = known else {
            let registration = Registration {
                id: self.planner.new_id(),
                event: self.event.id,
                person,
                answers,
                state: RegistrationState::Pending,
                source: Source::Form,
                created_at: now,
                state_changed_at: now,
                waiting_position: None,
                consent: Some((consent, now)),
                invitation_sequence: sequence,
                address_confirmed_at: Some(now),
                entered_by: None,
                revision: 0,
            };
            self.tx.insert_registration(&registration).await?;
            return Ok(registration);
        };
        let again = Registration {
            person,
            answers,
            state: RegistrationState::Pending,
            source: Source::Form,
            state_changed_at: now,
            waiting_position: None,
            consent: Some((consent, now)),
            invitation_sequence: known.invitation_sequence.max(sequence),
            address_confirmed_at: Some(now),
            entered_by: None,
            revision: known.revision + 1,
            ..known.clone()
        };
        let questions = self.tx.questions(self.event.id).await?.rows;
        self.register_again(&known, &again, &questions, Who::Participant)
            .await?;
        Ok(again)
    }
}
