//! The signs for the doors of workshops as a PDF.

use app::{Download, Downloads, door_signs};
use axum::{
    extract::{Path, Request, State},
    response::Response,
};
use model::EventId;
use planner::PlannerError;
use ui::error::AppError;

/// `/organise/events/{event}/workshops/signs.pdf`
pub async fn pdf(
    State(downloads): State<Downloads>,
    Path(event): Path<String>,
    request: Request,
) -> Response {
    downloads
        .answer(request, async move |planner, visit| {
            let event: EventId = event.parse().map_err(|_| AppError::NotFound)?;
            let access = visit.signed_in()?.reads_event(event);
            let day = planner.workshop_day(&access).await?;
            let papers = door_signs(&day).ok_or(AppError::NotFound)?;
            // Five hundred sheets take a while: other requests go on meanwhile.
            let written = tokio::task::spawn_blocking(move || ::paper::pdf(&papers));
            let bytes = written.await.map_err(PlannerError::internal)?;
            Ok(Download {
                content_type: "application/pdf",
                name: format!("{}-signs.pdf", day.event.slug),
                bytes: bytes.map_err(PlannerError::internal)?,
            })
        })
        .await
}
