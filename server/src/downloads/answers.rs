//! The counted answers of an event as CSV and XLSX.

use app::{Downloads, answer_texts};
use axum::{
    extract::{Path, Request, State},
    routing::{MethodRouter, get},
};
use model::EventId;
use ui::error::AppError;

use super::table::TableFormat;

/// `/organise/events/{event}/registrations/answers.csv` and `.xlsx`
pub fn table(format: TableFormat) -> MethodRouter<Downloads> {
    let answer = async move |State(downloads): State<Downloads>,
                             Path(event): Path<String>,
                             request: Request| {
        downloads
            .answer(request, async move |planner, visit| {
                let event: EventId = event.parse().map_err(|_| AppError::NotFound)?;
                let access = visit.signed_in()?.reads_event(event);
                let totals = planner.answer_totals(&access).await?;
                let export = totals.export(&answer_texts(visit.language));
                Ok(format.download(export).await?)
            })
            .await
    };
    get(answer)
}
