//! The lines of a table that have a fault.

use leptos::prelude::*;
use model::Fault;
use planner::tables::{ColumnContent, TableLine, TablePreview};
use ui::{
    components::DataTable,
    text::{shortened, t},
};

/// The most faulty lines shown. More of them usually have one cause.
const MAX_FAULTS_SHOWN: usize = 100;

/// The most characters shown of a line, and of a cell.
const MAX_LINE: usize = 400;
pub const MAX_CELL: usize = 200;

/// The faulty lines, if there are any. `field` names a field, `fault` says what is wrong with it.
pub fn faulty_lines<C: ColumnContent, T, S>(
    preview: &TablePreview<C, T, S>,
    field: impl Fn(&str) -> String,
    fault: impl Fn(&str, &Fault) -> String,
) -> Option<AnyView> {
    let faulty = preview.lines.iter().filter(|line| line.says.is_err());
    let rows: Vec<_> = faulty
        .take(MAX_FAULTS_SHOWN)
        .map(|line| row(line, &field, &fault))
        .collect();
    let hidden = preview.faulty().saturating_sub(MAX_FAULTS_SHOWN);
    let more =
        (hidden > 0).then(|| view! { <p class="hint">{t!("import-more-faults", n = hidden)}</p> });
    (!rows.is_empty()).then(|| {
        let headings = vec![t!("import-line"), t!("import-wrong"), t!("import-cells")];
        view! {
            <section class="stack import-lines">
                <h3>{t!("import-faults")}</h3>
                <DataTable caption=t!("import-faults") headings stacks=true>{rows}</DataTable>
                {more}
            </section>
        }
        .into_any()
    })
}

/// Number, faults with their fields, and content of a line.
fn row<T>(
    line: &TableLine<T>,
    field: &impl Fn(&str) -> String,
    fault: &impl Fn(&str, &Fault) -> String,
) -> AnyView {
    let faults = line.says.as_ref().err().into_iter();
    let faults: Vec<_> = faults
        .flat_map(model::Faults::iter)
        .map(|(name, wrong)| {
            let (field, says) = (field(name), fault(name, wrong));
            view! { <li><b>{field}</b>": "{says}</li> }
        })
        .collect();
    let mut cells = String::new();
    for cell in &line.cells {
        if !cells.is_empty() {
            cells.push_str(" · ");
        }
        cells.push_str(&shortened(cell, MAX_CELL));
        if cells.len() > MAX_LINE {
            cells = shortened(&cells, MAX_LINE);
            break;
        }
    }
    view! {
        <tr>
            <th scope="row" class="number">{line.number.to_string()}</th>
            <td><ul class="plain">{faults}</ul></td>
            <td class="address">{cells}</td>
        </tr>
    }
    .into_any()
}
