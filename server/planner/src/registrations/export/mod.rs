//! The list of registrations as a table.

use jiff::civil::DateTime;
use model::{Event, EventDetails, Question, Registration, RegistrationState};
use store::{Paginated, Paging, UnreadableRow};

use super::{
    columns::{EXPORTED, keep_shown},
    queries::Filter,
};
use crate::{
    Planner, Result,
    access::{EventAccess, Reads},
    tables::{Export, ExportCell, people::Options, text_cell as text},
};

/// The texts of an export, in the reader's language.
#[derive(Clone, Copy)]
#[expect(
    missing_debug_implementations,
    reason = "functions have nothing to show"
)]
pub struct ExportTexts<'t> {
    /// The fixed columns' names. The questions follow.
    pub headings: [&'t str; 7],
    pub state: &'t (dyn Fn(RegistrationState, &EventDetails) -> String + Sync),
    /// Says how many registrations cannot be read, and which.
    pub unreadable: &'t (dyn Fn(&[UnreadableRow]) -> String + Sync),
}

impl Planner {
    /// Every registration that the filter lets through, in the order of names. A last line names
    /// registrations that cannot be read.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn export_registrations(
        &self,
        access: &EventAccess<Reads>,
        filter: &Filter,
        texts: ExportTexts<'_>,
    ) -> Result<Export> {
        let mut reader = self.store().read().await?;
        let (right, event) = access.read(&mut reader).await?;
        let hidden = reader.hidden_columns(right.member().id, event.id).await?;
        let questions = reader.questions(event.id).await?.rows;
        let Filter { only, order } = filter;
        let found = reader
            .find_registrations(event.id, only, *order, Paging::ALL)
            .await?;
        let mut export = export(&event, &questions, &found, texts);
        if let Some(hidden) = hidden {
            let fixed = EXPORTED
                .iter()
                .map(|column| column.is_none_or(|column| hidden.shows(column)));
            let asked = questions
                .iter()
                .map(|question| hidden.shows_answers(question.id));
            let shown: Vec<bool> = fixed.chain(asked).collect();
            for row in &mut export.rows {
                keep_shown(row, &shown);
            }
        }
        Ok(export)
    }
}

fn export(
    event: &Event,
    questions: &[Question],
    found: &Paginated<Registration>,
    texts: ExportTexts<'_>,
) -> Export {
    let zone = &event.details.time_zone;
    let options: Vec<(&Question, Options<'_>)> = questions
        .iter()
        .map(|question| (question, Options::of(question)))
        .collect();
    let mut headings: Vec<ExportCell> = texts.headings.map(text).into();
    headings.extend(questions.iter().map(|question| text(&question.label)));
    let mut rows = vec![headings];
    rows.extend(found.rows.iter().map(|registration| {
        let registered = zone.clock(registration.created_at).datetime();
        let state = (texts.state)(registration.state, &event.details);
        row(registration, registered, &options, state)
    }));
    if !found.unreadable.is_empty() {
        rows.push(vec![text((texts.unreadable)(&found.unreadable))]);
    }
    Export {
        name: event.slug.to_string(),
        rows,
    }
}

fn row(
    registration: &Registration,
    registered: DateTime,
    questions: &[(&Question, Options<'_>)],
    state: String,
) -> Vec<ExportCell> {
    let person = &registration.person;
    let organisation = person.organisation_name.as_ref();
    let mut row = vec![
        text(&person.given_name),
        text(&person.family_name),
        text(&person.address),
        text(organisation.map(ToString::to_string).unwrap_or_default()),
        text(state),
        text(person.language),
        ExportCell::Time(registered),
    ];
    row.extend(questions.iter().map(|(question, options)| {
        let answer = registration.answers.get(question.id);
        text(
            answer
                .map(|answer| options.cell(answer))
                .unwrap_or_default(),
        )
    }));
    row
}

#[cfg(test)]
mod round_trip;
