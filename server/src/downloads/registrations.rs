//! The list of registrations as CSV and XLSX, with the filter of the page.

use std::{panic::resume_unwind, sync::Arc};

use app::{Download, Downloads, ListQuery, list_headings, unreadable_registrations};
use axum::{
    extract::{Path, Query, Request, State},
    response::Response,
};
use model::{EventId, RegistrationState};
use planner::{
    Planner, PlannerError,
    registrations::{Export, ExportTexts},
};
use tokio::task::spawn_blocking;
use ui::{error::AppError, text::Named as _, visit::Visit};

/// `/organise/events/{event}/registrations/export.csv`
pub async fn csv(
    State(downloads): State<Downloads>,
    Path(event): Path<String>,
    Query(asked): Query<ListQuery>,
    request: Request,
) -> Response {
    downloads
        .answer(request, async move |planner, visit| {
            let export = export(&planner, &visit, &event, asked).await?;
            Ok(Download {
                content_type: "text/csv; charset=utf-8",
                name: format!("{}.csv", export.name),
                bytes: write(export, Export::csv).await?,
            })
        })
        .await
}

/// `/organise/events/{event}/registrations/export.xlsx`
pub async fn xlsx(
    State(downloads): State<Downloads>,
    Path(event): Path<String>,
    Query(asked): Query<ListQuery>,
    request: Request,
) -> Response {
    downloads
        .answer(request, async move |planner, visit| {
            let export = export(&planner, &visit, &event, asked).await?;
            Ok(Download {
                content_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                name: format!("{}.xlsx", export.name),
                bytes: write(export, Export::xlsx).await?,
            })
        })
        .await
}

/// Writes the file on a thread for blocking work: a long list takes long enough to delay other requests.
pub(super) async fn write(
    export: Export,
    format: fn(&Export) -> Result<Vec<u8>, PlannerError>,
) -> Result<Vec<u8>, PlannerError> {
    match spawn_blocking(move || format(&export)).await {
        Ok(bytes) => bytes,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => resume_unwind(panic),
            Err(cancelled) => Err(PlannerError::internal(cancelled)),
        },
    }
}

async fn export(
    planner: &Planner,
    visit: &Arc<Visit>,
    event: &str,
    asked: ListQuery,
) -> Result<Export, AppError> {
    let event: EventId = event.parse().map_err(|_| AppError::NotFound)?;
    let access = visit.signed_in()?.reads_event(event);
    let headings = list_headings(visit.language);
    let headings = headings.each_ref().map(String::as_str);
    let texts = ExportTexts {
        headings,
        state: &|state: RegistrationState| state.name_in(visit.language),
        unreadable: &|rows| unreadable_registrations(visit.language, rows),
    };
    Ok(planner
        .export_registrations(&access, &asked.filter(), texts)
        .await?)
}
