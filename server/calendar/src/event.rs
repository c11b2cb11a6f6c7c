//! The properties of an event that all its messages share.

use jiff::Zoned;

/// The properties of a `VEVENT` (RFC 5545 §3.6.1), in the language of its readers.
#[derive(Debug, Clone, PartialEq)]
pub struct EventProperties {
    /// Identifies the event in invitation, download and feed, for all its life (RFC 5545 §3.8.4.7).
    /// At most 255 of `A–Z a–z 0–9 - . _ @`.
    pub uid: String,
    /// In a zone with an IANA name; in 1970 or later.
    pub start: Zoned,
    /// At least a second after [`Self::start`]; written in the zone of the start.
    pub end: Zoned,
    /// One line. Line breaks become spaces, other control characters are removed.
    pub summary: String,
    /// Plain text of any number of lines; may be empty.
    pub description: String,
    /// The venue, in one line.
    pub location: Option<String>,
    /// A page about the event or its online room: `http` or `https`.
    pub url: Option<String>,
    /// The recipient of replies. Never changes in an event's life.
    pub organizer: CalendarUser,
}

/// An organizer or attendee (RFC 5545 §3.3.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarUser {
    /// The common name (`CN`); may be empty.
    pub name: String,
    /// The mail address, without `mailto:`.
    pub address: String,
}

/// The `STATUS` of an event (RFC 5545 §3.8.1.11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    Tentative,
    Confirmed,
    Cancelled,
}
