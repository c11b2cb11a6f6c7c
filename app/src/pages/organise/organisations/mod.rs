//! Pages of a network's organisations.

mod duplicates;
mod events;
mod form;
mod import;
mod list;
mod list_query;
mod logo;
mod merge;
mod organisation;

use model::{NetworkId, OrganisationId};
use ui::error::AppError;

pub(crate) use duplicates::DuplicateOrganisationsPage;
pub(crate) use form::{EditOrganisationPage, NewOrganisationPage};
pub(crate) use import::ImportOrganisationsPage;
pub(crate) use list::OrganisationsPage;
pub use list_query::OrganisationQuery;
pub(crate) use merge::MergeOrganisationPage;
pub(crate) use organisation::OrganisationPage;

use crate::routes::param;

/// The path of the list.
const LIST: &str = "/organise/organisations";

/// The organisation that the path names.
fn organisation_of_path() -> Result<OrganisationId, AppError> {
    param("organisation")
        .parse()
        .map_err(|_| AppError::NotFound)
}

/// The address of an organisation's page, or of one below it.
fn path_of(network: NetworkId, organisation: OrganisationId, below: &str) -> String {
    format!("{LIST}/{organisation}{below}?network={network}")
}
