//! The letters that are written, each with what only it has to say.

use calendar::Method;

/// A letter to one person. How it is worded is in `templates/<letter>/<language>/`.
///
/// Links are complete addresses. Dates, places and the names of fields arrive as text in the
/// recipient's language; a text that is empty is left out.
#[derive(Debug, Clone)]
pub enum Letter {
    /// A way in for a member who asked for one.
    SignInLink { link: String, valid_minutes: u32 },
    /// Somebody typed this address into a registration form: was it the owner?
    ConfirmAddress {
        event: EventFacts,
        link: String,
        valid_hours: u32,
    },
    /// The person has a seat: the invitation.
    Seat {
        event: EventFacts,
        personal_link: String,
        calendar: CalendarPart,
    },
    /// All seats are taken; the person waits for one.
    Waiting {
        event: EventFacts,
        /// Counted from 1.
        position: u32,
        personal_link: String,
    },
    /// A seat became free for somebody who waited: the invitation.
    MovedUp {
        event: EventFacts,
        personal_link: String,
        calendar: CalendarPart,
    },
    /// Somebody registered this address again. Only its owner learns that it was registered.
    AlreadyRegistered {
        event: EventFacts,
        personal_link: String,
    },
    /// The event moved, or something else that people should know became different.
    EventChanged {
        /// As it is now.
        event: EventFacts,
        changes: Vec<Change>,
        personal_link: String,
        /// The update, for those who were invited; nothing for those who wait.
        calendar: Option<CalendarPart>,
    },
    /// The event will not take place.
    EventCancelled {
        event: EventFacts,
        reason: String,
        /// The cancellation, for those who were invited.
        calendar: Option<CalendarPart>,
    },
    /// One person's registration is over.
    RegistrationCancelled {
        event: EventFacts,
        by: CancelledBy,
        /// The cancellation, for somebody who was invited.
        calendar: Option<CalendarPart>,
    },
    /// The organiser cannot offer the person a seat.
    Declined {
        event: EventFacts,
        reason: Option<String>,
        /// The cancellation, for somebody who had been invited.
        calendar: Option<CalendarPart>,
    },
}

/// What every letter about an event says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventFacts {
    pub title: String,
    /// Date and time with the zone where it matters, such as *Di., 19. September 2023, 10:00–16:00
    /// Uhr*.
    pub when: String,
    /// Name, address and room of the place in one line.
    pub place: Option<String>,
    /// Where to take part online; only for those who may.
    pub online: Option<String>,
    /// The event's page.
    pub page: String,
    /// What the funder wants said.
    pub funding_notice: Option<String>,
}

/// One thing about an event that became different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it is called, such as *Ort*.
    pub what: String,
    /// As it was; empty if it was not there.
    pub before: String,
    /// As it is; empty if it is gone.
    pub after: String,
}

/// Who ended a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CancelledBy {
    Participant,
    Organiser,
}

/// The calendar side of a letter, for programs to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarPart {
    /// As in the bytes: a mail client obeys only where the two agree (RFC 6047 §2.4).
    pub method: Method,
    pub bytes: Vec<u8>,
}

impl Letter {
    /// The event it is about.
    pub const fn event(&self) -> Option<&EventFacts> {
        match self {
            Self::SignInLink { .. } => None,
            Self::ConfirmAddress { event, .. }
            | Self::Seat { event, .. }
            | Self::Waiting { event, .. }
            | Self::MovedUp { event, .. }
            | Self::AlreadyRegistered { event, .. }
            | Self::EventChanged { event, .. }
            | Self::EventCancelled { event, .. }
            | Self::RegistrationCancelled { event, .. }
            | Self::Declined { event, .. } => Some(event),
        }
    }

    /// What it carries for calendar programs.
    pub const fn calendar(&self) -> Option<&CalendarPart> {
        match self {
            Self::Seat { calendar, .. } | Self::MovedUp { calendar, .. } => Some(calendar),
            Self::EventChanged { calendar, .. }
            | Self::EventCancelled { calendar, .. }
            | Self::RegistrationCancelled { calendar, .. }
            | Self::Declined { calendar, .. } => calendar.as_ref(),
            Self::SignInLink { .. }
            | Self::ConfirmAddress { .. }
            | Self::Waiting { .. }
            | Self::AlreadyRegistered { .. } => None,
        }
    }

    /// Whether anybody can cause it by typing an address into a form. Such a letter must not repeat
    /// what they typed as the name, or the form would carry their words to a stranger's mailbox.
    pub const fn anybody_can_cause_it(&self) -> bool {
        matches!(
            self,
            Self::ConfirmAddress { .. } | Self::AlreadyRegistered { .. }
        )
    }
}
