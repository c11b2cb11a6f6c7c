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
    cafes::{PlanExport, PlanTableHeadings},
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
            let plan = export(&planner, &visit, &event, asked).await?;
            Ok(Download {
                content_type: "text/csv; charset=utf-8",
                name: name(&plan, "plan", "csv"),
                bytes: plan.csv(&headings)?,
            })
        })
        .await
}

/// `/organise/events/{event}/cafe/{kind}.json`, which `write` makes of a version: the problem, the plan, or both for a
/// solver that confirms the plan's quality.
pub fn json(
    kind: &'static str,
    write: fn(&PlanExport) -> Result<String, PlannerError>,
) -> MethodRouter<Downloads> {
    let answer = async move |State(downloads): State<Downloads>,
                             Path(event): Path<String>,
                             Query(asked): Query<PlanQuery>,
                             request: Request| {
        downloads
            .answer(request, async move |planner, visit| {
                let plan = export(&planner, &visit, &event, asked).await?;
                Ok(Download {
                    content_type: "application/json",
                    name: name(&plan, kind, "json"),
                    bytes: write(&plan)?.into_bytes(),
                })
            })
            .await
    };
    get(answer)
}

async fn export(
    planner: &Planner,
    visit: &Visit,
    event: &str,
    asked: PlanQuery,
) -> Result<PlanExport, AppError> {
    let event: EventId = event.parse().map_err(|_| AppError::NotFound)?;
    let access = visit.signed_in()?.reads_event(event);
    Ok(planner
        .export_plan(&access, asked.item, asked.version)
        .await?)
}

fn name(plan: &PlanExport, kind: &str, extension: &str) -> String {
    let slug = &plan.cafe.event.slug;
    match &plan.version {
        Some(version) => format!("{slug}-{kind}-{}.{extension}", version.head.number),
        None => format!("{slug}-{kind}.{extension}"),
    }
}
