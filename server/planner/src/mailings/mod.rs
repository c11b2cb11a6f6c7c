//! Mailings: a text with variables, written once and sent to many people, each of whom reads their own.
//!
//! A mailing is saved with its audience, begins at once or when its time has come, and is written by a job
//! ([`writing`]). Each recipient is a row that says whether they have been written to, so a mailing that is stopped or
//! killed goes on with the others. What a recipient reads is an [`Addressee`]; a new kind of recipient is a new source
//! of addressees, and nothing else changes.

mod addressee;
mod attachments;
mod audience;
mod beginning;
mod halting;
mod opting_out;
mod preview;
mod queries;
mod reminders;
mod text_facts;
mod writing;

pub(crate) use self::{
    addressee::{Addressee, Words},
    attachments::files_of,
    preview::{ReadByPeople, read_by},
    queries::coming_mails,
    text_facts::TextFacts,
    writing::WriteMailing,
};
pub use self::{
    attachments::UploadedFile,
    beginning::NewMailing,
    opting_out::OptOutPage,
    preview::{MessagePreview, MissingValue, PersonPreview},
    queries::{ComingMail, MailingView, Mailings},
    reminders::Reminders,
};
