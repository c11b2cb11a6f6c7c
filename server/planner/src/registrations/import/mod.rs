//! Importing people from a table: read first, with the faults of every line; written whole or not at
//! all.

mod context;

use std::collections::{BTreeMap, HashMap};

use model::{EventId, Faults, Question, QuestionId, RegistrationState, Source};

use self::context::ImportContext;
use super::{SeatAllocator, decide::AddedPerson};
use crate::{Changes, Planner, PlannerError, Result, access::Organises, audit::Who};

/// More lines than any event of a network has people; a larger table is a mistake.
pub const MOST_LINES: usize = 5_000;

/// What a column of the table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    GivenName,
    FamilyName,
    Address,
    Organisation,
    Language,
    /// The answer to one of the event's own questions.
    Answer(QuestionId),
    /// It is left out.
    Nothing,
}

/// The columns the organiser chose by hand, by their number from 0; the others are recognised by
/// their headings and contents.
pub type Chosen = BTreeMap<usize, Column>;

/// A table as it would be imported.
#[derive(Debug, Clone)]
pub struct ImportPreview {
    pub questions: Vec<Question>,
    pub columns: Vec<ImportColumn>,
    pub lines: Vec<ImportLine>,
    /// What is wrong with the table as a whole: a missing column, no line at all.
    pub faults: Vec<TableFault>,
    /// How many would get a seat, and how many would wait.
    pub seated: u32,
    pub waiting: u32,
    /// How many are registered already: their lines are passed over.
    pub known: usize,
    /// How many had cancelled or were declined, and would be back.
    pub returning: usize,
}

/// One column of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportColumn {
    pub heading: String,
    pub holds: Column,
}

/// One line of the table, with its number as a text editor counts.
#[derive(Debug, Clone)]
pub struct ImportLine {
    pub number: u64,
    /// What stands in the line, by column.
    pub cells: Vec<String>,
    pub person: Result<AddedPerson, Faults>,
}

/// What is wrong with a table as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableFault {
    Empty,
    TooManyLines {
        most: usize,
    },
    /// No column holds this.
    NoColumn(Column),
    /// Two columns hold the same.
    ColumnTwice(Column),
}

impl ImportPreview {
    /// Whether nothing is in the way of importing.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty() && self.lines.iter().all(|line| line.person.is_ok())
    }

    /// How many lines have a fault.
    pub fn faulty(&self) -> usize {
        self.lines
            .iter()
            .filter(|line| line.person.is_err())
            .count()
    }
}

impl Planner {
    /// Reads a table as it would be imported. Writes nothing.
    pub async fn preview_import(
        &self,
        right: &Organises,
        event: EventId,
        text: &str,
        chosen: &Chosen,
    ) -> Result<ImportPreview> {
        let mut reader = self.store().read().await?;
        let event = self.own_event(&mut reader, right.network(), event).await?;
        let known = reader.registrations_of(event.id).await?;
        let known: HashMap<String, RegistrationState> = known
            .into_iter()
            .map(|registration| (registration.person.address.lower(), registration.state))
            .collect();
        let context = ImportContext {
            organisations: reader.organisations(event.network).await?,
            questions: reader.questions(event.id).await?,
            known,
            language: event.details.language,
        };
        let mut preview = context.read(text, chosen);
        let mut seats = self.open(&mut reader, event).await?.seats;
        for added in preview
            .lines
            .iter()
            .filter_map(|line| line.person.as_ref().ok())
        {
            if seats.admits(added.person.organisation) {
                seats.take(added.person.organisation);
                preview.seated += 1;
            } else {
                preview.waiting += 1;
            }
        }
        Ok(preview)
    }

    /// Imports a table, whole or not at all, and writes to everyone on it.
    pub async fn import(
        &self,
        right: &Organises,
        event: EventId,
        text: &str,
        chosen: &Chosen,
    ) -> Result<ImportPreview> {
        let preview = self.preview_import(right, event, text, chosen).await?;
        if !preview.is_sound() {
            return Ok(preview);
        }
        let mut tx = self.store().begin().await?;
        let mut allocator: SeatAllocator<'_> = self.own_allocator(right, &mut tx, event).await?;
        for line in &preview.lines {
            let Ok(added) = &line.person else { continue };
            allocator
                .add(added.clone(), Source::Import, Who::from(right))
                .await
                .map_err(|error| {
                    match error {
                        // Registered between the preview and now: nothing is written, and the next
                        // preview names the line.
                        PlannerError::Invalid(_) => PlannerError::Conflict(Changes::Unknown),
                        error => error,
                    }
                })?;
        }
        self.commit(tx).await?;
        Ok(preview)
    }
}
