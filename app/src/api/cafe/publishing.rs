//! Form actions that publish the plan of a café, withdraw it, or repair it.

use planner::{
    PlannerError,
    cafes::{RepairKind, RepairPublication},
};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::{cafe_page, day::with_outcome, item_of};
use crate::api::{authorise::organises_event, jobs::running_job};

/// The plan of a café that is to be published or withdrawn.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PublishPlanForm {
    pub event: String,
    pub item: String,
    /// The version that the organiser looked at.
    pub version: String,
}

/// Publishes the plan that is edited.
pub async fn publish_plan(form: &PublishPlanForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let item = item_of(&form.item)?;
    let version = form.version.parse().map_err(|_| AppError::NotFound)?;
    planner().publish_cafe_plan(&access, item, version).await?;
    let page = SeeOther::page(cafe_page(event, item, "publish", "done=published"));
    Ok(running_job(event, &access, "plan").await?.unwrap_or(page))
}

/// Takes the plan away from participants.
pub async fn withdraw_plan(form: &PublishPlanForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let item = item_of(&form.item)?;
    planner().withdraw_cafe_plan(&access, item).await?;
    let page = cafe_page(event, item, "publish", "done=withdrawn");
    Ok(SeeOther::page(page))
}

/// A repair that was chosen.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RepairPlanForm {
    pub event: String,
    pub item: String,
    pub kind: String,
    /// What the repairs that were shown were made from.
    pub basis: String,
    /// `publish`: the people are told at once.
    #[serde(rename = "do")]
    pub action: String,
}

/// Makes a repair the plan.
pub async fn repair_plan(form: &RepairPlanForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let item = item_of(&form.item)?;
    let kind = RepairKind::parse(&form.kind).ok_or(AppError::NotFound)?;
    let publication = match form.action.as_str() {
        "publish" => RepairPublication::AtOnce,
        _ => RepairPublication::Later,
    };
    let repaired = planner()
        .repair_cafe_plan(&access, item, (kind, &form.basis), publication)
        .await;
    let made = match repaired {
        Ok(made) => made,
        // The page says so, above proposals for what is there now.
        Err(PlannerError::Conflict(_)) => {
            let page = cafe_page(event, item, "repair", "done=stale");
            return Ok(SeeOther::page(page));
        }
        Err(error) => return Err(error.into()),
    };
    let done = match publication {
        RepairPublication::AtOnce => "done=repaired",
        RepairPublication::Later => "done=planned",
    };
    // The basis begins with the version that people hold in their hands.
    let before = form.basis.split('.').next().unwrap_or_default();
    let query = format!("{done}&version={made}&changed={before}");
    let page = SeeOther::page(with_outcome(cafe_page(event, item, "day", &query)));
    Ok(running_job(event, &access, "plan").await?.unwrap_or(page))
}
