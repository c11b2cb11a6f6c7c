//! `/organise/organisations`: the organisations of a network, and a search among them.

use leptos::prelude::*;
use model::{Line, NetworkId, Organisation, search_key};
use planner::people::NamedOrganisation;
use ui::{
    components::{
        Checks, Choice, DataTable, EmptyState, Field, Form, Hidden, InputKind, Notice, PageHead,
        Tone,
    },
    forms::{last_result, resubmitted},
    shell::{Page, Section, page},
    text::t,
    visit::{planner, query},
};

use crate::{
    api::{actions::AddNamedOrganisations, authorise::network_asked_for},
    pages::organise::{
        contacts::{PeopleTab, people_band},
        unreadable::unreadable_rows,
    },
};

#[component]
pub fn OrganisationsPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.reads(network)?;
        let may_change = principal.organises(network).is_ok();
        let organisations = planner().organisations(&right).await?;
        let unreadable = unreadable_rows(&organisations.unreadable);
        let network = planner().network(&right).await?;
        let new = format!("/organise/organisations/new?network={}", network.id);
        let add = may_change.then(|| {
            let new = new.clone();
            view! { <a class="button first" href=new>{t!("organisation-add")}</a> }.into_any()
        });
        let names = if may_change {
            planner().named_organisations(&right).await?
        } else {
            Vec::new()
        };
        let named = named(network.id, names);
        let facts = vec![t!("organisations-count", n = organisations.rows.len()).into_any()];
        let done = match last_result().as_deref() {
            Some("added") => Some(t!("organisation-added")),
            Some("changed") => Some(t!("organisation-changed")),
            Some("named") => {
                let contacts = query("contacts").and_then(|contacts| contacts.parse::<u32>().ok());
                contacts.map(|contacts| t!("organisation-attached", n = contacts))
            }
            _ => None,
        };
        let content = if organisations.is_empty() {
            view! {
                <EmptyState title=t!("organisations-none")>
                    <p>{t!("organisations-none.advice")}</p>
                    {may_change.then(|| view! { <p><a class="button first" href=new>{t!("organisation-add")}</a></p> })}
                </EmptyState>
            }
            .into_any()
        } else {
            let search = query("search").unwrap_or_default();
            found(&organisations.rows, network.id, &search, may_change).into_any()
        };
        Ok(view! {
            <Page title=t!("organisations-title") brand=&network section=Section::People band=people_band(network.id, PeopleTab::Organisations)>
                <PageHead
                    title=t!("organisations-title")
                    facts
                    actions=add
                />
                {done.map(|done| view! { <Notice tone=Tone::Good><p>{done}</p></Notice> })}
                {unreadable}
                {content}
                {named}
            </Page>
        })
    })
}

/// The search, and the organisations that it finds.
fn found(
    organisations: &[Organisation],
    network: NetworkId,
    search: &str,
    may_change: bool,
) -> impl IntoView + use<> {
    let path = "/organise/organisations";
    let key = search_key(search);
    let rows: Vec<&Organisation> = organisations
        .iter()
        .filter(|organisation| key.is_empty() || text_key(organisation).contains(&key))
        .collect();
    let all = format!("{path}?network={network}");
    let show_all = (!key.is_empty()).then(|| {
        let all = all.clone();
        view! {
            <a class="button" href=all>{t!("organisations-show-all")}</a>
            <p>{t!("organisations-found", n = rows.len())}</p>
        }
    });
    let content = if rows.is_empty() {
        view! {
            <EmptyState title=t!("organisations-not-found")>
                <p><a href=all>{t!("organisations-show-all")}</a></p>
            </EmptyState>
        }
        .into_any()
    } else {
        table(&rows, may_change).into_any()
    };
    view! {
        <form class="filters" method="get" action=path role="search">
            <Hidden name="network" value=network.to_string()/>
            <Field
                name="search"
                label=t!("organisations-search")
                value=search.to_owned()
                kind=InputKind::Search
            />
            <div class="row">
                <button class="button">{t!("people-find")}</button>
                {show_all}
            </div>
        </form>
        {content}
    }
}

/// What a search looks through.
fn text_key(organisation: &Organisation) -> String {
    let texts = [
        Some(organisation.short_name.as_str()),
        Some(organisation.name.as_str()),
        organisation.region.as_ref().map(Line::as_str),
        organisation.field.as_ref().map(Line::as_str),
    ];
    let texts: Vec<&str> = texts.into_iter().flatten().collect();
    search_key(&texts.join("\n"))
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

fn table(organisations: &[&Organisation], may_change: bool) -> impl IntoView + use<> {
    let rows: Vec<_> = organisations
        .iter()
        .map(|organisation| {
            let short = organisation.short_name.to_string();
            let short = if may_change {
                let href = format!(
                    "/organise/organisations/{}?network={}",
                    organisation.id, organisation.network
                );
                view! { <a href=href>{short}</a> }.into_any()
            } else {
                short.into_any()
            };
            view! {
                <tr>
                    <th scope="row">{short}</th>
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
