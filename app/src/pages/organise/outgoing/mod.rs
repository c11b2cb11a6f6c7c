//! Pages of outgoing mails.

mod letter;
mod list;
mod list_query;
mod mail;
mod messages;
mod outbox;

use crate::text::t;

pub(crate) use mail::OutgoingMailPage;
pub(crate) use messages::EventMessagesPage;
pub(crate) use outbox::OutgoingPage;

/// The display name of a kind of mail.
pub(super) fn kind_name(kind: &str) -> String {
    match kind {
        "sign-in link" => t!("mail-kind-sign-in"),
        "new member" => t!("mail-kind-new-member"),
        "confirm address" => t!("mail-kind-confirm"),
        "seat" => t!("mail-kind-seat"),
        "waiting" => t!("mail-kind-waiting"),
        "moved up" => t!("mail-kind-moved-up"),
        "already registered" => t!("mail-kind-already"),
        "event changed" => t!("mail-kind-changed"),
        "event cancelled" => t!("mail-kind-event-cancelled"),
        "registration cancelled" => t!("mail-kind-cancelled"),
        "declined" => t!("mail-kind-declined"),
        other => other.to_owned(),
    }
}
