//! Who has booked which workshop, as CSV and XLSX.

use std::sync::Arc;

use app::{Downloads, booking_texts};
use axum::{
    extract::{Path, Request, State},
    routing::{MethodRouter, get},
};
use model::EventId;
use planner::{Planner, tables::Export};
use ui::{error::AppError, visit::Visit};

use super::table::TableFormat;

/// `/organise/events/{event}/workshops/bookings.csv` and `.xlsx`
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
    let texts = booking_texts(visit.language);
    Ok(planner.export_bookings(&access, texts).await?)
}
