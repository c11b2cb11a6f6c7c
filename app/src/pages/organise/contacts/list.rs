//! `/organise/contacts`: the address book of a network.

use leptos::prelude::*;
use model::{ContactGroup, NetworkId};
use planner::people::ContactListing;
use ui::{
    components::{Choice, EmptyState, Field, Hidden, InputKind, Notice, PageHead, Tone},
    forms::last_result,
    shell::{Page, Section, page},
    text::t,
    visit::planner,
};

use super::{
    PeopleTab,
    list_query::{ContactQuery, of_all},
    people_band,
    several::{changeable_table, outcome},
    table::{Rows, contact_table},
};
use crate::{
    api::authorise::network_asked_for,
    pages::organise::{
        list_address::ShownRows,
        list_parts::{distinct, filter_select, organisation_choices, print_link, shown_pages},
        unreadable::unreadable_rows,
    },
};

#[component]
pub fn ContactsPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.reads(network)?;
        let may_change = principal.organises(network).is_ok();
        let asked = ContactQuery::current(network);
        let list = planner()
            .contact_list(&right, &asked.filter(), asked.shown.paging())
            .await?;
        let nobody = list.page.total == 0 && !asked.is_filtered();
        let add = (!nobody).then(|| {
            let files = files(&asked);
            let adding = may_change.then(|| adding(network));
            view! { {files}{adding} }.into_any()
        });
        let deleted = last_result().filter(|done| done == "deleted").map(|_| {
            view! { <Notice tone=Tone::Good><p>{t!("contact-deleted")}</p></Notice> }
        });
        let content = if nobody {
            view! {
                <EmptyState title=t!("contacts-none")>
                    <p>{t!("contacts-none.advice")}</p>
                    {may_change.then(|| view! { <div class="row">{adding(network)}</div> })}
                </EmptyState>
            }
            .into_any()
        } else {
            filled(&list, &asked, may_change).into_any()
        };
        Ok(view! {
            <Page title=t!("contacts-title") brand=&list.network section=Section::People band=people_band(network, PeopleTab::Contacts)>
                <PageHead title=t!("contacts-title") actions=add/>
                {deleted}
                {outcome()}
                {unreadable_rows(&list.page.unreadable)}
                {content}
            </Page>
        })
    })
}

/// Links to the list as a file and on paper, with the filter of the page.
fn files(asked: &ContactQuery) -> impl IntoView + use<> {
    let (csv, xlsx) = (asked.file("csv"), asked.file("xlsx"));
    view! {
        <a class="button" href=csv download>{t!("people-csv")}</a>
        <a class="button" href=xlsx download>{t!("people-xlsx")}</a>
        {print_link(asked.at(ShownRows::All))}
    }
}

fn adding(network: NetworkId) -> impl IntoView {
    let new = format!("/organise/contacts/new?network={network}");
    let import = format!("/organise/contacts/import?network={network}");
    let duplicates = format!("/organise/contacts/duplicates?network={network}");
    view! {
        <a class="button" href=duplicates>{t!("duplicates-title")}</a>
        <a class="button" href=import>{t!("people-import")}</a>
        <a class="button first" href=new>{t!("contact-add")}</a>
    }
}

fn filled(list: &ContactListing, asked: &ContactQuery, may_change: bool) -> impl IntoView + use<> {
    let rows = if list.page.rows.is_empty() {
        let all = of_all(list.network.id);
        view! {
            <EmptyState title=t!("contacts-not-found")>
                <p><a href=all>{t!("contacts-show-all")}</a></p>
            </EmptyState>
        }
        .into_any()
    } else {
        let shown = asked.shown;
        let pages = shown_pages(&list.page, shown, |rows| asked.at(rows));
        let table = if may_change && !shown.is_all() {
            changeable_table(list, asked).into_any()
        } else {
            contact_table(&list.page.rows, Rows::Shown).into_any()
        };
        view! { <div class="stack" data-print=shown.for_print()>{table}</div>{pages} }.into_any()
    };
    view! {
        {filters(list, asked)}
        {rows}
    }
}

fn filters(list: &ContactListing, asked: &ContactQuery) -> impl IntoView + use<> {
    let organisations = organisation_choices(&list.organisations);
    let tags = list
        .tags
        .iter()
        .map(|tag| Choice::new(tag.as_str(), tag.as_str()))
        .collect();
    let lists = list
        .lists
        .iter()
        .map(|list| Choice::new(list.id.to_string(), list.name.as_str()))
        .collect();
    let regions = distinct(&list.organisations, |one| one.region.as_ref());
    let fields = distinct(&list.organisations, |one| one.field.as_ref());
    let all = asked.is_filtered().then(|| {
        let all = of_all(list.network.id);
        view! { <a class="button" href=all>{t!("contacts-show-all")}</a> }
    });
    view! {
        <form class="filters" method="get" action="/organise/contacts" role="search">
            <Hidden name="network" value=asked.network.clone()/>
            <Field
                name="search"
                label=t!("contacts-search")
                value=asked.search.clone()
                kind=InputKind::Search
            />
            {filter_select("organisation", t!("people-organisation"), &asked.organisation, organisations)}
            {filter_select("region", t!("organisation-region"), &asked.region, regions)}
            {filter_select("field", t!("organisation-field"), &asked.field, fields)}
            {filter_select("tag", t!("contact-tag"), &asked.tag, tags)}
            {filter_select("list", t!("distribution-name"), &asked.list, lists)}
            {filter_select("group", t!("contacts-group"), &asked.group, Choice::of(ContactGroup::ALL))}
            <div class="row">
                <button class="button">{t!("people-find")}</button>
                {all}
            </div>
        </form>
    }
}
