//! The members of a network: list, add, change the role, remove.

mod change;
mod list;

pub(crate) use change::{ChangeMemberPage, RemoveMemberPage};
pub(crate) use list::{MembersPage, invited_in, name_and_address};
