//! `/organise/events/{id}/workshops/timetables`: the timetables of all people, four on a sheet.

use leptos::prelude::*;
use ui::{
    error::AppError,
    page_properties::require_small_script,
    shell::{FullScreenPage, page},
    text::t,
    visit::{language, planner},
};

use super::super::cafe::{PRINT_SCRIPT, card_sheets};
use crate::{api::authorise::reads_event, routes::param, timetable_cards::timetable_cards};

#[component]
pub fn WorkshopTimetablesPage() -> impl IntoView {
    page(async {
        let (event, access) = reads_event(&param("id"))?;
        let day = planner().workshop_day(&access).await?;
        let papers = timetable_cards(&day).ok_or(AppError::NotFound)?;
        require_small_script(PRINT_SCRIPT);
        let details = &day.event.details;
        let (count, sheets) = card_sheets(&papers);
        let count = count.unwrap_or(0);
        let title = t!("workshop-timetables");
        let base = format!("/organise/events/{event}/workshops");
        let says = if count == 0 {
            t!("paper-empty")
        } else {
            t!("paper-sheets", n = count)
        };
        let pdf = (count > 0).then(|| {
            let href = format!("{base}/timetables.pdf");
            view! { <a class="button" href=href>{t!("workshop-signs-pdf")}</a> }
        });
        Ok(view! {
            <FullScreenPage
                title=format!("{title}: {}", details.title)
                brand=&day.network
                language=details.language
                medium="paper"
            >
                <header class="paper-bar" lang=language().tag()>
                    <a href=format!("{base}/day")>{t!("workshop-day-title")}</a>
                    <h1>{title.clone()}</h1>
                    <p>{says}</p>
                    {pdf}
                    <button class="button first" type="button" data-print hidden>{t!("paper-print")}</button>
                </header>
                <main>{sheets}</main>
            </FullScreenPage>
        })
    })
}
