//! Imports people into an event from a table.

use planner::{
    PlannerError,
    access::{EventAccess, Organises},
    registrations::ImportPreview,
    tables::FaultyLines,
};
use ui::{
    error::AppError,
    forms::{SeeOther, Upload},
    visit::planner,
};

use super::{
    authorise::organises_event,
    jobs::running_job,
    table_form::{TableForm, faulty_table},
};

/// Parses the table and checks its lines, without writing.
pub async fn people_preview(
    form: &TableForm,
    access: &EventAccess<Organises>,
) -> Result<ImportPreview, PlannerError> {
    let (planner, text) = (&planner(), &form.text);
    form.preview(|chosen| async move { planner.preview_import(access, text, &chosen).await })
        .await
}

/// A hash of the table that is shown.
pub fn people_seal(form: &TableForm, preview: &ImportPreview) -> String {
    form.seal(preview, &())
}

/// Imports the table if the preview has shown it and it has no faults but those of lines that are left out. Fails with [`AppError::Preview`] if it has
/// not been shown yet.
pub async fn import_people(form: &mut TableForm, files: &[Upload]) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let source = form.take_file(files).await?;
    let preview = people_preview(form, &access).await?;
    form.check(&preview, source, &people_seal(form, &preview))?;
    let (planner, chosen) = (planner(), preview.chosen());
    let faulty = form.faulty_lines();
    let imported = match faulty {
        FaultyLines::Refuse => planner.import(&access, &form.text, &chosen).await,
        FaultyLines::LeaveOut => {
            let imported = planner.import_sound_lines(&access, &form.text, &chosen);
            imported.await
        }
    };
    match imported {
        Ok(imported) if imported.is_importable(faulty) => {
            let people = imported.entries().count();
            if let Some(running) = running_job(event, &access, "imported").await? {
                return Ok(running);
            }
            let list = format!("/organise/events/{event}/registrations");
            Ok(SeeOther::page(format!(
                "{list}?done=imported&people={people}"
            )))
        }
        // A person in the table registered after the preview.
        Ok(_) | Err(PlannerError::Conflict(_)) => Err(faulty_table()),
        Err(error) => Err(error.into()),
    }
}
