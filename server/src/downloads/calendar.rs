//! `event.ics`: the event for a calendar, without an invitation.

use app::{Download, Downloads};
use axum::{
    extract::{Path, Query, Request, State},
    response::Response,
};
use serde::Deserialize;

/// What a link to an event that is not public has in its query.
#[derive(Debug, Deserialize)]
pub struct Link {
    key: Option<String>,
}

/// `/events/{slug}/event.ics`: for everybody who may see the event's page.
pub async fn of_event(
    State(downloads): State<Downloads>,
    Path(slug): Path<String>,
    Query(link): Query<Link>,
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

/// `/registration/{token}/event.ics`: for whoever holds the personal link.
pub async fn of_person(
    State(downloads): State<Downloads>,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    downloads
        .answer(request, async move |planner, visit| {
            let page = planner.personal_page(&token, &visit.client).await?;
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
