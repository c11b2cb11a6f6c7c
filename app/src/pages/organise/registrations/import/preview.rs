//! The preview of an import: columns, faults, lines.

use std::collections::BTreeSet;

use leptos::prelude::*;
use model::{Answer, EventState, Fault, Line, Question, QuestionId};
use planner::registrations::{
    AddedPerson, Column, ImportColumn, ImportLine, ImportPreview, TableFault,
};
use ui::{
    components::{Choice, DataTable, Notice, Select, Tone},
    text::{fault_text, t},
    visit::language,
};

use crate::api::import::{fault_of, word_of};

/// The most faulty lines shown. More of them usually have one cause.
const MAX_FAULTS_SHOWN: usize = 100;

/// The most lines shown.
const MAX_LINES_SHOWN: usize = 50;

/// The most characters shown of a line, of a cell, and of an example or a heading.
const MAX_LINE: usize = 400;
const MAX_CELL: usize = 200;
const MAX_EXAMPLE: usize = 60;

/// The most names in a hint.
const MAX_NAMES: usize = 5;

/// The beginning of a text, which says if it goes on.
fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

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
    let faults: Vec<_> = preview
        .faults
        .iter()
        .map(|fault| view! { <li>{table_fault(preview, fault)}</li> })
        .collect();
    let faulty = preview.faulty();
    let of = preview.lines.len();
    let lines = (faulty > 0).then(|| view! { <li>{t!("import-faulty", n = faulty, of = of)}</li> });
    view! {
        <div class="verdict" role="status" tabindex="-1" autofocus>
            <Notice tone=Tone::Bad>
                <p><b>{t!("import-unsound")}</b></p>
                <ul>{faults}{lines}</ul>
            </Notice>
        </div>
    }
    .into_any()
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
    view! {
        <fieldset class="group">
            <legend>{t!("import-columns")}</legend>
            <p class="hint">{t!("import-columns.hint")}</p>
            <div class="columns">{selects}</div>
        </fieldset>
    }
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

/// The lines: first those with a fault, then all.
pub(super) fn lines(preview: &ImportPreview) -> impl IntoView + use<> {
    let faulty: Vec<&ImportLine> = preview
        .lines
        .iter()
        .filter(|line| line.person.is_err())
        .collect();
    let faults = (!faulty.is_empty()).then(|| {
        let rows: Vec<_> = faulty
            .iter()
            .take(MAX_FAULTS_SHOWN)
            .map(|line| faulty_row(preview, line))
            .collect();
        let headings = vec![t!("import-line"), t!("import-wrong"), t!("import-cells")];
        let more = (faulty.len() > MAX_FAULTS_SHOWN).then(|| {
            view! { <p class="hint">{t!("import-more-faults", n = faulty.len() - MAX_FAULTS_SHOWN)}</p> }
        });
        view! {
            <section class="stack">
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

/// Number, faults with their fields, and content of a line.
fn faulty_row(preview: &ImportPreview, line: &ImportLine) -> impl IntoView + use<> {
    let faults: Vec<_> = match &line.person {
        Ok(_) => Vec::new(),
        Err(faults) => faults
            .iter()
            .map(|(field, fault)| {
                let says = match (field, fault) {
                    ("address", Fault::Twice) => t!("import-twice"),
                    (_, fault) => fault_text(language(), fault),
                };
                let field = field_name(&preview.questions, field);
                view! { <li><b>{field}</b>": "{says}</li> }
            })
            .collect(),
    };
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
}

fn field_name(questions: &[Question], field: &str) -> String {
    match field {
        "given_name" => t!("add-given-name"),
        "family_name" => t!("add-family-name"),
        "address" => t!("person-address"),
        "organisation" => t!("person-organisation"),
        "language" => t!("person-language"),
        answer => questions
            .iter()
            .find(|question| model::Answers::field(question.id) == answer)
            .map_or_else(|| answer.to_owned(), |question| question.label.to_string()),
    }
}

fn read_lines(preview: &ImportPreview) -> Option<impl IntoView + use<>> {
    let sound: Vec<(u64, &AddedPerson)> = preview
        .lines
        .iter()
        .filter_map(|line| Some((line.number, line.person.as_ref().ok()?)))
        .collect();
    if sound.is_empty() {
        return None;
    }
    let answered: Vec<&Question> = preview
        .questions
        .iter()
        .filter(|question| {
            preview
                .columns
                .iter()
                .any(|column| column.holds == Column::Answer(question.id))
        })
        .collect();
    let mut headings = vec![
        t!("import-line"),
        t!("people-column-name"),
        t!("person-address"),
        t!("person-organisation"),
        t!("person-language"),
    ];
    headings.extend(answered.iter().map(|question| question.label.to_string()));
    let rows: Vec<_> = sound
        .iter()
        .take(MAX_LINES_SHOWN)
        .map(|(number, added)| read_row(*number, added, &answered))
        .collect();
    let more = (sound.len() > MAX_LINES_SHOWN).then(|| {
        view! { <p class="hint">{t!("import-more-lines", n = sound.len() - MAX_LINES_SHOWN)}</p> }
    });
    let summary = t!("import-read", n = sound.len());
    Some(view! {
        <details class="card">
            <summary>{summary.clone()}</summary>
            <DataTable caption=summary headings>{rows}</DataTable>
            {more}
        </details>
    })
}

fn read_row(number: u64, added: &AddedPerson, answered: &[&Question]) -> impl IntoView + use<> {
    let person = &added.person;
    let name = format!("{}, {}", person.family_name, person.given_name);
    let organisation = match (&person.organisation_name, person.organisation) {
        (Some(name), None) => t!("person-organisation-free", name = name.as_str()),
        (name, _) => name.as_ref().map(ToString::to_string).unwrap_or_default(),
    };
    let answers = answered
        .iter()
        .map(|question| {
            let answer = added.answers.get(question.id).and_then(Answer::shown);
            view! { <td>{answer.map(|answer| shortened(&answer, MAX_CELL))}</td> }
        })
        .collect_view();
    view! {
        <tr>
            <td class="number">{number.to_string()}</td>
            <th scope="row">{name}</th>
            <td class="address">{person.address.to_string()}</td>
            <td>{organisation}</td>
            <td>{person.language.to_string()}</td>
            {answers}
        </tr>
    }
}
