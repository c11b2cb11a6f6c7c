//! The questions of an event in a participant's form.

use leptos::prelude::*;
use model::{Language, Question};
use ui::{components::Questions, forms::AnswersForm, text::t};

/// The fields of the questions. Renders inside the form, whose context the fields need.
pub(super) fn questions(
    asked: Vec<Question>,
    answers: AnswersForm,
    asked_in: Language,
) -> Option<impl IntoView> {
    (!asked.is_empty()).then(|| {
        view! {
            <fieldset class="group">
                <legend>{t!("register-questions")}</legend>
                <Questions questions=asked answers asked_in/>
            </fieldset>
        }
    })
}
