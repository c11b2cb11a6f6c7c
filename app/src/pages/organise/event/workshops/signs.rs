//! `/organise/events/{id}/workshops/signs`: signs for the doors of the workshops, a sheet each.

use leptos::prelude::*;
use ui::{error::AppError, shell::page, text::t, visit::planner};

use super::{super::cafe::sign_sheet, sheets::sheets_page};
use crate::{api::authorise::reads_event, door_signs::door_signs, routes::param};

#[component]
pub fn WorkshopSignsPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let day = planner().workshop_day(&access).await?;
        let papers = door_signs(&day).ok_or(AppError::NotFound)?;
        let signs = papers.signs.iter();
        let sheets = signs
            .map(|sign| sign_sheet(sign, &papers.heading))
            .collect_view();
        let sheets = (sheets.into_any(), papers.signs.len());
        let title = t!("workshop-signs");
        Ok(sheets_page(&day, title, sheets, "signs.pdf"))
    })
}
