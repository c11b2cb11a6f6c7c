//! The database, SQLite or PostgreSQL. SQL is only here, and every statement has one text for both.
//!
//! [`Store::read`] begins a [`Reader`], [`Store::begin`] a [`Tx`]. Look-ups are methods of the reader and
//! changes are methods of the transaction, in a file or folder per aggregate. The store knows no rule of
//! the product, no clock and no randomness: ids, tokens and times come from the caller.

#[macro_use]
mod connection;
#[macro_use]
mod statements;

mod action_items;
mod agenda_changes;
mod agenda_items;
mod attachments;
mod audit;
mod commit_counter;
mod contacts;
mod database_file;
mod deferred;
mod distribution_lists;
mod error;
mod event_reminders;
mod events;
mod form_submissions;
mod harvest;
mod invitations;
mod jobs;
mod kept_forms;
mod list_columns;
mod listed;
mod listener;
mod login_sessions;
mod logos;
mod mailing_mails;
mod mailings;
mod members;
mod migrate;
mod networks;
mod open;
mod opt_out_links;
mod organisations;
mod outbox;
mod own_words;
mod paging;
mod person_row;
mod personal_links;
mod plan_links;
mod plans;
mod programmes;
mod questions;
mod rate_limits;
mod registrations;
mod row_decoder;
mod rows;
mod search_pattern;
mod sign_in_links;
mod time;
mod wal_sync;

#[cfg(test)]
mod contract;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use agenda_changes::AgendaChange;
pub use attachments::AttachmentFile;
pub use audit::{AuditFilter, AuditLine, EventActivity};
pub use commit_counter::CommitCounter;
pub use connection::{Reader, Tx};
pub use contacts::{imports::SupplementedContact, lists::ContactFilter};
pub use error::{Result, StoreError};
pub use event_reminders::AwaitedReminder;
pub use events::{
    attention::{Attention, FreeAnswer},
    contingent_links::{ContingentLink, ContingentRelease},
};
pub use form_submissions::{FormExpiry, FormSubmission};
pub use harvest::PublishedResults;
pub use invitations::{
    lists::{InvitationFilter, InvitedPerson},
    mails::InvitationMail,
};
pub use jobs::{
    Job, NewJob, ReadRegistration,
    claims::{ClaimedJob, Renewal},
    import_lines::{ImportEntry, ImportLine, ImportRows, NewImportLine},
};
pub use kept_forms::NewKeptForm;
pub use listed::{Listed, UnreadableRow, readable};
pub use listener::Listener;
pub use logos::EncodedLogo;
pub use mailing_mails::MailingOfJob;
pub use mailings::{ListedRecipient, RecipientCounts};
pub use open::{Store, StoreConfig};
pub use organisations::{
    events::OrganisationEvent, imports::ImportedOrganisation, merging::OrganisationUses,
};
pub use outbox::{
    CalendarPart, NewMail,
    by_hand::KeptMails,
    claims::{Claim, ClaimedMail, MailLease},
    correspondence::SentMail,
    lists::{LastMail, MailFilter, MailLine},
    occasions::Occasion,
    settle::MailOutcome,
};
pub use paging::{Paginated, Paging};
pub use personal_links::{NewPersonalLink, PersonalLink};
pub use plans::{
    AssignmentPlan, CafePlan, NewSetUp, Plan, alternatives::PlanAlternative,
    attendance::AttendanceMark, clocks::StoredClock, computations::KeptComputation,
};
pub use registrations::{
    counts::RegistrationCounts,
    lists::{RegistrationFilter, RegistrationOrder},
    promotion::Promotion,
};
