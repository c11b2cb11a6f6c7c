//! What the imports of tables have in common: the fields for a table, the columns, and the reasons against it.

use leptos::prelude::*;
use ui::{
    components::{Area, FileField, Notice, Tone},
    text::t,
};

/// The fields for a table: a file, or a text. `again`: a preview stands above. `leave` is the text of the link to `list`.
#[component]
pub fn TableFields(
    text: String,
    again: bool,
    list: String,
    leave: String,
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
                hint=t!("import-file.hint")
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

/// The fields that say what each column holds.
pub fn column_fields<V: IntoView + 'static>(selects: Vec<V>) -> impl IntoView {
    view! {
        <fieldset class="group">
            <legend>{t!("import-columns")}</legend>
            <p class="hint">{t!("import-columns.hint")}</p>
            <div class="columns">{selects}</div>
        </fieldset>
    }
}

/// Why a table is not imported: its faults, and how many of its lines have some.
pub fn unsound_verdict(faults: Vec<String>, (faulty, of): (usize, usize)) -> impl IntoView {
    let faults: Vec<_> = faults
        .into_iter()
        .map(|fault| view! { <li>{fault}</li> })
        .collect();
    let lines = (faulty > 0).then(|| view! { <li>{t!("import-faulty", n = faulty, of = of)}</li> });
    view! {
        <div class="verdict" role="status" tabindex="-1" autofocus>
            <Notice tone=Tone::Bad>
                <p><b>{t!("import-unsound")}</b></p>
                <ul>{faults}{lines}</ul>
            </Notice>
        </div>
    }
}
