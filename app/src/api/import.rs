//! Imports people from a table. The first submission shows a preview; a second one writes.

use std::hash::{DefaultHasher, Hash, Hasher};

use model::Fault;
use planner::{
    PlannerError,
    access::{EventAccess, Organises},
    registrations::{Chosen, Column, ImportPreview, Table, TableError, TableFault},
};
use serde::{Deserialize, Serialize};
use tokio::task::spawn_blocking;
use ui::{
    error::AppError,
    forms::{SeeOther, Upload},
    visit::planner,
};

use super::{authorise::organises_event, jobs::running_job};

/// The value of the button that imports. Every other button shows a preview.
pub const IMPORT: &str = "import";

/// The form of an import: a table and the meaning of its columns.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportForm {
    /// The id of the event.
    pub event: String,
    /// The table as text. An uploaded file replaces it.
    pub text: String,
    /// The meaning of each column ([`word_of`]).
    pub columns: Vec<String>,
    /// The hash of the headings of the table that `columns` belongs to. The columns of a table with other
    /// headings are recognised anew.
    pub headings: String,
    /// The hash of the table in the preview ([`ImportForm::seal`]). No other table is imported.
    pub seen: String,
    #[serde(rename = "do")]
    pub action: String,
}

impl ImportForm {
    /// Parses the table and checks its lines, without writing.
    pub async fn preview(
        &self,
        access: &EventAccess<Organises>,
    ) -> Result<ImportPreview, PlannerError> {
        let chosen = self.chosen();
        let planner = planner();
        let preview = planner.preview_import(access, &self.text, &chosen).await?;
        if chosen.is_empty() || headings_hash(&preview) == self.headings {
            return Ok(preview);
        }
        planner
            .preview_import(access, &self.text, &Chosen::new())
            .await
    }

    fn chosen(&self) -> Chosen {
        let columns = self.columns.iter().enumerate();
        columns
            .filter_map(|(number, word)| Some((number, column_of(word)?)))
            .collect()
    }

    /// A hash of the table and the meaning of its columns.
    pub fn seal(&self, preview: &ImportPreview) -> String {
        let columns = preview.columns.iter().map(|column| word_of(column.holds));
        table_seal(&self.text, &columns.collect::<Vec<_>>())
    }
}

/// A hash of the headings of a table.
pub fn headings_hash(preview: &ImportPreview) -> String {
    let headings = preview.columns.iter().map(|column| &column.heading);
    hash_of(&headings.collect::<Vec<_>>())
}

/// A hash of a table, and of what its preview showed.
pub fn table_seal(text: &str, shown: &impl Hash) -> String {
    // Browsers send line breaks as CRLF; files often have LF.
    let lines = text.trim().lines().map(str::trim_end);
    hash_of(&(lines.collect::<Vec<_>>(), shown))
}

/// A hash as a form carries it.
pub fn hash_of(value: &impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// The value of the form for the meaning of a column.
pub fn word_of(column: Column) -> String {
    match column {
        Column::GivenName => "given_name".to_owned(),
        Column::FamilyName => "family_name".to_owned(),
        Column::FullName => "full_name".to_owned(),
        Column::Address => "address".to_owned(),
        Column::Organisation => "organisation".to_owned(),
        Column::Language => "language".to_owned(),
        Column::State => "state".to_owned(),
        Column::Answer(question) => question.to_string(),
        Column::Nothing => "nothing".to_owned(),
    }
}

fn column_of(word: &str) -> Option<Column> {
    Some(match word {
        "given_name" => Column::GivenName,
        "family_name" => Column::FamilyName,
        "full_name" => Column::FullName,
        "address" => Column::Address,
        "organisation" => Column::Organisation,
        "language" => Column::Language,
        "state" => Column::State,
        "nothing" => Column::Nothing,
        question => Column::Answer(question.parse().ok()?),
    })
}

/// Imports the table if the preview has shown it and it has no faults. Fails with [`AppError::Preview`] if it has
/// not been shown yet.
pub async fn import_people(form: &mut ImportForm, files: &[Upload]) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let file = files.iter().find(|file| file.field == "file");
    if let Some(file) = file {
        form.text = text_of(file).await?;
        form.columns.clear();
        form.headings.clear();
    }
    if form.text.trim().is_empty() {
        return Err(AppError::fault("text", Fault::Missing));
    }
    let preview = form.preview(&access).await?;
    if let Some(TableFault::Refused(error)) = preview.faults.first() {
        return Err(AppError::fault("text", fault_of(error)));
    }
    if file.is_some()
        || form.action != IMPORT
        || (preview.is_sound() && form.seen != form.seal(&preview))
    {
        return Err(AppError::Preview);
    }
    if !preview.is_sound() {
        return Err(AppError::fault("text", Fault::FaultyTable));
    }
    let chosen = preview
        .columns
        .iter()
        .map(|column| column.holds)
        .enumerate()
        .collect();
    match planner().import(&access, &form.text, &chosen).await {
        Ok(imported) if imported.is_sound() => {
            let people = imported.lines.len();
            if let Some(running) = running_job(event, &access, "imported").await? {
                return Ok(running);
            }
            let list = format!("/organise/events/{event}/registrations");
            Ok(SeeOther::page(format!(
                "{list}?done=imported&people={people}"
            )))
        }
        // A person in the table registered after the preview. The page names the line.
        Ok(_) | Err(PlannerError::Conflict(_)) => Err(AppError::fault("text", Fault::FaultyTable)),
        Err(error) => Err(error.into()),
    }
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
    }
}

#[cfg(test)]
mod tests {
    use planner::registrations::{Column, ImportColumn, ImportPreview};
    use ui::forms::parse_form;
    use uuid::Uuid;

    use super::{ImportForm, column_of, word_of};

    fn preview(holds: Column) -> ImportPreview {
        ImportPreview {
            columns: vec![ImportColumn {
                heading: "name".into(),
                holds,
            }],
            ..ImportPreview::default()
        }
    }

    #[test]
    fn what_a_column_holds_survives_the_form() {
        let question = Column::Answer(Uuid::from_u128(7).into());
        for column in [
            Column::GivenName,
            Column::FullName,
            Column::Language,
            Column::State,
            Column::Nothing,
            question,
        ] {
            assert_eq!(column_of(&word_of(column)), Some(column));
        }
        let form: ImportForm =
            parse_form("columns%5B1%5D=nothing&columns%5B0%5D=address&do=check").unwrap();
        let chosen = form.chosen();
        assert_eq!(chosen[&0], Column::Address);
        assert_eq!(chosen[&1], Column::Nothing);
        assert_eq!(form.action, "check");
    }

    #[test]
    fn a_table_that_was_changed_is_not_the_one_that_was_shown() {
        let form = |text: &str| ImportForm {
            text: text.to_owned(),
            ..ImportForm::default()
        };
        let names = preview(Column::FamilyName);
        let seal = form("name\nJäger\n").seal(&names);
        assert_eq!(
            form("name\r\nJäger").seal(&names),
            seal,
            "as a browser sends it"
        );
        assert_ne!(form("name\nJager\n").seal(&names), seal);
        assert_ne!(
            form("name\nJäger\n").seal(&preview(Column::GivenName)),
            seal
        );
    }
}
