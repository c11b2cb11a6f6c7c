//! `/organise/organisations`: the organisations of a network, with a search and filters.

use leptos::prelude::*;
use model::{NetworkId, Organisation};
use planner::people::{NamedOrganisation, OrganisationListing};
use ui::{
    components::{
        Checks, Choice, DataTable, EmptyState, Field, Form, Hidden, InputKind, Notice, PageHead,
        Picture, Tone,
    },
    forms::{last_result, resubmitted},
    shell::{Page, Section, page},
    text::t,
    visit::{planner, query},
};

use super::{
    LIST,
    list_query::{OrganisationQuery, of_all},
    path_of,
};
use crate::{
    api::{actions::AddNamedOrganisations, authorise::network_asked_for},
    pages::organise::{
        contacts::{PeopleTab, people_band},
        list_address::ShownRows,
        list_parts::{distinct, filter_select, print_link, shown_pages},
        unreadable::unreadable_rows,
    },
};

#[component]
pub fn OrganisationsPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.reads(network)?;
        let may_change = principal.organises(network).is_ok();
        let asked = OrganisationQuery::current(network);
        let list = planner()
            .organisation_list(&right, &asked.filter(), asked.shown.paging())
            .await?;
        let names = if may_change && !asked.shown.is_all() {
            planner().named_organisations(&right).await?
        } else {
            Vec::new()
        };
        let named = named(network, names);
        let nothing = list.all.is_empty() && list.unreadable.is_empty();
        let actions = (!nothing).then(|| {
            let files = files(&asked);
            let adding = may_change.then(|| adding(network));
            view! { {files}{adding} }.into_any()
        });
        let facts = vec![t!("organisations-count", n = list.all.len()).into_any()];
        let done = match last_result().as_deref() {
            Some("added") => Some(t!("organisation-added")),
            Some("named") => {
                let contacts = query("contacts").and_then(|contacts| contacts.parse::<u32>().ok());
                contacts.map(|contacts| t!("organisation-attached", n = contacts))
            }
            _ => None,
        };
        let content = if nothing {
            view! {
                <EmptyState title=t!("organisations-none")>
                    <p>{t!("organisations-none.advice")}</p>
                    {may_change.then(|| view! { <div class="row">{adding(network)}</div> })}
                </EmptyState>
            }
            .into_any()
        } else {
            filled(&list, &asked).into_any()
        };
        Ok(view! {
            <Page title=t!("organisations-title") brand=&list.network section=Section::People band=people_band(network, PeopleTab::Organisations)>
                <PageHead title=t!("organisations-title") facts actions/>
                {done.map(|done| view! { <Notice tone=Tone::Good><p>{done}</p></Notice> })}
                {unreadable_rows(&list.unreadable)}
                {content}
                {named}
            </Page>
        })
    })
}

/// Links to the list as a file and on paper, with the filter of the page.
fn files(asked: &OrganisationQuery) -> impl IntoView + use<> {
    let (csv, xlsx) = (asked.file("csv"), asked.file("xlsx"));
    view! {
        <a class="button" href=csv download>{t!("people-csv")}</a>
        <a class="button" href=xlsx download>{t!("people-xlsx")}</a>
        {print_link(asked.at(ShownRows::All))}
    }
}

fn adding(network: NetworkId) -> impl IntoView {
    let [duplicates, import, new] =
        ["duplicates", "import", "new"].map(|page| format!("{LIST}/{page}?network={network}"));
    view! {
        <a class="button" href=duplicates>{t!("duplicates-title")}</a>
        <a class="button" href=import>{t!("people-import")}</a>
        <a class="button first" href=new>{t!("organisation-add")}</a>
    }
}

fn filled(list: &OrganisationListing, asked: &OrganisationQuery) -> impl IntoView + use<> {
    let shown = asked.shown;
    let rows = if list.page.rows.is_empty() {
        let all = of_all(list.network.id);
        view! {
            <EmptyState title=t!("organisations-not-found")>
                <p><a href=all>{t!("organisations-show-all")}</a></p>
            </EmptyState>
        }
        .into_any()
    } else {
        let pages = shown_pages(&list.page, shown, |rows| asked.at(rows));
        let table = table(&list.page.rows);
        view! { <div class="stack" data-print=shown.for_print()>{table}</div>{pages} }.into_any()
    };
    view! {
        {filters(list, asked)}
        {rows}
    }
}

fn filters(list: &OrganisationListing, asked: &OrganisationQuery) -> impl IntoView + use<> {
    let regions = distinct(&list.all, |one| one.region.as_ref());
    let fields = distinct(&list.all, |one| one.field.as_ref());
    let show_all = asked.is_filtered().then(|| {
        let all = of_all(list.network.id);
        view! {
            <a class="button" href=all>{t!("organisations-show-all")}</a>
            <p>{t!("organisations-found", n = list.page.total)}</p>
        }
    });
    view! {
        <form class="filters" method="get" action=LIST role="search">
            <Hidden name="network" value=asked.network.clone()/>
            <Field
                name="search"
                label=t!("organisations-search")
                value=asked.search.clone()
                kind=InputKind::Search
            />
            {filter_select("region", t!("organisation-region"), &asked.region, regions)}
            {filter_select("field", t!("organisation-field"), &asked.field, fields)}
            <div class="row">
                <button class="button">{t!("people-find")}</button>
                {show_all}
            </div>
        </form>
    }
}

/// The names that contacts name, to make organisations of them.
fn named(network: NetworkId, names: Vec<NamedOrganisation>) -> Option<impl IntoView> {
    if names.is_empty() {
        return None;
    }
    let form = resubmitted::<AddNamedOrganisations>().unwrap_or_default();
    let choices = names
        .into_iter()
        .map(|named| {
            let name = named.name.to_string();
            let label = t!(
                "organisations-named-one",
                name = name.as_str(),
                n = named.contacts
            );
            Choice::new(name, label)
        })
        .collect();
    Some(view! {
        <section class="stack">
            <h2>{t!("organisations-named")}</h2>
            <p class="hint">{t!("organisations-named.about")}</p>
            <Form to=AddNamedOrganisations::PATH>
                <Hidden name="network" value=network.to_string()/>
                <Checks name="names" label=t!("organisations-named-which") values=form.names choices required=true/>
                <div class="row">
                    <button class="button">{t!("organisations-named-add")}</button>
                </div>
            </Form>
        </section>
    })
}

fn table(organisations: &[Organisation]) -> impl IntoView + use<> {
    let rows: Vec<_> = organisations
        .iter()
        .map(|organisation| {
            let href = path_of(organisation.network, organisation.id, "");
            let logo = organisation.logo.clone().map(|image| {
                view! { <Picture image/>" " }
            });
            view! {
                <tr>
                    <th scope="row">
                        <span class="with-logo">
                            {logo}
                            <a href=href>{organisation.short_name.to_string()}</a>
                        </span>
                    </th>
                    <td>{organisation.name.to_string()}</td>
                    <td>{organisation.region.as_ref().map(ToString::to_string)}</td>
                    <td>{organisation.field.as_ref().map(ToString::to_string)}</td>
                </tr>
            }
        })
        .collect();
    let headings = vec![
        t!("organisation-short-name"),
        t!("organisation-name"),
        t!("organisation-region"),
        t!("organisation-field"),
    ];
    view! { <DataTable caption=t!("organisations-title") headings stacks=true>{rows}</DataTable> }
}
