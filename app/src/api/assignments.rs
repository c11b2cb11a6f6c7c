//! Form actions of assignments: computed, chosen, undone, published; people who come late placed.

use planner::assignments::Choice;
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::{authorise::organises_event, jobs::running_job};

/// A button of the page of an assignment.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AssignmentForm {
    pub event: String,
    /// The version that the button is about, if it is about one.
    pub version: String,
    /// The current version that the page showed. Empty: none.
    pub seen: String,
    /// The number of an assignment beside the version. Empty: the version itself.
    pub alternative: String,
}

impl AssignmentForm {
    fn version(&self) -> Result<u32, AppError> {
        self.version.parse().map_err(|_| AppError::NotFound)
    }
}

/// Computes assignments by all fairnesses.
pub async fn assign_workshops(form: &AssignmentForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner().assign_workshops(&access).await?;
    Ok(page(event))
}

/// Makes an assignment the current one.
pub async fn choose_assignment(form: &AssignmentForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let choice = Choice {
        version: form.version()?,
        alternative: optional(&form.alternative)?,
        seen: optional(&form.seen)?,
    };
    planner().choose_assignment(&access, choice).await?;
    Ok(page(event))
}

/// Places everybody who registered after the current version was made.
pub async fn place_late_people(form: &AssignmentForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner().place_late_people(&access).await?;
    Ok(page(event))
}

/// Goes back to the version before the current one.
pub async fn undo_assignment(form: &AssignmentForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner()
        .undo_assignment_change(&access, form.version()?)
        .await?;
    Ok(page(event))
}

/// Takes the last undoing back.
pub async fn redo_assignment(form: &AssignmentForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner()
        .redo_assignment_change(&access, form.version()?)
        .await?;
    Ok(page(event))
}

/// Publishes the current assignment.
pub async fn publish_assignment(form: &AssignmentForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner()
        .publish_assignment(&access, form.version()?)
        .await?;
    let page = SeeOther::page(publish_page(event, "published"));
    Ok(running_job(event, &access, "plan").await?.unwrap_or(page))
}

/// Takes the timetables away from participants.
pub async fn withdraw_assignment(form: &AssignmentForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner().withdraw_assignment(&access).await?;
    Ok(SeeOther::page(publish_page(event, "withdrawn")))
}

fn publish_page(event: model::EventId, done: &str) -> String {
    format!("/organise/events/{event}/workshops/publish?done={done}")
}

fn optional(number: &str) -> Result<Option<u32>, AppError> {
    let number = Some(number).filter(|number| !number.is_empty());
    let number = number.map(str::parse).transpose();
    number.map_err(|_| AppError::NotFound)
}

fn page(event: model::EventId) -> SeeOther {
    SeeOther::page(format!("/organise/events/{event}/workshops/assignment"))
}
