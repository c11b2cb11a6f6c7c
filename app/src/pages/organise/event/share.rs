//! `/organise/events/{id}/share`: how people hear of an event. The address to copy, the QR code, people to add.

use leptos::prelude::*;
use model::{EventState, Visibility};
use planner::events::PlannedEvent;
use ui::{
    components::{Notice, PageHead, Tone},
    shell::{Page, Section, page},
    text::t,
    visit::{planner, visit},
};

use super::{
    head::{EventTab, event_band},
    overview::link_field,
};
use crate::{api::authorise::reads_event, routes::param};

#[component]
pub fn ShareEventPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let planned = planner().planned_event(&access).await?;
        let (network, event) = (&planned.network, &planned.event);
        let may_plan = visit().signed_in()?.organises(network.id).is_ok();
        let public = planner().event_page(event);
        let has_page = event.details.visibility != Visibility::Invitation;
        let link = has_page.then(|| (link(event.details.visibility, &public), code(&planned)));
        let hint = hint(event.state);
        let people = (may_plan && event.state != EventState::Cancelled).then(|| people(&planned));
        Ok(view! {
            <Page
                title=t!("share-page", title = event.details.title.as_str())
                brand=network
                section=Section::Events
                band=event_band(network, event, planned.counts.confirmed, EventTab::Overview).on_page(t!("share-title"))
            >
                <PageHead title=t!("share-title")/>
                {hint}
                {link}
                {people}
            </Page>
        })
    })
}

/// What stands in the way of sharing.
fn hint(state: EventState) -> Option<impl IntoView> {
    let text = match state {
        EventState::Draft => t!("share-draft"),
        EventState::Cancelled => t!("share-cancelled"),
        EventState::Published => return None,
    };
    Some(view! { <Notice tone=Tone::Warn><p>{text}</p></Notice> })
}

fn link(visibility: Visibility, public: &str) -> impl IntoView + use<> {
    let who = if visibility == Visibility::Public {
        t!("share-public")
    } else {
        t!("share-by-link")
    };
    view! {
        <section class="card">
            <h2>{t!("share-link")}</h2>
            <p>{who}</p>
            {link_field(public)}
        </section>
    }
}

fn code(planned: &PlannedEvent) -> impl IntoView + use<> {
    let base = format!("/organise/events/{}/qr", planned.event.id);
    let title = planned.event.details.title.to_string();
    let svg = format!("{base}.svg");
    view! {
        <section class="card qr-code">
            <img src=svg.clone() width="296" height="296" alt=t!("share-qr-alt", title = title)/>
            <div class="stack">
                <h2>{t!("share-qr")}</h2>
                <p>{t!("share-qr-text")}</p>
                <p class="row">
                    <a class="button" href=format!("{base}.png?download=1")>{t!("share-qr-png")}</a>
                    <a class="button" href=format!("{svg}?download=1")>{t!("share-qr-svg")}</a>
                </p>
                <p class="small soft">{t!("share-qr-formats")}</p>
            </div>
        </section>
    }
}

/// Adding people, who are invited by mail.
fn people(planned: &PlannedEvent) -> impl IntoView + use<> {
    let list = format!("/organise/events/{}/registrations", planned.event.id);
    let text = if planned.event.state == EventState::Draft {
        t!("share-people-draft")
    } else {
        t!("share-people-text")
    };
    view! {
        <section class="card">
            <h2>{t!("share-people")}</h2>
            <p>{text}</p>
            <p class="row">
                <a class="button" href=format!("{list}/new")>{t!("event-add-person")}</a>
                <a class="button" href=format!("{list}/import")>{t!("share-import")}</a>
            </p>
        </section>
    }
}
