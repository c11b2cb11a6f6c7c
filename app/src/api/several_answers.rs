//! The form action that gives several people the same answer.

use planner::registrations::RegistrationSelection;
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::{AnswersForm, SeeOther},
    visit::planner,
};

use super::{authorise::organises_event, people::optional, selection::SelectionForm};

/// An answer to one question, and who is given it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SeveralAnswersForm {
    pub event: String,
    /// The id of the question.
    pub question: String,
    pub selection: SelectionForm,
    pub answers: AnswersForm,
    /// How many people the page named.
    pub shown: String,
}

/// Gives the answer to as many people as the page has named, or to none.
pub async fn answer_for_several(form: &SeveralAnswersForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let selection: RegistrationSelection = form.selection.parse()?;
    let question = form.question.parse().map_err(|_| AppError::Unreadable)?;
    let planner = planner();
    let found = planner.several_to_answer(&access, &selection).await?;
    if form.shown != found.people.len().to_string() {
        return Err(AppError::Preview);
    }
    let changed = planner
        .answer_for_several(&access, &selection, question, |questions| {
            form.answers.parse(&optional(questions))
        })
        .await?;
    let list = format!("/organise/events/{event}/registrations");
    Ok(SeeOther::page(format!(
        "{list}?done=answered&decided={changed}"
    )))
}
