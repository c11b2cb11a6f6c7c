//! Imports organisations from a table, and takes an import back.

use planner::{PlannerError, access::Organises, people::OrganisationImportPreview};
use ui::{
    error::AppError,
    forms::{SeeOther, Upload},
    visit::planner,
};

use super::{
    contact_import::UndoImportForm,
    organisations::organises,
    table_form::{TableForm, faulty_table},
};

/// The path of the page.
pub const PATH: &str = "/organise/organisations/import";

/// Parses the table and checks its lines, without writing.
pub async fn organisations_preview(
    form: &TableForm,
    right: &Organises,
) -> Result<OrganisationImportPreview, PlannerError> {
    let (planner, text) = (&planner(), &form.text);
    form.preview(|chosen| async move {
        let preview = planner.preview_organisation_import(right, text, &chosen);
        preview.await
    })
    .await
}

/// A hash of the table that is shown, and of what it adds and changes.
pub fn organisations_seal(form: &TableForm, preview: &OrganisationImportPreview) -> String {
    form.seal(preview, &(preview.added(), preview.changed()))
}

/// Imports the table if the preview has shown it and it has no faults but those of lines that are left out. Fails with
/// [`AppError::Preview`] if it has not been shown yet.
pub async fn import_organisations(
    form: &mut TableForm,
    files: &[Upload],
) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let source = form.take_file(files).await?;
    let preview = organisations_preview(form, &right).await?;
    form.check(&preview, source, &organisations_seal(form, &preview))?;
    let (planner, chosen, faulty) = (planner(), preview.chosen(), form.faulty_lines());
    let imported = planner.import_organisations(&right, &form.text, &chosen, faulty);
    let imported = imported.await?;
    if !imported.is_importable(faulty) {
        // Somebody changed an organisation after the preview.
        return Err(faulty_table());
    }
    let done = format!("imported&left_out={}", imported.faulty());
    Ok(page(&right, &done))
}

/// Takes an import back.
pub async fn undo_organisation_import(form: &UndoImportForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let import = form.import.parse().map_err(|_| AppError::NotFound)?;
    let undone = match planner().undo_organisation_import(&right, import).await {
        Ok(undone) => undone,
        // The page says so.
        Err(PlannerError::WrongState) => return Ok(page(&right, "undone-before")),
        Err(error) => return Err(error.into()),
    };
    let (deleted, restored, kept) = (undone.deleted, undone.restored, undone.kept);
    let done = format!("undone&deleted={deleted}&restored={restored}&kept={kept}");
    Ok(page(&right, &done))
}

fn page(right: &Organises, done: &str) -> SeeOther {
    let network = right.network();
    SeeOther::page(format!("{PATH}?network={network}&done={done}"))
}
