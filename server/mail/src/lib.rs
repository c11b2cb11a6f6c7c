//! Mail: letters, the messages they are composed to, and SMTP.
//!
//! [`compose()`] is pure: values in, bytes out; the time and every id are parameters. Only
//! [`Transport`] does I/O. Storing, retrying and giving up belong to the planner.
//!
//! To add a letter: a variant of [`Letter`], its entry in `rendered_letter.rs`, its folder in
//! `templates/` (German and English; subject, text and HTML with the same wording), and an example in
//! `tests/mail/example.rs`.

mod address;
mod attached_file;
mod colour;
mod compose;
mod header;
mod letter;
mod letter_facts;
mod letterhead;
mod message;
mod message_id;
mod message_text;
mod own_text;
mod rendered_letter;
mod sanitize;
mod transport;

pub use address::{AddressError, ascii_address};
pub use attached_file::AttachedFile;
pub use compose::{ComposeError, MessageMetadata, Recipient, compose, words};
pub use letter::Letter;
pub use letter_facts::{
    CancelledBy, ChangedField, EventFacts, InvitationEnd, InvitationLinks, InvitationNews,
    InvitedRole, LetterButton, LinkDisclosure, RegisteredBy, RemovalCause, SeriesPart, Standing,
    VisitFacts, WayBack, WayFacts, WayStopFacts, WishFacts, WorkshopFacts, WorkshopNews,
    WorkshopPage,
};
pub use letterhead::{Letterhead, NetworkProfile};
pub use message::{ComposedMessage, Message};
pub use message_id::{InvalidMessageId, MessageId};
pub use message_text::MessageText;
pub use transport::{SendError, SmtpReply, Timeouts, Transport, TransportConfigError};
