//! Calendar objects: what an invitation, a cancellation and an `.ics` download say in bytes.
//!
//! Pure: values in, bytes out. No I/O, no clock and no randomness; the caller says what time it is
//! ([`Entry::stamp`]). Standards: RFC 5545 (iCalendar), 5546 (iTIP), 6868 (parameter values).
//!
//! `event` says which facts an entry states, `zone` explains the time zone it states them in, `text`
//! makes any text safe to put there, `fold` breaks the lines; `lint` judges the result and shares no
//! code with the writer.

mod entry;
mod event;
mod fold;
mod lint;
mod text;
mod zone;

pub use entry::{Cancelled, Entry, EntryError, Method, Party, Status};
pub use lint::{Finding, lint};

/// Invites [`Entry::attendee`], or tells them of a change: `METHOD:REQUEST` (RFC 5546 §3.2.2).
///
/// A change is the same UID with a higher [`Entry::sequence`] and a new [`Entry::stamp`].
pub fn invitation(entry: &Entry) -> Result<Vec<u8>, EntryError> {
    event::write(entry, Method::Request, Some(Status::Confirmed))
}

/// Takes an invitation back: `METHOD:CANCEL` (RFC 5546 §3.2.5). [`Entry::sequence`] must be higher
/// than what [`Entry::attendee`] was last sent, or calendars ignore it.
pub fn cancellation(entry: &Entry, what: Cancelled) -> Result<Vec<u8>, EntryError> {
    let status = match what {
        Cancelled::WholeEvent => Some(Status::Cancelled),
        Cancelled::OnlyThisPerson => None,
    };
    event::write(entry, Method::Cancel, status)
}

/// The entry as an `.ics` file to download or subscribe to: `METHOD:PUBLISH` (RFC 5546 §3.2.1).
///
/// Names no attendee, whatever [`Entry::attendee`] is, and asks nobody to answer. The UID is the
/// invitation's, so a calendar that holds both shows one entry. [`Entry::organizer`] must be named, and
/// who downloads the file can read its address.
pub fn download(entry: &Entry, status: Status) -> Result<Vec<u8>, EntryError> {
    event::write(entry, Method::Publish, Some(status))
}
