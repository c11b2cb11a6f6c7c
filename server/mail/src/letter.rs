//! The letters.

use std::sync::Arc;

use calendar::{ItipMessage, Method};
use jiff::{SignedDuration, Zoned};
use model::MailKind;

use crate::message_text::MessageText;

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

/// A link of a letter that looks like a button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterButton {
    pub label: String,
    pub link: String,
}

/// For whom the links of a message are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkDisclosure {
    Everybody,
    /// A link opens the registration of the recipient.
    Recipient,
}

impl LinkDisclosure {
    pub(crate) fn is_private(self) -> bool {
        self == Self::Recipient
    }
}

/// The facts about an event in every letter about it. Independent of the language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventFacts {
    pub title: String,
    pub start: Zoned,
    pub end: Zoned,
    /// Name, address and room of the venue, in one line.
    pub place: Option<String>,
    /// The URL of the online room; only for people with a seat.
    pub online: Option<String>,
    /// The URL of the event page.
    pub page: String,
    /// The recipient's ways through cafés, in the language of the letter.
    pub ways: Vec<WayFacts>,
    /// Where the recipient can wish for workshops, in letters that lead there.
    pub wishes: Option<WishFacts>,
    /// The notice that the funder requires.
    pub funding_notice: Option<String>,
    /// Whether organisers decide who gets a seat: whoever waits, waits for that.
    pub is_by_approval: bool,
}

/// Until when the recipient can wish for workshops, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WishFacts {
    /// Day and time, in the language of the letter.
    pub closes: String,
    pub link: String,
}

/// Where the recipient sits in a café.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayFacts {
    /// The name of the café.
    pub cafe: String,
    pub stops: Vec<WayStopFacts>,
}

/// Where the recipient sits in a round, in the language of the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayStopFacts {
    /// From and until when.
    pub time: String,
    pub round: String,
    pub table: String,
    pub topic: String,
    /// Room, host and other guests.
    pub details: Vec<String>,
}

/// A workshop, in the language of the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitFacts {
    pub title: String,
    /// Day, beginning and end.
    pub when: String,
    /// Room and speakers.
    pub details: Vec<String>,
    /// Whether the recipient leads it.
    pub is_led: bool,
}

/// The place of a letter among those that somebody gets together: each calendar entry needs a letter of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeriesPart {
    Only,
    /// It has what concerns all of them.
    First,
    Further,
}

impl SeriesPart {
    /// Whether it has what is said once.
    pub const fn leads(self) -> bool {
        matches!(self, Self::Only | Self::First)
    }
}

/// Why a workshop is taken out of a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemovalCause {
    TimetableChanged,
    /// The workshop does not take place.
    CalledOff,
    /// The recipient has no seat at the event any more.
    SeatLost,
    EventCancelled,
}

/// A workshop in a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkshopFacts {
    pub title: String,
    /// Date and time, in the language of the letter.
    pub when: String,
    pub room: Option<String>,
}

/// What became of somebody's seat in a workshop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkshopNews {
    /// They moved up from the waiting list. The workshop at the same time whose seat they gave up for it.
    MovedUp { gave_up: Option<String> },
    /// An organiser gave them a seat.
    SeatGiven { gave_up: Option<String> },
    /// They booked a seat themselves.
    Booked { gave_up: Option<String> },
    /// They gave their seat back themselves.
    GivenBack,
    /// They have a seat in another workshop at the same time now, and gave this one up for it.
    ChangedTo { other: String },
    /// An organiser took the seat, or the place on the waiting list, back.
    Withdrawn { was_seated: bool },
    /// The workshop does not take place at that time.
    CalledOff { was_seated: bool },
    /// The seats at that time are no longer booked.
    GivenOtherwise { was_seated: bool },
}

/// Where the personal link of a letter about a workshop leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkshopPage {
    /// To the workshops that can be booked at that time.
    Bookings,
    /// To the registration: there is nothing to book at that time any more.
    Registration,
}

impl WorkshopPage {
    pub(crate) fn is_bookings(self) -> bool {
        self == Self::Bookings
    }
}

/// Why an invitation is mailed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvitationNews {
    /// Somebody who does not come named the recipient. Their name, if they have confirmed it.
    Substitute { named_by: Option<String> },
    /// The recipient gets a new link in place of the earlier ones.
    Renewed,
    /// Time or place of the event changed.
    Changed,
}

/// How an invitation has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvitationEnd {
    /// The recipient does not come.
    Declined,
    /// The organiser took it back.
    TakenBack,
    EventCancelled,
}

/// The links behind the buttons of an invitation. Neither answers by being opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationLinks {
    /// The page of the event with both answers.
    pub page: String,
    /// The same page, with the refusal first.
    pub decline: String,
}

/// A field of an event or of a workshop that changed, in the language of the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedField {
    /// The label of the field, such as *Ort*.
    pub label: String,
    /// The old value; empty if there was none.
    pub before: String,
    /// The new value; empty if there is none.
    pub after: String,
}

/// The person who entered a registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegisteredBy {
    /// The recipient, who has confirmed the address.
    Recipient,
    /// A member of the network.
    Network,
    /// A colleague or the organisation of the recipient, by name.
    Colleague(String),
    /// Somebody who typed the address into the form. Its owner has not confirmed it.
    Unknown,
}

/// Where the recipient stands, as far as mails have told them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Seated,
    Waiting,
    /// No mail has said so far.
    Unknown,
}

/// The person who cancelled a registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CancelledBy {
    Participant(WayBack),
    Organiser,
    /// Somebody of the recipient's organisation, by its name.
    Organisation(String),
}

/// What somebody is invited to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvitedRole {
    Owner,
    Organiser,
    Helper,
    Reader,
    /// Helps at the event of this title.
    EventHelper(String),
    /// Hosts a table at the event of this title.
    EventHost(String),
}

/// How somebody who cancelled can register once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayBack {
    /// By the form.
    Form,
    /// By the form. Others wait for a seat.
    WaitingList,
    /// By the link of the invitation.
    Invitation,
    /// Registration is closed.
    Organiser,
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
