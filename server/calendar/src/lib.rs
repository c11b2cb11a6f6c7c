//! iCalendar and iTIP messages: invitations, cancellations and `.ics` downloads.
//!
//! Pure: values in, bytes out. No I/O, no clock, no randomness; the caller passes the time
//! ([`Revision::dtstamp`]). Standards: RFC 5545 (iCalendar), RFC 5546 (iTIP), RFC 6868 (parameter
//! values).
//!
//! [`EventTemplate`] checks an event once and writes each recipient's message from it. [`lint()`] checks
//! the result and shares no code with the writer.

mod date_time;
mod error;
mod event;
mod fold;
mod lint;
mod message;
mod template;
mod text;
mod vtimezone;

pub use error::CalendarError;
pub use event::{CalendarUser, EventProperties, Status};
pub use lint::{Finding, lint};
pub use message::{CancelScope, ItipMessage, Method, Revision};
pub use template::{EventTemplate, FileEntry, file};
