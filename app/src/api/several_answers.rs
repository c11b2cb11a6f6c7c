//! The form action that gives several people the same answer.

use model::{Question, QuestionId, Registration};
use planner::registrations::RegistrationSelection;
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::{AnswersForm, SeeOther},
    visit::planner,
};

use super::{
    authorise::organises_event, people::optional, seal::seal_of, selection::SelectionForm,
};

/// An answer to one question, and who is given it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SeveralAnswersForm {
    pub event: String,
    /// The id of the question.
    pub question: String,
    pub selection: SelectionForm,
    pub answers: AnswersForm,
    /// The seal of the people that the page named.
    pub shown: String,
}

impl SeveralAnswersForm {
    /// The seal of people with what each of them has answered.
    pub fn seal(people: &[Registration], question: QuestionId) -> String {
        let answer = |person: &Registration| person.answers.get(question)?.shown();
        let people = people.iter();
        let people: Vec<_> = people
            .map(|person| (person.id.uuid(), answer(person)))
            .collect();
        seal_of(&people)
    }
}

/// Gives the answer to the people whom the page has named, as they were, or to none.
pub async fn answer_for_several(form: &SeveralAnswersForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let selection: RegistrationSelection = form.selection.parse()?;
    let question = form.question.parse().map_err(|_| AppError::Unreadable)?;
    let planner = planner();
    let found = planner.several_to_answer(&access, &selection).await?;
    let is_shown =
        |people: &[Registration]| form.shown == SeveralAnswersForm::seal(people, question);
    if !is_shown(&found.people) {
        return Err(AppError::Preview);
    }
    let parse = |questions: &[Question]| form.answers.parse(&optional(questions));
    let changed = planner
        .answer_for_several(&access, &selection, (question, is_shown), parse)
        .await?;
    let list = format!("/organise/events/{event}/registrations");
    Ok(SeeOther::page(format!(
        "{list}?done=answered&decided={changed}"
    )))
}
