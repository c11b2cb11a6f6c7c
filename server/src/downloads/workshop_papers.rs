//! The papers of a conference as a PDF: the signs for the doors of workshops, and everybody's timetable.

use app::{Download, Downloads, door_signs, timetable_cards};
use axum::{
    extract::{Path, Request, State},
    response::Response,
};
use model::EventId;
use paper::Papers;
use planner::{PlannerError, timetables::WorkshopDay};
use ui::error::AppError;

/// `/organise/events/{event}/workshops/signs.pdf`
pub async fn signs(
    State(downloads): State<Downloads>,
    Path(event): Path<String>,
    request: Request,
) -> Response {
    pdf(downloads, event, request, ("signs", door_signs)).await
}

/// `/organise/events/{event}/workshops/timetables.pdf`
pub async fn timetables(
    State(downloads): State<Downloads>,
    Path(event): Path<String>,
    request: Request,
) -> Response {
    pdf(downloads, event, request, ("timetables", timetable_cards)).await
}

async fn pdf(
    downloads: Downloads,
    event: String,
    request: Request,
    (name, papers_of): (&'static str, fn(&WorkshopDay) -> Option<Papers>),
) -> Response {
    downloads
        .answer(request, async move |planner, visit| {
            let event: EventId = event.parse().map_err(|_| AppError::NotFound)?;
            let access = visit.signed_in()?.reads_event(event);
            let day = planner.workshop_day(&access).await?;
            let papers = papers_of(&day).ok_or(AppError::NotFound)?;
            // Five hundred sheets take a while: other requests go on meanwhile.
            let written = tokio::task::spawn_blocking(move || ::paper::pdf(&papers));
            let bytes = written.await.map_err(PlannerError::internal)?;
            Ok(Download {
                content_type: "application/pdf",
                name: format!("{}-{name}.pdf", day.event.slug),
                bytes: bytes.map_err(PlannerError::internal)?,
            })
        })
        .await
}
