//! The events that an organisation attends.

use leptos::prelude::*;
use model::EventState;
use planner::{OrganisationEvent, Paginated, people::OrganisationRecord};
use ui::{components::DataTable, dates::dates, text::t};

use crate::pages::organise::{
    event::state_tag,
    list_address::ShownRows,
    list_parts::{print_link, shown_pages},
    unreadable::unreadable_rows,
};

/// The events, the latest first, with their numbers.
pub(super) fn events(record: &OrganisationRecord, shown: ShownRows) -> impl IntoView + use<> {
    let page = section(&record.events.rows, shown);
    let (network, id) = (record.network.id, record.organisation.id);
    let at = |rows: ShownRows| {
        let network = network.to_string();
        let path = format!("{}/{id}", super::LIST);
        rows.address(&path, &[("network", &network)])
    };
    let content = if page.rows.is_empty() {
        view! { <p class="soft">{t!("organisation-events-none")}</p> }.into_any()
    } else {
        let pages = shown_pages(&page, shown, at);
        let rows: Vec<_> = page.rows.iter().map(|event| row(record, event)).collect();
        let headings = vec![
            t!("events-column-event"),
            t!("contact-history-when"),
            t!("organisation-events-held"),
            t!("organisation-events-confirmed"),
            t!("organisation-events-waitlisted"),
            t!("organisation-events-all"),
        ];
        let print = (!shown.is_all()).then(|| print_link(at(ShownRows::All)));
        let caption = t!("organisation-events");
        view! {
            <div class="stack" data-print=shown.for_print()>
                <DataTable caption headings stacks=true>{rows}</DataTable>
            </div>
            {pages}
            <div class="row">{print}</div>
        }
        .into_any()
    };
    view! {
        <section class="stack" aria-labelledby="events">
            <h2 id="events">{t!("organisation-events")}</h2>
            {unreadable_rows(&record.events.unreadable)}
            {content}
        </section>
    }
}

/// The rows that are shown.
fn section(events: &[OrganisationEvent], shown: ShownRows) -> Paginated<OrganisationEvent> {
    let paging = shown.paging();
    let count = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
    let rows = events
        .iter()
        .skip(count(paging.offset))
        .take(count(paging.limit));
    Paginated {
        rows: rows.cloned().collect(),
        unreadable: Vec::new(),
        total: i64::try_from(events.len()).unwrap_or(i64::MAX),
    }
}

fn row(record: &OrganisationRecord, event: &OrganisationEvent) -> impl IntoView + use<> {
    let href = format!(
        "/organise/events/{}/registrations?organisation={}",
        event.event, record.organisation.id
    );
    let numbers = [
        (t!("organisation-events-held"), event.held),
        (t!("organisation-events-confirmed"), Some(event.confirmed)),
        (t!("organisation-events-waitlisted"), Some(event.waitlisted)),
        (t!("organisation-events-all"), Some(event.registered)),
    ];
    let numbers = numbers.map(|(heading, number)| {
        let number = number.map_or_else(|| "–".to_owned(), |number| number.to_string());
        view! { <td class="number" data-heading=heading>{number}</td> }
    });
    // Most are published.
    let state = (event.state != EventState::Published).then(|| state_tag(event.state));
    view! {
        <tr>
            <th scope="row">
                <a href=href lang=event.language.tag()>{event.title.to_string()}</a>
                " "
                {state}
            </th>
            <td>{dates().day(event.starts.local.date())}</td>
            {numbers.into_iter().collect_view()}
        </tr>
    }
}
