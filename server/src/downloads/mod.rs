//! The routes of downloads. `planner` decides on content and access.

mod answers;
mod assignment;
mod attachments;
mod bookings;
mod cafe;
mod calendar;
mod contacts;
mod logos;
mod mail;
mod organisations;
mod paper;
mod qr_code;
mod registrations;
mod table;
mod workshop_papers;
mod workshops;

use app::Downloads;
use axum::{Router, routing::get};
use planner::{Planner, assignments::AssignmentExport, cafes::PlanExport};
use ui::assets::Assets;

use self::table::TableFormat;

/// Routes all downloads.
#[expect(clippy::too_many_lines, reason = "a few lines for each download")]
pub fn router(planner: Planner, assets: Assets) -> Router {
    Router::new()
        .route("/events/{slug}/event.ics", get(calendar::event))
        .route(
            "/registration/{token}/event.ics",
            get(calendar::registration),
        )
        .route("/table/{token}/qr.svg", get(qr_code::table))
        .route("/logos/{hash}", get(logos::image))
        .route(
            "/organise/contacts/export.csv",
            contacts::table(TableFormat::CSV),
        )
        .route(
            "/organise/contacts/export.xlsx",
            contacts::table(TableFormat::XLSX),
        )
        .route(
            "/organise/organisations/export.csv",
            organisations::table(TableFormat::CSV),
        )
        .route(
            "/organise/organisations/export.xlsx",
            organisations::table(TableFormat::XLSX),
        )
        .route(
            "/organise/events/{event}/registrations/answers.csv",
            answers::table(TableFormat::CSV),
        )
        .route(
            "/organise/events/{event}/registrations/answers.xlsx",
            answers::table(TableFormat::XLSX),
        )
        .route(
            "/organise/events/{event}/registrations/export.csv",
            registrations::table(TableFormat::CSV),
        )
        .route(
            "/organise/events/{event}/registrations/export.xlsx",
            registrations::table(TableFormat::XLSX),
        )
        .route(
            "/organise/events/{event}/workshops/bookings.csv",
            bookings::table(TableFormat::CSV),
        )
        .route(
            "/organise/events/{event}/workshops/bookings.xlsx",
            bookings::table(TableFormat::XLSX),
        )
        .route(
            "/organise/events/{event}/workshops/export.csv",
            workshops::table(TableFormat::CSV),
        )
        .route(
            "/organise/events/{event}/workshops/export.xlsx",
            workshops::table(TableFormat::XLSX),
        )
        .route(
            "/organise/events/{event}/workshops/signs.pdf",
            get(workshop_papers::signs),
        )
        .route(
            "/organise/events/{event}/workshops/timetables.pdf",
            get(workshop_papers::timetables),
        )
        .route(
            "/organise/events/{event}/workshops/assignment/problem.json",
            assignment::current("problem", AssignmentExport::problem_json),
        )
        .route(
            "/organise/events/{event}/workshops/assignment/plan.json",
            assignment::current("plan", AssignmentExport::plan_json),
        )
        .route(
            "/events/{slug}/assignment/problem.json",
            assignment::published("problem", AssignmentExport::problem_json),
        )
        .route(
            "/events/{slug}/assignment/plan.json",
            assignment::published("plan", AssignmentExport::plan_json),
        )
        .route("/organise/events/{event}/cafe/plan.csv", get(cafe::seats))
        .route(
            "/organise/events/{event}/cafe/problem.json",
            cafe::json("problem", PlanExport::problem_json),
        )
        .route(
            "/organise/events/{event}/cafe/plan.json",
            cafe::json("plan", PlanExport::plan_json),
        )
        .route(
            "/organise/events/{event}/cafe/check.json",
            cafe::json("check", PlanExport::check_json),
        )
        .route("/organise/events/{event}/cafe/paper.pdf", get(paper::pdf))
        .route("/organise/events/{event}/qr.svg", get(qr_code::svg))
        .route("/organise/events/{event}/qr.png", get(qr_code::png))
        .route("/screen/{token}/qr.svg", get(qr_code::screen))
        .route(
            "/organise/events/{event}/messages/files/{file}",
            get(attachments::file),
        )
        .route("/organise/outgoing/{mail}/mail.eml", get(mail::message))
        .route("/organise/outgoing/{mail}/mail.html", get(mail::html))
        .with_state(Downloads::new(planner, assets))
}
