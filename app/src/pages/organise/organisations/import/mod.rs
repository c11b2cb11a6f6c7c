//! `/organise/organisations/import`: organisations from a table, and the imports that can be taken back.

mod latest;
mod preview;

use leptos::prelude::*;
use model::NetworkId;
use planner::people::OrganisationImportPreview;
use ui::{forms::resubmitted, shell::page, text::t, visit::planner};

use self::{
    latest::{latest_imports, outcome},
    preview::{columns, lines, verdict},
};
use super::list_query::of_all;
use crate::{
    api::{
        actions::ImportOrganisations,
        authorise::network_asked_for,
        organisation_import::{organisations_preview, organisations_seal},
        table_form::TableForm,
    },
    pages::organise::{
        contacts::{PageBelow, PeopleTab},
        table_import::{self, ImportForm, headings_field, import_lines_button},
    },
};

#[component]
pub fn ImportOrganisationsPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.organises(network)?;
        let shown = planner().network(&right.reads()).await?;
        let form = resubmitted::<ImportOrganisations>().unwrap_or_default();
        let preview = if form.text.trim().is_empty() {
            None
        } else {
            Some(organisations_preview(&form, &right).await?)
        };
        let is_first = preview.is_none();
        let imports = planner().organisation_imports(&right).await?;
        let latest = is_first.then(|| latest_imports(&shown, &imports));
        Ok(view! {
            <PageBelow
                brand=&shown
                network
                tab=PeopleTab::Organisations
                title=t!("organisation-import-title")
                back=(of_all(network), t!("organisation-back"))
            >
                {outcome()}
                {import_form(network, form, preview)}
                {latest}
            </PageBelow>
        })
    })
}

fn import_form(
    network: NetworkId,
    form: TableForm,
    preview: Option<OrganisationImportPreview>,
) -> impl IntoView {
    let again = form.imports();
    let found = preview.map(|preview| {
        let seal = organisations_seal(&form, &preview);
        let import = import_lines_button(&preview, seal, |n| t!("contact-import-go", n = n));
        view! {
            {verdict(&preview, again)}
            {import}
            {columns(&preview)}
            {headings_field(&preview)}
            {lines(&preview)}
        }
        .into_any()
    });
    let import = ImportForm {
        to: ImportOrganisations::PATH,
        into: ("network", network.to_string()),
        list: of_all(network),
        most: OrganisationImportPreview::MOST,
        intro: t!("organisation-import-intro"),
    };
    table_import::import_form(import, form.text, found)
}
