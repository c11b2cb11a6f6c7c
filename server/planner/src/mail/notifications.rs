//! Notifications about a registration, with their calendar messages. `notification_letters` has their letters.

use calendar::{CancelScope, ItipMessage};
use mail::{InvitedRole, Letter, WayBack, WorkshopFacts, WorkshopNews, WorkshopPage};
use model::{
    EventChange, EventTime, Language, MailKind, Member, Registration, RegistrationState,
    cafe::CafeWay,
};
use store::Tx;

use super::{
    calendar_entry::attendee,
    correspondence::{Correspondence, Told},
    event_mailing::EventMailing,
    outbox::{Mail, MailAbout, Sender},
    way_words,
};
use crate::{
    Planner, PlannerError, Result,
    access::{MEMBER_LINK_LASTS, SIGN_IN_LINK_LASTS, Token},
    cafes::encode_ways,
};

/// A notification about a registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Notification {
    ConfirmAddress,
    Seat,
    Waiting {
        position: u32,
    },
    /// Organisers decide whether the person gets a seat.
    Undecided,
    MovedUp,
    /// The answer to somebody who registers although they have a seat.
    AlreadyRegistered,
    /// The same for somebody who waits.
    AlreadyWaiting {
        position: u32,
    },
    /// The same for somebody whom the organiser declined.
    AlreadyDeclined,
    /// No changes: the differences are not known.
    EventChanged {
        changes: Vec<EventChange>,
    },
    /// Where the person sits in a café, or what changed of it.
    WayChanged {
        /// The ways that the person knows.
        before: Vec<CafeWay>,
    },
    /// What became of the person's seat in a workshop.
    Workshop {
        news: WorkshopNews,
        workshop: WorkshopFacts,
        page: WorkshopPage,
    },
    /// Asks for wishes.
    WishReminder {
        least: Option<u32>,
    },
    EventCancelled {
        reason: String,
    },
    RegistrationCancelled {
        way_back: WayBack,
    },
    RegistrationCancelledByOrganiser,
    /// The contact person of an organisation gave the place up.
    RegistrationCancelledByOrganisation {
        name: String,
    },
    Declined {
        reason: Option<String>,
    },
}

impl Notification {
    /// Whether its letter carries a link to the registration.
    pub(super) const fn has_personal_link(&self) -> bool {
        match self {
            Self::Seat
            | Self::MovedUp
            | Self::Waiting { .. }
            | Self::Undecided
            | Self::AlreadyRegistered
            | Self::AlreadyWaiting { .. }
            | Self::EventChanged { .. }
            | Self::WayChanged { .. }
            | Self::Workshop { .. }
            | Self::WishReminder { .. } => true,
            Self::ConfirmAddress
            | Self::AlreadyDeclined
            | Self::EventCancelled { .. }
            | Self::RegistrationCancelled { .. }
            | Self::RegistrationCancelledByOrganiser
            | Self::RegistrationCancelledByOrganisation { .. }
            | Self::Declined { .. } => false,
        }
    }

    /// Whether its letter leads to the wishes for workshops.
    pub(super) const fn leads_to_wishes(&self) -> bool {
        matches!(
            self,
            Self::Seat
                | Self::MovedUp
                | Self::Waiting { .. }
                | Self::Undecided
                | Self::WishReminder { .. }
        )
    }

    /// Whether it tells the event as it is now. An answer to a form tells nothing new, and news of a workshop nothing of
    /// the event.
    const fn tells_event(&self) -> bool {
        !matches!(
            self,
            Self::AlreadyRegistered
                | Self::AlreadyWaiting { .. }
                | Self::AlreadyDeclined
                | Self::Workshop { .. }
                | Self::WishReminder { .. }
        )
    }
}

/// A notification, and the person it is for.
#[derive(Debug)]
pub(crate) struct Notice<'a> {
    pub mailing: &'a EventMailing,
    pub registration: &'a Registration,
    pub notification: Notification,
    /// The person's ways through cafés, for notifications with an invitation.
    pub ways: Vec<CafeWay>,
    /// When the wishes close, for notifications that lead to them.
    pub wishes: Option<EventTime>,
    /// What the organiser says about a seat or a place on the waiting list, in their own words.
    pub note: Option<String>,
    /// The personal link, for notifications that carry one.
    pub link: Option<&'a Token>,
    /// What the person knows of their registration.
    pub told: Told,
    /// The Message-ID of the first invitation that they got: mail programs show the mails together.
    pub references: Option<String>,
}

/// The calendar message of a mail, which goes to that person alone: METHOD:REQUEST, or METHOD:CANCEL.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CalendarPart {
    pub sequence: u32,
    /// What it cancels; `None` for an invitation or its update.
    pub cancels: Option<CancelScope>,
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
        references: None,
    }
}

/// The mail that tells a new member of their role, with a link that signs them in.
pub(crate) fn member_invited<'a>(
    sender: &'a Sender,
    (member, role): (&Member, InvitedRole),
    inviter: String,
    link: String,
) -> Mail<'a> {
    Mail {
        letter: Letter::MemberInvited {
            link,
            valid_for: MEMBER_LINK_LASTS,
            role,
            inviter,
        },
        sender,
        name: Some(member.name.to_string()),
        address: member.address.clone(),
        language: member.language,
        about: MailAbout::Person,
        references: None,
    }
}

impl Planner {
    /// Asks the owner of an address to confirm a registration. An earlier question that is still queued is sent
    /// too: its link confirms what the owner entered, and this form may be a stranger's.
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
            ways: Vec::new(),
            wishes: None,
            note: None,
            link: Some(link),
            told: Told::Nothing,
            references: None,
        };
        self.notify(tx, notice, None).await
    }

    /// Answers somebody who registers although their address has a registration already: with its state. An
    /// earlier answer that is still queued is dropped. Nobody is written to about a registration that can
    /// be made anew.
    pub(crate) async fn answer_registering_again(
        &self,
        tx: &mut Tx,
        mailing: &EventMailing,
        registration: &Registration,
    ) -> Result<()> {
        let notification = match registration.state {
            RegistrationState::Confirmed => Notification::AlreadyRegistered,
            RegistrationState::Waitlisted => Notification::AlreadyWaiting {
                position: tx.waiting_before(registration).await? + 1,
            },
            RegistrationState::Declined => Notification::AlreadyDeclined,
            RegistrationState::Pending | RegistrationState::Cancelled => return Ok(()),
        };
        let knows = Correspondence::new(tx.sent_mails(registration.id).await?);
        tx.drop_queued_mails(registration.id, MailKind::AlreadyRegistered)
            .await?;
        let link = if notification.has_personal_link() {
            Some(self.new_personal_link(tx, registration.id).await?)
        } else {
            None
        };
        let notice = Notice {
            mailing,
            registration,
            notification,
            ways: Vec::new(),
            wishes: None,
            note: None,
            link: link.as_ref(),
            told: knows.told(),
            references: knows.first_invitation().map(str::to_owned),
        };
        self.notify(tx, notice, None).await
    }

    /// Mails a notification, with its calendar message if it has one.
    pub(super) async fn notify(
        &self,
        tx: &mut Tx,
        notice: Notice<'_>,
        calendar: Option<CalendarPart>,
    ) -> Result<()> {
        let (mailing, registration) = (notice.mailing, notice.registration);
        let event = mailing.event();
        let about = MailAbout::Registration {
            event: event.id,
            registration: registration.id,
            event_revision: notice.notification.tells_event().then_some(event.revision),
            entry: calendar.map(|part| (event.calendar_uid.clone(), part.sequence)),
            said: encode_ways(&notice.ways)?,
        };
        let references = notice.references.clone();
        let part = match calendar {
            Some(part) => Some(self.calendar_message(&notice, part)?),
            None => None,
        };
        let letter = self.letter(notice, part)?;
        let mail = Mail {
            letter,
            sender: mailing.sender(),
            name: registration.confirmed_name(),
            address: registration.person.address.clone(),
            language: registration.person.language,
            about,
            references,
        };
        self.queue(tx, mail).await.map(drop)
    }

    fn calendar_message(&self, notice: &Notice<'_>, part: CalendarPart) -> Result<ItipMessage> {
        let Notice {
            mailing,
            registration,
            ways,
            ..
        } = notice;
        let language = registration.person.language;
        let zone = mailing.event().details.time_zone.rules();
        let note = way_words::ways_as_text(ways, language, zone);
        let template = mailing.template(self)?.with_note(&note);
        let attendee = attendee(registration)?;
        let revision = self.revision(part.sequence);
        let message = match part.cancels {
            Some(scope) => template.cancel(&attendee, revision, scope),
            None => template.request(&attendee, revision),
        };
        message.map_err(PlannerError::internal)
    }
}
