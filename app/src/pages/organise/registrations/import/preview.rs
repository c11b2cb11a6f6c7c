//! The preview of an import: its verdict and its columns.

use std::collections::BTreeSet;

use leptos::prelude::*;
use model::{EventState, Line, Question, QuestionId};
use planner::registrations::{Column, ImportColumn, ImportPreview, TableFault};
use ui::{
    components::{Choice, Notice, Select, Tone},
    text::{fault_text, shortened, t},
    visit::language,
};

use crate::{
    api::import::{fault_of, word_of},
    pages::organise::table_import::{column_fields, unsound_verdict},
};

/// The most characters shown of an example or a heading.
const MAX_EXAMPLE: usize = 60;

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

/// The consequences of the import, or the reasons against it. `again`: the request to import was for another table
/// than the preview's.
pub(super) fn verdict(preview: &ImportPreview, state: EventState, again: bool) -> AnyView {
    if preview.is_sound() {
        let people = preview.lines.len();
        let mails = match state {
            EventState::Draft => t!("import-mails-later"),
            EventState::Published | EventState::Cancelled => t!("import-mails", n = people),
        };
        let waiting = (preview.waiting > 0).then(|| t!("import-waiting", n = preview.waiting));
        let seated = t!("import-seated", n = preview.seated);
        let hints = hints(preview);
        return view! {
            <div class="verdict" role="status" tabindex="-1" autofocus>
                <Notice tone=if again { Tone::Warn } else { Tone::Good }>
                    {again.then(|| view! { <p><b>{t!("import-again")}</b></p> })}
                    <p><b>{t!("import-sound", n = people)}</b></p>
                    <p>{seated}" "{waiting}" "{mails}</p>
                    {hints}
                </Notice>
            </div>
        }
        .into_any();
    }
    let faults = preview.faults.iter();
    let faults = faults.map(|fault| table_fault(preview, fault)).collect();
    unsound_verdict(faults, (preview.faulty(), preview.lines.len())).into_any()
}

/// Hints about valid content that may be unintended.
fn hints(preview: &ImportPreview) -> Option<impl IntoView + use<>> {
    let mut says = Vec::new();
    if let Some(line) = preview.headings_below {
        says.push(t!("import-headings-below", line = line));
    }
    if preview.has(Column::FullName) {
        says.push(t!("import-names-split"));
    }
    if preview.withdrawn > 0 {
        says.push(t!("import-withdrawn", n = preview.withdrawn));
    }
    if preview.waited > 0 {
        says.push(t!("import-waited", n = preview.waited));
    }
    if preview.unknown_states > 0 {
        says.push(t!("import-unknown-states", n = preview.unknown_states));
    }
    if preview.known > 0 {
        says.push(t!("import-known", n = preview.known));
    }
    if preview.returning > 0 {
        says.push(t!("import-returning", n = preview.returning));
    }
    let people = preview
        .lines
        .iter()
        .filter_map(|line| line.person.as_ref().ok());
    let unlisted: BTreeSet<&str> = people
        .filter(|added| added.person.organisation.is_none())
        .filter_map(|added| added.person.organisation_name.as_ref())
        .map(Line::as_str)
        .collect();
    if !unlisted.is_empty() {
        says.push(t!(
            "import-unlisted",
            n = unlisted.len(),
            names = first_names(unlisted.iter().copied())
        ));
    }
    let left_out: Vec<&str> = preview
        .columns
        .iter()
        .enumerate()
        .filter(|(number, column)| {
            let mut cells = preview
                .lines
                .iter()
                .filter_map(|line| line.cells.get(*number));
            column.holds == Column::Nothing && cells.any(|cell| !cell.is_empty())
        })
        .map(|(_, column)| column.heading.as_str())
        .collect();
    if !left_out.is_empty() {
        let columns = first_names(left_out.into_iter());
        says.push(t!("import-left-out", columns = columns));
    }
    let says: Vec<_> = says
        .into_iter()
        .map(|says| view! { <li>{says}</li> })
        .collect();
    (!says.is_empty()).then(|| view! { <ul>{says}</ul> })
}

fn table_fault(preview: &ImportPreview, fault: &TableFault) -> String {
    match fault {
        TableFault::Empty => t!("import-empty"),
        TableFault::Refused(error) => fault_text(language(), &fault_of(error)),
        TableFault::NoColumn(column) => {
            t!(
                "import-no-column",
                what = column_name(&preview.questions, *column)
            )
        }
        TableFault::ColumnTwice(column) => {
            t!(
                "import-column-twice",
                what = column_name(&preview.questions, *column)
            )
        }
    }
}

fn column_name(questions: &[Question], column: Column) -> String {
    match column {
        Column::GivenName => t!("add-given-name"),
        Column::FamilyName => t!("add-family-name"),
        Column::FullName => t!("import-column-full-name"),
        Column::Address => t!("person-address"),
        Column::Organisation => t!("person-organisation"),
        Column::Language => t!("person-language"),
        Column::State => t!("people-column-state"),
        Column::Answer(id) => label(questions, id).unwrap_or_else(|| t!("import-column-answer")),
        Column::Nothing => t!("import-column-nothing"),
    }
}

fn label(questions: &[Question], id: QuestionId) -> Option<String> {
    let question = questions.iter().find(|question| question.id == id)?;
    Some(question.label.to_string())
}

/// The recognised content of each column, as fields.
pub(super) fn columns(preview: &ImportPreview) -> impl IntoView + use<> {
    let held = [
        Column::Nothing,
        Column::GivenName,
        Column::FamilyName,
        Column::FullName,
        Column::Address,
        Column::Organisation,
        Column::Language,
        Column::State,
    ];
    let answers = preview
        .questions
        .iter()
        .map(|question| Column::Answer(question.id));
    let choices: Vec<Choice> = held
        .into_iter()
        .chain(answers)
        .map(|column| Choice::new(word_of(column), column_name(&preview.questions, column)))
        .collect();
    let selects: Vec<_> = preview
        .columns
        .iter()
        .enumerate()
        .map(|(number, column)| select(preview, number, column, choices.clone()))
        .collect();
    column_fields(selects)
}

fn select(
    preview: &ImportPreview,
    number: usize,
    column: &ImportColumn,
    choices: Vec<Choice>,
) -> impl IntoView + use<> {
    let mut examples: Vec<String> = Vec::new();
    for line in &preview.lines {
        let cell = line.cells.get(number).map_or("", String::as_str);
        let example = shortened(cell, MAX_EXAMPLE);
        if !cell.is_empty() && !examples.contains(&example) {
            examples.push(example);
        }
        if examples.len() == 3 {
            break;
        }
    }
    let hint = if examples.is_empty() {
        t!("import-column-empty")
    } else {
        t!("import-column-examples", cells = examples.join(", "))
    };
    let heading = match column.heading.as_str() {
        "" => t!("import-column-number", n = number + 1),
        heading => shortened(heading, MAX_EXAMPLE),
    };
    view! {
        <Select
            name=format!("columns[{number}]")
            label=heading
            value=word_of(column.holds)
            choices
            hint
        />
    }
}
