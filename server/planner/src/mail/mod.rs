//! Mails: composed from notifications, queued in the transaction of a change, handed over later.

mod announcement;
mod by_hand;
mod calendar_entry;
mod correspondence;
mod delivery;
mod event_changes;
mod event_mailing;
mod example_letters;
mod invitations;
mod mask;
mod notifications;
mod outbox;
mod parsed_mail;
mod queries;
mod untold_changes;
mod way_words;
mod workshop_entries;
mod workshop_template;
mod workshop_words;

pub(crate) use announcement::Occasion;
pub(crate) use calendar_entry::Disclosure;
pub(crate) use correspondence::Correspondence;
pub use delivery::{DeliveryLimits, MailWorker};
pub(crate) use event_mailing::EventMailing;
pub(crate) use invitations::{InvitationEnd, InvitationNews, known_name};
pub use mask::MASK;
pub(crate) use mask::mask_message;
pub(crate) use notifications::{Notification, member_invited, sign_in};
pub(crate) use outbox::{Mail, MailAbout, MailingPart};
pub use parsed_mail::ParsedMail;
pub use queries::OutgoingMail;
pub(crate) use untold_changes::UntoldChanges;
pub(crate) use way_words::ways_as_text;
pub(crate) use workshop_entries::{SeatNews, WorkshopAttendee};
pub(crate) use workshop_template::workshop_template;
pub(crate) use workshop_words::visits_as_text;
