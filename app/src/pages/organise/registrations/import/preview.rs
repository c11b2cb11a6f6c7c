//! The preview of an import: its verdict and its columns.

use leptos::prelude::*;
use model::{Event, EventState, Question, QuestionId};
use planner::{registrations::ImportPreview, tables::PersonColumn};
use ui::text::{t, waits_for};

use crate::pages::organise::table_import::{
    columns as column_fields, sound_verdict, split_names, unlisted, unsound_verdict,
};

/// The consequences of the import, or the reasons against it. `again`: the request to import was for another table
/// than the preview's.
pub(super) fn verdict(preview: &ImportPreview, event: &Event, again: bool) -> AnyView {
    if !preview.is_sound() {
        let name = |column| column_name(&preview.summary.questions, column);
        let too_many = |most| t!("import-too-many", most = most);
        return unsound_verdict(preview, name, &t!("import-empty"), too_many);
    }
    let people = preview.lines.len();
    let mut consequences = vec![t!("import-seated", n = preview.summary.seated)];
    if preview.summary.waiting > 0 {
        let waits = waits_for(&event.details);
        let n = preview.summary.waiting;
        consequences.push(t!("import-waiting", waits = waits, n = n));
    }
    consequences.push(match event.state {
        EventState::Draft => t!("import-mails-later"),
        EventState::Published | EventState::Cancelled => t!("import-mails", n = people),
    });
    let says = (t!("import-sound", n = people), consequences);
    sound_verdict(preview, again, says, hints(preview))
}

/// Hints about valid content that may be unintended.
fn hints(preview: &ImportPreview) -> Vec<String> {
    let summary = &preview.summary;
    let mut says = Vec::new();
    if preview.has(PersonColumn::FullName) {
        says.push(t!("import-names-split"));
        let people = preview.entries().map(|(_, added)| &added.person);
        says.extend(split_names(people));
    }
    if summary.withdrawn > 0 {
        says.push(t!("import-withdrawn", n = summary.withdrawn));
    }
    if summary.waited > 0 {
        says.push(t!("import-waited", n = summary.waited));
    }
    if summary.unknown_states > 0 {
        says.push(t!("import-unknown-states", n = summary.unknown_states));
    }
    if summary.known > 0 {
        says.push(t!("import-known", n = summary.known));
    }
    if summary.returning > 0 {
        says.push(t!("import-returning", n = summary.returning));
    }
    let people = preview.entries().map(|(_, added)| &added.person);
    if let Some((n, names)) = unlisted(people) {
        says.push(t!("import-unlisted", n = n, names = names));
    }
    says
}

/// What a column of people holds, by name.
pub(in crate::pages::organise) fn column_name(
    questions: &[Question],
    column: PersonColumn,
) -> String {
    match column {
        PersonColumn::GivenName => t!("add-given-name"),
        PersonColumn::FamilyName => t!("add-family-name"),
        PersonColumn::FullName => t!("import-column-full-name"),
        PersonColumn::Address => t!("person-address"),
        PersonColumn::Organisation => t!("person-organisation"),
        PersonColumn::Language => t!("person-language"),
        PersonColumn::State => t!("people-column-state"),
        PersonColumn::Function => t!("contact-function"),
        PersonColumn::Tags => t!("contact-tags"),
        PersonColumn::Notes => t!("contact-notes"),
        PersonColumn::Invitations => t!("contact-invitations"),
        PersonColumn::Consent => t!("contact-export-consent"),
        PersonColumn::ConsentVersion => t!("contact-export-consent-version"),
        PersonColumn::Answer(id) => {
            label(questions, id).unwrap_or_else(|| t!("import-column-answer"))
        }
        PersonColumn::Nothing => t!("import-column-nothing"),
    }
}

fn label(questions: &[Question], id: QuestionId) -> Option<String> {
    let question = questions.iter().find(|question| question.id == id)?;
    Some(question.label.to_string())
}

/// The recognised content of each column, as fields.
pub(super) fn columns(preview: &ImportPreview) -> Option<AnyView> {
    let questions = &preview.summary.questions;
    let answers = questions
        .iter()
        .map(|question| PersonColumn::Answer(question.id));
    let held = PersonColumn::OF_REGISTRATIONS
        .iter()
        .copied()
        .chain(answers);
    column_fields(preview, held, |column| column_name(questions, column))
}
