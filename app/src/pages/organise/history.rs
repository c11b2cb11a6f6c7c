//! `/organise/network/history`: what was changed in a network, and by whom.

use jiff::tz::TimeZone;
use leptos::prelude::*;
use model::{AuditAction, AuditActor, NetworkId, Role};
use planner::{
    Paging,
    people::{HistoryEntry, PartChange},
};
use ui::{
    components::{DataTable, EarlierLater, EmptyState, PageHead},
    dates::{dates, machine},
    shell::{Page, Section, page},
    text::{Named, t},
    visit::{page_number, planner},
};

use super::{
    network::{NetworkTab, network_band, owned_network},
    outgoing::kind_name,
    unreadable::unreadable_rows,
};

/// The entries on a page.
const ROWS: u32 = 100;

#[component]
pub fn HistoryPage() -> impl IntoView {
    page(async {
        let (principal, network) = owned_network()?;
        let right = principal.owns(network)?;
        let network = planner().network(&principal.reads(network)?).await?;
        let number = page_number();
        // One more, to know whether there is another page.
        let paging = Paging {
            limit: i64::from(ROWS) + 1,
            ..Paging::page(number, ROWS)
        };
        let history = planner().history(&right, paging).await?;
        let unreadable = unreadable_rows(&history.unreadable);
        let has_more = history.rows.len() + history.unreadable.len() > ROWS as usize;
        let mut entries = history.rows;
        entries.truncate(ROWS as usize);
        let content = if entries.is_empty() {
            let title = match number {
                0 => t!("network-history-none"),
                _ => t!("network-history-end"),
            };
            view! { <EmptyState title>""</EmptyState> }.into_any()
        } else {
            table(&entries, network.id, network.time_zone.rules()).into_any()
        };
        let path = format!("/organise/network/history?network={}&page=", network.id);
        let at = move |number: u32| format!("{path}{}", number + 1);
        Ok(view! {
            <Page title=t!("network-history-title") brand=&network section=Section::Network band=network_band(network.id, NetworkTab::History)>
                <PageHead title=t!("network-history-title")/>
                {unreadable}
                {content}
                <EarlierLater number has_more at/>
            </Page>
        })
    })
}

fn table(entries: &[HistoryEntry], network: NetworkId, zone: &TimeZone) -> impl IntoView + use<> {
    let rows: Vec<_> = entries
        .iter()
        .map(|entry| {
            let at = entry.at.to_zoned(zone.clone());
            view! {
                <tr>
                    <th scope="row">
                        <time datetime=machine(at.datetime())>{dates().moment(at.datetime())}</time>
                    </th>
                    <td>{who(entry)}</td>
                    <td>{entry.action.name()}</td>
                    <td>{about(entry, network)}</td>
                </tr>
            }
        })
        .collect();
    let headings = vec![
        t!("network-history-when"),
        t!("network-history-who"),
        t!("network-history-what"),
        t!("network-history-about"),
    ];
    view! { <DataTable caption=t!("network-history-title") headings stacks=true>{rows}</DataTable> }
}

fn who(entry: &HistoryEntry) -> String {
    match (&entry.member, entry.actor) {
        (Some(name), _) => name.clone(),
        (None, AuditActor::Member) => t!("network-history-member"),
        (None, AuditActor::Participant) => t!("network-history-participant"),
        (None, AuditActor::Operator) => t!("network-history-operator"),
        (None, AuditActor::Planner) => t!("network-history-planner"),
    }
}

fn about(entry: &HistoryEntry, network: NetworkId) -> Option<AnyView> {
    if let Some(change) = &entry.change {
        let mut change = change.clone();
        if let (AuditAction::OwnWordsChanged, Ok(kind)) = (entry.action, change.part.parse()) {
            change.part = kind_name(kind);
        }
        return Some(part(&change).into_any());
    }
    if let Some((contact, name)) = &entry.contact {
        return Some(match name {
            Some(name) => {
                let href = format!("/organise/contacts/{contact}?network={network}");
                view! { <a href=href>{name.clone()}</a> }.into_any()
            }
            None => t!("network-history-gone").into_any(),
        });
    }
    let (event, title) = entry.event.as_ref()?;
    Some(match title {
        Some(title) => {
            let href = format!("/organise/events/{event}");
            view! { <a href=href>{title.clone()}</a> }.into_any()
        }
        None => t!("network-history-gone").into_any(),
    })
}

/// A member or an organisation, with its values before and after.
fn part(change: &PartChange) -> String {
    // The stored words of roles have names; names of organisations are as they are typed.
    let shown = |value: &String| {
        value
            .parse::<Role>()
            .map_or_else(|_| value.clone(), Named::name)
    };
    let part = &change.part;
    match (&change.before, &change.after) {
        (Some(before), Some(after)) if before != after => {
            format!("{part}: {} → {}", shown(before), shown(after))
        }
        (_, Some(value)) | (Some(value), None) => {
            let value = shown(value);
            if value.starts_with(part.as_str()) {
                value
            } else {
                format!("{part}: {value}")
            }
        }
        (None, None) => part.clone(),
    }
}
