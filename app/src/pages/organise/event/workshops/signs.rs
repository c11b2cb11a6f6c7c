//! `/organise/events/{id}/workshops/signs`: signs for the doors of the workshops, a sheet each.

use jiff::Timestamp;
use leptos::prelude::*;
use paper::Sign;
use planner::timetables::{Roster, WorkshopDay};
use ui::{
    dates::{Dates, clock},
    error::AppError,
    page_properties::require_small_script,
    shell::{FullScreenPage, page},
    text::t,
    visit::{language, planner},
};

use super::super::cafe::{PRINT_SCRIPT, sign_sheet};
use crate::{api::authorise::reads_event, routes::param};

#[component]
pub fn WorkshopSignsPage() -> impl IntoView {
    page(async {
        let (event, access) = reads_event(&param("id"))?;
        let day = planner().workshop_day(&access).await?;
        let rosters = day.rosters.as_deref().ok_or(AppError::NotFound)?;
        require_small_script(PRINT_SCRIPT);
        let details = &day.event.details;
        let sheets = rosters
            .iter()
            .map(|roster| sign_sheet(&sign(&day, roster), details.title.as_str()))
            .collect_view();
        let title = t!("workshop-signs");
        let back = format!("/organise/events/{event}/workshops/day");
        let count = rosters.len();
        Ok(view! {
            <FullScreenPage
                title=format!("{title}: {}", details.title)
                brand=&day.network
                language=details.language
                medium="paper"
            >
                <header class="paper-bar" lang=language().tag()>
                    <a href=back>{t!("workshop-day-title")}</a>
                    <h1>{title.clone()}</h1>
                    <p>{t!("paper-sheets", n = count)}</p>
                    <button class="button first" type="button" data-print hidden>{t!("paper-print")}</button>
                </header>
                <main>{sheets}</main>
            </FullScreenPage>
        })
    })
}

/// Room, time and workshop, in the language of the event.
fn sign(day: &WorkshopDay, roster: &Roster) -> Sign {
    let details = &day.event.details;
    let language = details.language;
    let local = |at: Timestamp| at.to_zoned(details.time_zone.rules().clone()).datetime();
    let (begins, ends) = (local(roster.begins), local(roster.ends));
    let time = t!(
        language => "way-time",
        begins = clock(begins.time()),
        ends = clock(ends.time())
    );
    let speakers = roster.speakers.as_ref();
    Sign {
        word: Dates(language).day(begins.date()),
        table: roster.room.clone().unwrap_or_default(),
        topic: roster.title.clone(),
        room: Some(time),
        host: speakers
            .map(|speakers| t!(language => "timetable-led-by", speakers = speakers.as_str())),
        code: None,
        note: None,
    }
}
