//! `/events/{slug}`: the page of an event. It has no script.

mod offer;
mod plain_language;

use leptos::prelude::*;
use model::{EventState, Visibility};
use planner::registrations::{Availability, OpenEvent};
use ui::{
    components::{Notice, PageHead, Tag, Tone},
    dates::dates,
    markdown,
    paths::EventPath,
    shell::{Audience, Brand, Page, PagePreview, Section, page},
    text::{Named, t},
    visit::{planner, query, visit},
};

use self::plain_language::plain_language;
use super::{
    facts::{facts, place_in_short},
    programme::programme,
};
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
        let preview = preview(&open, &paths);
        Ok(view! {
            <Page title brand section=Section::Upcoming audience preview>
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
    let mut facts = facts(&open.network, &open.event);
    facts.push(view! { <span lang=lang>{details.language.name()}</span> }.into_any());
    let plain_language = plain_language(details);
    let programme = programme(open, Some(paths));
    let has_column =
        plain_language.is_some() || body.is_some() || programme.is_some() || open.has_results;
    let column = has_column.then(|| {
        view! {
            <div class="stack">
                {plain_language}
                {body}
                {programme}
                {results(open, paths)}
                {offer::sticky(open, availability, paths)}
            </div>
        }
    });
    view! {
        <div class="hero">
            <PageHead
                title=details.title.to_string()
                lang=lang
                kind=details.kind.name()
                state=state
                facts
            />
            {summary}
        </div>
        {cancelled}
        // On a narrow screen, the offer comes before the long agenda.
        <div class="cols aside-first">
            {offer::offer(open, availability, paths)}
            {column}
        </div>
    }
}

/// The link to the results of its cafés.
fn results(open: &OpenEvent, paths: &EventPath) -> Option<impl IntoView + use<>> {
    open.has_results.then(|| {
        let href = if paths.is_preview() {
            paths.page()
        } else {
            paths.results()
        };
        view! {
            <section class="card" aria-labelledby="results">
                <h2 id="results">{t!("results-title")}</h2>
                <p>{t!("results-about")}</p>
                <p><a class="button" href=href>{t!("results-read")}</a></p>
            </section>
        }
    })
}

/// Date, place and summary for search engines and messengers.
fn preview(open: &OpenEvent, paths: &EventPath) -> PagePreview {
    let details = &open.event.details;
    let state = (open.event.state == EventState::Cancelled).then(|| t!("event-cancelled"));
    let when = dates().event_for_visitors(details, &open.network.time_zone);
    let summary = Some(details.summary.to_string()).filter(|summary| !summary.is_empty());
    let parts = [state, Some(when), place_in_short(&open.event), summary];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    PagePreview {
        title: details.title.to_string(),
        description: parts.join(" · "),
        path: paths.page(),
        is_listed: details.visibility == Visibility::Public,
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
