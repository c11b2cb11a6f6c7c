//! The form of an import: a table and the meaning of its columns. The first submission shows a preview; a second one
//! imports.

use std::{future::Future, hash::Hash};

use model::Fault;
use planner::{
    PlannerError,
    tables::{
        Chosen, ColumnContent, FaultyLines, OtherFile, Table, TableError, TableFault, TablePreview,
    },
};
use serde::{Deserialize, Serialize};
use tokio::task::spawn_blocking;
use ui::{error::AppError, forms::Upload};

use super::seal::seal_of;

/// The value of the button that imports. Every other button than this one and [`IMPORT_SOUND`] shows a preview.
pub const IMPORT: &str = "import";

/// The value of the button that imports the lines without a fault.
pub const IMPORT_SOUND: &str = "import-sound";

/// The form of an import: a table and the meaning of its columns.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TableForm {
    /// The id of the event, or of the network, that it is for.
    pub event: String,
    pub network: String,
    /// The table as text. An uploaded file replaces it.
    pub text: String,
    /// The meaning of each column ([`ColumnContent::word`]).
    pub columns: Vec<String>,
    /// The hash of the headings of the table that `columns` belongs to. The columns of a table with other
    /// headings are recognised anew.
    pub headings: String,
    /// The hash of the table in the preview ([`Self::seal`]). No other table is imported.
    pub seen: String,
    #[serde(rename = "do")]
    pub action: String,
}

/// Whether a form brings a new table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    File,
    Text,
}

impl TableForm {
    /// Takes the table of an uploaded file over. Fails with a fault if there is no table.
    pub async fn take_file(&mut self, files: &[Upload]) -> Result<Source, AppError> {
        let file = files.iter().find(|file| file.field == "file");
        if let Some(file) = file {
            self.text = text_of(file).await?;
            self.columns.clear();
            self.headings.clear();
        }
        if self.text.trim().is_empty() {
            return Err(AppError::fault("text", Fault::Missing));
        }
        Ok(file.map_or(Source::Text, |_| Source::File))
    }

    /// The preview of the table, with the columns that were chosen for it.
    pub async fn preview<C, T, S, F>(
        &self,
        read: impl Fn(Chosen<C>) -> F,
    ) -> Result<TablePreview<C, T, S>, PlannerError>
    where
        C: ColumnContent,
        F: Future<Output = Result<TablePreview<C, T, S>, PlannerError>>,
    {
        let chosen = self.chosen();
        let is_chosen = !chosen.is_empty();
        let preview = read(chosen).await?;
        if is_chosen && headings_hash(&preview) != self.headings {
            return read(Chosen::new()).await;
        }
        Ok(preview)
    }

    /// Whether a button that imports was pressed.
    pub fn imports(&self) -> bool {
        [IMPORT, IMPORT_SOUND].contains(&self.action.as_str())
    }

    /// What becomes of lines with a fault.
    pub fn faulty_lines(&self) -> FaultyLines {
        if self.action == IMPORT_SOUND {
            FaultyLines::LeaveOut
        } else {
            FaultyLines::Refuse
        }
    }

    fn chosen<C: ColumnContent>(&self) -> Chosen<C> {
        let columns = self.columns.iter().enumerate();
        columns
            .filter_map(|(number, word)| Some((number, C::of_word(word)?)))
            .collect()
    }

    /// Whether the table can be imported now. `seal` is that of the preview. Fails with [`AppError::Preview`] if this
    /// very table has not been shown yet, and with a fault if something is wrong with it.
    pub fn check<C: ColumnContent, T, S>(
        &self,
        preview: &TablePreview<C, T, S>,
        source: Source,
        seal: &str,
    ) -> Result<(), AppError> {
        if let Some(TableFault::Refused(error)) = preview.faults.first() {
            return Err(AppError::fault("text", fault_of(error)));
        }
        let is_importable = preview.is_importable(self.faulty_lines());
        if source == Source::File || !self.imports() || (is_importable && self.seen != seal) {
            return Err(AppError::Preview);
        }
        if is_importable {
            Ok(())
        } else {
            Err(faulty_table())
        }
    }

    /// A hash of the table, of the meaning of its columns, and of what else its preview showed.
    pub fn seal<C: ColumnContent, T, S>(
        &self,
        preview: &TablePreview<C, T, S>,
        shown: &impl Hash,
    ) -> String {
        let columns = preview.columns.iter().map(|column| column.holds.word());
        let columns: Vec<String> = columns.collect();
        // Browsers send line breaks as CRLF; files often have LF.
        let lines = self.text.trim().lines().map(str::trim_end);
        seal_of(&(lines.collect::<Vec<_>>(), columns, shown))
    }
}

/// The table has a fault that only the import itself has found. The page names the line.
pub fn faulty_table() -> AppError {
    AppError::fault("text", Fault::FaultyTable)
}

/// A hash of the headings of a table.
pub fn headings_hash<C, T, S>(preview: &TablePreview<C, T, S>) -> String {
    let headings = preview.columns.iter().map(|column| &column.heading);
    seal_of(&headings.collect::<Vec<_>>())
}

/// The table of a file as text: the form keeps it while the organiser looks at the preview.
pub async fn text_of(file: &Upload) -> Result<String, AppError> {
    let (bytes, name) = (file.bytes.clone(), file.name.clone());
    // A large workbook takes long enough to delay other requests.
    let read = spawn_blocking(move || Table::text_of(&bytes, &name)).await;
    let text = read.map_err(|error| AppError::from(PlannerError::internal(error)))?;
    text.map_err(|error| AppError::fault("file", fault_of(&error)))
}

/// The fault of a field whose table is not read.
pub fn fault_of(error: &TableError) -> Fault {
    match *error {
        TableError::TooManyLines { most } => Fault::TooManyLines { most },
        TableError::TooManyColumns { most } => Fault::TooManyColumns { most },
        TableError::CellTooLong { line, most } => Fault::CellTooLong { line, most },
        TableError::TooLarge { megabytes } => Fault::TooLarge { megabytes },
        TableError::OtherWorkbook => Fault::OtherWorkbook,
        TableError::Unreadable => Fault::UnreadableFile,
        TableError::NoContent => Fault::EmptyFile,
        TableError::UnclosedQuote { line } => Fault::UnclosedQuote { line },
        TableError::OtherFile(OtherFile::Pdf) => Fault::PdfFile,
        TableError::OtherFile(OtherFile::WebPage) => Fault::WebPageFile,
        TableError::OtherFile(OtherFile::Unknown) => Fault::BinaryFile,
    }
}

#[cfg(test)]
mod tests {
    use planner::{
        registrations::ImportPreview,
        tables::{Chosen, PersonColumn, TableColumn},
    };
    use ui::forms::parse_form;

    use super::TableForm;

    fn preview(holds: PersonColumn) -> ImportPreview {
        ImportPreview {
            columns: vec![TableColumn {
                heading: "name".into(),
                holds,
                examples: Vec::new(),
            }],
            ..ImportPreview::default()
        }
    }

    #[test]
    fn what_a_column_holds_survives_the_form() {
        let form: TableForm =
            parse_form("columns%5B1%5D=nothing&columns%5B0%5D=address&do=check").unwrap();
        let chosen: Chosen<PersonColumn> = form.chosen();
        assert_eq!(chosen[&0], PersonColumn::Address);
        assert_eq!(chosen[&1], PersonColumn::Nothing);
        assert_eq!(form.action, "check");
    }

    #[test]
    fn a_table_that_was_changed_is_not_the_one_that_was_shown() {
        let form = |text: &str| TableForm {
            text: text.to_owned(),
            ..TableForm::default()
        };
        let names = preview(PersonColumn::FamilyName);
        let seal = form("name\nJäger\n").seal(&names, &());
        assert_eq!(
            form("name\r\nJäger").seal(&names, &()),
            seal,
            "as a browser sends it"
        );
        assert_ne!(form("name\nJager\n").seal(&names, &()), seal);
        assert_ne!(form("name\nJäger\n").seal(&names, &1), seal);
        let given = preview(PersonColumn::GivenName);
        assert_ne!(form("name\nJäger\n").seal(&given, &()), seal);
    }
}
