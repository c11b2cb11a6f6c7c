//! An event's own questions, as fields of a form.

use leptos::{prelude::*, tachys::reactive_graph::OwnedView};
use model::{Answers, Language, Need, Question, QuestionKind};

use super::{Area, Check, Checks, Choice, Field, Radios, Select, field::LabelLanguage};
use crate::{forms::AnswersForm, text::t, visit::language};

/// The most options shown as radio buttons. More are a drop-down list, to keep the form short on a phone.
const MAX_RADIOS: usize = 7;

/// One field for each question.
#[component]
pub fn Questions(
    questions: Vec<Question>,
    /// The typed or stored answers.
    answers: AnswersForm,
    /// The language of the questions: the event's.
    asked_in: Language,
    /// The row of the form that the fields stand in, such as `people[1]`.
    #[prop(optional, into)]
    row: String,
) -> impl IntoView {
    let owner = Owner::new();
    let fields = owner.with(|| {
        if asked_in != language() {
            provide_context(LabelLanguage(asked_in));
        }
        questions
            .into_iter()
            .map(|question| field(question, &answers, &row))
            .collect_view()
    });
    OwnedView::new_with_owner(fields, owner)
}

fn field(question: Question, answers: &AnswersForm, row: &str) -> AnyView {
    let name = if row.is_empty() {
        Answers::field(question.id)
    } else {
        format!("{row}[answers][{}]", question.id)
    };
    let label = question.label.to_string();
    let hint = question.help.to_string();
    let required = question.need == Need::Required;
    let value = answers.one(question.id);
    let mut choices: Vec<Choice> = question
        .options
        .iter()
        .map(|option| Choice::new(option.as_str(), option.as_str()))
        .collect();
    match question.kind {
        QuestionKind::Text => view! { <Field name label value hint required/> }.into_any(),
        QuestionKind::LongText => view! { <Area name label value hint required/> }.into_any(),
        QuestionKind::OneOf if choices.len() > MAX_RADIOS => {
            let none = if required {
                t!("question-choose")
            } else {
                t!("question-no-answer")
            };
            view! { <Select name label value choices none hint required/> }.into_any()
        }
        QuestionKind::OneOf => {
            // A chosen radio button cannot be unchosen.
            if !required {
                choices.push(Choice::new("", t!("question-no-answer")));
            }
            view! { <Radios name label value choices hint required/> }.into_any()
        }
        QuestionKind::SeveralOf => {
            let values = answers.values(question.id).to_vec();
            view! { <Checks name label values choices hint required/> }.into_any()
        }
        QuestionKind::YesNo => {
            let checked = !value.is_empty();
            view! { <Check name label checked hint required/> }.into_any()
        }
    }
}
