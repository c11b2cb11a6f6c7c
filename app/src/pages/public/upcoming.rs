//! `/` and `/events`: public events that are not over, of all networks or of one.

use leptos::prelude::*;
use model::{Event, EventState, EventTime, NetworkHead, search_key};
use ui::{
    components::{EmptyState, PageHead, Tab, Tabs, Tag, Tone},
    dates::{dates, machine},
    shell::{Audience, Brand, Page, PagePreview, Section, page},
    text::{Named, t},
    visit::{planner, query, visit},
};

#[component]
pub fn UpcomingPage() -> impl IntoView {
    page(async {
        let all = planner().public_events().await?;
        let networks = networks_of(&all);
        let slug = query("network");
        let chosen = networks
            .iter()
            .find(|network| Some(network.slug.as_str()) == slug.as_deref());
        // A network may have no public events. An unknown one is ignored.
        let without_events = match (chosen, &slug) {
            (None, Some(slug)) => planner().public_network(slug).await.ok(),
            _ => None,
        };
        let without_events = without_events.map(|network| network.head());
        let chosen = chosen.copied().or(without_events.as_ref());
        let events: Vec<_> = all
            .iter()
            .filter(|(network, _)| chosen.is_none_or(|chosen| chosen.id == network.id))
            .collect();
        // With the events of one network only, the page has its branding.
        let brand = match (chosen, &networks[..]) {
            (Some(network), _) => Brand::from(network),
            (None, [network]) => Brand::from(*network),
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
        let choice = (networks.len() > 1 || without_events.is_some())
            .then(|| network_choice(&networks, chosen));
        let preview = PagePreview {
            title: t!("upcoming-title"),
            description: match brand.slug {
                Some(_) => t!("upcoming-about-network", network = brand.name.as_str()),
                None => t!("upcoming-about"),
            },
            path: chosen.map_or_else(|| "/".to_owned(), path_of),
            is_listed: true,
        };
        let sign_in = visit().principal.is_none().then(|| {
            view! {
                <p class="soft">
                    {t!("upcoming-organise")}" "<a href="/sign-in">{t!("upcoming-sign-in")}</a>
                </p>
            }
        });
        Ok(view! {
            <Page title=t!("upcoming-title") brand section=Section::Upcoming audience=Audience::Everybody preview>
                <PageHead title=t!("upcoming-title")/>
                {choice}
                {list}
                {sign_in}
            </Page>
        })
    })
}

/// The networks of the events, by name.
fn networks_of(events: &[(NetworkHead, Event)]) -> Vec<&NetworkHead> {
    let mut networks: Vec<&NetworkHead> = Vec::new();
    for (network, _) in events {
        if !networks.iter().any(|known| known.id == network.id) {
            networks.push(network);
        }
    }
    networks.sort_by_key(|network| search_key(network.name.as_str()));
    networks
}

fn path_of(network: &NetworkHead) -> String {
    format!("/events?network={}", network.slug)
}

/// Links to the events of each network.
fn network_choice(
    networks: &[&NetworkHead],
    chosen: Option<&NetworkHead>,
) -> impl IntoView + use<> {
    let mut tabs = vec![Tab::new(
        t!("upcoming-all"),
        "/events".to_owned(),
        chosen.is_none(),
    )];
    tabs.extend(networks.iter().map(|network| {
        let current = chosen.is_some_and(|chosen| chosen.id == network.id);
        Tab::new(network.name.to_string(), path_of(network), current)
    }));
    view! { <Tabs label=t!("upcoming-networks") tabs/> }
}

fn item(network: &NetworkHead, event: &Event, brand: &Brand) -> impl IntoView + use<> {
    let details = &event.details;
    let starts = details.starts.local;
    let today = details.time_zone.clock(visit().now).date();
    let countdown = (event.state != EventState::Cancelled)
        .then(|| view! { <li>{dates().countdown(starts.date(), today)}</li> });
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
                        {dates().event_for_visitors(details, &network.time_zone)}
                    </time>
                </li>
                {place}
                {host}
                {countdown}
            </ul>
            {summary}
        </li>
    }
}

/// That the event is cancelled; else whether registration is open, and until when.
fn registration(event: &Event) -> impl IntoView + use<> {
    if event.state == EventState::Cancelled {
        return view! { <Tag text=EventState::Cancelled.name() tone=Tone::Bad/> };
    }
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
