//! The preview of an import into the address book.

use leptos::prelude::*;
use planner::{
    people::{ContactImportPreview, ContactLine, DifferingLine},
    tables::PersonColumn,
};
use ui::{
    components::DataTable,
    text::{shortened, t},
};

use crate::pages::organise::{
    registrations::{column_name, field_name, organisation_of, person_fault},
    table_import::{
        MAX_CELL, columns as column_fields, faulty_lines, sound_verdict, split_names, unlisted,
        unsound_verdict,
    },
};

/// The most lines shown.
const MAX_LINES_SHOWN: usize = 50;

/// What the import would do, or the reasons against it. `again`: the request to import was for another table than the
/// preview's.
pub(super) fn verdict(preview: &ContactImportPreview, again: bool) -> AnyView {
    if !preview.is_sound() {
        let name = |column| column_name(&[], column);
        let too_many = |most| t!("import-too-many", most = most);
        return unsound_verdict(preview, name, &t!("import-empty"), too_many);
    }
    let (added, supplemented) = (preview.added(), preview.supplemented());
    let mut consequences = vec![t!("contact-import-added", n = added)];
    if supplemented > 0 {
        consequences.push(t!("contact-import-supplemented", n = supplemented));
    }
    if preview.opting_out() > 0 {
        consequences.push(t!("contact-import-opting-out", n = preview.opting_out()));
    }
    consequences.push(t!("contact-import-no-mails"));
    let says = (t!("contact-import-sound"), consequences);
    sound_verdict(preview, again, says, hints(preview))
}

fn hints(preview: &ContactImportPreview) -> Vec<String> {
    let mut says = Vec::new();
    if preview.has(PersonColumn::FullName) {
        says.push(t!("import-names-split"));
        let people = preview.entries().filter_map(|(_, line)| match line {
            ContactLine::New(new) => Some(&new.person),
            ContactLine::Supplements(_) => None,
        });
        says.extend(split_names(people));
    }
    let summary = &preview.summary;
    if summary.known > 0 {
        says.push(t!("contact-import-known", n = summary.known));
    }
    if !summary.differing.is_empty() {
        says.push(differing(&summary.differing));
    }
    let new = preview.entries().filter_map(|(_, line)| match line {
        ContactLine::New(new) => Some(&new.person),
        ContactLine::Supplements(_) => None,
    });
    if let Some((n, names)) = unlisted(new) {
        says.push(t!("contact-import-unlisted", n = n, names = names));
    }
    says
}

/// The most lines of which it is shown how they differ from the address book.
const MAX_DIFFERING: usize = 10;

/// The lines that say something else than the address book, and what.
fn differing(lines: &[DifferingLine]) -> String {
    let first = lines.iter().take(MAX_DIFFERING).map(|line| {
        let [says, stored] = [&line.says, &line.stored].map(|text| shortened(text, MAX_CELL));
        t!(
            "contact-import-differs",
            line = line.number,
            says = says,
            stored = stored
        )
    });
    let mut first = first.collect::<Vec<_>>().join("; ");
    if lines.len() > MAX_DIFFERING {
        first.push_str("; …");
    }
    t!("contact-import-differing", n = lines.len(), lines = first)
}

/// The recognised content of each column, as fields.
pub(super) fn columns(preview: &ContactImportPreview) -> Option<AnyView> {
    let held = PersonColumn::OF_CONTACTS.iter().copied();
    column_fields(preview, held, |column| column_name(&[], column))
}

/// The lines: first those with a fault, then all.
pub(super) fn lines(preview: &ContactImportPreview) -> impl IntoView + use<> {
    view! {
        {faulty_lines(preview, |field| field_name(&[], field), person_fault)}
        {read_lines(preview)}
    }
}

fn read_lines(preview: &ContactImportPreview) -> Option<impl IntoView + use<>> {
    let sound = preview.entries().count();
    let rows: Vec<_> = preview
        .entries()
        .take(MAX_LINES_SHOWN)
        .map(|(number, line)| row(number, line))
        .collect();
    if rows.is_empty() {
        return None;
    }
    let headings = vec![
        t!("import-line"),
        t!("people-column-name"),
        t!("person-address"),
        t!("person-organisation"),
        t!("contact-function"),
        t!("contact-tags"),
        t!("contact-import-what"),
    ];
    let more = (sound > MAX_LINES_SHOWN).then(|| {
        view! { <p class="hint">{t!("import-more-lines", n = sound - MAX_LINES_SHOWN)}</p> }
    });
    let summary = t!("import-read", n = sound);
    Some(view! {
        <details class="card">
            <summary>{summary.clone()}</summary>
            <DataTable caption=summary headings>{rows}</DataTable>
            {more}
        </details>
    })
}

fn row(number: u64, line: &ContactLine) -> impl IntoView + use<> {
    let (person, function, tags, what) = match line {
        ContactLine::New(new) => (
            &new.person,
            &new.function,
            &new.tags,
            t!("contact-import-is-new"),
        ),
        ContactLine::Supplements(known) => (
            &known.after.person,
            &known.after.function,
            &known.after.tags,
            if line.opts_out() {
                t!("contact-import-opts-out")
            } else {
                t!("contact-import-is-supplemented")
            },
        ),
    };
    view! {
        <tr>
            <td class="number">{number.to_string()}</td>
            <th scope="row">{format!("{}, {}", person.family_name, person.given_name)}</th>
            <td class="address">{person.address.shown().to_owned()}</td>
            <td>{organisation_of(person)}</td>
            <td>{function.as_ref().map(ToString::to_string)}</td>
            <td>{tags.to_string()}</td>
            <td>{what}</td>
        </tr>
    }
}
