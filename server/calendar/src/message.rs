//! iTIP messages: method, revision and bytes.

use std::fmt;

use jiff::Timestamp;

/// The `METHOD` of a message (RFC 5546 §1.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// Invites or updates; asks for a reply.
    Request,
    /// Cancels the event, or the participation of one attendee.
    Cancel,
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        })
    }
}

/// The subject of a cancellation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CancelScope {
    /// The event does not take place.
    Event,
    /// The event takes place without the attendee. Carries no `STATUS:CANCELLED` (RFC 5546 §3.2.5).
    Attendee,
}

/// The order of messages about one event (RFC 5546 §2.1.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision {
    /// Rises when time, place or status change (RFC 5545 §3.8.7.4). At most 2³¹ − 1.
    pub sequence: u32,
    /// The creation time of the message (RFC 5545 §3.8.7.2).
    pub dtstamp: Timestamp,
}

/// A calendar object and its method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItipMessage {
    /// The `METHOD` in [`Self::bytes`]. The MIME parameter `method` has the same value (RFC 6047 §2.4).
    pub method: Method,
    pub bytes: Vec<u8>,
}
