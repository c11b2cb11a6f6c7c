//! `/organise/organisations/new` and `/organise/organisations/{organisation}`: the form of an organisation.

use leptos::prelude::*;
use model::Network;
use ui::{
    components::{Field, Form, Hidden, PageHead},
    error::AppError,
    forms::resubmitted,
    shell::{Page, Section, Width, page},
    text::t,
    visit::planner,
};

use crate::{
    api::{
        actions::{AddOrganisation, ChangeOrganisation},
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
        let form = resubmitted::<AddOrganisation>().unwrap_or_default();
        let title = t!("organisation-new-title");
        Ok(view! {
            <Page title=title.clone() brand=&network section=Section::People band=people_band(network.id, PeopleTab::Organisations).on_page(title.clone()) width=Width::Narrow>
                <PageHead title/>
                {fields(&network, AddOrganisation::PATH, form, String::new())}
            </Page>
        })
    })
}

#[component]
pub fn EditOrganisationPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.organises(network)?;
        let network = planner().network(&right.reads()).await?;
        let id = param("organisation");
        let organisations = planner().organisations(&right.reads()).await?.rows;
        let stored = organisations
            .iter()
            .find(|organisation| organisation.id.to_string() == id);
        let stored = stored.ok_or(AppError::NotFound)?;
        let form =
            resubmitted::<ChangeOrganisation>().unwrap_or_else(|| OrganisationForm::of(stored));
        let title = stored.short_name.to_string();
        Ok(view! {
            <Page title=title.clone() brand=&network section=Section::People band=people_band(network.id, PeopleTab::Organisations).on_page(title.clone()) width=Width::Narrow>
                <PageHead title kind=t!("organisation-edit-title")/>
                {fields(&network, ChangeOrganisation::PATH, form, id)}
            </Page>
        })
    })
}

fn fields(
    network: &Network,
    to: &'static str,
    form: OrganisationForm,
    id: String,
) -> impl IntoView + use<> {
    let back = format!("/organise/organisations?network={}", network.id);
    let network = network.id.to_string();
    view! {
        <Form to>
            <Hidden name="network" value=network/>
            <Hidden name="organisation" value=id/>
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
            <div class="row">
                <button class="button first">{t!("organisation-save")}</button>
                <a class="button" href=back>{t!("decide-back")}</a>
            </div>
        </Form>
    }
}
