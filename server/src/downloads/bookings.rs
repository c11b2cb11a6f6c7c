//! Who has booked which workshop, as CSV and XLSX.

use std::sync::Arc;

use app::{Download, Downloads, booking_texts};
use axum::{
    extract::{Path, Request, State},
    response::Response,
};
use model::EventId;
use planner::{Planner, registrations::Export};
use ui::{error::AppError, visit::Visit};

use super::registrations::write;

/// `/organise/events/{event}/workshops/bookings.csv`
pub async fn csv(
    State(downloads): State<Downloads>,
    Path(event): Path<String>,
    request: Request,
) -> Response {
    downloads
        .answer(request, async move |planner, visit| {
            let export = export(&planner, &visit, &event).await?;
            Ok(Download {
                content_type: "text/csv; charset=utf-8",
                name: format!("{}.csv", export.name),
                bytes: write(export, Export::csv).await?,
            })
        })
        .await
}

/// `/organise/events/{event}/workshops/bookings.xlsx`
pub async fn xlsx(
    State(downloads): State<Downloads>,
    Path(event): Path<String>,
    request: Request,
) -> Response {
    downloads
        .answer(request, async move |planner, visit| {
            let export = export(&planner, &visit, &event).await?;
            Ok(Download {
                content_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                name: format!("{}.xlsx", export.name),
                bytes: write(export, Export::xlsx).await?,
            })
        })
        .await
}

async fn export(planner: &Planner, visit: &Arc<Visit>, event: &str) -> Result<Export, AppError> {
    let event: EventId = event.parse().map_err(|_| AppError::NotFound)?;
    let access = visit.signed_in()?.reads_event(event);
    let texts = booking_texts(visit.language);
    Ok(planner.export_bookings(&access, texts).await?)
}
