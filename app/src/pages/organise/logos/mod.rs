//! The logos of a network: list, upload, change.

mod change;
mod fields;
mod list;

pub(crate) use change::ChangeLogoPage;
pub(crate) use list::LogosPage;
