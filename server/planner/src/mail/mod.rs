//! Mails: composed from notifications, queued in the transaction of a change, handed over later.

mod calendar_entry;
mod event_changes;
mod notifications;
mod outbox;
mod parsed_mail;
mod queries;

pub(crate) use notifications::{Notification, sign_in};
pub use parsed_mail::ParsedMail;
pub use queries::OutgoingMail;
