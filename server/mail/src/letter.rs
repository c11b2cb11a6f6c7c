//! The letters.

use std::sync::Arc;

use calendar::{ItipMessage, Method};
use jiff::SignedDuration;
use model::MailKind;

use crate::{
    letter_facts::{
        CancelledBy, ChangedField, EventFacts, InvitationEnd, InvitationLinks, InvitationNews,
        InvitedRole, LetterButton, LinkDisclosure, RegisteredBy, RemovalCause, SeriesPart,
        Standing, VisitFacts, WishFacts, WorkshopFacts, WorkshopNews, WorkshopPage,
    },
    message_text::MessageText,
};

/// A letter to one person. The wording is in `templates/<letter>/<language>/`.
///
/// Links are absolute URLs. Empty texts are left out. The recipients of an event share its facts.
#[derive(Debug, Clone)]
pub enum Letter {
    /// The sign-in link that a member requested.
    SignInLink {
        link: String,
        /// Whole minutes are shown.
        valid_for: SignedDuration,
    },
    /// Tells somebody that they work for a network now, or at one of its events.
    MemberInvited {
        /// Signs the person in once.
        link: String,
        /// Whole days are shown.
        valid_for: SignedDuration,
        role: InvitedRole,
        /// Who invited them.
        inviter: String,
    },
    /// Asks the owner of an address to confirm a registration.
    ConfirmAddress {
        event: Arc<EventFacts>,
        link: String,
        /// Whole hours are shown.
        valid_for: SignedDuration,
        /// The name of whoever entered the recipient, if somebody else did who has confirmed their own address.
        entered_by: Option<String>,
    },
    /// Asks somebody to come, in words of ours. Organisers write their own in a message.
    Invitation {
        event: Arc<EventFacts>,
        news: InvitationNews,
        links: InvitationLinks,
        /// Where the recipient opts out.
        opt_out_link: String,
        /// The entry, if it comes with the invitation.
        calendar: Option<ItipMessage>,
    },
    /// The person is not invited any more, or does not come.
    InvitationEnded {
        event: Arc<EventFacts>,
        end: InvitationEnd,
        /// Why the event is cancelled.
        reason: Option<String>,
        /// The cancellation, if the person has the entry.
        calendar: Option<ItipMessage>,
    },
    /// The person has a seat. Carries the invitation.
    SeatConfirmed {
        event: Arc<EventFacts>,
        registered_by: RegisteredBy,
        /// What the organiser says about it, in their own words.
        note: Option<String>,
        personal_link: String,
        calendar: ItipMessage,
    },
    /// The person is on the waiting list.
    Waitlisted {
        event: Arc<EventFacts>,
        registered_by: RegisteredBy,
        /// What the organiser says about it, in their own words.
        note: Option<String>,
        /// Counted from 1.
        position: u32,
        personal_link: String,
    },
    /// The person asks for a seat, and organisers decide.
    Undecided {
        event: Arc<EventFacts>,
        registered_by: RegisteredBy,
        /// What the organiser says about it, in their own words.
        note: Option<String>,
        personal_link: String,
    },
    /// The person gets a seat from the waiting list. Carries the invitation.
    Promoted {
        event: Arc<EventFacts>,
        /// What the organiser says about it, in their own words.
        note: Option<String>,
        personal_link: String,
        calendar: ItipMessage,
    },
    /// The address was registered again, and has a seat. Only its owner learns about the first
    /// registration.
    AlreadyRegistered {
        event: Arc<EventFacts>,
        personal_link: String,
    },
    /// The address was registered again, and is on the waiting list, or waits for a decision.
    AlreadyWaiting {
        event: Arc<EventFacts>,
        /// Counted from 1.
        position: u32,
        personal_link: String,
    },
    /// The address was registered again, and the organiser has declined it.
    AlreadyDeclined { event: Arc<EventFacts> },
    /// Time, place or other details of the event changed.
    EventChanged {
        /// The event after the change.
        event: Arc<EventFacts>,
        /// Empty if the differences are not known.
        changes: Vec<ChangedField>,
        personal_link: String,
        /// The update, if the person is invited.
        calendar: Option<ItipMessage>,
    },
    /// Where the person sits in a café ([`EventFacts::ways`]), or what changed of it. Carries the update.
    WayPublished {
        event: Arc<EventFacts>,
        /// Empty if the person learns it for the first time.
        changes: Vec<ChangedField>,
        personal_link: String,
        calendar: ItipMessage,
    },
    /// A workshop of the recipient's, or what changed of it. Carries a calendar entry of its own.
    WorkshopEntered {
        event: Arc<EventFacts>,
        workshop: VisitFacts,
        /// Empty if the person learns of it for the first time.
        changes: Vec<ChangedField>,
        /// All workshops of the recipient. Empty in a further letter.
        timetable: Vec<VisitFacts>,
        part: SeriesPart,
        personal_link: String,
        calendar: ItipMessage,
    },
    /// The recipient does not attend a workshop any more. Carries the cancellation of its calendar entry.
    WorkshopRemoved {
        event: Arc<EventFacts>,
        workshop: VisitFacts,
        cause: RemovalCause,
        /// All workshops of the recipient. Empty in a further letter.
        timetable: Vec<VisitFacts>,
        /// `None` once the registration has ended.
        personal_link: Option<String>,
        calendar: ItipMessage,
    },
    /// News of the person's seat in a workshop, or of their place on its waiting list.
    Workshop {
        event: Arc<EventFacts>,
        news: WorkshopNews,
        workshop: WorkshopFacts,
        /// The page behind the personal link.
        page: WorkshopPage,
        personal_link: String,
        /// The entry of the workshop or its cancellation, if the person's calendar changes.
        calendar: Option<ItipMessage>,
    },
    /// Asks somebody without wishes what they would like to attend.
    WishReminder {
        event: Arc<EventFacts>,
        /// Until when, and where.
        wishes: WishFacts,
        /// How many wishes everybody is asked for.
        least: Option<u32>,
        personal_link: String,
    },
    /// What an organiser wrote, as its recipient reads it. It has its own greeting and its own end.
    Message {
        event: Arc<EventFacts>,
        heading: String,
        text: MessageText,
        /// Below the text.
        buttons: Vec<LetterButton>,
        /// Whether the text or a button has a link that belongs to the recipient alone.
        link_disclosure: LinkDisclosure,
        /// Where the recipient opts out, if the mail is not about a registration of theirs.
        opt_out_link: Option<String>,
        calendar: Option<ItipMessage>,
    },
    /// The event does not take place.
    EventCancelled {
        event: Arc<EventFacts>,
        registered_by: RegisteredBy,
        standing: Standing,
        reason: String,
        /// The cancellation, if the person is invited.
        calendar: Option<ItipMessage>,
    },
    /// The person's registration is cancelled.
    RegistrationCancelled {
        event: Arc<EventFacts>,
        by: CancelledBy,
        registered_by: RegisteredBy,
        standing: Standing,
        /// The cancellation, if the person was invited.
        calendar: Option<ItipMessage>,
    },
    /// The organiser declines the registration.
    Declined {
        event: Arc<EventFacts>,
        registered_by: RegisteredBy,
        standing: Standing,
        reason: Option<String>,
        /// The cancellation, if the person was invited.
        calendar: Option<ItipMessage>,
    },
}

impl Letter {
    /// The kind of mail that the letter is. A message of an organiser can be of another kind, which its mailing says.
    pub const fn kind(&self) -> MailKind {
        match self {
            Self::SignInLink { .. } => MailKind::SignInLink,
            Self::MemberInvited { .. } => MailKind::MemberInvited,
            Self::ConfirmAddress { .. } => MailKind::ConfirmAddress,
            Self::Invitation { .. } => MailKind::Invitation,
            Self::InvitationEnded { .. } => MailKind::InvitationEnded,
            Self::SeatConfirmed { .. } => MailKind::SeatConfirmed,
            Self::Waitlisted { .. } => MailKind::Waitlisted,
            Self::Undecided { .. } => MailKind::Undecided,
            Self::Promoted { .. } => MailKind::Promoted,
            Self::AlreadyRegistered { .. }
            | Self::AlreadyWaiting { .. }
            | Self::AlreadyDeclined { .. } => MailKind::AlreadyRegistered,
            Self::EventChanged { .. } => MailKind::EventChanged,
            Self::EventCancelled { .. } => MailKind::EventCancelled,
            Self::WayPublished { .. } => MailKind::WayPublished,
            Self::WorkshopEntered { .. } => MailKind::WorkshopEntered,
            Self::WorkshopRemoved { .. } => MailKind::WorkshopRemoved,
            Self::Workshop { calendar, .. } => match calendar {
                None => MailKind::WorkshopSeat,
                Some(entry) => match entry.method {
                    Method::Request => MailKind::WorkshopEntered,
                    Method::Cancel => MailKind::WorkshopRemoved,
                },
            },
            Self::WishReminder { .. } => MailKind::WishReminder,
            Self::Message { .. } => MailKind::Message,
            Self::RegistrationCancelled { .. } => MailKind::RegistrationCancelled,
            Self::Declined { .. } => MailKind::Declined,
        }
    }

    /// Whether a network's own subject and addition fit: they are written for the usual letter of the kind, and this one
    /// may say the opposite of it.
    pub(crate) const fn is_usual(&self) -> bool {
        match self {
            Self::AlreadyWaiting { .. } | Self::AlreadyDeclined { .. } => false,
            Self::InvitationEnded { end, .. } => matches!(end, InvitationEnd::TakenBack),
            Self::RegistrationCancelled { by, .. } => matches!(by, CancelledBy::Participant(_)),
            _ => true,
        }
    }

    /// The event that the letter is about.
    pub fn event(&self) -> Option<&EventFacts> {
        match self {
            Self::SignInLink { .. } | Self::MemberInvited { .. } => None,
            Self::Invitation { event, .. }
            | Self::InvitationEnded { event, .. }
            | Self::ConfirmAddress { event, .. }
            | Self::SeatConfirmed { event, .. }
            | Self::Waitlisted { event, .. }
            | Self::Undecided { event, .. }
            | Self::Promoted { event, .. }
            | Self::AlreadyRegistered { event, .. }
            | Self::AlreadyWaiting { event, .. }
            | Self::AlreadyDeclined { event }
            | Self::EventChanged { event, .. }
            | Self::WayPublished { event, .. }
            | Self::WorkshopEntered { event, .. }
            | Self::WorkshopRemoved { event, .. }
            | Self::Workshop { event, .. }
            | Self::WishReminder { event, .. }
            | Self::Message { event, .. }
            | Self::EventCancelled { event, .. }
            | Self::RegistrationCancelled { event, .. }
            | Self::Declined { event, .. } => Some(event),
        }
    }

    /// The iTIP message that the letter carries.
    pub const fn calendar(&self) -> Option<&ItipMessage> {
        match self {
            Self::SeatConfirmed { calendar, .. }
            | Self::Promoted { calendar, .. }
            | Self::WayPublished { calendar, .. }
            | Self::WorkshopEntered { calendar, .. }
            | Self::WorkshopRemoved { calendar, .. } => Some(calendar),
            Self::EventChanged { calendar, .. }
            | Self::Invitation { calendar, .. }
            | Self::InvitationEnded { calendar, .. }
            | Self::EventCancelled { calendar, .. }
            | Self::RegistrationCancelled { calendar, .. }
            | Self::Workshop { calendar, .. }
            | Self::Message { calendar, .. }
            | Self::Declined { calendar, .. } => calendar.as_ref(),
            Self::SignInLink { .. }
            | Self::MemberInvited { .. }
            | Self::ConfirmAddress { .. }
            | Self::Waitlisted { .. }
            | Self::Undecided { .. }
            | Self::WishReminder { .. }
            | Self::AlreadyRegistered { .. }
            | Self::AlreadyWaiting { .. }
            | Self::AlreadyDeclined { .. } => None,
        }
    }

    /// Where the recipient opts out of such letters.
    pub fn opt_out_link(&self) -> Option<&str> {
        match self {
            Self::Message { opt_out_link, .. } => opt_out_link.as_deref(),
            Self::Invitation { opt_out_link, .. } => Some(opt_out_link),
            _ => None,
        }
    }

    /// Whether anyone can trigger the letter by typing an address into a form. Such a letter does not
    /// repeat the typed name, because the form could otherwise send text to any mailbox.
    pub const fn can_be_triggered_by_anyone(&self) -> bool {
        matches!(
            self,
            Self::ConfirmAddress { .. }
                | Self::AlreadyRegistered { .. }
                | Self::AlreadyWaiting { .. }
                | Self::AlreadyDeclined { .. }
        )
    }
}
