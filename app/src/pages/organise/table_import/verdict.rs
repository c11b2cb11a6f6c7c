//! What an import would do, or what speaks against it.

use std::collections::BTreeSet;

use leptos::prelude::*;
use model::{Line, Person};
use planner::tables::{ColumnContent, Headings, TableFault, TablePreview};
use ui::{
    components::{Notice, Tone},
    text::{fault_text, shortened, t},
    visit::language,
};

use crate::api::table_form::fault_of;

/// The most characters shown of an example or a heading.
pub(super) const MAX_EXAMPLE: usize = 60;

/// The most names in a hint.
const MAX_NAMES: usize = 5;

/// The first of several names, which say if there are more.
fn first_names<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let names: Vec<String> = names
        .take(MAX_NAMES + 1)
        .map(|name| shortened(name, MAX_EXAMPLE))
        .collect();
    match names.get(..MAX_NAMES) {
        Some(first) if names.len() > MAX_NAMES => format!("{}, …", first.join(", ")),
        _ => names.join(", "),
    }
}

/// The organisations that the network does not have, each once: how many, and the first names.
pub fn unlisted<'p>(people: impl Iterator<Item = &'p Person>) -> Option<(usize, String)> {
    let unlisted: BTreeSet<&str> = people
        .filter(|person| person.organisation.is_none())
        .filter_map(|person| person.organisation_name.as_ref())
        .map(Line::as_str)
        .collect();
    let names = first_names(unlisted.iter().copied());
    (!unlisted.is_empty()).then_some((unlisted.len(), names))
}

/// The most names of which it is shown how they were split.
const MAX_SPLIT: usize = 8;

/// How names of several words were split into given and family name.
pub fn split_names<'p>(people: impl Iterator<Item = &'p Person>) -> Option<String> {
    let several = people.filter(|person| person.name().split_whitespace().count() > 2);
    let names: Vec<String> = several
        .take(MAX_SPLIT + 1)
        .map(|person| format!("{} | {}", person.given_name, person.family_name))
        .map(|name| shortened(&name, MAX_EXAMPLE))
        .collect();
    let more = if names.len() > MAX_SPLIT { "; …" } else { "" };
    let first = names.get(..MAX_SPLIT).unwrap_or(&names).join("; ");
    (!names.is_empty()).then(|| t!("import-names-look", names = format!("{first}{more}")))
}

/// What has to be known about the line that stands where headings do.
fn about_headings<C, T, S>(preview: &TablePreview<C, T, S>) -> Option<String> {
    match preview.headings {
        Headings::Known => None,
        Headings::Missing => Some(t!("import-headings-missing")),
        Headings::Unknown => {
            let headings = preview.columns.iter().map(|column| column.heading.as_str());
            let line = first_names(headings.filter(|heading| !heading.is_empty()));
            (!line.is_empty()).then(|| t!("import-headings-unknown", line = line))
        }
    }
}

/// What a sound table would do. `says` is the first sentence and what follows from it; `hints` are about valid content
/// that may be unintended, beside those of every table. `again`: the request to import was for another table than the
/// preview's.
pub fn sound_verdict<C: ColumnContent, T, S>(
    preview: &TablePreview<C, T, S>,
    again: bool,
    (says, consequences): (String, Vec<String>),
    mut hints: Vec<String>,
) -> AnyView {
    if let Some(line) = preview.headings_below {
        hints.insert(0, t!("import-headings-below", line = line));
    }
    if let Some(headings) = about_headings(preview) {
        hints.insert(0, headings);
    }
    let left_out = first_names(preview.left_out());
    if !left_out.is_empty() {
        hints.push(t!("import-left-out", columns = left_out));
    }
    let hints: Vec<_> = hints
        .into_iter()
        .map(|hint| view! { <li>{hint}</li> })
        .collect();
    let hints = (!hints.is_empty()).then(|| view! { <ul>{hints}</ul> });
    view! {
        <div class="verdict" role="status" tabindex="-1" autofocus>
            <Notice tone=if again { Tone::Warn } else { Tone::Good }>
                {again.then(|| view! { <p><b>{t!("import-again")}</b></p> })}
                <p><b>{says}</b></p>
                <p>{consequences.join(" ")}</p>
                {hints}
            </Notice>
        </div>
    }
    .into_any()
}

/// Why a table is not imported: its faults, and how many of its lines have some. `name` names what a column holds,
/// `empty` says that there is no line, and `too_many` that there are too many.
pub fn unsound_verdict<C: ColumnContent, T, S>(
    preview: &TablePreview<C, T, S>,
    name: impl Fn(C) -> String,
    empty: &str,
    too_many: impl Fn(usize) -> String,
) -> AnyView {
    let faults: Vec<_> = preview
        .faults
        .iter()
        .map(|fault| {
            let says = match fault {
                TableFault::Empty => empty.to_owned(),
                TableFault::Refused(error) => fault_text(language(), &fault_of(error)),
                TableFault::NoColumn(column) => t!("import-no-column", what = name(*column)),
                TableFault::ColumnTwice(column) => t!("import-column-twice", what = name(*column)),
                TableFault::TooMany { most } => too_many(*most),
            };
            view! { <li>{says}</li> }
        })
        .collect();
    let headings = about_headings(preview).map(|says| view! { <li>{says}</li> });
    let (faulty, of) = (preview.faulty(), preview.lines.len());
    let lines = (faulty > 0).then(|| view! { <li>{t!("import-faulty", n = faulty, of = of)}</li> });
    view! {
        <div class="verdict" role="status" tabindex="-1" autofocus>
            <Notice tone=Tone::Bad>
                <p><b>{t!("import-unsound")}</b></p>
                <ul>{headings}{faults}{lines}</ul>
            </Notice>
        </div>
    }
    .into_any()
}
