//! The form action that chooses the columns of the list of registrations.

use model::{EventId, HiddenColumns, ListColumn, QuestionId};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::authorise::reads_event;

/// The columns that are shown: words of columns and ids of questions.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ColumnsForm {
    pub event: String,
    pub columns: Vec<String>,
}

impl ColumnsForm {
    /// The form with the stored choice.
    pub fn of(
        event: EventId,
        questions: impl Iterator<Item = QuestionId>,
        hidden: &HiddenColumns,
    ) -> Self {
        let fixed = ListColumn::ALL.iter();
        let fixed = fixed.filter(|column| hidden.shows(**column));
        let asked = questions.filter(|question| hidden.shows_answers(*question));
        let columns = fixed
            .map(ToString::to_string)
            .chain(asked.map(|question| question.to_string()));
        Self {
            event: event.to_string(),
            columns: columns.collect(),
        }
    }

    fn hidden(&self, questions: impl Iterator<Item = QuestionId>) -> HiddenColumns {
        let is_hidden = |word: &str| !self.columns.iter().any(|shown| shown == word);
        let fixed = ListColumn::ALL.iter().copied();
        HiddenColumns {
            columns: fixed.filter(|column| is_hidden(column.as_str())).collect(),
            questions: questions
                .filter(|question| is_hidden(&question.to_string()))
                .collect(),
        }
    }
}

/// Keeps the choice for the member. The list, its print and its exports have these columns.
pub async fn choose_columns(form: &ColumnsForm) -> Result<SeeOther, AppError> {
    let (event, access) = reads_event(&form.event)?;
    let planner = planner();
    let planned = planner.planned_event(&access).await?;
    let questions = planned.questions.iter().map(|question| question.id);
    planner
        .hide_columns(&access, &form.hidden(questions))
        .await?;
    Ok(SeeOther::page(format!(
        "/organise/events/{event}/registrations"
    )))
}
