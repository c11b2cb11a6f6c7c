//! Mails: composed from notifications, queued in the transaction of a change, handed over later.

mod by_hand;
mod calendar_entry;
mod delivery;
mod event_changes;
mod event_mailing;
mod mask;
mod notifications;
mod outbox;
mod parsed_mail;
mod queries;

pub(crate) use calendar_entry::Disclosure;
pub use delivery::{DeliveryLimits, MailWorker};
pub(crate) use event_mailing::EventMailing;
pub(crate) use notifications::{Invitation, Notice, Notification, sign_in};
pub use parsed_mail::ParsedMail;
pub use queries::OutgoingMail;
