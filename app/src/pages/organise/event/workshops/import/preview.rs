//! The preview of an import: its verdict and its columns.

use leptos::prelude::*;
use planner::workshops::{ProgrammeColumn, ProgrammePreview, ProgrammeTableFault, TableColumn};
use ui::{
    components::{Choice, Notice, Select, Tone},
    text::{fault_text, shortened, t},
    visit::language,
};

use crate::{
    api::import::fault_of,
    pages::organise::table_import::{column_fields, unsound_verdict},
    programme_table::column_name,
};

/// The most characters shown of an example or a heading.
const MAX_EXAMPLE: usize = 60;

/// The consequences of the import, or the reasons against it. `again`: the request to import was for another table
/// than the preview's.
pub(super) fn verdict(preview: &ProgrammePreview, again: bool) -> AnyView {
    if preview.is_sound() {
        let (added, changed) = (preview.added(), preview.changed());
        let added = (added > 0).then(|| t!("workshops-import-added", n = added));
        let changed = (changed > 0).then(|| t!("workshops-import-changed", n = changed));
        let below = preview.headings_below.map(|line| {
            view! { <p>{t!("import-headings-below", line = line)}</p> }
        });
        let left_out = left_out(preview);
        let tone = if again { Tone::Warn } else { Tone::Good };
        return view! {
            <div class="verdict" role="status" tabindex="-1" autofocus>
                <Notice tone>
                    {again.then(|| view! { <p><b>{t!("import-again")}</b></p> })}
                    <p><b>{t!("workshops-import-sound")}</b></p>
                    <p>{added}" "{changed}</p>
                    {below}
                    {left_out}
                </Notice>
            </div>
        }
        .into_any();
    }
    let faults = preview.faults.iter();
    let faults = faults.map(table_fault).collect();
    unsound_verdict(faults, (preview.faulty(), preview.lines.len())).into_any()
}

/// The columns with content that the import leaves out.
fn left_out(preview: &ProgrammePreview) -> Option<impl IntoView + use<>> {
    let columns = preview.columns.iter().enumerate();
    let left_out: Vec<String> = columns
        .filter(|(number, column)| {
            let mut cells = preview.lines.iter().filter_map(|l| l.cells.get(*number));
            column.holds == ProgrammeColumn::Nothing && cells.any(|cell| !cell.is_empty())
        })
        .map(|(_, column)| shortened(&column.heading, MAX_EXAMPLE))
        .collect();
    (!left_out.is_empty()).then(|| {
        let columns = left_out.join(", ");
        view! { <p>{t!("import-left-out", columns = columns)}</p> }
    })
}

fn table_fault(fault: &ProgrammeTableFault) -> String {
    match fault {
        ProgrammeTableFault::Empty => t!("workshops-import-empty"),
        ProgrammeTableFault::Refused(error) => fault_text(language(), &fault_of(error)),
        ProgrammeTableFault::NoTitle => {
            let what = column_name(language(), ProgrammeColumn::Title);
            t!("import-no-column", what = what)
        }
        ProgrammeTableFault::Twice(column) => {
            t!(
                "import-column-twice",
                what = column_name(language(), *column)
            )
        }
        ProgrammeTableFault::TooMany { most } => t!("workshops-import-too-many", most = *most),
    }
}

/// The recognised content of each column, as fields.
pub(super) fn columns(preview: &ProgrammePreview) -> impl IntoView + use<> {
    let choices: Vec<Choice> = [ProgrammeColumn::Nothing]
        .into_iter()
        .chain(ProgrammeColumn::ALL)
        .map(|column| Choice::new(column.field(), column_name(language(), column)))
        .collect();
    let columns = preview.columns.iter().enumerate();
    let selects: Vec<_> = columns
        .map(|(number, column)| select(preview, number, column, choices.clone()))
        .collect();
    column_fields(selects)
}

fn select(
    preview: &ProgrammePreview,
    number: usize,
    column: &TableColumn,
    choices: Vec<Choice>,
) -> impl IntoView + use<> {
    let cells = preview.lines.iter().filter_map(|l| l.cells.get(number));
    let example = cells.map(String::as_str).find(|cell| !cell.is_empty());
    let hint = match example {
        None => t!("import-column-empty"),
        Some(cell) => t!(
            "import-column-examples",
            cells = shortened(cell, MAX_EXAMPLE)
        ),
    };
    let label = match column.heading.as_str() {
        "" => t!("import-column-number", n = number + 1),
        heading => shortened(heading, MAX_EXAMPLE),
    };
    view! {
        <Select name=format!("columns[{number}]") label value=column.holds.field() choices hint/>
    }
}
