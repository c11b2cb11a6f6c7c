//! `/organise/organisations/{organisation}`: what is known about an organisation, its people and its events.

use leptos::prelude::*;
use model::{Line, Organisation};
use planner::people::OrganisationRecord;
use ui::{
    components::{Notice, PageHead, Picture, PostButton, Tone},
    forms::last_result,
    shell::{Page, Section, page},
    text::t,
    visit::{planner, query},
};

use super::{events::events, list_query::of_all, logo::logo_form, organisation_of_path, path_of};
use crate::{
    api::{actions::AttachContacts, authorise::network_asked_for},
    pages::organise::{
        contacts::{PeopleTab, people_band},
        list_address::ShownRows,
    },
};

#[component]
pub fn OrganisationPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.reads(network)?;
        let may_change = principal.organises(network).is_ok();
        let id = organisation_of_path()?;
        let record = planner().organisation_record(&right, id).await?;
        let title = record.organisation.short_name.to_string();
        let [edit, merge] = ["/edit", "/merge"].map(|below| path_of(network, id, below));
        let actions = may_change.then(|| {
            view! {
                <a class="button" href=edit>{t!("organisation-edit-title")}</a>
                <a class="button" href=merge>{t!("merge-with")}</a>
            }
            .into_any()
        });
        let facts = vec![contacts_link(&record).into_any()];
        let logo = may_change.then(|| logo_form(&record));
        let naming = may_change.then(|| naming(&record));
        let all = of_all(network);
        Ok(view! {
            <Page title=title.clone() brand=&record.network section=Section::People band=people_band(network, PeopleTab::Organisations).on_page(title.clone())>
                <p class="back"><a href=all>{t!("organisation-back")}</a></p>
                <PageHead title facts actions/>
                {outcome()}
                {naming}
                <div class="stack">
                    {data(&record)}
                    {events(&record, ShownRows::current())}
                    {logo}
                </div>
            </Page>
        })
    })
}

/// The number of contacts who belong to the organisation, as a link to them.
fn contacts_link(record: &OrganisationRecord) -> impl IntoView + use<> {
    let href = format!(
        "/organise/contacts?network={}&organisation={}",
        record.network.id, record.organisation.id
    );
    view! { <a href=href>{t!("organisation-contacts", n = record.contacts)}</a> }
}

/// What the last form did.
fn outcome() -> Option<impl IntoView> {
    let attached = query("contacts").and_then(|contacts| contacts.parse::<u32>().ok());
    let says = match last_result()?.as_str() {
        "added" => t!("organisation-added"),
        "changed" => t!("organisation-changed"),
        "merged" => t!("organisation-merged"),
        "logo-saved" => t!("organisation-logo-saved"),
        "logo-removed" => t!("organisation-logo-removed"),
        "attached" => t!("organisation-attached", n = attached?),
        _ => return None,
    };
    Some(view! { <Notice tone=Tone::Good><p role="status">{says}</p></Notice> })
}

fn data(record: &OrganisationRecord) -> impl IntoView + use<> {
    let organisation = &record.organisation;
    let network = record.network.id;
    let text = |line: &Option<Line<120>>| {
        line.as_ref()
            .map_or_else(|| "–".to_owned(), ToString::to_string)
    };
    let link = move |one: &Organisation| {
        let href = path_of(network, one.id, "");
        view! { <a href=href>{one.short_name.to_string()}</a> }
    };
    let parent = record.parent().map_or_else(
        || t!("organisation-parent-none").into_any(),
        |parent| link(parent).into_any(),
    );
    let parts: Vec<_> = record
        .parts()
        .map(|part| view! { <li>{link(part)}</li> })
        .collect();
    let parts = (!parts.is_empty()).then(|| {
        view! {
            <dt>{t!("organisation-parts")}</dt>
            <dd><ul class="facts">{parts}</ul></dd>
        }
    });
    // The name stands beside it.
    let logo = organisation
        .logo
        .clone()
        .map(|image| view! { <Picture image/> });
    view! {
        <section class="card stack" aria-labelledby="data">
            <h2 id="data" class="unseen">{t!("person-data")}</h2>
            {logo}
            <dl class="values">
                <dt>{t!("organisation-name")}</dt>
                <dd>{organisation.name.to_string()}</dd>
                <dt>{t!("organisation-region")}</dt>
                <dd>{text(&organisation.region)}</dd>
                <dt>{t!("organisation-field")}</dt>
                <dd>{text(&organisation.field)}</dd>
                <dt>{t!("organisation-parent")}</dt>
                <dd>{parent}</dd>
                {parts}
            </dl>
        </section>
    }
}

/// The most names of contacts that are listed.
const MOST_NAMES: usize = 5;

/// The contacts who name the organisation and do not belong to it.
fn naming(record: &OrganisationRecord) -> Option<impl IntoView + use<>> {
    let n = record.naming.len();
    let first = record.naming.iter().take(MOST_NAMES);
    let mut names = first
        .map(|contact| contact.person.name())
        .collect::<Vec<_>>()
        .join(", ");
    if n > MOST_NAMES {
        names.push_str(", …");
    }
    let fields = vec![
        ("network", record.network.id.to_string()),
        ("organisation", record.organisation.id.to_string()),
    ];
    (n > 0).then(|| {
        view! {
            <Notice tone=Tone::Warn>
                <p><b>{t!("organisation-naming", n = n)}</b></p>
                <p>{names}</p>
                <p>{t!("organisation-naming-attach")}</p>
                <PostButton to=AttachContacts::PATH label=t!("organisation-attach", n = n) fields/>
            </Notice>
        }
    })
}
