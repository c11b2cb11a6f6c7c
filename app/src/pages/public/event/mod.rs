//! `/events/{slug}`: the page of an event. It has no script.

mod offer;

use leptos::prelude::*;
use model::{EventState, Visibility};
use planner::registrations::{Availability, OpenEvent};
use ui::{
    components::{Notice, PageHead, Tag, Tone},
    markdown,
    paths::EventPath,
    shell::{Audience, Brand, Page, Section, page},
    text::{Named, t},
    visit::{planner, query, visit},
};

use super::{facts::facts, programme::programme};
use crate::routes::param;

#[component]
pub fn EventPage() -> impl IntoView {
    page(async {
        let open = planner()
            .open_event(&param("slug"), query("key").as_deref())
            .await?;
        let details = &open.event.details;
        let title = details.title.to_string();
        let brand = Brand::of_event(&open.network, &open.event);
        // An event visible by link is kept out of caches and search engines.
        let audience = match details.visibility {
            Visibility::Public => Audience::Everybody,
            Visibility::Link | Visibility::Invitation => Audience::Person,
        };
        let paths = EventPath::current(&open.event.slug);
        let availability = open.availability(visit().now);
        let content = about(&open, availability, &paths);
        Ok(view! {
            <Page title brand section=Section::Upcoming audience>
                {content}
            </Page>
        })
    })
}

/// The content about an event, shared with the organiser's preview.
pub(crate) fn about(
    open: &OpenEvent,
    availability: Availability,
    paths: &EventPath,
) -> impl IntoView + use<> {
    let details = &open.event.details;
    let lang = details.language.tag();
    let state = (open.event.state == EventState::Cancelled)
        .then(|| view! { <Tag text=EventState::Cancelled.name() tone=Tone::Bad/> }.into_any());
    let cancelled = (availability == Availability::Cancelled).then(|| cancelled(open));
    let summary = (!details.summary.is_empty())
        .then(|| view! { <p class="lead" lang=lang>{details.summary.to_string()}</p> });
    let body = (!details.body.is_empty()).then(|| {
        let html = markdown::html(details.body.as_str());
        view! { <div class="prose" lang=lang inner_html=html></div> }
    });
    view! {
        <PageHead
            title=details.title.to_string()
            lang=lang
            kind=details.kind.name()
            state=state
            facts=facts(&open.network, &open.event)
        />
        {cancelled}
        {summary}
        // On a narrow screen, the offer comes before the long agenda.
        <div class="cols aside-first">
            {offer::offer(open, availability, paths)}
            <div class="stack">
                {body}
                {programme(open)}
            </div>
        </div>
    }
}

/// The notice that the event is cancelled, with the reason.
pub(super) fn cancelled(open: &OpenEvent) -> impl IntoView + use<> {
    let reason = open
        .event
        .cancel_reason
        .as_ref()
        .filter(|reason| !reason.is_empty())
        .map(|reason| {
            let lang = open.event.details.language.tag();
            view! { <p class="words" lang=lang>{reason.to_string()}</p> }
        });
    view! {
        <Notice tone=Tone::Bad>
            <p><b>{t!("event-cancelled")}</b></p>
            {reason}
        </Notice>
    }
}
