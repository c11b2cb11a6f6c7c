//! A network's partner organisations.

mod change;
mod duplicates;
mod listing;
mod logo;
mod merging;
mod record;
mod table;

use model::{NetworkId, Organisation, OrganisationId};
use store::Reader;

pub use self::{
    change::NewOrganisation,
    duplicates::DuplicateOrganisations,
    listing::{OrganisationFilter, OrganisationListing},
    merging::{ComparedOrganisations, MergedPlaces, OrganisationMerge},
    record::OrganisationRecord,
    table::{
        LineParent, OrganisationColumn, OrganisationImportPreview, OrganisationImportSummary,
        OrganisationLine, OrganisationTexts, UndoneOrganisationImport,
    },
};
use crate::{PlannerError, Result};

/// An organisation of a network. Another network's does not exist.
pub(super) async fn require_organisation(
    reader: &mut Reader,
    network: NetworkId,
    id: OrganisationId,
) -> Result<Organisation> {
    let mut all = reader.organisations(network).await?.rows;
    take(&mut all, id)
}

/// Takes one organisation out of all.
fn take(all: &mut Vec<Organisation>, id: OrganisationId) -> Result<Organisation> {
    let position = all.iter().position(|one| one.id == id);
    position
        .map(|position| all.remove(position))
        .ok_or(PlannerError::NotFound)
}
