//! What a calendar entry says, and why one can be refused.

use std::fmt;

/// What a calendar entry says, already in the language of the person it is for.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Names the event for all its life, in invitation, download and feed alike, so that it never
    /// appears twice (RFC 5545 §3.8.4.7). At most 255 of `A–Z a–z 0–9 - . _ @`.
    pub uid: String,
    /// Rises when time, place or status change (RFC 5545 §3.8.7.4). At most 2³¹ − 1.
    pub sequence: u32,
    /// When this message was written (`DTSTAMP`, RFC 5545 §3.8.7.2).
    pub stamp: jiff::Timestamp,
    /// The beginning, in a zone with an IANA name; in 1970 or later.
    pub starts: jiff::Zoned,
    /// The end, at least a second after [`Self::starts`]; written in the zone of the beginning.
    pub ends: jiff::Zoned,
    /// One line. Line breaks become spaces, other control characters vanish.
    pub title: String,
    /// Plain text; may be empty, and may have line breaks.
    pub description: String,
    /// Where people go, in one line.
    pub location: Option<String>,
    /// A page about the event or its online room: `http` or `https`.
    pub url: Option<String>,
    /// Whom answers go to. Never changes in an event's life.
    pub organizer: Party,
    /// Whom the message is for: exactly one person per message.
    pub attendee: Option<Party>,
}

/// A person or a body in a calendar entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// As people know them (`CN`); may be empty.
    pub name: String,
    /// The mail address, without `mailto:`.
    pub address: String,
}

/// What a calendar object asks its receiver to do (RFC 5546 §1.4).
///
/// The part's MIME type says the same word: `text/calendar; method=REQUEST` (RFC 6047 §2.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// Show this; no answer is wanted.
    Publish,
    /// Come, and say whether you do.
    Request,
    /// This is off.
    Cancel,
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Publish => "PUBLISH",
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        })
    }
}

/// What is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cancelled {
    /// The event does not take place.
    WholeEvent,
    /// The event takes place without [`Entry::attendee`]; must not say that it is cancelled
    /// (RFC 5546 §3.2.5).
    OnlyThisPerson,
}

/// Whether the event takes place (RFC 5545 §3.8.1.11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Perhaps: the date is held, but not yet certain.
    Tentative,
    /// Yes.
    Confirmed,
    /// No longer.
    Cancelled,
}

/// Why an [`Entry`] cannot be written. No message repeats a person's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    #[error("the UID is empty, longer than 255 characters, or has others than A–Z a–z 0–9 - . _ @")]
    Uid,
    #[error("SEQUENCE is above 2147483647, the highest number calendars know")]
    Sequence,
    #[error("the title has no visible character")]
    NoTitle,
    #[error("an invitation or its cancellation needs an attendee")]
    NoAttendee,
    #[error("the organizer's address is no mail address")]
    OrganizerAddress,
    #[error("the attendee's address is no mail address")]
    AttendeeAddress,
    #[error("the link is no http or https address")]
    Url,
    #[error("the end is not after the beginning")]
    EndsTooEarly,
    #[error("the beginning, or the time of writing, is before 1970")]
    Year,
    #[error("the time zone has no IANA name")]
    UnknownZone,
}
