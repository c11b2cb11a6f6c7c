//! `/organise`: the events of a network: upcoming, drafts, past.

use leptos::prelude::*;
use model::IanaTimeZone;
use planner::events::EventSummary;
use ui::{
    components::{DataTable, EmptyState, Notice, PageHead, Tone},
    dates::dates,
    shell::{Page, Section, page},
    text::{Named, t},
    visit::{planner, query},
};

use super::{event::state_tag, unreadable::unreadable_rows};
use crate::api::authorise::network_asked_for;

#[component]
pub fn EventsPage() -> impl IntoView {
    page(async {
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
        let nothing = lists.next.is_empty()
            && lists.drafts.is_empty()
            && lists.past.is_empty()
            && lists.unreadable.is_empty();
        Ok(view! {
            <Page title=t!("events-title") brand=&network section=Section::Events>
                <PageHead title=t!("events-title") actions/>
                {discarded}
                {unreadable_rows(&lists.unreadable)}
                {nothing.then(|| view! {
                    <EmptyState title=t!("events-none")>
                        <p>{t!("events-none.advice")}</p>
                        {may_plan.then(|| view! {
                            <p><a class="button first" href=new.clone()>{t!("events-new")}</a></p>
                        })}
                    </EmptyState>
                })}
                {(!nothing).then(|| section(t!("events-next"), t!("events-next-none"), lists.next, &zone, false))}
                {section(t!("events-drafts"), String::new(), lists.drafts, &zone, may_plan)}
                {section(t!("events-past"), String::new(), lists.past, &zone, may_plan)}
            </Page>
        })
    })
}

/// One of the lists. `None` if it is empty and has no text for an empty list.
fn section(
    title: String,
    nothing: String,
    events: Vec<EventSummary>,
    zone: &IanaTimeZone,
    copied: bool,
) -> Option<impl IntoView + use<>> {
    if events.is_empty() && nothing.is_empty() {
        return None;
    }
    let list = if events.is_empty() {
        view! { <p class="soft">{nothing}</p> }.into_any()
    } else {
        let rows: Vec<_> = events
            .into_iter()
            .map(|summary| row(summary, zone, copied))
            .collect();
        let headings = vec![
            t!("events-column-event"),
            t!("events-column-when"),
            t!("events-column-state"),
            t!("events-column-people"),
        ];
        view! { <DataTable caption=title.clone() headings stacks=true>{rows}</DataTable> }
            .into_any()
    };
    Some(view! {
        <section class="stack tight">
            <h2>{title}</h2>
            {list}
        </section>
    })
}

fn row(summary: EventSummary, zone: &IanaTimeZone, copied: bool) -> impl IntoView + use<> {
    let EventSummary { event, counts } = summary;
    let details = &event.details;
    let href = format!("/organise/events/{}", event.id);
    let list = format!("{href}/registrations");
    let copy = copied.then(|| {
        let href = format!("/organise/events/new?from={}", event.id);
        view! { " "<a class="small" href=href>{t!("events-copy")}<span class="unseen">": "{details.title.to_string()}</span></a> }
    });
    let people = match details.capacity {
        Some(capacity) => t!("events-seats", taken = counts.confirmed, of = capacity),
        None => t!("events-people", taken = counts.confirmed),
    };
    let waiting = (counts.waitlisted > 0).then(|| {
        view! { <br/><small>{t!("events-waiting", n = counts.waitlisted)}</small> }
    });
    let pending = (counts.pending > 0).then(|| {
        view! { <br/><small>{t!("events-pending", n = counts.pending)}</small> }
    });
    let place = details.place.name.as_ref().map(|place| {
        view! { <br/><small>{place.to_string()}</small> }
    });
    view! {
        <tr>
            <th scope="row">
                <a href=href>{details.title.to_string()}</a>
                <br/>
                <small>{details.kind.name()}</small>
            </th>
            <td>{dates().event(details, zone)}{place}</td>
            <td>{state_tag(event.state)}{copy}</td>
            <td><a href=list>{people}</a>{waiting}{pending}</td>
        </tr>
    }
}
