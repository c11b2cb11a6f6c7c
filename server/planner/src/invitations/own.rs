//! The page behind the link of an invitation.

use model::{Contact, Event, Invitation, InvitationAnswer, Registration, RegistrationState};
use store::Reader;

use super::require_invited;
use crate::{
    Planner, Result, access::InvitationAccess, registrations::OpenEvent, require::require_event,
};

/// What an invited person sees.
#[derive(Debug, Clone)]
pub struct InvitationPage {
    pub open: OpenEvent,
    pub invitation: Invitation,
    pub contact: Contact,
    pub answer: OwnAnswer,
    /// Whether the person can answer now.
    pub takes_answers: bool,
}

/// Where an invited person stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnAnswer {
    /// No answer so far.
    Silent,
    /// With the registration, whose person has a seat or waits for one.
    Registered(Box<Registration>),
    /// The person does not come.
    Declined,
    /// The organiser does not give the person a seat.
    Refused,
    /// The organiser took the invitation back.
    TakenBack,
}

impl OwnAnswer {
    pub(super) fn of(invitation: &Invitation, registration: Option<Registration>) -> Self {
        if invitation.is_taken_back() {
            return Self::TakenBack;
        }
        let ended =
            |registration: &Registration| registration.state_changed_at >= invitation.invited_at;
        match registration {
            Some(registration)
                if matches!(
                    registration.state,
                    RegistrationState::Confirmed | RegistrationState::Waitlisted
                ) =>
            {
                Self::Registered(Box::new(registration))
            }
            Some(registration)
                if registration.state == RegistrationState::Declined && ended(&registration) =>
            {
                Self::Refused
            }
            Some(registration)
                if registration.state == RegistrationState::Cancelled && ended(&registration) =>
            {
                Self::Declined
            }
            _ if invitation.declined_at.is_some() => Self::Declined,
            _ => Self::Silent,
        }
    }

    /// The answer as lists count it. `None` for an invitation that was taken back.
    pub const fn counted(&self) -> Option<InvitationAnswer> {
        match self {
            Self::Silent => Some(InvitationAnswer::Silent),
            Self::Registered(_) => Some(InvitationAnswer::Registered),
            Self::Declined | Self::Refused => Some(InvitationAnswer::Declined),
            Self::TakenBack => None,
        }
    }
}

impl Planner {
    /// The invitation that a link opens. Changes nothing: mail scanners open links.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn invitation_page(&self, access: &InvitationAccess) -> Result<InvitationPage> {
        let (mut reader, invitation) = self.read_by_invitation(access).await?;
        let event = require_event(&mut reader, invitation.event).await?;
        let contact = require_invited(&mut reader, invitation.contact).await?;
        let registration = registration_of(&mut reader, &event, &contact).await?;
        Ok(InvitationPage {
            takes_answers: event.takes_answers(self.now()),
            open: OpenEvent::read(&mut reader, event).await?,
            answer: OwnAnswer::of(&invitation, registration),
            invitation,
            contact,
        })
    }
}

/// The registration of an invited person for the event.
pub(super) async fn registration_of(
    reader: &mut Reader,
    event: &Event,
    contact: &Contact,
) -> Result<Option<Registration>> {
    let address = contact.person.address.lower();
    Ok(reader.registration_by_address(event.id, &address).await?)
}
