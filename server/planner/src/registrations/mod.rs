//! Registrations: people who are coming or waiting, and their decisions.
//!
//! Seats are given and freed by [`SeatAllocator`] only. It holds the event's lock, so that two
//! requests never get the same seat.

mod availability;
mod confirm;
mod decide;
mod export;
mod import;
mod personal;
mod queries;
mod register;
mod rules;
mod seat_allocator;
mod table;

pub use availability::Availability;
pub use confirm::{Confirmation, LinkStage};
pub use decide::{AddedPerson, Decision};
pub use export::Export;
pub use import::{Chosen, Column, ImportColumn, ImportLine, ImportPreview, MOST_LINES, TableFault};
pub use personal::{PersonalChange, PersonalPage};
pub use queries::{Filter, History, Listing, PersonRecord};
pub(crate) use register::CONFIRM_WITHIN;
pub use register::{NewRegistration, OpenEvent};
pub(crate) use seat_allocator::{SeatAllocator, seats_of};
pub(crate) use table::Table;
pub use table::text_of_file;
