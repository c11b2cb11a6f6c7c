//! `/organise/events/new`: a new event, empty or copied from another one.

use leptos::prelude::*;
use model::IanaTimeZone;
use planner::events::EventSummary;
use ui::{
    components::{Form, Hidden, Notice, PageHead, SaveBar},
    dates::dates,
    error::AppError,
    forms::resubmitted,
    shell::{Page, Section, Width, page},
    text::t,
    visit::{planner, query, visit},
};

use super::fields::{Basics, EventFields};
use crate::api::{
    actions::CreateEvent,
    authorise::{network_asked_for, organises_event},
    events::EventForm,
};

#[component]
pub fn NewEventPage() -> impl IntoView {
    page(async {
        let typed = resubmitted::<CreateEvent>();
        let (network, stored) = match (&typed, query("from")) {
            (Some(typed), _) => (typed.network.parse().map_err(|_| AppError::NotFound)?, None),
            (None, Some(from)) => {
                let (_, access) = organises_event(&from)?;
                let event = planner().planned_event(&access).await?.event;
                (event.network, Some(EventForm::made_from(&event)))
            }
            (None, None) => (network_asked_for()?.1, None),
        };
        let principal = visit().signed_in()?;
        let right = principal
            .organises(network)
            .map_err(|_| AppError::NotAllowed)?;
        let network = planner().network(&right.reads()).await?;
        let organisations = planner().organisations(&right.reads()).await?.rows;
        let copied = typed.is_none() && stored.is_some();
        let form = typed
            .or(stored)
            .unwrap_or_else(|| EventForm::new_in(&network));
        let templates = if copied || !form.title.is_empty() {
            Vec::new()
        } else {
            let lists = planner().events(&right.reads()).await?;
            lists
                .past
                .into_iter()
                .chain(lists.upcoming)
                .take(5)
                .collect()
        };
        let zone = network.time_zone.clone();
        let back = format!("/organise?network={}", network.id);
        Ok(view! {
            <Page title=t!("event-new-title") brand=&network section=Section::Events width=Width::Narrow>
                <PageHead title=t!("event-new-title")/>
                {copied.then(|| view! { <Notice><p>{t!("event-new-copied")}</p></Notice> })}
                {(!templates.is_empty()).then(|| made_from(templates, &zone))}
                <Form to=CreateEvent::PATH>
                    <Hidden name="network" value=network.id.to_string()/>
                    <Hidden name="from" value=form.from.clone()/>
                    <EventFields form organisations basics=Basics::Open/>
                    <p class="hint">{t!("event-new-draft")}</p>
                    <SaveBar>
                        <button class="button first">{t!("event-new-save")}</button>
                        <a class="button" href=back>{t!("event-back")}</a>
                    </SaveBar>
                </Form>
            </Page>
        })
    })
}

/// Events to copy.
fn made_from(events: Vec<EventSummary>, zone: &IanaTimeZone) -> impl IntoView + use<> {
    let links: Vec<_> = events
        .into_iter()
        .map(|EventSummary { event, .. }| {
            let href = format!("/organise/events/new?from={}", event.id);
            let when = dates().event(&event.details, zone);
            view! { <li><a href=href>{event.details.title.to_string()}</a>" "<small>{when}</small></li> }
        })
        .collect();
    view! {
        <details class="card">
            <summary>{t!("event-new-from")}</summary>
            <ul>{links}</ul>
        </details>
    }
}
