//! `event.ics`: the event for a calendar, without invitation.

use app::{Download, Downloads};
use axum::{
    extract::{Path, Query, Request, State},
    response::Response,
};
use planner::access::LinkAccess;
use serde::Deserialize;

/// The query of a link to an event with visibility by link.
#[derive(Debug, Deserialize)]
pub struct LinkQuery {
    /// The link key of the event.
    pub key: Option<String>,
}

/// `/events/{slug}/event.ics`, for everybody who may see the event page.
pub async fn event(
    State(downloads): State<Downloads>,
    Path(slug): Path<String>,
    Query(link): Query<LinkQuery>,
    request: Request,
) -> Response {
    downloads
        .answer(request, async move |planner, _| {
            let open = planner.open_event(&slug, link.key.as_deref()).await?;
            let name = open.event.slug.to_string();
            Ok(calendar(name, planner.event_calendar(&open)?))
        })
        .await
}

/// `/registration/{token}/event.ics`, for the owner of the personal link.
pub async fn registration(
    State(downloads): State<Downloads>,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    downloads
        .answer(request, async move |planner, visit| {
            let link = LinkAccess::new(&token, &visit.client);
            let page = planner.personal_page(&link).await?;
            let name = page.open.event.slug.to_string();
            Ok(calendar(name, planner.personal_calendar(&page)?))
        })
        .await
}

fn calendar(name: String, bytes: Vec<u8>) -> Download {
    Download {
        content_type: "text/calendar; charset=utf-8",
        name: format!("{name}.ics"),
        bytes,
    }
}
