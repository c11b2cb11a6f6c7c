//! The database, SQLite or PostgreSQL. Only here is SQL; every statement is one text that both take.
//!
//! [`Store::read`] gives a [`Reader`], [`Store::begin`] a [`Tx`]. Look-ups are methods of the reader,
//! changes of the transaction, in a file per aggregate. Nothing here knows a rule of the product, a
//! clock or randomness: ids, tokens and times come from the caller.

#[macro_use]
mod connection;
#[macro_use]
mod statements;

mod commit_counter;
mod error;
mod migrate;
mod open;
mod paging;
mod row_decoder;
mod search_key;
mod time;
mod wal_sync;

mod agenda_items;
mod audit;
mod claims;
mod contingents;
mod event_lists;
mod events;
mod login_sessions;
mod mail_lists;
mod members;
mod networks;
mod organisations;
mod outbox;
mod personal_links;
mod questions;
mod rate_limits;
mod registration_counts;
mod registration_lists;
mod registrations;
mod sign_in;

#[cfg(test)]
mod contract;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use audit::AuditLine;
pub use claims::Claimed;
pub use commit_counter::CommitCounter;
pub use connection::{Reader, Tx};
pub use error::{Result, StoreError};
pub use mail_lists::{LastMail, MailFilter, MailLine};
pub use open::{Store, StoreConfig};
pub use outbox::{Calendar, NewMail};
pub use paging::{Listed, Paging};
pub use personal_links::{LinkPurpose, PersonalLink};
pub use registration_counts::RegistrationCounts;
pub use registration_lists::{RegistrationFilter, RegistrationOrder};
