//! A table as it would be imported: what its columns hold, what its lines say, and what is wrong with it.

use std::{collections::BTreeMap, hash::Hash};

use model::Faults;

use super::{Table, TableError};

/// What a column of a table can hold.
pub trait ColumnContent: Copy + Eq + Hash {
    /// Content that is left out.
    const NOTHING: Self;

    /// The word by which forms name it.
    fn word(self) -> String;

    /// The content of this word.
    fn of_word(word: &str) -> Option<Self>;

    /// Whether a heading names something that a column can hold.
    fn is_heading(text: &str) -> bool;
}

/// What becomes of the lines of a table that have a fault.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FaultyLines {
    /// One of them is in the way of the others.
    #[default]
    Refuse,
    /// They are left out.
    LeaveOut,
}

/// How many examples of what stands in it a column has.
const MOST_EXAMPLES: usize = 3;

/// The columns that an organiser chose by hand, by their number from 0. The others are recognised.
pub type Chosen<C> = BTreeMap<usize, C>;

/// A table as it would be imported. `C` is what a column holds, `T` what a line says, and `S` what only imports of
/// this kind have to say.
#[derive(Debug, Clone)]
pub struct TablePreview<C, T, S = ()> {
    pub columns: Vec<TableColumn<C>>,
    /// The number of the line with the headings, if others with text stand above it.
    pub headings_below: Option<u64>,
    pub headings: Headings,
    pub lines: Vec<TableLine<T>>,
    /// What is wrong with the table as a whole.
    pub faults: Vec<TableFault<C>>,
    pub summary: S,
}

/// Whether the columns of a table are named.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Headings {
    #[default]
    Known,
    /// The line that stands where headings do has none that is known.
    Unknown,
    /// The first line is one like the others.
    Missing,
}

/// One column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumn<C> {
    pub heading: String,
    pub holds: C,
    /// The first texts that stand in it, each once.
    pub examples: Vec<String>,
}

impl<C> TableColumn<C> {
    /// A column by its number.
    pub(crate) fn new(table: &Table, number: usize, holds: C) -> Self {
        let mut examples: Vec<String> = Vec::new();
        for cell in table.column(number).filter(|cell| !cell.is_empty()) {
            if examples.len() == MOST_EXAMPLES {
                break;
            }
            if examples.iter().all(|known| known != cell) {
                examples.push(cell.to_owned());
            }
        }
        Self {
            heading: table.headings.get(number).cloned().unwrap_or_default(),
            holds,
            examples,
        }
    }
}

/// One line of a table.
#[derive(Debug, Clone)]
pub struct TableLine<T> {
    /// As a text editor counts.
    pub number: u64,
    /// What stands in the line, by column.
    pub cells: Vec<String>,
    pub says: Result<T, Faults>,
}

/// What is wrong with a table as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableFault<C> {
    /// It has no line.
    Empty,
    /// It is not read at all.
    Refused(TableError),
    /// No column holds this.
    NoColumn(C),
    /// Two columns hold the same.
    ColumnTwice(C),
    /// There would be more than there can be.
    TooMany { most: usize },
}

impl<C, T, S: Default> Default for TablePreview<C, T, S> {
    fn default() -> Self {
        Self {
            columns: Vec::new(),
            headings_below: None,
            headings: Headings::default(),
            lines: Vec::new(),
            faults: Vec::new(),
            summary: S::default(),
        }
    }
}

impl<C: ColumnContent, T, S> TablePreview<C, T, S> {
    /// A table whose columns are known, with what is wrong with them. Its lines are still to be read.
    pub(crate) fn of_columns(table: &Table, columns: Vec<TableColumn<C>>, summary: S) -> Self {
        let mut faults = twice(&columns);
        if table.lines.is_empty() {
            faults.push(TableFault::Empty);
        }
        let headings = if !table.has_headings() {
            Headings::Missing
        } else if table.headings.iter().any(|one| C::is_heading(one)) {
            Headings::Known
        } else {
            Headings::Unknown
        };
        let is_below = table.has_headings() && !table.preamble.is_empty();
        Self {
            columns,
            headings_below: is_below.then_some(table.headings_at),
            headings,
            lines: Vec::new(),
            faults,
            summary,
        }
    }

    /// A table that is not read.
    pub(crate) fn refused(error: TableError, summary: S) -> Self {
        Self {
            columns: Vec::new(),
            headings_below: None,
            headings: Headings::default(),
            lines: Vec::new(),
            faults: vec![TableFault::Refused(error)],
            summary,
        }
    }

    /// Whether nothing is in the way of importing all lines.
    pub fn is_sound(&self) -> bool {
        self.is_importable(FaultyLines::Refuse)
    }

    /// Whether nothing is in the way of importing the lines without a fault.
    pub fn is_importable(&self, faulty: FaultyLines) -> bool {
        let faulty_lines_are_in_the_way = match faulty {
            FaultyLines::Refuse => self.faulty() > 0,
            FaultyLines::LeaveOut => false,
        };
        self.faults.is_empty() && !faulty_lines_are_in_the_way
    }

    /// How many lines have a fault.
    pub fn faulty(&self) -> usize {
        let faulty = self.lines.iter().filter(|line| line.says.is_err());
        faulty.count()
    }

    /// What the lines without a fault say, with their numbers.
    pub fn entries(&self) -> impl Iterator<Item = (u64, &T)> {
        let lines = self.lines.iter();
        lines.filter_map(|line| Some((line.number, line.says.as_ref().ok()?)))
    }

    /// Whether a column holds this.
    pub fn has(&self, holds: C) -> bool {
        self.columns.iter().any(|column| column.holds == holds)
    }

    /// The headings of columns whose content is left out.
    pub fn left_out(&self) -> impl Iterator<Item = &str> {
        let columns = self.columns.iter();
        columns
            .filter(|column| column.holds == C::NOTHING && !column.examples.is_empty())
            .map(|column| column.heading.as_str())
    }

    /// What its columns hold, as if all had been chosen by hand.
    pub fn chosen(&self) -> Chosen<C> {
        let columns = self.columns.iter().map(|column| column.holds);
        columns.enumerate().collect()
    }
}

/// Contents that several columns have.
fn twice<C: ColumnContent>(columns: &[TableColumn<C>]) -> Vec<TableFault<C>> {
    let mut faults = Vec::new();
    for (number, column) in columns.iter().enumerate() {
        let is_same = |other: &&TableColumn<C>| other.holds == column.holds;
        let before = columns[..number].iter().filter(is_same).count();
        if column.holds != C::NOTHING && before == 1 {
            faults.push(TableFault::ColumnTwice(column.holds));
        }
    }
    faults
}
