//! Routes that give files rather than pages, a file per subject. What is in a file is the planner's
//! business; who may have it, too.

mod calendars;
mod list;
mod mail;

use app::{Assets, Downloads};
use axum::{Router, routing::get};
use planner::Planner;

/// Routes all files.
pub fn router(planner: Planner, assets: Assets) -> Router {
    Router::new()
        .route("/events/{slug}/event.ics", get(calendars::of_event))
        .route("/registration/{token}/event.ics", get(calendars::of_person))
        .route(
            "/organise/events/{event}/registrations/export.csv",
            get(list::csv),
        )
        .route(
            "/organise/events/{event}/registrations/export.xlsx",
            get(list::xlsx),
        )
        .route("/organise/outgoing/{mail}/mail.eml", get(mail::message))
        .route("/organise/outgoing/{mail}/mail.html", get(mail::html))
        .with_state(Downloads::new(planner, assets))
}
