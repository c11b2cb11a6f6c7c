//! What the imports of tables have in common: the form, what the columns hold, what speaks against a table, its faulty
//! lines, and the latest imports, which can be taken back.

mod columns;
mod faulty_lines;
mod form;
mod latest;
mod verdict;

use leptos::prelude::*;
use planner::tables::{ColumnContent, MOST_COLUMNS, TablePreview};
use ui::{
    components::{Area, FileField, Hidden},
    text::t,
};

use crate::api::table_form::{IMPORT, IMPORT_SOUND, headings_hash};

pub use self::{
    columns::columns,
    faulty_lines::{MAX_CELL, faulty_lines},
    form::{ImportForm, import_form},
    latest::{ImportWords, LatestImport, latest_imports, outcome},
    verdict::{sound_verdict, split_names, unlisted, unsound_verdict},
};

/// The button that imports a sound table, with what its preview has shown.
pub fn import_button(seal: String, label: String) -> impl IntoView {
    view! {
        <Hidden name="seen" value=seal/>
        <div class="row">
            <button class="button first" name="do" value=IMPORT>{label}</button>
        </div>
    }
}

/// The button that imports the lines without a fault, if there are some: all of them, or without the others. `label` says
/// how many all are.
pub fn import_lines_button<C: ColumnContent, T, S>(
    preview: &TablePreview<C, T, S>,
    seal: String,
    label: impl FnOnce(usize) -> String,
) -> Option<AnyView> {
    let (sound, faulty) = (preview.entries().count(), preview.faulty());
    if !preview.faults.is_empty() || sound == 0 {
        return None;
    }
    if faulty == 0 {
        return Some(import_button(seal, label(sound)).into_any());
    }
    let label = t!("import-go-sound", n = sound, faulty = faulty);
    let button = view! {
        <Hidden name="seen" value=seal/>
        <div class="row">
            <button class="button" name="do" value=IMPORT_SOUND>{label}</button>
        </div>
    };
    Some(button.into_any())
}

/// The headings that the chosen columns belong to.
pub fn headings_field<C: ColumnContent, T, S>(preview: &TablePreview<C, T, S>) -> AnyView {
    view! { <Hidden name="headings" value=headings_hash(preview)/> }.into_any()
}

/// The fields for a table: a file, or a text. `again`: a preview stands above. `leave` is the text of the link to `list`.
#[component]
pub fn TableFields(
    text: String,
    again: bool,
    list: String,
    leave: String,
    /// The most lines.
    most: usize,
    /// What the table holds. Shown before there is a preview.
    children: Children,
) -> impl IntoView {
    let intro = (!again).then(children);
    view! {
        <fieldset class="group">
            <legend>{if again { t!("import-table-again") } else { t!("import-table") }}</legend>
            {intro}
            <FileField
                name="file"
                label=if again { t!("import-file-again") } else { t!("import-file") }
                accept=".xlsx,.csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                hint=t!("import-file.hint", most = most, columns = MOST_COLUMNS)
            />
            <Area
                name="text"
                label=if again { t!("import-text-again") } else { t!("import-text") }
                value=text
                hint=if again { String::new() } else { t!("import-text.hint") }
                rows=8
                unmarked=true
            />
            <div class="row">
                <button class=if again { "button" } else { "button first" } name="do" value="check">
                    {if again { t!("import-check-again") } else { t!("import-check") }}
                </button>
                <a class="button" href=list>{leave}</a>
            </div>
            <p class="hint">{t!("import-nothing-yet")}</p>
        </fieldset>
    }
}
