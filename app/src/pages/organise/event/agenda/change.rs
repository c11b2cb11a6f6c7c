//! `/organise/events/{id}/agenda/{item}`: the form of an agenda item.

use leptos::prelude::*;
use ui::{
    components::{Check, Form, Hidden, PageHead, Seen},
    error::AppError,
    forms::resubmitted,
    shell::{Page, Section, page},
    text::t,
    visit::planner,
};

use super::{
    super::head::{EventTab, event_band},
    fields::AgendaItemFields,
    several_days,
};
use crate::{
    api::{actions::ChangeAgendaItem, agenda::AgendaItemForm, authorise::organises_event},
    routes::param,
};

#[component]
pub fn ChangeAgendaItemPage() -> impl IntoView {
    page(async {
        let (event, access) = organises_event(&param("id"))?;
        let planned = planner().planned_event(&access).await?;
        let item = param("item");
        let stored = planned
            .agenda
            .iter()
            .find(|stored| stored.id.to_string() == item);
        let typed = resubmitted::<ChangeAgendaItem>();
        // Somebody else may have removed the item after the form was rendered. The page keeps the typed values.
        if stored.is_none() && typed.is_none() {
            return Err(AppError::NotFound);
        }
        let zone = planned.event.details.time_zone.rules();
        let seen = stored
            .map(|stored| AgendaItemForm::seal(stored, zone))
            .unwrap_or_default();
        let form = typed
            .or_else(|| stored.map(|stored| AgendaItemForm::of(stored, zone)))
            .unwrap_or_default();
        let title = stored.map_or_else(|| form.title.clone(), |stored| stored.title.to_string());
        let (along, several_days) = (form.along.is_some(), several_days(&planned, &form));
        let label = if several_days {
            t!("agenda-along-day")
        } else {
            t!("agenda-along")
        };
        let agenda = format!("/organise/events/{event}/agenda");
        let remove = stored.map(|stored| {
            let href = format!("{agenda}/{}/remove", stored.id);
            view! { <a class="button harm" href=href>{t!("agenda-remove.long")}</a> }
        });
        Ok(view! {
            <Page
                title=t!("agenda-change-title", title = title.as_str())
                brand=&planned.network
                section=Section::Events
                band=event_band(&planned.network, &planned.event, planned.counts.confirmed, EventTab::Agenda)
            >
                <PageHead title=t!("agenda-change-title", title = title.as_str())/>
                <section class="card">
                    <Form to=ChangeAgendaItem::PATH>
                        <Hidden name="event" value=event.to_string()/>
                        <Hidden name="item" value=item/>
                        <Seen current=seen sent=form.seen.clone()/>
                        <AgendaItemFields form several_days/>
                        <Check name="along" label checked=along hint=t!("agenda-along.hint")/>
                        <div class="row">
                            <button class="button first">{t!("agenda-save")}</button>
                            <a class="button" href=agenda>{t!("agenda-back")}</a>
                            {remove}
                        </div>
                    </Form>
                </section>
            </Page>
        })
    })
}
