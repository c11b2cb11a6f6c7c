//! The places that an event holds for organisations.

mod list;
mod organisation;

pub(crate) use list::ContingentsPage;
pub(crate) use organisation::PlacesOfOrganisationPage;
