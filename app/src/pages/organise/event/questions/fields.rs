//! The fields of a question's form.

use leptos::prelude::*;
use model::QuestionKind;
use ui::{
    components::{Area, Check, Choice, Field, Radios},
    text::t,
};

use crate::api::questions::QuestionForm;

#[component]
pub(super) fn QuestionFields(form: QuestionForm) -> impl IntoView {
    // The style sheet hides the options while the kind of question has none.
    view! {
        <div class="question-fields">
            <Field
                name="label"
                label=t!("questions-label")
                value=form.label
                hint=t!("questions-label.hint")
                required=true
            />
            <Radios
                name="kind"
                label=t!("questions-kind")
                value=form.kind
                choices=Choice::of(QuestionKind::ALL)
            />
            <Area
                name="options"
                label=t!("questions-options")
                value=form.options
                hint=t!("questions-options.hint")
                rows=4
            />
            <Field
                name="help"
                label=t!("questions-help")
                value=form.help
                hint=t!("questions-help.hint")
            />
            <Check
                name="required"
                label=t!("questions-required.label")
                checked=form.required.is_some()
                hint=t!("questions-required.hint")
            />
        </div>
    }
}
