//! `/organise/events/{id}/workshops/timetables`: the timetables of all people, four on a sheet.

use leptos::prelude::*;
use ui::{error::AppError, shell::page, text::t, visit::planner};

use super::{super::cafe::card_sheets, sheets::sheets_page};
use crate::{api::authorise::reads_event, routes::param, timetable_cards::timetable_cards};

#[component]
pub fn WorkshopTimetablesPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let day = planner().workshop_day(&access).await?;
        let papers = timetable_cards(&day).ok_or(AppError::NotFound)?;
        let (count, sheets) = card_sheets(&papers);
        let sheets = (sheets, count.unwrap_or(0));
        let title = t!("workshop-timetables");
        Ok(sheets_page(&day, title, sheets, "timetables.pdf"))
    })
}
