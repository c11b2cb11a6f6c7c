//! The partners of a network.

mod form;
mod list;

pub(crate) use form::{EditOrganisationPage, NewOrganisationPage};
pub(crate) use list::OrganisationsPage;
