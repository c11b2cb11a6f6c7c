//! `/organise/events/{id}/agenda/{item}/remove`: confirms the removal of an agenda item.

use leptos::prelude::*;
use planner::agenda::time_freed;
use ui::{
    components::{Check, ConfirmNotice, Form, Hidden, PageHead, Tone},
    dates::{clock, dates},
    error::AppError,
    forms::resubmitted,
    shell::{Page, Section, page},
    text::t,
    visit::planner,
};

use super::super::head::{EventTab, event_band};
use crate::{
    api::{actions::RemoveAgendaItem, agenda::RemoveAgendaItemForm, authorise::organises_event},
    routes::param,
};

#[component]
pub fn RemoveAgendaItemPage() -> impl IntoView {
    page(async {
        let (event, access) = organises_event(&param("id"))?;
        let planned = planner().planned_event(&access).await?;
        let item = param("item");
        let stored = planned
            .agenda
            .iter()
            .find(|stored| stored.id.to_string() == item)
            .cloned()
            .ok_or(AppError::NotFound)?;
        let title = stored.title.to_string();
        let zone = planned.event.details.time_zone.rules();
        let freed = time_freed(&stored, &planned.agenda, zone);
        let consequences = vec![t!("agenda-remove-gone"), t!("agenda-remove-nobody")];
        let form = resubmitted::<RemoveAgendaItem>();
        let along = form.is_some_and(|form: RemoveAgendaItemForm| form.along.is_some());
        let close_up = freed.map(|(ends, freed)| {
            let length = dates().minutes(freed.as_mins());
            let ends = clock(zone.to_datetime(ends).time());
            let hint = t!("agenda-close-up.hint", length = length, ends = ends);
            view! { <Check name="along" label=t!("agenda-close-up") checked=along hint/> }
        });
        let agenda = format!("/organise/events/{event}/agenda");
        Ok(view! {
            <Page
                title=t!("agenda-remove-title", title = title.as_str())
                brand=&planned.network
                section=Section::Events
                band=event_band(&planned.network, &planned.event, planned.counts.confirmed, EventTab::Agenda)
            >
                <PageHead title=t!("agenda-remove.long")/>
                <ConfirmNotice
                    title=t!("agenda-remove-question", title = title.as_str())
                    tone=Tone::Bad
                    consequences
                >
                    <Form to=RemoveAgendaItem::PATH>
                        <Hidden name="event" value=event.to_string()/>
                        <Hidden name="item" value=item/>
                        {close_up}
                        <div class="row">
                            <button class="button harm">{t!("agenda-remove.long")}</button>
                            <a class="button" href=agenda>{t!("agenda-keep")}</a>
                        </div>
                    </Form>
                </ConfirmNotice>
            </Page>
        })
    })
}
