//! The list of registrations as CSV and XLSX, with the filter of the page.

use std::sync::Arc;

use app::{Downloads, ListQuery, list_headings, unreadable_registrations};
use axum::{
    extract::{Path, Query, Request, State},
    routing::{MethodRouter, get},
};
use model::EventId;
use planner::{Planner, registrations::ExportTexts, tables::Export};
use ui::{error::AppError, text::state_name, visit::Visit};

use super::table::TableFormat;

/// `/organise/events/{event}/registrations/export.csv` and `.xlsx`
pub fn table(format: TableFormat) -> MethodRouter<Downloads> {
    let answer = async move |State(downloads): State<Downloads>,
                             Path(event): Path<String>,
                             Query(asked): Query<ListQuery>,
                             request: Request| {
        downloads
            .answer(request, async move |planner, visit| {
                let export = export(&planner, &visit, &event, asked).await?;
                Ok(format.download(export).await?)
            })
            .await
    };
    get(answer)
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
        state: &|state, details| state_name(state, details, visit.language),
        unreadable: &|rows| unreadable_registrations(visit.language, rows),
    };
    Ok(planner
        .export_registrations(&access, &asked.filter(), texts)
        .await?)
}
