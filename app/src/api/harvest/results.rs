//! Publishing results.

use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::{cafe_item, harvest_path};
use crate::api::authorise::organises_event;

/// A café whose results are published or withdrawn.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ResultsForm {
    pub event: String,
    pub item: String,
}

/// Makes the results public.
pub async fn publish_results(form: &ResultsForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let item = cafe_item(&form.item)?;
    planner().publish_results(&access, item).await?;
    Ok(SeeOther::page(harvest_path(event, &form.item, "")))
}

/// Takes the results back.
pub async fn withdraw_results(form: &ResultsForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let item = cafe_item(&form.item)?;
    planner().withdraw_results(&access, item).await?;
    Ok(SeeOther::page(harvest_path(event, &form.item, "")))
}
