//! Pages of outgoing mails.

mod attachments;
mod audience;
mod letter;
mod list;
mod list_query;
mod mail;
mod mailing;
mod mailings;
mod messages;
mod new_message;
mod occasions;
mod outbox;
mod reminders;
mod unsent;

use model::MailKind;
use ui::text::t;

pub(crate) use mail::OutgoingMailPage;
pub(crate) use mailing::MailingPage;
pub(crate) use messages::EventMessagesPage;
pub(crate) use new_message::NewMessagePage;
pub(crate) use outbox::OutgoingPage;
pub(crate) use reminders::RemindersPage;
pub(crate) use unsent::stopped_notice;

/// The display name of a kind of mail.
pub(in crate::pages::organise) fn kind_name(kind: MailKind) -> String {
    match kind {
        MailKind::SignInLink => t!("mail-kind-sign-in"),
        MailKind::MemberInvited => t!("mail-kind-member-invited"),
        MailKind::ConfirmAddress => t!("mail-kind-confirm"),
        MailKind::Invitation => t!("mail-kind-invitation"),
        MailKind::InvitationReminder => t!("mail-kind-invitation-reminder"),
        MailKind::InvitationEnded => t!("mail-kind-invitation-ended"),
        MailKind::SeatConfirmed => t!("mail-kind-seat"),
        MailKind::Waitlisted => t!("mail-kind-waiting"),
        MailKind::Undecided => t!("mail-kind-undecided"),
        MailKind::Promoted => t!("mail-kind-moved-up"),
        MailKind::AlreadyRegistered => t!("mail-kind-already"),
        MailKind::EventChanged => t!("mail-kind-changed"),
        MailKind::EventCancelled => t!("mail-kind-event-cancelled"),
        MailKind::RegistrationCancelled => t!("mail-kind-cancelled"),
        MailKind::WayPublished => t!("mail-kind-way"),
        MailKind::WorkshopEntered => t!("mail-kind-workshop"),
        MailKind::WorkshopRemoved => t!("mail-kind-workshop-removed"),
        MailKind::WorkshopSeat => t!("mail-kind-workshop-seat"),
        MailKind::WishReminder => t!("mail-kind-wish-reminder"),
        MailKind::Message => t!("mail-kind-message"),
        MailKind::Reminder => t!("mail-kind-reminder"),
        MailKind::Declined => t!("mail-kind-declined"),
    }
}
