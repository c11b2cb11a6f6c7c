//! A table of registrations as it would be imported.

use model::Question;

use super::super::decide::AddedPerson;
use crate::tables::{PersonColumn, TablePreview};

/// A table of registrations as it would be imported.
pub type ImportPreview = TablePreview<PersonColumn, AddedPerson, ImportSummary>;

/// What an import of registrations means for the event.
#[derive(Debug, Clone, Default)]
pub struct ImportSummary {
    pub questions: Vec<Question>,
    /// How many would get a seat, and how many would wait.
    pub seated: u32,
    pub waiting: u32,
    /// How many are registered already: their lines are passed over.
    pub known: usize,
    /// How many lines are passed over because their state is cancelled, declined or unconfirmed.
    pub withdrawn: usize,
    /// How many lines to import say that the person waits. They get a seat where one is free.
    pub waited: usize,
    /// How many lines to import have a state that is not known. It changes nothing.
    pub unknown_states: usize,
    /// How many had cancelled or were declined, and would be back.
    pub returning: usize,
}

impl ImportSummary {
    pub(super) fn asking(questions: Vec<Question>) -> Self {
        Self {
            questions,
            ..Self::default()
        }
    }
}
