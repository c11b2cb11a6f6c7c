//! Form actions of the logo of an organisation.

use model::{Fault, OrganisationId};
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::{SeeOther, Upload},
    visit::planner,
};

use super::organisations::{organises, page_of};

/// A form that names an organisation.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OrganisationLogoForm {
    pub network: String,
    pub organisation: String,
}

impl OrganisationLogoForm {
    fn organisation(&self) -> Result<OrganisationId, AppError> {
        self.organisation.parse().map_err(|_| AppError::NotFound)
    }
}

/// Gives an organisation a logo, in place of the one that it had.
pub async fn save_organisation_logo(
    form: &OrganisationLogoForm,
    files: &[Upload],
) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let id = form.organisation()?;
    let file = files.iter().find(|file| file.field == "file");
    let file = file.ok_or_else(|| AppError::fault("file", Fault::Missing))?;
    planner()
        .set_organisation_logo(&right, id, file.bytes.to_vec())
        .await?;
    Ok(SeeOther::page(page_of(right.network(), id, "logo-saved")))
}

/// Takes the logo of an organisation away.
pub async fn remove_organisation_logo(form: &OrganisationLogoForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let id = form.organisation()?;
    planner().remove_organisation_logo(&right, id).await?;
    Ok(SeeOther::page(page_of(right.network(), id, "logo-removed")))
}
