//! `/organise/events/{id}/registrations/import`: people from a table.

mod lines;
mod preview;

use leptos::prelude::*;
use model::{Event, EventState};
use planner::registrations::{ImportPreview, MOST_PEOPLE};
use ui::{
    components::{Notice, PageHead, Tone},
    forms::resubmitted,
    shell::{Page, Section, page},
    text::t,
    visit::planner,
};

use self::{
    lines::lines,
    preview::{columns, verdict},
};
pub(in crate::pages::organise) use self::{
    lines::{field_name, organisation_of, person_fault},
    preview::column_name,
};
use crate::{
    api::{
        actions::ImportPeople,
        authorise::organises_event,
        import::{people_preview, people_seal},
        table_form::TableForm,
    },
    pages::organise::{
        event::{EventTab, event_band},
        table_import::{self, ImportForm, headings_field, import_lines_button},
    },
    routes::param,
};

#[component]
pub fn ImportPeoplePage() -> impl IntoView {
    page(async {
        let (event, access) = organises_event(&param("id"))?;
        let planned = planner().planned_event(&access).await?;
        let form = resubmitted::<ImportPeople>().unwrap_or_default();
        let preview = if form.text.trim().is_empty() {
            None
        } else {
            Some(people_preview(&form, &access).await?)
        };
        let list = format!("/organise/events/{event}/registrations");
        let content = if planned.event.state == EventState::Cancelled {
            view! { <Notice tone=Tone::Warn><p>{t!("people-none-cancelled")}</p></Notice> }
                .into_any()
        } else {
            import_form(&planned.event, form, preview, &list).into_any()
        };
        Ok(view! {
            <Page
                title=t!("import-title")
                brand=&planned.network
                section=Section::Events
                band=event_band(&planned.network, &planned.event, planned.counts.confirmed, EventTab::Registrations)
            >
                <p class="back"><a href=list>{t!("person-back")}</a></p>
                <PageHead title=t!("import-title")/>
                {content}
            </Page>
        })
    })
}

fn import_form(
    event: &Event,
    form: TableForm,
    preview: Option<ImportPreview>,
    list: &str,
) -> impl IntoView + use<> {
    let again = form.imports();
    let found = preview.map(|preview| {
        let seal = people_seal(&form, &preview);
        let import = import_lines_button(&preview, seal, |n| t!("import-go", n = n));
        view! {
            {verdict(&preview, event, again)}
            {import}
            {columns(&preview)}
            {headings_field(&preview)}
            {lines(&preview)}
        }
        .into_any()
    });
    let import = ImportForm {
        to: ImportPeople::PATH,
        into: ("event", event.id.to_string()),
        list: list.to_owned(),
        most: MOST_PEOPLE,
        intro: t!("import-intro"),
    };
    table_import::import_form(import, form.text, found)
}
