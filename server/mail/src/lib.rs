//! Mail: what a letter says, the bytes it is frozen to, and handing those to a mail server.
//!
//! [`compose()`] is pure: values in, bytes out; the clock and every identity are parameters. Only
//! [`Transport`] does I/O. What is kept, retried and given up is the planner's business.
//!
//! A new letter is a variant of [`Letter`], its lines in `words`, its folder in `templates/` (German
//! and English; subject, text and HTML in the same words), and an example in `tests/mail/given.rs`.

mod address;
mod compose;
mod header;
mod letter;
mod message_id;
mod safe_text;
mod transport;
mod words;

pub use address::{NoMailAddress, ascii_address};
pub use compose::{ComposeError, Composed, Letterhead, Message, Recipient, Stamp, compose};
pub use letter::{CalendarPart, CancelledBy, Change, EventFacts, Letter};
pub use message_id::{MessageId, NoMessageId};
pub use transport::{Accepted, Patience, SendError, Transport, TransportConfigError};
