//! Notifications about a registration, and the calendar messages that go with them.

use calendar::{CancelScope, ItipMessage};
use mail::{CancelledBy, Letter};
use model::{Audience, Event, EventChange, Language, Member, Registration, RegistrationId};
use store::Tx;

use super::{
    calendar_entry::{Disclosure, attendee},
    event_changes,
    event_mailing::EventMailing,
    outbox::{Mail, MailAbout, Sender},
};
use crate::{
    Planner, PlannerError, Result,
    access::{CONFIRMATION_LINK_LASTS, SIGN_IN_LINK_LASTS, Token},
};

/// A notification about a registration.
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
    /// The part that is for people without a seat; `None` if there is none.
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

/// A notification, and the person it is for.
#[derive(Debug)]
pub(crate) struct Notice<'a> {
    pub mailing: &'a EventMailing,
    pub registration: &'a Registration,
    pub notification: Notification,
    /// The personal link, for notifications that carry one.
    pub link: Option<&'a Token>,
}

/// The place of a calendar message among those to the same person.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Invitation {
    pub sequence: u32,
    /// The registration whose first invitation it refers to; `None` for the first one itself.
    thread: Option<RegistrationId>,
}

impl Invitation {
    /// The next calendar message to a person, which the registration remembers. Its SEQUENCE is never lower
    /// than the event's and always higher than the last one they were sent.
    pub(crate) fn next(event: &Event, registration: &mut Registration) -> Self {
        let last = registration.invitation_sequence;
        let sequence = event.sequence.max(last.map_or(0, |last| last + 1));
        registration.invitation_sequence = Some(sequence);
        Self {
            sequence,
            thread: last.map(|_| registration.id),
        }
    }
}

/// The mail with a sign-in link.
pub(crate) fn sign_in<'a>(
    sender: &'a Sender,
    member: &Member,
    language: Language,
    link: String,
) -> Mail<'a> {
    Mail {
        letter: Letter::SignInLink {
            link,
            valid_for: SIGN_IN_LINK_LASTS,
        },
        sender,
        name: Some(member.name.to_string()),
        address: member.address.clone(),
        language,
        about: MailAbout::Person,
        thread: None,
    }
}

impl Planner {
    /// Asks the owner of an address to confirm a registration.
    pub(crate) async fn ask_to_confirm(
        &self,
        tx: &mut Tx,
        mailing: &EventMailing,
        registration: &Registration,
        link: &Token,
    ) -> Result<()> {
        let notice = Notice {
            mailing,
            registration,
            notification: Notification::ConfirmAddress,
            link: Some(link),
        };
        self.notify(tx, notice).await
    }

    /// Answers somebody who registers although their address has a registration already.
    pub(crate) async fn answer_registering_again(
        &self,
        tx: &mut Tx,
        mailing: &EventMailing,
        registration: &Registration,
    ) -> Result<()> {
        let link = self.new_personal_link(tx, registration.id).await?;
        let notice = Notice {
            mailing,
            registration,
            notification: Notification::AlreadyRegistered,
            link: Some(&link),
        };
        self.notify(tx, notice).await
    }

    /// Invites a person, or updates the invitation: METHOD:REQUEST to them alone. The registration has
    /// the invitation's SEQUENCE, and the caller stores it.
    pub(crate) async fn invite(
        &self,
        tx: &mut Tx,
        notice: Notice<'_>,
        invitation: Invitation,
    ) -> Result<()> {
        let part = notice
            .mailing
            .template(self)?
            .request(
                &attendee(notice.registration)?,
                self.revision(invitation.sequence),
            )
            .map_err(PlannerError::internal)?;
        self.send_calendar(tx, notice, invitation, part).await
    }

    /// Cancels an invitation: METHOD:CANCEL to that person alone.
    pub(crate) async fn cancel_invitation(
        &self,
        tx: &mut Tx,
        notice: Notice<'_>,
        invitation: Invitation,
    ) -> Result<()> {
        let scope = match notice.notification {
            Notification::EventCancelled { .. } => CancelScope::Event,
            _ => CancelScope::Attendee,
        };
        let part = notice
            .mailing
            .template(self)?
            .cancel(
                &attendee(notice.registration)?,
                self.revision(invitation.sequence),
                scope,
            )
            .map_err(PlannerError::internal)?;
        self.send_calendar(tx, notice, invitation, part).await
    }

    async fn send_calendar(
        &self,
        tx: &mut Tx,
        notice: Notice<'_>,
        invitation: Invitation,
        part: ItipMessage,
    ) -> Result<()> {
        let (mailing, registration) = (notice.mailing, notice.registration);
        let about = MailAbout::Invitation {
            event: mailing.event().id,
            registration: registration.id,
            uid: mailing.event().calendar_uid.clone(),
            sequence: invitation.sequence,
        };
        let letter = self.letter(notice, Some(part))?;
        let mail = Mail {
            thread: invitation.thread,
            ..mail_to(mailing, registration, letter, about)
        };
        self.queue(tx, mail).await
    }

    /// Mails a notification without a calendar message.
    pub(crate) async fn notify(&self, tx: &mut Tx, notice: Notice<'_>) -> Result<()> {
        let (mailing, registration) = (notice.mailing, notice.registration);
        let about = MailAbout::Registration {
            event: mailing.event().id,
            registration: registration.id,
        };
        let letter = self.letter(notice, None)?;
        self.queue(tx, mail_to(mailing, registration, letter, about))
            .await
    }

    fn letter(&self, notice: Notice<'_>, calendar: Option<ItipMessage>) -> Result<Letter> {
        let Notice {
            mailing,
            registration,
            notification,
            link,
        } = notice;
        let language = registration.person.language;
        let disclosure = match notification {
            // The online link is for those who have a seat.
            Notification::Seat | Notification::MovedUp | Notification::EventChanged { .. }
                if calendar.is_some() =>
            {
                Disclosure::Seated
            }
            _ => Disclosure::Public,
        };
        let personal_link = link
            .map(|token| self.person_link("registration", token, language))
            .unwrap_or_default();
        let facts = match link {
            Some(_) => mailing.facts(disclosure, &personal_link),
            None => mailing.facts(disclosure, &self.link("/")),
        };
        let missing = || PlannerError::internal(NoCalendarPart);
        Ok(match notification {
            Notification::ConfirmAddress => Letter::ConfirmAddress {
                event: facts,
                link: link
                    .map(|token| self.person_link("confirm", token, language))
                    .unwrap_or_default(),
                valid_for: CONFIRMATION_LINK_LASTS,
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

    /// A link of one person's. The page behind it speaks the language of the letter, whatever the
    /// browser's is.
    fn person_link(&self, page: &str, token: &Token, language: Language) -> String {
        self.link(&format!("/{page}/{}?lang={language}", token.reveal()))
    }
}

fn mail_to<'a>(
    mailing: &'a EventMailing,
    registration: &Registration,
    letter: Letter,
    about: MailAbout,
) -> Mail<'a> {
    Mail {
        letter,
        sender: mailing.sender(),
        name: Some(registration.person.name()),
        address: registration.person.address.clone(),
        language: registration.person.language,
        about,
        // Mail programs show what comes after the first invitation together with it.
        thread: registration.invitation_sequence.map(|_| registration.id),
    }
}

#[derive(Debug, thiserror::Error)]
#[error("an invitation was to be written without its calendar part")]
struct NoCalendarPart;
