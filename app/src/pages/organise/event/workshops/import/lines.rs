//! The lines of an import's preview.

use leptos::prelude::*;
use model::Fault;
use planner::workshops::{ProgrammeColumn, ProgrammeLine, ProgrammePreview};
use ui::{
    components::DataTable,
    text::{fault_text, shortened, t},
    visit::language,
};

use crate::programme_table::column_name;

/// The most faulty lines shown. More of them usually have one cause.
const MAX_FAULTS_SHOWN: usize = 100;

/// The most characters shown of a line, and of a cell.
const MAX_LINE: usize = 400;
const MAX_CELL: usize = 200;

/// The lines: first those with a fault, then all others.
pub(super) fn lines(preview: &ProgrammePreview) -> impl IntoView + use<> {
    let faulty = preview.lines.iter().filter(|line| line.workshop.is_err());
    let rows: Vec<_> = faulty.take(MAX_FAULTS_SHOWN).map(faulty_row).collect();
    let faults = (!rows.is_empty()).then(|| {
        let headings = vec![t!("import-line"), t!("import-wrong"), t!("import-cells")];
        let hidden = preview.faulty().saturating_sub(MAX_FAULTS_SHOWN);
        let more = (hidden > 0)
            .then(|| view! { <p class="hint">{t!("import-more-faults", n = hidden)}</p> });
        view! {
            <section class="stack import-lines">
                <h3>{t!("import-faults")}</h3>
                <DataTable caption=t!("import-faults") headings stacks=true>{rows}</DataTable>
                {more}
            </section>
        }
    });
    view! {
        {faults}
        {read_lines(preview)}
    }
}

/// Number, faults with their columns, and content of a line.
fn faulty_row(line: &ProgrammeLine) -> impl IntoView + use<> {
    let faults = line.workshop.as_ref().err();
    let faults: Vec<_> = faults
        .into_iter()
        .flat_map(model::Faults::iter)
        .map(|(field, fault)| {
            let mut columns = ProgrammeColumn::ALL.into_iter();
            let column = columns.find(|column| column.field() == field);
            let field = column.map_or_else(
                || field.to_owned(),
                |column| column_name(language(), column),
            );
            let text = match fault {
                Fault::Twice => t!("workshops-import-twice"),
                fault => fault_text(language(), fault),
            };
            view! { <li><b>{field}</b>": "{text}</li> }
        })
        .collect();
    let cells: Vec<String> = line
        .cells
        .iter()
        .map(|cell| shortened(cell, MAX_CELL))
        .collect();
    let cells = shortened(&cells.join(" · "), MAX_LINE);
    view! {
        <tr>
            <th scope="row" class="number">{line.number.to_string()}</th>
            <td><ul class="plain">{faults}</ul></td>
            <td class="address">{cells}</td>
        </tr>
    }
}

fn read_lines(preview: &ProgrammePreview) -> Option<impl IntoView + use<>> {
    let sound = preview.lines.iter();
    let rows: Vec<_> = sound
        .filter_map(|line| {
            let workshop = line.workshop.as_ref().ok()?;
            let what = if workshop.changes.is_some() {
                t!("workshops-import-is-changed")
            } else {
                t!("workshops-import-is-new")
            };
            let speakers = workshop.details.speakers.as_ref().map(ToString::to_string);
            Some(view! {
                <tr>
                    <td class="number">{line.number.to_string()}</td>
                    <th scope="row">{workshop.details.title.to_string()}</th>
                    <td>{speakers}</td>
                    <td>{workshop.offers.len().to_string()}</td>
                    <td>{what}</td>
                </tr>
            })
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
        <details class="card import-lines">
            <summary>{summary.clone()}</summary>
            <DataTable caption=summary headings>{rows}</DataTable>
        </details>
    })
}
