//! The lines of an import's preview.

use leptos::prelude::*;
use model::Fault;
use planner::{
    tables::ColumnContent as _,
    workshops::{ProgrammeColumn, ProgrammePreview},
};
use ui::{
    components::DataTable,
    text::{fault_text, t},
    visit::language,
};

use crate::{pages::organise::table_import::faulty_lines, programme_table::column_name};

/// The lines: first those with a fault, then all others.
pub(super) fn lines(preview: &ProgrammePreview) -> impl IntoView + use<> {
    let field = |field: &str| {
        ProgrammeColumn::of_word(field).map_or_else(
            || field.to_owned(),
            |column| column_name(language(), column),
        )
    };
    let fault = |_: &str, fault: &Fault| match fault {
        Fault::Twice => t!("workshops-import-twice"),
        fault => fault_text(language(), fault),
    };
    view! {
        {faulty_lines(preview, field, fault)}
        {read_lines(preview)}
    }
}

fn read_lines(preview: &ProgrammePreview) -> Option<impl IntoView + use<>> {
    let rows: Vec<_> = preview
        .entries()
        .map(|(number, workshop)| {
            let what = if workshop.changes.is_some() {
                t!("workshops-import-is-changed")
            } else {
                t!("workshops-import-is-new")
            };
            let speakers = workshop.details.speakers.as_ref().map(ToString::to_string);
            view! {
                <tr>
                    <td class="number">{number.to_string()}</td>
                    <th scope="row">{workshop.details.title.to_string()}</th>
                    <td>{speakers}</td>
                    <td>{workshop.offers.len().to_string()}</td>
                    <td>{what}</td>
                </tr>
            }
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let headings = vec![
        t!("import-line"),
        t!("workshops-column-workshop"),
        t!("workshops-field-speakers"),
        t!("workshops-field-slots"),
        t!("workshops-import-what"),
    ];
    let summary = t!("workshops-import-read", n = rows.len());
    Some(view! {
        <details class="card">
            <summary>{summary.clone()}</summary>
            <DataTable caption=summary headings>{rows}</DataTable>
        </details>
    })
}
