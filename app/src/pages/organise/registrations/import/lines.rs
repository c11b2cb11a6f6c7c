//! The lines of an import's preview.

use leptos::prelude::*;
use model::{Answer, Fault, Person, Question};
use planner::{
    registrations::{AddedPerson, ImportPreview},
    tables::{ColumnContent as _, PersonColumn},
};
use ui::{
    components::DataTable,
    text::{fault_text, shortened, t},
    visit::language,
};

use super::column_name;
use crate::pages::organise::table_import::{MAX_CELL, faulty_lines};

/// The most lines shown.
const MAX_LINES_SHOWN: usize = 50;

/// The lines: first those with a fault, then all.
pub(super) fn lines(preview: &ImportPreview) -> impl IntoView + use<> {
    let field = |field: &str| field_name(&preview.summary.questions, field);
    view! {
        {faulty_lines(preview, field, person_fault)}
        {read_lines(preview)}
    }
}

/// What is wrong with a field of a person in a table.
pub(in crate::pages::organise) fn person_fault(field: &str, fault: &Fault) -> String {
    match (field, fault) {
        ("address", Fault::Twice) => t!("import-twice"),
        (_, fault) => fault_text(language(), fault),
    }
}

/// The name of a field: that of the column which holds it, or of the question that it answers.
pub(in crate::pages::organise) fn field_name(questions: &[Question], field: &str) -> String {
    let mut answered = questions.iter();
    let question = answered.find(|question| model::Answers::field(question.id) == field);
    let column = match question {
        Some(question) => Some(PersonColumn::Answer(question.id)),
        None => PersonColumn::of_word(field),
    };
    column.map_or_else(|| field.to_owned(), |column| column_name(questions, column))
}

/// The organisation of a person. One that the network does not know is marked.
pub(in crate::pages::organise) fn organisation_of(person: &Person) -> String {
    match (&person.organisation_name, person.organisation) {
        (Some(name), None) => t!("person-organisation-free", name = name.as_str()),
        (name, _) => name.as_ref().map(ToString::to_string).unwrap_or_default(),
    }
}

fn read_lines(preview: &ImportPreview) -> Option<impl IntoView + use<>> {
    let sound: Vec<(u64, &AddedPerson)> = preview.entries().collect();
    if sound.is_empty() {
        return None;
    }
    let questions = preview.summary.questions.iter();
    let answered: Vec<&Question> = questions
        .filter(|question| preview.has(PersonColumn::Answer(question.id)))
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
    let organisation = organisation_of(person);
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
