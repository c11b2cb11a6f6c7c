//! `/`: public events that are not over.

use leptos::prelude::*;
use model::{Event, EventTime, NetworkHead};
use ui::{
    components::{EmptyState, PageHead, Tag, Tone},
    dates::{dates, machine},
    shell::{Audience, Brand, Page, Section, page},
    text::{Named, t},
    visit::{planner, visit},
};

#[component]
pub fn UpcomingPage() -> impl IntoView {
    page(async {
        let events = planner().public_events().await?;
        // With the events of one network only, the page has its branding.
        let brand = match events.first() {
            Some((network, _)) if events.iter().all(|(other, _)| other.id == network.id) => {
                Brand::from(network)
            }
            _ => Brand::default(),
        };
        let list = if events.is_empty() {
            view! {
                <EmptyState title=t!("upcoming-empty")>
                    <p>{t!("upcoming-empty.advice")}</p>
                </EmptyState>
            }
            .into_any()
        } else {
            let items = events
                .iter()
                .map(|(network, event)| item(network, event, &brand));
            view! { <ul class="events">{items.collect_view()}</ul> }.into_any()
        };
        let sign_in = visit().principal.is_none().then(|| {
            view! {
                <p class="soft">
                    {t!("upcoming-organise")}" "<a href="/sign-in">{t!("upcoming-sign-in")}</a>
                </p>
            }
        });
        Ok(view! {
            <Page title=t!("upcoming-title") brand section=Section::Upcoming audience=Audience::Everybody>
                <PageHead title=t!("upcoming-title")/>
                {list}
                {sign_in}
            </Page>
        })
    })
}

fn item(network: &NetworkHead, event: &Event, brand: &Brand) -> impl IntoView + use<> {
    let details = &event.details;
    let starts = details.starts.local;
    let today = details.time_zone.clock(visit().now).date();
    let countdown = dates().countdown(starts.date(), today);
    let host = (brand.slug.is_none()).then(|| view! { <li>{network.name.to_string()}</li> });
    let place = details
        .place
        .in_one_line()
        .map(|place| view! { <li>{place}</li> });
    let summary = (!details.summary.is_empty())
        .then(|| view! { <p lang=details.language.tag()>{details.summary.to_string()}</p> });
    let lang = details.language.tag();
    view! {
        <li class="card">
            <p class="kind">{details.kind.name()}" "{registration(event)}</p>
            <h2 lang=lang><a href=format!("/events/{}", event.slug)>{details.title.to_string()}</a></h2>
            <ul class="facts">
                <li>
                    <time datetime=machine(starts)>
                        {dates().event(details, &network.time_zone)}
                    </time>
                </li>
                {place}
                {host}
                <li>{countdown}</li>
            </ul>
            {summary}
        </li>
    }
}

/// Whether registration is open, and until when.
fn registration(event: &Event) -> impl IntoView + use<> {
    let now = visit().now;
    let details = &event.details;
    let day = |when: &EventTime| dates().day(when.local.date());
    if event.registration_is_open(now) {
        let text = match &details.closes {
            Some(closes) => t!("upcoming-open-until", when = day(closes)),
            None => t!("upcoming-open"),
        };
        return view! { <Tag text tone=Tone::Good/> };
    }
    let text = match &details.opens {
        Some(opens) if now < opens.at => t!("upcoming-opens", when = day(opens)),
        _ => t!("upcoming-closed"),
    };
    view! { <Tag text/> }
}
