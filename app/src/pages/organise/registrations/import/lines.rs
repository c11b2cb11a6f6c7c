//! The lines of an import's preview.

use leptos::prelude::*;
use model::{Answer, Fault, Question};
use planner::registrations::{AddedPerson, Column, ImportLine, ImportPreview};
use ui::{
    components::DataTable,
    text::{fault_text, shortened, t},
    visit::language,
};

/// The most faulty lines shown. More of them usually have one cause.
const MAX_FAULTS_SHOWN: usize = 100;

/// The most lines shown.
const MAX_LINES_SHOWN: usize = 50;

/// The most characters shown of a line, and of a cell.
const MAX_LINE: usize = 400;
const MAX_CELL: usize = 200;

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
