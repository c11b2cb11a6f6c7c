//! Registrations: who is coming, who waits, and what each of them is told.
//!
//! Whatever gives or frees a seat goes through [`Desk`]: it holds the event's lock, so that two
//! requests can never be given the same seat.

mod changes;
mod confirm;
mod desk;
mod export;
mod import;
mod list;
mod organise;
mod personal;
mod reading;
mod register;
mod standing;

pub(crate) use changes::changes_between;
pub use confirm::{Confirmation, LinkStage};
pub(crate) use desk::{Desk, seats_of};
pub use export::Export;
pub use import::{Chosen, Column, ImportColumn, ImportLine, ImportPreview, MOST_LINES, TableFault};
pub use list::{Filter, History, Listing, PersonRecord};
pub use organise::{AddedPerson, Decision};
pub use personal::{PersonalChange, PersonalPage};
pub(crate) use register::CONFIRM_WITHIN;
pub use register::{NewRegistration, OpenEvent};
pub use standing::Standing;
