//! `/organise/organisations/new` and `/organise/organisations/{organisation}/edit`: the form of an organisation.

use leptos::prelude::*;
use model::{Network, Organisation};
use ui::{
    components::{Field, Form, Hidden, PageHead, Select},
    forms::resubmitted,
    shell::{Page, Section, Width, page},
    text::t,
    visit::planner,
};

use super::{list_query::of_all, organisation_of_path, path_of};
use crate::{
    api::{
        actions::{AddOrganisation, ChangeOrganisation},
        authorise::network_asked_for,
        organisations::OrganisationForm,
    },
    pages::organise::{
        contacts::{PageBelow, PeopleTab, people_band},
        list_parts::organisation_choices,
    },
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
        let back = of_all(network.id);
        Ok(view! {
            <Page title=title.clone() brand=&network section=Section::People band=people_band(network.id, PeopleTab::Organisations).on_page(title.clone()) width=Width::Narrow>
                <PageHead title/>
                {fields(&network, &others, AddOrganisation::PATH, form, back)}
            </Page>
        })
    })
}

#[component]
pub fn EditOrganisationPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.organises(network)?;
        let id = organisation_of_path()?;
        let record = planner().organisation_record(&right.reads(), id).await?;
        let stored = &record.organisation;
        let mut form =
            resubmitted::<ChangeOrganisation>().unwrap_or_else(|| OrganisationForm::of(stored));
        form.organisation = id.to_string();
        let name = stored.short_name.to_string();
        let back = path_of(network, id, "");
        Ok(view! {
            <PageBelow
                brand=&record.network
                network
                tab=PeopleTab::Organisations
                title=t!("organisation-edit-title")
                about=name.clone()
                back=(back.clone(), name)
            >
                {fields(&record.network, &record.others, ChangeOrganisation::PATH, form, back)}
            </PageBelow>
        })
    })
}

fn fields(
    network: &Network,
    others: &[Organisation],
    to: &'static str,
    form: OrganisationForm,
    back: String,
) -> impl IntoView + use<> {
    let parents = organisation_choices(others);
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
