//! `/organise/organisations/new` and `/organise/organisations/{organisation}`: the form of an organisation.

use leptos::prelude::*;
use model::{Network, Organisation};
use planner::people::OrganisationRecord;
use ui::{
    components::{Choice, Field, Form, Hidden, Notice, PageHead, PostButton, Select, Tone},
    error::AppError,
    forms::{last_result, resubmitted},
    shell::{Page, Section, Width, page},
    text::t,
    visit::{planner, query},
};

use crate::{
    api::{
        actions::{AddOrganisation, AttachContacts, ChangeOrganisation},
        authorise::network_asked_for,
        organisations::OrganisationForm,
    },
    pages::organise::contacts::{PeopleTab, people_band},
    routes::param,
};

#[component]
pub fn NewOrganisationPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.organises(network)?;
        let network = planner().network(&right.reads()).await?;
        let others = planner().organisations(&right.reads()).await?.rows;
        let form = resubmitted::<AddOrganisation>().unwrap_or_default();
        let title = t!("organisation-new-title");
        Ok(view! {
            <Page title=title.clone() brand=&network section=Section::People band=people_band(network.id, PeopleTab::Organisations).on_page(title.clone()) width=Width::Narrow>
                <PageHead title/>
                {fields(&network, &others, AddOrganisation::PATH, form)}
            </Page>
        })
    })
}

#[component]
pub fn EditOrganisationPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.organises(network)?;
        let id = param("organisation")
            .parse()
            .map_err(|_| AppError::NotFound)?;
        let record = planner().organisation_record(&right.reads(), id).await?;
        let stored = &record.organisation;
        let mut form =
            resubmitted::<ChangeOrganisation>().unwrap_or_else(|| OrganisationForm::of(stored));
        form.organisation = id.to_string();
        let title = stored.short_name.to_string();
        let facts = vec![contacts_link(&record).into_any()];
        Ok(view! {
            <Page title=title.clone() brand=&record.network section=Section::People band=people_band(network, PeopleTab::Organisations).on_page(title.clone()) width=Width::Narrow>
                <PageHead title kind=t!("organisation-edit-title") facts/>
                {outcome()}
                {naming(&record)}
                {fields(&record.network, &record.others, ChangeOrganisation::PATH, form)}
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
        "attached" => t!("organisation-attached", n = attached?),
        _ => return None,
    };
    Some(view! { <Notice tone=Tone::Good><p role="status">{says}</p></Notice> })
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

fn fields(
    network: &Network,
    others: &[Organisation],
    to: &'static str,
    form: OrganisationForm,
) -> impl IntoView + use<> {
    let parents = others
        .iter()
        .map(|one| Choice::new(one.id.to_string(), one.short_name.to_string()))
        .collect();
    let back = format!("/organise/organisations?network={}", network.id);
    let network = network.id.to_string();
    view! {
        <Form to>
            <Hidden name="network" value=network/>
            <Hidden name="organisation" value=form.organisation/>
            <Field
                name="short_name"
                label=t!("organisation-short-name")
                value=form.short_name
                required=true
                hint=t!("organisation-short-name.hint")
            />
            <Field
                name="name"
                label=t!("organisation-name")
                value=form.name
                required=true
                hint=t!("organisation-name.hint")
            />
            <Field name="region" label=t!("organisation-region") value=form.region/>
            <Field
                name="field"
                label=t!("organisation-field")
                value=form.field
                hint=t!("organisation-field.hint")
            />
            <Select
                name="parent"
                label=t!("organisation-parent")
                value=form.parent
                choices=parents
                none=t!("organisation-parent-none")
            />
            <div class="row">
                <button class="button first">{t!("organisation-save")}</button>
                <a class="button" href=back>{t!("decide-back")}</a>
            </div>
        </Form>
    }
}
