//! `/organise/lists/{list}`: who is on a distribution list.

use leptos::prelude::*;
use model::{ListMembers, NetworkId};
use planner::people::DistributionListRecord;
use ui::{
    components::{
        EmptyState, Field, Form, Hidden, InputKind, Notice, PageHead, Tone, set_summary_label,
    },
    forms::{last_result, resubmitted},
    shell::{Page, Section, page},
    text::t,
    visit::{planner, query},
};

use super::{list_of_path, path_of, path_of_all, rule_text};
use crate::{
    api::{actions::RemoveFromList, authorise::network_asked_for},
    pages::organise::{
        contacts::{PeopleTab, Rows, contact_table, people_band},
        list_address::ShownRows,
        list_parts::{print_link, shown_pages},
        unreadable::unreadable_rows,
    },
};

#[component]
pub fn DistributionListPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.reads(network)?;
        let may_change = principal.organises(network).is_ok();
        let search = query("search").unwrap_or_default();
        let shown = ShownRows::current();
        let record = planner()
            .distribution_list(&right, list_of_path()?, &search, shown.paging())
            .await?;
        let name = record.list.name.to_string();
        let [edit, delete] =
            ["/edit", "/delete"].map(|below| path_of(network, record.list.id, below));
        let print =
            (record.page.total > 0).then(|| print_link(address(&record, &search, ShownRows::All)));
        let changes = may_change.then(|| {
            view! {
                <a class="button" href=edit>{t!("distribution-edit")}</a>
                <a class="button harm" href=delete>{t!("distribution-delete.ask")}</a>
            }
        });
        let has_actions = print.is_some() || changes.is_some();
        let actions = has_actions.then(|| view! { {print}{changes} }.into_any());
        let members = match &record.list.members {
            ListMembers::Fixed => t!("distribution-fixed"),
            ListMembers::Rule(rule) => rule_text(rule, &record.organisations),
        };
        let facts = vec![
            members.into_any(),
            t!("distribution-count", n = record.page.total).into_any(),
        ];
        let all = path_of_all(network);
        Ok(view! {
            <Page
                title=name.clone()
                brand=&record.network
                section=Section::People
                band=people_band(network, PeopleTab::Lists).on_page(name.clone())
            >
                <p class="back"><a href=all>{t!("distribution-back")}</a></p>
                <PageHead title=name facts actions/>
                {done()}
                {unreadable_rows(&record.page.unreadable)}
                {content(&record, (&search, shown), may_change)}
            </Page>
        })
    })
}

/// The notice about the last action.
fn done() -> Option<impl IntoView> {
    let people = || query("people")?.parse::<u32>().ok();
    let says = match last_result()?.as_str() {
        "added" => t!("distribution-added"),
        "changed" => t!("distribution-changed"),
        "people-added" => t!("distribution-people-added", n = people()?),
        "people-removed" => t!("distribution-people-removed", n = people()?),
        _ => return None,
    };
    Some(view! { <Notice tone=Tone::Good><p>{says}</p></Notice> })
}

fn content(
    record: &DistributionListRecord,
    (search, shown): (&str, ShownRows),
    may_change: bool,
) -> impl IntoView + use<> {
    let network = record.network.id;
    if record.page.total == 0 && search.is_empty() {
        return nobody(record, network).into_any();
    }
    let path = format!("/organise/lists/{}", record.list.id);
    let rows = if record.page.rows.is_empty() {
        let all = path_of(network, record.list.id, "");
        view! {
            <EmptyState title=t!("contacts-not-found")>
                <p><a href=all>{t!("distribution-show-all")}</a></p>
            </EmptyState>
        }
        .into_any()
    } else if may_change && record.list.members == ListMembers::Fixed && !shown.is_all() {
        let form = resubmitted::<RemoveFromList>().unwrap_or_default();
        let list = record.list.id.to_string();
        let contacts = contact_table(&record.page.rows, Rows::Chosen(&form.contacts));
        view! {
            {contacts}
            <Form to=RemoveFromList::PATH>
                {set_summary_label("contacts", &t!("contacts-title"))}
                <Hidden name="network" value=network.to_string()/>
                <Hidden name="list" value=list/>
                <div class="row"><button class="button">{t!("distribution-remove")}</button></div>
            </Form>
        }
        .into_any()
    } else {
        contact_table(&record.page.rows, Rows::Shown).into_any()
    };
    view! {
        <form class="filters" method="get" action=path role="search">
            <Hidden name="network" value=network.to_string()/>
            <Field
                name="search"
                label=t!("contacts-search")
                value=search.to_owned()
                kind=InputKind::Search
            />
            <div class="row"><button class="button">{t!("people-find")}</button></div>
        </form>
        <div class="stack" data-print=shown.for_print()>{rows}</div>
        {shown_pages(&record.page, shown, |rows| address(record, search, rows))}
    }
    .into_any()
}

fn nobody(record: &DistributionListRecord, network: NetworkId) -> impl IntoView + use<> {
    let advice = match record.list.members {
        ListMembers::Fixed => t!("distribution-nobody-fixed"),
        ListMembers::Rule(_) => t!("distribution-nobody-rule"),
    };
    let contacts = format!("/organise/contacts?network={network}");
    view! {
        <EmptyState title=t!("distribution-nobody")>
            <p>{advice}</p>
            <p><a href=contacts>{t!("contact-back")}</a></p>
        </EmptyState>
    }
}

/// The address of rows of the list that `search` finds.
fn address(record: &DistributionListRecord, search: &str, shown: ShownRows) -> String {
    let network = record.network.id.to_string();
    let path = format!("/organise/lists/{}", record.list.id);
    shown.address(&path, &[("network", &network), ("search", search)])
}
