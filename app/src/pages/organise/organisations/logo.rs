//! The upload and the removal of an organisation's logo.

use leptos::prelude::*;
use planner::people::OrganisationRecord;
use ui::{
    components::{FileField, Form, FormEncoding, Hidden, PostButton},
    text::t,
};

use crate::api::actions::{RemoveOrganisationLogo, SaveOrganisationLogo};

/// The form of the logo.
pub(super) fn logo_form(record: &OrganisationRecord) -> impl IntoView + use<> {
    let (network, id) = (
        record.network.id.to_string(),
        record.organisation.id.to_string(),
    );
    let has_logo = record.organisation.logo.is_some();
    let ids = vec![("network", network.clone()), ("organisation", id.clone())];
    let remove = has_logo.then(|| {
        view! {
            <PostButton
                to=RemoveOrganisationLogo::PATH
                label=t!("logo-remove")
                fields=ids
                class="button harm"
            />
        }
    });
    let button = if has_logo {
        t!("organisation-logo-replace")
    } else {
        t!("logo-add.button")
    };
    view! {
        <section class="card editor stack" aria-labelledby="logo">
            <h2 id="logo">{t!("organisation-logo")}</h2>
            <Form to=SaveOrganisationLogo::PATH encoding=FormEncoding::Multipart>
                <Hidden name="network" value=network/>
                <Hidden name="organisation" value=id/>
                <FileField
                    name="file"
                    label=t!("logo-file")
                    accept=".png,.jpg,.jpeg,.svg,image/png,image/jpeg,image/svg+xml"
                    hint=t!("logo-file.hint")
                    required=true
                />
                <div class="row">
                    <button class="button">{button}</button>
                </div>
            </Form>
            {remove}
        </section>
    }
}
