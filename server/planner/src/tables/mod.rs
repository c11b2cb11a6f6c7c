//! Tables that people bring: CSV as spreadsheets write it, in whatever separator and encoding, and XLSX. And those
//! that they take along.
//!
//! Reading takes time and memory in proportion to the file, and stops at the first bound that is exceeded.

mod delimited;
mod escape;
mod export;
mod headings;
pub(crate) mod people;
mod preview;
mod recognised;
mod text_file;
mod workbook;

use thiserror::Error;

pub(crate) use self::{
    escape::escape_formula,
    export::text_cell,
    headings::{Heading, recognise, recognise_by_parts},
    recognised::recognised_columns,
};
pub use self::{
    export::{Export, ExportCell},
    people::PersonColumn,
    preview::{
        Chosen, ColumnContent, FaultyLines, Headings, TableColumn, TableFault, TableLine,
        TablePreview,
    },
    recognised::RecognisedContent,
    text_file::text_of_file,
};

/// More lines than an address book has people; a larger table is a mistake.
pub const MOST_LINES: usize = 25_000;

/// The most columns that hold anything.
pub const MOST_COLUMNS: usize = 100;

/// The most characters of a cell: more than the longest answer has.
pub const MOST_CHARACTERS: usize = 10_000;

/// The most bytes of a table's text.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;

/// A table. Cells are trimmed. A line may have fewer cells than there are headings, but no more
/// than [`MOST_COLUMNS`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// One for each column. All are empty if the table has none.
    pub headings: Vec<String>,
    /// The number of the line that has the headings. 0 if the table has none.
    pub headings_at: u64,
    /// Lines with text above the headings, such as a title.
    pub preamble: Vec<(u64, Vec<String>)>,
    /// With the number of each line, as a spreadsheet counts: a line break in a cell begins no other one. Empty lines
    /// are left out.
    pub lines: Vec<(u64, Vec<String>)>,
}

/// Why a table is not read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TableError {
    #[error("more than {most} lines")]
    TooManyLines { most: usize },
    #[error("more than {most} columns")]
    TooManyColumns { most: usize },
    #[error("a cell with more than {most} characters in line {line}")]
    CellTooLong { line: u64, most: usize },
    /// More bytes than are read, unpacked if it is a workbook.
    #[error("more than {megabytes} MB")]
    TooLarge { megabytes: usize },
    /// A workbook of another format than XLSX.
    #[error("a workbook of another format")]
    OtherWorkbook,
    /// A workbook that is damaged or protected by a password.
    #[error("a workbook that cannot be read")]
    Unreadable,
    /// A file without any text.
    #[error("nothing in it")]
    NoContent,
    #[error("a file that is no table")]
    OtherFile(OtherFile),
    /// A quotation mark opens a cell that goes over several lines to the end of the table.
    #[error("a quotation mark in line {line} that is not closed")]
    UnclosedQuote { line: u64 },
}

/// What a file is that is no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtherFile {
    Pdf,
    /// A page of the web, which some programs save under the name of a workbook.
    WebPage,
    Unknown,
}

impl Table {
    /// Reads a file: a workbook if its content or its name says so, else text.
    pub fn of_file(bytes: &[u8], name: &str) -> Result<Self, TableError> {
        match workbook::kind(bytes, name) {
            Some(workbook::Kind::Xlsx) => Self::of_records(workbook::read(bytes)?),
            Some(workbook::Kind::Other) => Err(TableError::OtherWorkbook),
            None => {
                text_file::check_kind(bytes)?;
                Self::parse(&text_of_file(bytes))
            }
        }
    }

    /// A file's table as text: of a text file its own text, of a workbook what [`Table::parse`] reads as the
    /// same table. Fails where the table cannot be read.
    pub fn text_of(bytes: &[u8], name: &str) -> Result<String, TableError> {
        let table = Self::of_file(bytes, name)?;
        if workbook::kind(bytes, name).is_none() {
            return Ok(text_of_file(bytes)
                .trim_start_matches('\u{feff}')
                .to_owned());
        }
        let text = table.to_text();
        check_length(&text)?;
        Ok(text)
    }

    /// Reads comma, semicolon or tab separated text (RFC 4180), whichever makes a table of it.
    pub fn parse(text: &str) -> Result<Self, TableError> {
        check_length(text)?;
        Self::of_records(delimited::read(text)?)
    }

    /// The table as text that [`Table::parse`] reads as the same cells.
    pub fn to_text(&self) -> String {
        delimited::write(self)
    }

    /// The same lines, with the headings found anew by what such a table knows. [`Table::parse`] looks for those of people.
    pub(crate) fn headed_by(self, is_heading: impl Fn(&str) -> bool) -> Self {
        let mut lines = self.preamble;
        if self.headings_at > 0 {
            lines.push((self.headings_at, self.headings));
        }
        lines.extend(self.lines);
        let at = headings::find_by(&lines, is_heading);
        let mut rest = lines.split_off(at);
        if rest.is_empty() {
            return Self::default();
        }
        let (headings_at, headings) = rest.remove(0);
        Self {
            headings,
            headings_at,
            preamble: lines,
            lines: rest,
        }
    }

    /// Whether a line has the headings. If none has, the first line is one like the others.
    pub fn has_headings(&self) -> bool {
        self.headings_at > 0
    }

    /// Whether all cells are those of another table, whatever the numbers of the lines are.
    fn has_cells_of(&self, other: &Self) -> bool {
        let alike = |one: &[(u64, Vec<String>)], other: &[(u64, Vec<String>)]| {
            let cells = other.iter().map(|(_, cells)| cells);
            one.iter().map(|(_, cells)| cells).eq(cells)
        };
        self.headings == other.headings
            && alike(&self.preamble, &other.preamble)
            && alike(&self.lines, &other.lines)
    }

    /// The cells of one column.
    pub(crate) fn column(&self, number: usize) -> impl Iterator<Item = &str> {
        self.lines
            .iter()
            .filter_map(move |(_, cells)| cells.get(number).map(String::as_str))
    }

    fn of_records(records: Records) -> Result<Self, TableError> {
        let mut lines = records.into_lines();
        let at = headings::find(&lines);
        let mut rest = lines.split_off(at);
        if rest.is_empty() {
            return Ok(Self::default());
        }
        let (headings_at, headings) = if headings::has_person(&rest[0].1) {
            let columns = rest.iter().map(|(_, cells)| cells.len()).max();
            (0, vec![String::new(); columns.unwrap_or_default()])
        } else {
            rest.remove(0)
        };
        if rest.len() > MOST_LINES {
            return Err(TableError::TooManyLines { most: MOST_LINES });
        }
        Ok(Self {
            headings,
            headings_at,
            preamble: lines,
            lines: rest,
        })
    }
}

fn check_length(text: &str) -> Result<(), TableError> {
    if text.len() > MOST_BYTES {
        let megabytes = MOST_BYTES / 1024 / 1024;
        return Err(TableError::TooLarge { megabytes });
    }
    Ok(())
}

/// Lines within the bounds, without their headings set apart.
#[derive(Debug, Default)]
struct Records(Vec<(u64, Vec<String>)>);

impl Records {
    /// Lines above the headings and the headings themselves come on top.
    const MOST: usize = MOST_LINES + headings::MOST_BEFORE + 1;

    /// Adds a line unless all its cells are empty. Empty cells at its end are dropped.
    fn push<'a>(
        &mut self,
        line: u64,
        cells: impl Iterator<Item = &'a str>,
    ) -> Result<(), TableError> {
        let mut kept: Vec<String> = Vec::new();
        let mut empty = 0;
        for cell in cells {
            let cell = cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            if cell.is_empty() {
                empty += 1;
                continue;
            }
            if kept.len() + empty >= MOST_COLUMNS {
                return Err(TableError::TooManyColumns { most: MOST_COLUMNS });
            }
            if cell.len() > MOST_CHARACTERS && cell.chars().count() > MOST_CHARACTERS {
                let most = MOST_CHARACTERS;
                return Err(TableError::CellTooLong { line, most });
            }
            kept.resize(kept.len() + empty, String::new());
            empty = 0;
            kept.push(cell.to_owned());
        }
        if kept.is_empty() {
            return Ok(());
        }
        if self.0.len() >= Self::MOST {
            return Err(TableError::TooManyLines { most: MOST_LINES });
        }
        self.0.push((line, kept));
        Ok(())
    }

    fn into_lines(self) -> Vec<(u64, Vec<String>)> {
        self.0
    }
}

#[cfg(test)]
mod tests;
