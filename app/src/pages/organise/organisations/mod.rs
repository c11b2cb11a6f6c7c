//! Pages of a network's organisations.

mod form;
mod list;

pub(crate) use form::{EditOrganisationPage, NewOrganisationPage};
pub(crate) use list::OrganisationsPage;
