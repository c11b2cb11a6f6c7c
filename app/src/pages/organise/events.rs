//! `/organise`: the events of a network in one table, upcoming and past, with what is next about each.

use leptos::prelude::*;
use model::{Event, EventState, IanaTimeZone, NetworkId, SeriesId};
use planner::{
    access::Principal,
    events::{EventLists, EventSummary},
    people::OwnEvents,
};
use ui::{
    components::{DataTable, EmptyState, Notice, PageHead, RowGroup, Tag, Tone},
    dates::dates,
    shell::{Page, Section, page},
    text::{Named, t},
    visit::{planner, query, visit},
};

use super::{
    event::{StepText, quiet_text, state_tag},
    unreadable::unreadable_rows,
};
use crate::api::authorise::network_asked_for;

#[component]
pub fn EventsPage() -> impl IntoView {
    page(async {
        let principal = visit().signed_in()?;
        if let Some(network) = network_of_events_only(&principal) {
            let own = planner().own_events(&principal, network).await?;
            return Ok(own_events(&own).into_any());
        }
        let (principal, network) = network_asked_for()?;
        let right = principal.reads(network)?;
        let may_plan = principal.organises(network).is_ok();
        let lists = planner().events(&right).await?;
        let network = planner().network(&right).await?;
        let zone = network.time_zone.clone();
        let new = format!("/organise/events/new?network={}", network.id);
        let actions = may_plan.then(|| {
            view! { <a class="button first" href=new.clone()>{t!("events-new")}</a> }.into_any()
        });
        let discarded = query("saved").filter(|what| what == "discarded").map(|_| {
            view! { <Notice tone=Tone::Good><p>{t!("events-discarded")}</p></Notice> }
        });
        let unreadable = unreadable_rows(&lists.unreadable);
        let nothing =
            lists.upcoming.is_empty() && lists.past.is_empty() && lists.unreadable.is_empty();
        let content = if nothing {
            none(may_plan.then_some(new)).into_any()
        } else {
            let (shown, lists) = one_series(lists, network.id);
            view! { {shown}{table(lists, &zone, may_plan)} }.into_any()
        };
        Ok(view! {
            <Page title=t!("events-title") brand=&network section=Section::Events>
                <PageHead title=t!("events-title") actions/>
                {discarded}
                {unreadable}
                {content}
            </Page>
        }
        .into_any())
    })
}

/// The network that the query names, or the first one, if the person sees single events of it only.
fn network_of_events_only(principal: &Principal) -> Option<NetworkId> {
    let named = query("network").and_then(|id| id.parse().ok());
    let first = principal.memberships().first();
    let network = named.or(first.map(|first| first.member.network))?;
    principal.works_for_events_only(network).then_some(network)
}

/// The events of somebody who sees nothing else of the network.
fn own_events(own: &OwnEvents) -> impl IntoView + use<> {
    let zone = &own.network.time_zone;
    let rows = own.events.iter().map(|(event, role)| {
        let details = &event.details;
        let href = format!("/organise/events/{}", event.id);
        view! {
            <tr>
                <th scope="row"><a href=href lang=details.language.tag()>{details.title.to_string()}</a></th>
                <td>{state(event)}</td>
                <td class="whole">{dates().event(details, zone)}</td>
                <td>{role.name()}</td>
            </tr>
        }
    });
    let rows: Vec<_> = rows.collect();
    let headings = vec![
        t!("events-column-event"),
        t!("events-column-state"),
        t!("events-column-when"),
        t!("member-role"),
    ];
    view! {
        <Page title=t!("events-title") brand=&own.network section=Section::Events>
            <PageHead title=t!("events-title")/>
            <DataTable caption=t!("events-title") headings stacks=true>{rows}</DataTable>
        </Page>
    }
}

/// The events of the series that the query names, and what says so. All events, if it names none.
fn one_series(mut lists: EventLists, network: NetworkId) -> (Option<AnyView>, EventLists) {
    let wanted: Option<SeriesId> = query("series").and_then(|id| id.parse().ok());
    let all = lists.upcoming.iter().chain(&lists.past);
    let mut series = all.filter_map(|summary| summary.series.as_ref());
    let series = series.find(|series| Some(series.id) == wanted).cloned();
    let Some(series) = series else {
        return (None, lists);
    };
    for list in [&mut lists.upcoming, &mut lists.past] {
        list.retain(|summary| {
            let own = summary.series.as_ref();
            own.is_some_and(|own| own.id == series.id)
        });
    }
    let all = format!("/organise?network={network}");
    let name = series.name.to_string();
    let shown = view! {
        <p class="row">
            <span>{t!("events-of-series", name = name)}</span>
            <a href=all>{t!("events-all")}</a>
        </p>
    };
    (Some(shown.into_any()), lists)
}

/// What a network without events begins with.
fn none(new: Option<String>) -> impl IntoView {
    view! {
        <EmptyState title=t!("events-none")>
            <p>{t!("events-none.advice")}</p>
            {new.map(|new| view! { <p><a class="button first" href=new>{t!("events-new")}</a></p> })}
        </EmptyState>
    }
}

/// All events in one table, so that its columns are equal.
fn table(lists: EventLists, zone: &IanaTimeZone, may_plan: bool) -> impl IntoView + use<> {
    let headings = vec![
        t!("events-column-event"),
        t!("events-column-state"),
        t!("events-column-when"),
        t!("events-column-people"),
        t!("events-column-next"),
    ];
    let columns = headings.len();
    let groups = [
        (t!("events-upcoming"), lists.upcoming),
        (t!("events-past"), lists.past),
    ];
    let groups: Vec<_> = groups
        .into_iter()
        .filter(|(_, events)| !events.is_empty())
        .map(|(heading, events)| {
            let rows: Vec<_> = events
                .iter()
                .map(|summary| row(summary, zone, may_plan))
                .collect();
            view! { <RowGroup heading columns>{rows}</RowGroup> }
        })
        .collect();
    view! {
        <DataTable caption=t!("events-title") headings stacks=true grouped=true>{groups}</DataTable>
    }
}

fn row(summary: &EventSummary, zone: &IanaTimeZone, may_plan: bool) -> impl IntoView + use<> {
    let event = &summary.event;
    let details = &event.details;
    let href = format!("/organise/events/{}", event.id);
    let place = details.place.name.as_ref().map(ToString::to_string);
    let place = place.unwrap_or_else(|| match details.place.online_link {
        Some(_) => t!("events-online"),
        None => t!("events-nowhere"),
    });
    let series = summary.series.as_ref().map(|series| {
        let href = format!("/organise?network={}&series={}", event.network, series.id);
        view! { " "<small><a class="quiet" href=href>{t!("events-series", name = series.name.as_str())}</a></small> }
    });
    view! {
        <tr>
            <th scope="row">
                <a href=href lang=details.language.tag()>{details.title.to_string()}</a>
                " "
                <small>{details.kind.name()}</small>
                {series}
            </th>
            <td>{state(event)}</td>
            <td class="whole">{dates().event(details, zone)}" "<small>{place}</small></td>
            <td class="number whole" data-heading=t!("events-column-people")>{people(summary)}</td>
            <td class="whole" data-heading=t!("events-column-next")>{next(summary, may_plan)}</td>
        </tr>
    }
}

/// The state as a tag. A published event that is over needs no colour.
fn state(event: &Event) -> AnyView {
    if event.state == EventState::Published && event.is_over(visit().now) {
        view! { <Tag text=t!("events-over")/> }.into_any()
    } else {
        state_tag(event.state).into_any()
    }
}

fn people(summary: &EventSummary) -> AnyView {
    let EventSummary { event, counts, .. } = summary;
    if counts.all() == 0 {
        return t!("events-nobody").into_any();
    }
    let list = format!("/organise/events/{}/registrations", event.id);
    let people = match event.details.capacity {
        Some(capacity) => t!("events-seats", taken = counts.confirmed, of = capacity),
        None => counts.confirmed.to_string(),
    };
    let waiting = (counts.waitlisted > 0).then(|| {
        view! { " "<small>{t!("events-waiting", n = counts.waitlisted)}</small> }
    });
    let pending = (counts.pending > 0).then(|| {
        view! { " "<small>{t!("events-pending", n = counts.pending)}</small> }
    });
    let title = event.details.title.to_string();
    let label = t!("events-people-of", title = title);
    view! {
        <a class="quiet" href=list>{people}<span class="unseen">" "{label}</span></a>
        {waiting}
        {pending}
    }
    .into_any()
}

/// The first of the next steps, or until when there is none.
fn next(summary: &EventSummary, may_plan: bool) -> AnyView {
    let event = &summary.event;
    let mut steps = summary.next.steps.iter();
    let Some(step) = steps.find(|step| may_plan || step.only_reads()) else {
        let quiet = quiet_text(event, &summary.next);
        return view! { <span class="soft">{quiet}</span> }.into_any();
    };
    let step = StepText::of(*step, event);
    let title = event.details.title.to_string();
    view! { <a href=step.href>{step.title}<span class="unseen">": "{title}</span></a> }.into_any()
}
