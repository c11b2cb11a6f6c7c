//! `/organise/events/{id}/edit`: the form of an event.

use leptos::prelude::*;
use model::EventState;
use ui::{
    components::{Check, Form, Hidden, Notice, PageHead, Revision, SaveBar},
    forms::resubmitted,
    shell::{Page, Section, Width, page},
    text::t,
    visit::planner,
};

use super::{
    fields::{Basics, EventFields},
    head::{EventTab, event_band},
};
use crate::{
    api::{actions::ChangeEvent, authorise::organises_event, events::EventForm},
    routes::param,
};

#[component]
pub fn EditEventPage() -> impl IntoView {
    page(async {
        let (event, access) = organises_event(&param("id"))?;
        let planned = planner().planned_event(&access).await?;
        let form = resubmitted::<ChangeEvent>().unwrap_or_else(|| EventForm::of(&planned.event));
        let agenda = form.agenda_along.is_some();
        let has_agenda = !planned.agenda.is_empty();
        let overview = format!("/organise/events/{event}");
        let state = planned.event.state;
        let content = if state == EventState::Cancelled {
            view! { <Notice><p>{t!("event-edit-cancelled")}</p></Notice> }.into_any()
        } else {
            view! {
                <Form to=ChangeEvent::PATH>
                    <Hidden name="event" value=event.to_string()/>
                    <Revision current=planned.event.revision sent=form.revision.clone()/>
                    <EventFields
                        form
                        organisations=planned.organisations.clone()
                        basics=Basics::Folded
                    />
                    {has_agenda.then(|| view! {
                        <Check
                            name="agenda_along"
                            label=t!("event-agenda-along")
                            checked=agenda
                            hint=t!("event-agenda-along.hint")
                        />
                    })}
                    {(state == EventState::Published).then(|| view! { <p class="hint">{t!("event-save.hint")}</p> })}
                    <SaveBar>
                        <button class="button first">{t!("event-save")}</button>
                        <a class="button" href=overview>{t!("event-back")}</a>
                    </SaveBar>
                </Form>
            }
            .into_any()
        };
        Ok(view! {
            <Page
                title=t!("event-edit-title", title = planned.event.details.title.as_str())
                brand=&planned.network
                section=Section::Events
                band=event_band(&planned.network, &planned.event, planned.counts.confirmed, EventTab::Overview).on_page(t!("event-tab-details"))
                width=Width::Narrow
            >
                <PageHead title=t!("event-tab-details")/>
                {content}
            </Page>
        })
    })
}
