//! The preview of an import of organisations.

use leptos::prelude::*;
use model::{Fault, Line};
use planner::{
    people::{LineParent, OrganisationColumn, OrganisationImportPreview, OrganisationLine},
    tables::ColumnContent as _,
};
use ui::{
    components::DataTable,
    text::{fault_text, t},
    visit::language,
};

use crate::{
    organisation_table::organisation_column_name,
    pages::organise::table_import::{
        columns as column_fields, faulty_lines, sound_verdict, unsound_verdict,
    },
};

/// The most lines shown.
const MAX_LINES_SHOWN: usize = 200;

fn name(column: OrganisationColumn) -> String {
    organisation_column_name(language(), column)
}

/// What the import would do, or the reasons against it. `again`: the request to import was for another table than the
/// preview's.
pub(super) fn verdict(preview: &OrganisationImportPreview, again: bool) -> AnyView {
    if !preview.is_sound() {
        let too_many = |most| t!("organisation-import-too-many", most = most);
        let empty = t!("organisation-import-empty");
        return unsound_verdict(preview, name, &empty, too_many);
    }
    let (added, changed) = (preview.added(), preview.changed());
    let mut consequences = vec![t!("organisation-import-added", n = added)];
    if changed > 0 {
        consequences.push(t!("organisation-import-changed", n = changed));
    }
    consequences.push(t!("contact-import-no-mails"));
    let known = preview.summary.known;
    let known = (known > 0).then(|| t!("organisation-import-known", n = known));
    let says = (t!("contact-import-sound"), consequences);
    sound_verdict(preview, again, says, known.into_iter().collect())
}

/// The recognised content of each column, as fields.
pub(super) fn columns(preview: &OrganisationImportPreview) -> Option<AnyView> {
    column_fields(preview, OrganisationColumn::ALL, name)
}

/// The lines: first those with a fault, then all others.
pub(super) fn lines(preview: &OrganisationImportPreview) -> impl IntoView + use<> {
    let field =
        |field: &str| OrganisationColumn::of_word(field).map_or_else(|| field.to_owned(), name);
    let fault = |_: &str, fault: &Fault| match fault {
        Fault::Twice => t!("import-twice"),
        fault => fault_text(language(), fault),
    };
    view! {
        {faulty_lines(preview, field, fault)}
        {read_lines(preview)}
    }
}

fn read_lines(preview: &OrganisationImportPreview) -> Option<impl IntoView + use<>> {
    let sound = preview.entries().count();
    let rows: Vec<_> = preview
        .entries()
        .take(MAX_LINES_SHOWN)
        .map(|(number, line)| row(number, line))
        .collect();
    if rows.is_empty() {
        return None;
    }
    let mut headings = vec![t!("import-line")];
    headings.extend(OrganisationColumn::ALL.map(name));
    headings.push(t!("contact-import-what"));
    let more = (sound > MAX_LINES_SHOWN).then(|| {
        view! { <p class="hint">{t!("import-more-lines", n = sound - MAX_LINES_SHOWN)}</p> }
    });
    let summary = t!("organisation-import-read", n = sound);
    let open = preview.changed() > 0;
    Some(view! {
        <details class="card" open=open>
            <summary>{summary.clone()}</summary>
            <DataTable caption=summary headings>{rows}</DataTable>
            {more}
        </details>
    })
}

fn row(number: u64, line: &OrganisationLine) -> impl IntoView + use<> {
    let parent = match &line.parent {
        LineParent::Named(name) => Some(name.to_string()),
        LineParent::Unsaid => None,
    };
    let what = if line.before.is_some() {
        t!("organisation-import-is-changed")
    } else {
        t!("contact-import-is-new")
    };
    let before = line.before.as_ref();
    view! {
        <tr>
            <td class="number">{number.to_string()}</td>
            <th scope="row">
                {value(Some(&line.short_name), before.map(|one| &one.short_name))}
            </th>
            <td>{value(Some(&line.name), before.map(|one| &one.name))}</td>
            <td>{value(line.region.as_ref(), before.and_then(|one| one.region.as_ref()))}</td>
            <td>{value(line.field.as_ref(), before.and_then(|one| one.field.as_ref()))}</td>
            <td>{parent}</td>
            <td>{what}</td>
        </tr>
    }
}

/// A value, after the one that it replaces.
fn value<const MOST: usize>(
    after: Option<&Line<MOST>>,
    before: Option<&Line<MOST>>,
) -> impl IntoView + use<MOST> {
    let replaced = before.filter(|before| Some(*before) != after);
    let replaced = replaced.map(|before| view! { <del>{before.to_string()}</del>" → " });
    view! { {replaced}{after.map(Line::to_string)} }
}
