//! What the columns of a table hold, as fields.

use leptos::prelude::*;
use planner::tables::{ColumnContent, TableColumn, TablePreview};
use ui::{
    components::{Choice, Select},
    text::{shortened, t},
};

use super::verdict::MAX_EXAMPLE;

/// The fields that say what each column holds. `held` is what they can hold, and `name` names it.
pub fn columns<C: ColumnContent, T, S>(
    preview: &TablePreview<C, T, S>,
    held: impl IntoIterator<Item = C>,
    name: impl Fn(C) -> String,
) -> Option<AnyView> {
    let choices: Vec<Choice> = [C::NOTHING]
        .into_iter()
        .chain(held)
        .map(|column| Choice::new(column.word(), name(column)))
        .collect();
    let selects: Vec<_> = preview
        .columns
        .iter()
        .enumerate()
        .map(|(number, column)| select(number, column, choices.clone()))
        .collect();
    (!selects.is_empty()).then(|| {
        view! {
            <fieldset class="group">
                <legend>{t!("import-columns")}</legend>
                <p class="hint">{t!("import-columns.hint")}</p>
                <div class="columns">{selects}</div>
            </fieldset>
        }
        .into_any()
    })
}

fn select<C: ColumnContent>(
    number: usize,
    column: &TableColumn<C>,
    choices: Vec<Choice>,
) -> AnyView {
    let examples = column.examples.iter();
    let examples: Vec<String> = examples.map(|cell| shortened(cell, MAX_EXAMPLE)).collect();
    let hint = if examples.is_empty() {
        t!("import-column-empty")
    } else {
        t!("import-column-examples", cells = examples.join(", "))
    };
    let label = match column.heading.as_str() {
        "" => t!("import-column-number", n = number + 1),
        heading => shortened(heading, MAX_EXAMPLE),
    };
    view! {
        <Select
            name=format!("columns[{number}]")
            label
            value=column.holds.word()
            choices
            hint
        />
    }
    .into_any()
}
