//! A table as it would be imported, with the faults of every line.

use std::collections::BTreeMap;

use model::{Faults, Question, QuestionId};

use super::super::{decide::AddedPerson, table::TableError};

/// What a column of the table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    GivenName,
    FamilyName,
    /// Both, as *Anna Jäger* or *Jäger, Anna*.
    FullName,
    Address,
    Organisation,
    Language,
    /// The state of a registration: whoever has withdrawn or not confirmed is passed over.
    State,
    /// The answer to one of the event's own questions.
    Answer(QuestionId),
    /// It is left out.
    Nothing,
}

/// The columns the organiser chose by hand, by their number from 0; the others are recognised by
/// their headings and contents.
pub type Chosen = BTreeMap<usize, Column>;

/// A table as it would be imported.
#[derive(Debug, Clone, Default)]
pub struct ImportPreview {
    pub questions: Vec<Question>,
    pub columns: Vec<ImportColumn>,
    /// The number of the line with the headings, if others with text stand above it.
    pub headings_below: Option<u64>,
    pub lines: Vec<ImportLine>,
    /// What is wrong with the table as a whole: a missing column, no line at all.
    pub faults: Vec<TableFault>,
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
    /// It is not read at all.
    Refused(TableError),
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

    /// Whether a column holds this.
    pub fn has(&self, holds: Column) -> bool {
        self.columns.iter().any(|column| column.holds == holds)
    }
}
