//! `/organise/contacts/import`: contacts from a table, and the imports that can be taken back.

mod latest;
mod preview;

use leptos::prelude::*;
use model::NetworkId;
use planner::{people::ContactImportPreview, tables::MOST_LINES};
use ui::{forms::resubmitted, shell::page, text::t, visit::planner};

use self::{
    latest::{latest_imports, outcome},
    preview::{columns, lines, verdict},
};
use super::{PageBelow, PeopleTab, list_query::of_all};
use crate::{
    api::{
        actions::ImportContacts,
        authorise::network_asked_for,
        contact_import::{contacts_preview, contacts_seal},
        table_form::TableForm,
    },
    pages::organise::table_import::{self, ImportForm, headings_field, import_lines_button},
};

#[component]
pub fn ImportContactsPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.organises(network)?;
        let shown = planner().network(&right.reads()).await?;
        let form = resubmitted::<ImportContacts>().unwrap_or_default();
        let preview = if form.text.trim().is_empty() {
            None
        } else {
            Some(contacts_preview(&form, &right).await?)
        };
        let is_first = preview.is_none();
        let imports = planner().contact_imports(&right).await?;
        let latest = is_first.then(|| latest_imports(&shown, &imports));
        Ok(view! {
            <PageBelow
                brand=&shown
                network
                tab=PeopleTab::Contacts
                title=t!("contact-import-title")
                back=(of_all(network), t!("contact-back"))
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
    preview: Option<ContactImportPreview>,
) -> impl IntoView {
    let again = form.imports();
    let found = preview.map(|preview| {
        let seal = contacts_seal(&form, &preview);
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
        to: ImportContacts::PATH,
        into: ("network", network.to_string()),
        list: of_all(network),
        most: MOST_LINES,
        intro: t!("contact-import-intro"),
    };
    table_import::import_form(import, form.text, found)
}
