//! `/organise/contacts`: the address book of a network.

use leptos::prelude::*;
use model::{ContactGroup, Line, NetworkId, Organisation};
use planner::people::ContactListing;
use ui::{
    components::{Choice, EmptyState, Field, Hidden, InputKind, Notice, PageHead, Select, Tone},
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
        list_parts::{organisation_choices, print_link, shown_pages},
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
            {filter("organisation", t!("people-organisation"), &asked.organisation, organisations)}
            {filter("region", t!("organisation-region"), &asked.region, regions)}
            {filter("field", t!("organisation-field"), &asked.field, fields)}
            {filter("tag", t!("contact-tag"), &asked.tag, tags)}
            {filter("list", t!("distribution-name"), &asked.list, lists)}
            {filter("group", t!("contacts-group"), &asked.group, Choice::of(ContactGroup::ALL))}
            <div class="row">
                <button class="button">{t!("people-find")}</button>
                {all}
            </div>
        </form>
    }
}

/// A filter, unless there is nothing to choose.
fn filter(
    name: &'static str,
    label: String,
    value: &str,
    choices: Vec<Choice>,
) -> Option<impl IntoView + use<>> {
    let value = value.to_owned();
    (!choices.is_empty()).then(|| {
        view! {
            <Select name label value choices none=t!("people-organisation-all") unmarked=true/>
        }
    })
}

/// The regions or fields of action of the network's organisations, each once.
pub(in crate::pages::organise) fn distinct(
    organisations: &[Organisation],
    of: impl Fn(&Organisation) -> Option<&Line<120>>,
) -> Vec<Choice> {
    let mut values: Vec<&str> = organisations
        .iter()
        .filter_map(|one| of(one).map(Line::as_str))
        .collect();
    values.sort_by_key(|value| model::search_key(value));
    values.dedup();
    values
        .into_iter()
        .map(|value| Choice::new(value, value))
        .collect()
}
