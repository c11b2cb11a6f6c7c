//! Imports workshops from a table.

use planner::{
    PlannerError,
    access::{EventAccess, Organises},
    workshops::ProgrammePreview,
};
use ui::{
    error::AppError,
    forms::{SeeOther, Upload},
    visit::planner,
};

use super::offer_page;
use crate::api::{
    authorise::organises_event,
    table_form::{TableForm, faulty_table},
};

/// Parses the table and checks its lines, without writing.
pub async fn workshops_preview(
    form: &TableForm,
    access: &EventAccess<Organises>,
) -> Result<ProgrammePreview, PlannerError> {
    let (planner, text) = (&planner(), &form.text);
    form.preview(|chosen| async move {
        let preview = planner.preview_programme_import(access, text, &chosen);
        preview.await
    })
    .await
}

/// A hash of the table that is shown, and of what it adds and changes.
pub fn workshops_seal(form: &TableForm, preview: &ProgrammePreview) -> String {
    form.seal(preview, &(preview.added(), preview.changed()))
}

/// Imports the table if the preview has shown it and it has no faults. Fails with [`AppError::Preview`] if it has
/// not been shown yet.
pub async fn import_workshops(
    form: &mut TableForm,
    files: &[Upload],
) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let source = form.take_file(files).await?;
    let preview = workshops_preview(form, &access).await?;
    form.check(&preview, source, &workshops_seal(form, &preview))?;
    let (planner, chosen) = (planner(), preview.chosen());
    let imported = planner.import_programme(&access, &form.text, &chosen);
    if imported.await?.is_sound() {
        Ok(offer_page(event, "imported", ""))
    } else {
        // Somebody changed a slot or a workshop after the preview.
        Err(faulty_table())
    }
}
