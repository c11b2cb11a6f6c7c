//! The event's own questions, as a part of a participant's form.

use leptos::prelude::*;
use model::{Language, Question};

use crate::{api::answers::AnswersForm, components::Questions, text::t};

/// Nothing where nothing is asked. Called inside of the form, which its fields look for.
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
