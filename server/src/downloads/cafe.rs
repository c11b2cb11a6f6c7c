//! A café's plan as files: its seats as CSV, and problem and plan as the solver's JSON.

use app::{Download, Downloads, plan_table_headings};
use axum::{
    extract::{Path, Query, Request, State},
    response::Response,
    routing::{MethodRouter, get},
};
use model::{AgendaItemId, EventId};
use planner::{
    Planner, PlannerError,
    cafes::{CafeBoard, PlanTableHeadings},
};
use serde::Deserialize;
use ui::{error::AppError, visit::Visit};

/// Which café, and which version of its plan.
#[derive(Debug, Deserialize)]
pub struct PlanQuery {
    item: Option<AgendaItemId>,
    /// Without it the version that is edited.
    version: Option<u32>,
}

/// `/organise/events/{event}/cafe/plan.csv`
pub async fn seats(
    State(downloads): State<Downloads>,
    Path(event): Path<String>,
    Query(asked): Query<PlanQuery>,
    request: Request,
) -> Response {
    downloads
        .answer(request, async move |planner, visit| {
            let headings: PlanTableHeadings = plan_table_headings(visit.language);
            let board = board(&planner, &visit, &event, asked).await?;
            Ok(Download {
                content_type: "text/csv; charset=utf-8",
                name: name(&board, "plan", "csv"),
                bytes: board.csv(&headings)?,
            })
        })
        .await
}

/// `/organise/events/{event}/cafe/{kind}.json`, which `write` makes of a board: the problem, the plan, or both for a
/// solver that confirms the plan's quality.
pub fn json(
    kind: &'static str,
    write: fn(&CafeBoard) -> Result<String, PlannerError>,
) -> MethodRouter<Downloads> {
    let answer = async move |State(downloads): State<Downloads>,
                             Path(event): Path<String>,
                             Query(asked): Query<PlanQuery>,
                             request: Request| {
        downloads
            .answer(request, async move |planner, visit| {
                let board = board(&planner, &visit, &event, asked).await?;
                Ok(Download {
                    content_type: "application/json",
                    name: name(&board, kind, "json"),
                    bytes: write(&board)?.into_bytes(),
                })
            })
            .await
    };
    get(answer)
}

async fn board(
    planner: &Planner,
    visit: &Visit,
    event: &str,
    asked: PlanQuery,
) -> Result<CafeBoard, AppError> {
    let event: EventId = event.parse().map_err(|_| AppError::NotFound)?;
    let access = visit.signed_in()?.reads_event(event);
    Ok(planner
        .cafe_board(&access, asked.item, asked.version)
        .await?)
}

fn name(board: &CafeBoard, kind: &str, extension: &str) -> String {
    let slug = &board.cafe.event.slug;
    match &board.version {
        Some(version) => format!("{slug}-{kind}-{}.{extension}", version.head.number),
        None => format!("{slug}-{kind}.{extension}"),
    }
}
