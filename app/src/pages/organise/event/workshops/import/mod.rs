//! `/organise/events/{id}/workshops/import`: workshops from a table.

mod lines;
mod preview;

use leptos::prelude::*;
use model::workshops::Workshop;
use planner::workshops::{PlannedProgramme, ProgrammePreview};
use ui::{
    components::{Form, FormEncoding, Hidden, PageHead, SubmittedBy},
    forms::resubmitted,
    shell::{Page, Section, page},
    text::t,
    visit::planner,
};

use self::{
    lines::lines,
    preview::{columns, verdict},
};
use super::{back, base, slot_name, workshops_band};
use crate::{
    api::{
        actions::ImportWorkshops,
        authorise::organises_event,
        table_form::{IMPORT, TableForm},
        workshops::import::{workshops_preview, workshops_seal},
    },
    pages::organise::table_import::{TableFields, headings_field, import_button},
    routes::param,
};

#[component]
pub fn ImportWorkshopsPage() -> impl IntoView {
    page(async {
        let (_, access) = organises_event(&param("id"))?;
        let found = planner().programme(&access).await?;
        let form = resubmitted::<ImportWorkshops>().unwrap_or_default();
        let preview = if form.text.trim().is_empty() {
            None
        } else {
            Some(workshops_preview(&form, &access).await?)
        };
        Ok(view! {
            <Page
                title=t!("workshops-import")
                brand=&found.network
                section=Section::Events
                band=workshops_band(&found)
            >
                {back(&found)}
                <PageHead title=t!("workshops-import")/>
                {import_form(&found, form, preview)}
            </Page>
        })
    })
}

fn import_form(
    programme: &PlannedProgramme,
    form: TableForm,
    preview: Option<ProgrammePreview>,
) -> impl IntoView + use<> {
    let again = form.action == IMPORT;
    let found = preview.map(|preview| {
        let import = preview.is_sound().then(|| {
            let label = t!("workshops-import-go", n = preview.lines.len());
            import_button(workshops_seal(&form, &preview), label)
        });
        view! {
            {verdict(&preview, again)}
            {import}
            {columns(&preview)}
            {headings_field(&preview)}
            {lines(&preview)}
        }
    });
    let again = found.is_some();
    let (event, list) = (programme.event.id.to_string(), base(programme));
    let intro = intro(programme);
    view! {
        <Form
            to=ImportWorkshops::PATH
            encoding=FormEncoding::Multipart
            submitted_by=SubmittedBy::Browser
        >
            <Hidden name="event" value=event/>
            {found}
            <TableFields text=form.text again list leave=t!("workshops-leave") most=Workshop::MOST>
                {intro}
            </TableFields>
        </Form>
    }
}

/// What the table holds, and how it names the slots.
fn intro(programme: &PlannedProgramme) -> impl IntoView + use<> {
    let slots = programme.programme.slots.iter().zip('A'..='Z');
    let slots: Vec<String> = slots
        .map(|(slot, letter)| format!("{letter}: {}", slot_name(slot, programme.zone())))
        .collect();
    let slots = if slots.is_empty() {
        t!("workshops-import-no-slots")
    } else {
        t!("workshops-import-slots", slots = slots.join("; "))
    };
    view! {
        <p>{t!("workshops-import.intro")}</p>
        <p>{slots}</p>
    }
}
