//! The choice of the columns of the list.

use leptos::prelude::*;
use model::{HiddenColumns, ListColumn};
use planner::registrations::Listing;
use ui::{
    components::{Checks, Choice, Form, Hidden},
    forms::resubmitted,
    text::t,
};

use super::table::column_name;
use crate::api::{actions::ChooseColumns, columns::ColumnsForm};

/// The form that chooses the columns, folded away.
pub(super) fn column_choice(list: &Listing, hidden: &HiddenColumns) -> impl IntoView + use<> {
    let fixed = ListColumn::ALL.iter();
    let fixed = fixed.map(|column| Choice::new(column.to_string(), column_name(*column)));
    let asked = list.questions.iter();
    let asked = asked.map(|question| Choice::new(question.id.to_string(), question.label.as_str()));
    let choices: Vec<Choice> = fixed.chain(asked).collect();
    let form = resubmitted::<ChooseColumns>().unwrap_or_else(|| {
        let questions = list.questions.iter().map(|question| question.id);
        ColumnsForm::of(list.event.id, questions, hidden)
    });
    let event = list.event.id.to_string();
    view! {
        <details class="card dense">
            <summary>{t!("people-columns")}</summary>
            <Form to=ChooseColumns::PATH>
                <Hidden name="event" value=event/>
                <Checks
                    name="columns"
                    label=t!("people-columns-shown")
                    values=form.columns
                    choices
                    hint=t!("people-columns-shown.hint")
                />
                <div class="row"><button class="button">{t!("people-columns-save")}</button></div>
            </Form>
        </details>
    }
}
