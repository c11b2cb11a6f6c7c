//! The list of registrations, as it is filtered on the page, for a spreadsheet.

use std::sync::Arc;

use app::{Download, Downloads, ListAsked, Told, list_headings, text::Named as _, visit::Visit};
use axum::{
    extract::{Path, Query, Request, State},
    response::Response,
};
use model::{EventId, RegistrationState};
use planner::{Planner, registrations::Export};

/// `/organise/events/{event}/registrations/export.csv`
pub async fn csv(
    State(downloads): State<Downloads>,
    Path(event): Path<String>,
    Query(asked): Query<ListAsked>,
    request: Request,
) -> Response {
    downloads
        .answer(request, async move |planner, visit| {
            let export = export(&planner, &visit, &event, asked).await?;
            Ok(Download {
                content_type: "text/csv; charset=utf-8",
                name: format!("{}.csv", export.name),
                bytes: export.csv()?,
            })
        })
        .await
}

/// `/organise/events/{event}/registrations/export.xlsx`
pub async fn xlsx(
    State(downloads): State<Downloads>,
    Path(event): Path<String>,
    Query(asked): Query<ListAsked>,
    request: Request,
) -> Response {
    downloads
        .answer(request, async move |planner, visit| {
            let export = export(&planner, &visit, &event, asked).await?;
            Ok(Download {
                content_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                name: format!("{}.xlsx", export.name),
                bytes: export.xlsx().await?,
            })
        })
        .await
}

async fn export(
    planner: &Planner,
    visit: &Arc<Visit>,
    event: &str,
    asked: ListAsked,
) -> Result<Export, Told> {
    let caller = visit.signed_in()?;
    let event: EventId = event.parse().map_err(|_| Told::NotFound)?;
    let right = caller.reads(planner.network_of_event(event).await?)?;
    let headings = list_headings(visit.language);
    let headings = headings.each_ref().map(String::as_str);
    let state = |state: RegistrationState| state.name_in(visit.language);
    Ok(planner
        .export_registrations(&right, event, &asked.filter(), headings, state)
        .await?)
}
