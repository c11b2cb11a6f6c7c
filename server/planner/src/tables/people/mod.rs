//! Tables of people: what their columns hold, and the person of a line.

mod address_cell;
mod columns;
mod names;
mod options;
mod person;
mod words;

pub use self::columns::PersonColumn;
pub(crate) use self::{
    address_cell::address_in,
    columns::PersonColumns,
    options::Options,
    person::PersonReader,
    words::{LineState, state, wants_invitations},
};
