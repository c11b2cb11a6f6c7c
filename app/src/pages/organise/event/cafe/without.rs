//! The page of an event that may have a café and has none.

use leptos::prelude::*;
use planner::{
    PlannerError,
    access::{EventAccess, Reads},
};
use ui::{
    components::{EmptyState, PageHead},
    error::AppError,
    shell::{Page, Section},
    text::t,
    visit::{planner, query},
};

use super::super::head::{CafePart, EventTab, event_band};

/// The page to show in place of a part of a café whose look-up failed: the advice to add one if the event has none.
/// Fails with the same error otherwise.
pub(crate) async fn page_without_cafe(
    access: &EventAccess<Reads>,
    part: CafePart,
    error: PlannerError,
) -> Result<AnyView, AppError> {
    let asks_for_item = query("item").is_some_and(|item| !item.is_empty());
    if asks_for_item || !matches!(error, PlannerError::NotFound) {
        return Err(error.into());
    }
    let planned = planner().planned_event(access).await?;
    let event = &planned.event;
    let agenda = format!("/organise/events/{}/agenda", event.id);
    let title = part.title();
    let tab = EventTab::Cafe(part);
    Ok(view! {
        <Page
            title=t!("cafe-page", part = title.as_str(), event = event.details.title.as_str())
            brand=&planned.network
            section=Section::Events
            band=event_band(&planned.network, event, planned.counts.confirmed, tab)
        >
            <PageHead title/>
            <EmptyState title=t!("set-up-none")>
                <p>{t!("set-up-none.advice")}</p>
                <a class="button first" href=agenda>{t!("set-up-none.agenda")}</a>
            </EmptyState>
        </Page>
    }
    .into_any())
}
