//! The form action that makes one organisation of two.

use model::{Fault, OrganisationId};
use planner::people::OrganisationMerge;
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::organisations::{organises, page_of};

/// The form that makes one organisation of two.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OrganisationMergeForm {
    pub network: String,
    pub organisation: String,
    pub with: String,
    /// The hash of what the page showed of both.
    pub seen: String,
    /// Which of the two stays.
    pub keep: String,
}

impl OrganisationMergeForm {
    fn parse(&self) -> Result<OrganisationMerge, AppError> {
        let id = |id: &str| id.parse().map_err(|_| AppError::NotFound);
        let organisations: [OrganisationId; 2] = [id(&self.organisation)?, id(&self.with)?];
        if self.keep.is_empty() {
            return Err(AppError::fault("keep", Fault::NoChoice));
        }
        Ok(OrganisationMerge {
            organisations,
            kept: id(&self.keep)?,
            seen: self.seen.clone(),
        })
    }
}

/// Makes one organisation of two.
pub async fn merge_organisations(form: &OrganisationMergeForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let merge = form.parse()?;
    planner().merge_organisations(&right, &merge).await?;
    Ok(SeeOther::page(page_of(
        right.network(),
        merge.kept,
        "merged",
    )))
}
