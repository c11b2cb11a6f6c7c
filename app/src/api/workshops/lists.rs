//! Form actions of the lists of workshops: their links, and what they show.

use std::collections::HashMap;

use model::WorkshopId;
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use crate::api::authorise::organises_event;

/// The workshops that links are made or revoked for.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ListLinksForm {
    pub event: String,
    /// Empty for all.
    pub workshop: String,
}

impl ListLinksForm {
    fn workshop(&self) -> Result<Option<WorkshopId>, AppError> {
        if self.workshop.is_empty() {
            return Ok(None);
        }
        let workshop = self.workshop.parse();
        workshop.map(Some).map_err(|_| AppError::NotFound)
    }
}

/// The questions whose answers lists show.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ListAnswersForm {
    pub event: String,
    /// The checked ones, by id.
    pub questions: HashMap<String, String>,
}

/// Makes links, and shows them.
pub async fn make_list_links(form: &ListLinksForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let sheet = planner().make_list_links(&access, form.workshop()?).await?;
    Ok(page(event, &format!("sheet={}", sheet.reveal())))
}

/// Revokes links.
pub async fn revoke_list_links(form: &ListLinksForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner()
        .revoke_list_links(&access, form.workshop()?)
        .await?;
    Ok(page(event, "done=revoked"))
}

/// Sets the questions whose answers lists show.
pub async fn show_list_answers(form: &ListAnswersForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let questions = form.questions.keys().filter_map(|id| id.parse().ok());
    planner()
        .show_answers_on_lists(&access, questions.collect())
        .await?;
    Ok(page(event, "done=answers"))
}

fn page(event: model::EventId, query: &str) -> SeeOther {
    SeeOther::page(format!("/organise/events/{event}/workshops/lists?{query}"))
}
