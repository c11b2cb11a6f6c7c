//! Imports contacts from a table, and takes an import back.

use planner::{PlannerError, access::Organises, people::ContactImportPreview};
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::{SeeOther, Upload},
    visit::planner,
};

use super::{
    contacts::organises,
    table_form::{TableForm, faulty_table},
};

/// The path of the page.
pub const PATH: &str = "/organise/contacts/import";

/// Parses the table and checks its lines, without writing.
pub async fn contacts_preview(
    form: &TableForm,
    right: &Organises,
) -> Result<ContactImportPreview, PlannerError> {
    let (planner, text) = (&planner(), &form.text);
    form.preview(|chosen| async move {
        let preview = planner.preview_contact_import(right, text, &chosen);
        preview.await
    })
    .await
}

/// A hash of the table that is shown, and of what it adds and fills in.
pub fn contacts_seal(form: &TableForm, preview: &ContactImportPreview) -> String {
    form.seal(preview, &(preview.added(), preview.supplemented()))
}

/// Imports the table if the preview has shown it and it has no faults but those of lines that are left out. Fails with [`AppError::Preview`] if it has
/// not been shown yet.
pub async fn import_contacts(form: &mut TableForm, files: &[Upload]) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let source = form.take_file(files).await?;
    let preview = contacts_preview(form, &right).await?;
    form.check(&preview, source, &contacts_seal(form, &preview))?;
    let planner = planner();
    let imported = planner.import_contacts(&right, &preview, form.faulty_lines());
    match imported.await {
        Ok(()) => Ok(page(
            &right,
            &format!("imported&left_out={}", preview.faulty()),
        )),
        // Somebody added or changed a contact after it was read.
        Err(PlannerError::Conflict(_)) => Err(faulty_table()),
        Err(error) => Err(error.into()),
    }
}

/// A form that names an import.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct UndoImportForm {
    pub network: String,
    pub import: String,
}

/// Takes an import back.
pub async fn undo_contact_import(form: &UndoImportForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let import = form.import.parse().map_err(|_| AppError::NotFound)?;
    let undone = match planner().undo_contact_import(&right, import).await {
        Ok(undone) => undone,
        // The page says so.
        Err(PlannerError::WrongState) => return Ok(page(&right, "undone-before")),
        Err(error) => return Err(error.into()),
    };
    let (deleted, restored, kept) = (undone.deleted, undone.restored, undone.kept);
    Ok(page(
        &right,
        &format!("undone&deleted={deleted}&restored={restored}&kept={kept}"),
    ))
}

fn page(right: &Organises, done: &str) -> SeeOther {
    let network = right.network();
    SeeOther::page(format!("{PATH}?network={network}&done={done}"))
}
