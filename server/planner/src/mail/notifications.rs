//! What a person is told about a registration, and the calendar message that goes with it.

use std::sync::Arc;

use calendar::{CancelScope, ItipMessage};
use mail::{CancelledBy, EventFacts, Letter};
use model::{
    Audience, Event, EventChange, Language, Member, Network, Registration, RegistrationId,
    Visibility,
};
use store::Tx;

use super::{
    calendar_entry::{attendee, event_times},
    event_changes,
    outbox::{Mail, MailAbout},
};
use crate::{
    Planner, PlannerError, Result,
    access::{SIGN_IN_LINK_LASTS, Token},
};

/// What there is to tell about a registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Notification {
    ConfirmAddress,
    Seat,
    Waiting { position: u32 },
    MovedUp,
    AlreadyRegistered,
    EventChanged { changes: Vec<EventChange> },
    EventCancelled { reason: String },
    RegistrationCancelled,
    RegistrationCancelledByOrganiser,
    Declined { reason: Option<String> },
}

impl Notification {
    /// What of it is for somebody without a seat; `None` where nothing is.
    pub(crate) fn without_a_seat(self) -> Option<Self> {
        match self {
            Self::EventChanged { mut changes } => {
                changes.retain(|change| change.audience() == Audience::Everyone);
                (!changes.is_empty()).then_some(Self::EventChanged { changes })
            }
            notification => Some(notification),
        }
    }
}

/// The mail with a sign-in link.
pub(crate) fn sign_in(
    network: &Network,
    member: &Member,
    language: Language,
    link: String,
) -> Mail {
    Mail {
        letter: Letter::SignInLink {
            link,
            valid_for: SIGN_IN_LINK_LASTS,
        },
        network: network.clone(),
        name: Some(member.name.to_string()),
        address: member.address.clone(),
        language,
        about: MailAbout::Person,
        thread: None,
    }
}

impl Planner {
    /// Invites a person, or updates the invitation: METHOD:REQUEST to them alone.
    pub(crate) async fn invite(
        &self,
        tx: &mut Tx,
        network: &Network,
        event: &Event,
        registration: &mut Registration,
        notification: Notification,
        link: &Token,
    ) -> Result<()> {
        let sequence = next_sequence(event, registration);
        let part = self
            .event_template(network, event, Some(registration))?
            .request(&attendee(registration)?, self.revision(sequence))
            .map_err(PlannerError::internal)?;
        self.send_calendar(
            tx,
            network,
            event,
            registration,
            notification,
            Some(link),
            part,
            sequence,
        )
        .await
    }

    /// Takes an invitation back: METHOD:CANCEL to that person alone.
    pub(crate) async fn cancel_invitation(
        &self,
        tx: &mut Tx,
        network: &Network,
        event: &Event,
        registration: &mut Registration,
        notification: Notification,
    ) -> Result<()> {
        let scope = match notification {
            Notification::EventCancelled { .. } => CancelScope::Event,
            _ => CancelScope::Attendee,
        };
        let sequence = next_sequence(event, registration);
        let part = self
            .event_template(network, event, Some(registration))?
            .cancel(&attendee(registration)?, self.revision(sequence), scope)
            .map_err(PlannerError::internal)?;
        self.send_calendar(
            tx,
            network,
            event,
            registration,
            notification,
            None,
            part,
            sequence,
        )
        .await
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "one private step that both of the above share"
    )]
    async fn send_calendar(
        &self,
        tx: &mut Tx,
        network: &Network,
        event: &Event,
        registration: &mut Registration,
        notification: Notification,
        link: Option<&Token>,
        part: ItipMessage,
        sequence: u32,
    ) -> Result<()> {
        let thread = thread_of(registration);
        registration.invitation_sequence = Some(sequence);
        tx.set_invitation_sequence(registration.id, sequence)
            .await?;
        let letter = self.letter(network, event, registration, notification, link, Some(part))?;
        let about = MailAbout::Invitation {
            event: event.id,
            registration: registration.id,
            uid: event.calendar_uid.clone(),
            sequence,
        };
        self.queue(tx, to(network, registration, letter, about, thread))
            .await
    }

    /// Tells a person something that has no calendar side.
    pub(crate) async fn notify(
        &self,
        tx: &mut Tx,
        network: &Network,
        event: &Event,
        registration: &Registration,
        notification: Notification,
        link: Option<&Token>,
    ) -> Result<()> {
        let letter = self.letter(network, event, registration, notification, link, None)?;
        let about = MailAbout::Registration {
            event: event.id,
            registration: registration.id,
        };
        let thread = thread_of(registration);
        self.queue(tx, to(network, registration, letter, about, thread))
            .await
    }

    fn letter(
        &self,
        network: &Network,
        event: &Event,
        registration: &Registration,
        notification: Notification,
        link: Option<&Token>,
        calendar: Option<ItipMessage>,
    ) -> Result<Letter> {
        let language = registration.person.language;
        let place = match notification {
            // The online link is for those who have a seat.
            Notification::Seat | Notification::MovedUp | Notification::EventChanged { .. } => {
                calendar.is_some()
            }
            _ => false,
        };
        let personal_link = link
            .map(|token| self.person_link("registration", token, language))
            .unwrap_or_default();
        let mut facts = self.facts(network, event, place);
        // An event that only invited people see has no page but theirs.
        if event.details.visibility == Visibility::Invitation {
            facts.page = match link {
                Some(_) => personal_link.clone(),
                None => self.link("/"),
            };
        }
        let facts = Arc::new(facts);
        let missing = || PlannerError::internal(NoCalendarPart);
        Ok(match notification {
            Notification::ConfirmAddress => Letter::ConfirmAddress {
                event: facts,
                link: link
                    .map(|token| self.person_link("confirm", token, language))
                    .unwrap_or_default(),
                valid_for: crate::registrations::CONFIRM_WITHIN,
            },
            Notification::Seat => Letter::SeatConfirmed {
                event: facts,
                personal_link,
                calendar: calendar.ok_or_else(missing)?,
            },
            Notification::MovedUp => Letter::Promoted {
                event: facts,
                personal_link,
                calendar: calendar.ok_or_else(missing)?,
            },
            Notification::Waiting { position } => Letter::Waitlisted {
                event: facts,
                position,
                personal_link,
            },
            Notification::AlreadyRegistered => Letter::AlreadyRegistered {
                event: facts,
                personal_link,
            },
            Notification::EventChanged { changes } => Letter::EventChanged {
                event: facts,
                changes: event_changes::worded(&changes, language),
                personal_link,
                calendar,
            },
            Notification::EventCancelled { reason } => Letter::EventCancelled {
                event: facts,
                reason,
                calendar,
            },
            Notification::RegistrationCancelled => Letter::RegistrationCancelled {
                event: facts,
                by: CancelledBy::Participant,
                calendar,
            },
            Notification::RegistrationCancelledByOrganiser => Letter::RegistrationCancelled {
                event: facts,
                by: CancelledBy::Organiser,
                calendar,
            },
            Notification::Declined { reason } => Letter::Declined {
                event: facts,
                reason,
                calendar,
            },
        })
    }

    fn facts(&self, network: &Network, event: &Event, with_online_link: bool) -> EventFacts {
        let details = &event.details;
        let (start, end) = event_times(event);
        let notice = if details.funding_notice.is_empty() {
            &network.funding_notice
        } else {
            &details.funding_notice
        };
        EventFacts {
            title: details.title.to_string(),
            start,
            end,
            place: details.place.in_one_line(),
            online: details
                .place
                .online_link
                .as_ref()
                .filter(|_| with_online_link)
                .map(ToString::to_string),
            page: self.event_page(event),
            funding_notice: (!notice.is_empty()).then(|| notice.to_string()),
        }
    }

    /// A link of one person's. The page behind it speaks the language of the letter, whatever the
    /// browser's is.
    fn person_link(&self, page: &str, token: &Token, language: Language) -> String {
        self.link(&format!("/{page}/{}?lang={language}", token.reveal()))
    }
}

/// SEQUENCE of the next calendar message to a person: never lower than the event's, always higher than
/// the last one they were sent.
fn next_sequence(event: &Event, registration: &Registration) -> u32 {
    let after_last = registration.invitation_sequence.map_or(0, |last| last + 1);
    event.sequence.max(after_last)
}

/// Whose first invitation the next mail refers to: nobody's, where there was none yet.
fn thread_of(registration: &Registration) -> Option<RegistrationId> {
    registration.invitation_sequence.map(|_| registration.id)
}

fn to(
    network: &Network,
    registration: &Registration,
    letter: Letter,
    about: MailAbout,
    thread: Option<RegistrationId>,
) -> Mail {
    Mail {
        letter,
        network: network.clone(),
        name: Some(registration.person.name()),
        address: registration.person.address.clone(),
        language: registration.person.language,
        about,
        thread,
    }
}

#[derive(Debug, thiserror::Error)]
#[error("an invitation was to be written without its calendar part")]
struct NoCalendarPart;
