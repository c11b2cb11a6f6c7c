//! Imports workshops from a table. The first submission shows a preview; a second one writes.

use model::Fault;
use planner::{
    PlannerError,
    access::{EventAccess, Organises},
    workshops::{ChosenProgrammeColumns, ProgrammeColumn, ProgrammePreview, ProgrammeTableFault},
};
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::{SeeOther, Upload},
    visit::planner,
};

use super::offer_page;
use crate::api::{
    authorise::organises_event,
    import::{IMPORT, fault_of, hash_of, table_seal, text_of},
};

/// The form of an import: a table and the meaning of its columns.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportWorkshopsForm {
    /// The id of the event.
    pub event: String,
    /// The table as text. An uploaded file replaces it.
    pub text: String,
    /// The meaning of each column ([`ProgrammeColumn::field`]).
    pub columns: Vec<String>,
    /// The hash of the headings of the table that `columns` belongs to. The columns of a table with other
    /// headings are recognised anew.
    pub headings: String,
    /// The hash of the table in the preview ([`Self::seal`]). No other table is imported.
    pub seen: String,
    #[serde(rename = "do")]
    pub action: String,
}

impl ImportWorkshopsForm {
    /// Parses the table and checks its lines, without writing.
    pub async fn preview(
        &self,
        access: &EventAccess<Organises>,
    ) -> Result<ProgrammePreview, PlannerError> {
        let chosen = self.chosen();
        let planner = planner();
        let preview = planner
            .preview_programme_import(access, &self.text, &chosen)
            .await?;
        if chosen.is_empty() || headings_hash(&preview) == self.headings {
            return Ok(preview);
        }
        let chosen = ChosenProgrammeColumns::new();
        planner
            .preview_programme_import(access, &self.text, &chosen)
            .await
    }

    fn chosen(&self) -> ChosenProgrammeColumns {
        let columns = self.columns.iter().enumerate();
        columns
            .filter_map(|(number, field)| Some((number, column_of(field)?)))
            .collect()
    }

    /// A hash of the table, the meaning of its columns, and what it adds and changes.
    pub fn seal(&self, preview: &ProgrammePreview) -> String {
        let columns: Vec<_> = preview.columns.iter().map(|column| column.holds).collect();
        table_seal(&self.text, &(columns, preview.added(), preview.changed()))
    }
}

/// A hash of the headings of a table.
pub fn headings_hash(preview: &ProgrammePreview) -> String {
    let headings = preview.columns.iter().map(|column| &column.heading);
    hash_of(&headings.collect::<Vec<_>>())
}

fn column_of(field: &str) -> Option<ProgrammeColumn> {
    let mut columns = ProgrammeColumn::ALL
        .into_iter()
        .chain([ProgrammeColumn::Nothing]);
    columns.find(|column| column.field() == field)
}

/// Imports the table if the preview has shown it and it has no faults. Fails with [`AppError::Preview`] if it has
/// not been shown yet.
pub async fn import_workshops(
    form: &mut ImportWorkshopsForm,
    files: &[Upload],
) -> Result<SeeOther, AppError> {
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
    if let Some(ProgrammeTableFault::Refused(error)) = preview.faults.first() {
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
    let columns = preview.columns.iter().map(|column| column.holds);
    let chosen = columns.enumerate().collect();
    let planner = planner();
    let imported = planner.import_programme(&access, &form.text, &chosen);
    if imported.await?.is_sound() {
        Ok(offer_page(event, "imported", ""))
    } else {
        // Somebody changed a slot or a workshop after the preview. The page names the line.
        Err(AppError::fault("text", Fault::FaultyTable))
    }
}
