//! The sheets of the day, to be printed.

use leptos::prelude::*;
use planner::timetables::WorkshopDay;
use ui::{page_properties::require_small_script, shell::FullScreenPage, text::t, visit::language};

use super::super::cafe::PRINT_SCRIPT;

/// A page of sheets with the bar above them. `pdf` is the file of the same sheets.
pub(super) fn sheets_page(
    day: &WorkshopDay,
    title: String,
    (sheets, count): (AnyView, usize),
    pdf: &str,
) -> AnyView {
    require_small_script(PRINT_SCRIPT);
    let details = &day.event.details;
    let base = format!("/organise/events/{}/workshops", day.event.id);
    let says = if count == 0 {
        t!("paper-empty")
    } else {
        t!("paper-sheets", n = count)
    };
    let pdf = (count > 0).then(|| {
        let href = format!("{base}/{pdf}");
        view! { <a class="button" href=href>{t!("workshop-signs-pdf")}</a> }
    });
    view! {
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
    }
    .into_any()
}
