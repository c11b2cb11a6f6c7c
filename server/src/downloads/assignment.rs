//! An assignment of workshops as the solver's JSON, without names: for organisers, and for everybody once it is published.

use app::{Download, Downloads};
use axum::{
    extract::{Path, Query, Request, State},
    routing::{MethodRouter, get},
};
use model::EventId;
use planner::{PlannerError, assignments::AssignmentExport};
use ui::error::AppError;

use super::calendar::LinkQuery;

type Write = fn(&AssignmentExport) -> Result<String, PlannerError>;

/// `/organise/events/{event}/workshops/assignment/{kind}.json`, of the current version.
pub fn current(kind: &'static str, write: Write) -> MethodRouter<Downloads> {
    let answer = async move |State(downloads): State<Downloads>,
                             Path(event): Path<String>,
                             request: Request| {
        downloads
            .answer(request, async move |planner, visit| {
                let event: EventId = event.parse().map_err(|_| AppError::NotFound)?;
                let access = visit.signed_in()?.reads_event(event);
                file(planner.export_assignment(&access).await?, kind, write)
            })
            .await
    };
    get(answer)
}

/// `/events/{slug}/assignment/{kind}.json`, of the published version, for everybody who may see the event page.
pub fn published(kind: &'static str, write: Write) -> MethodRouter<Downloads> {
    let answer = async move |State(downloads): State<Downloads>,
                             Path(slug): Path<String>,
                             Query(link): Query<LinkQuery>,
                             request: Request| {
        downloads
            .answer(request, async move |planner, _| {
                let key = link.key.as_deref();
                let export = planner.export_published_assignment(&slug, key).await?;
                file(export, kind, write)
            })
            .await
    };
    get(answer)
}

fn file(export: AssignmentExport, kind: &str, write: Write) -> Result<Download, AppError> {
    Ok(Download {
        content_type: "application/json",
        name: format!("{}-{kind}-{}.json", export.slug, export.version),
        bytes: write(&export)?.into_bytes(),
    })
}
