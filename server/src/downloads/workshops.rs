//! The workshops of an event as CSV and XLSX, as an import reads them.

use std::sync::Arc;

use app::{Downloads, column_name, yes_and_no};
use axum::{
    extract::{Path, Request, State},
    routing::{MethodRouter, get},
};
use model::EventId;
use planner::{
    Planner,
    tables::Export,
    workshops::{ProgrammeColumn, ProgrammeTexts},
};
use ui::{error::AppError, visit::Visit};

use super::table::TableFormat;

/// `/organise/events/{event}/workshops/export.csv` and `.xlsx`
pub fn table(format: TableFormat) -> MethodRouter<Downloads> {
    let answer = async move |State(downloads): State<Downloads>,
                             Path(event): Path<String>,
                             request: Request| {
        downloads
            .answer(request, async move |planner, visit| {
                let export = export(&planner, &visit, &event).await?;
                Ok(format.download(export).await?)
            })
            .await
    };
    get(answer)
}

async fn export(planner: &Planner, visit: &Arc<Visit>, event: &str) -> Result<Export, AppError> {
    let event: EventId = event.parse().map_err(|_| AppError::NotFound)?;
    let access = visit.signed_in()?.reads_event(event);
    let (yes, no) = yes_and_no(visit.language);
    let texts = ProgrammeTexts {
        heading: &|column: ProgrammeColumn| column_name(visit.language, column),
        yes: &yes,
        no: &no,
    };
    Ok(planner.export_programme(&access, texts).await?)
}
