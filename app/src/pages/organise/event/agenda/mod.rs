//! `/organise/events/{id}/agenda`: the agenda; add, change, reorder, remove items.

mod change;
mod day;
mod fields;
mod remove;
mod row;

use leptos::prelude::*;
use model::{AgendaItem, local};
use planner::{
    agenda::{Timing, timings},
    events::PlannedEvent,
};
use ui::{
    components::{Check, EmptyState, Form, Hidden, Notice, PageHead, Sortable, Tone},
    forms::resubmitted,
    shell::{Page, Section, page},
    text::t,
    visit::{planner, query},
};

use self::{day::days, fields::AgendaItemFields, row::AgendaRow};
use super::{
    editable::is_editable,
    head::{EventTab, event_band},
};
use crate::{
    api::{actions::AddAgendaItem, agenda::AgendaItemForm, authorise::reads_event},
    routes::param,
};

pub(crate) use change::ChangeAgendaItemPage;
pub(crate) use remove::RemoveAgendaItemPage;

#[component]
pub fn AgendaPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let planned = planner().planned_event(&access).await?;
        let may_change = is_editable(&planned);
        let removed = query("done").filter(|done| done == "removed").map(|_| {
            view! { <Notice tone=Tone::Good><p role="status">{t!("agenda-removed")}</p></Notice> }
        });
        let list = if planned.agenda.is_empty() {
            let advice = if may_change {
                t!("agenda-none.advice")
            } else {
                t!("agenda-none.wait")
            };
            view! { <EmptyState title=t!("agenda-none")><p>{advice}</p></EmptyState> }.into_any()
        } else {
            orderable(days(&planned, items(&planned), may_change), may_change)
        };
        Ok(view! {
            <Page
                title=t!("agenda-title", event = planned.event.details.title.as_str())
                brand=&planned.network
                section=Section::Events
                band=event_band(&planned.network, &planned.event, planned.counts.confirmed, EventTab::Agenda)
            >
                <PageHead title=t!("event-tab-agenda")/>
                {removed}
                {list}
                {may_change.then(|| add(&planned))}
            </Page>
        })
    })
}

/// Makes lists sortable for people who may change them.
pub(super) fn orderable(lists: impl IntoView + 'static, may_change: bool) -> AnyView {
    if may_change {
        view! { <Sortable>{lists}</Sortable> }.into_any()
    } else {
        lists.into_any()
    }
}

/// The items with their timing.
fn items(planned: &PlannedEvent) -> Vec<AgendaRow> {
    let changed = query("changed");
    let timings: Vec<Timing> = timings(&planned.agenda, planned.event.details.time_zone.rules());
    planned
        .agenda
        .iter()
        .cloned()
        .zip(timings)
        .map(|(item, timing)| AgendaRow {
            changed: changed.as_deref() == Some(item.id.to_string().as_str()),
            item,
            timing,
        })
        .collect()
}

fn add(planned: &PlannedEvent) -> impl IntoView + use<> {
    let form = resubmitted::<AddAgendaItem>()
        .unwrap_or_else(|| AgendaItemForm::next_in(&planned.event.details, &planned.agenda));
    let along = form.along.is_some();
    let several_days = several_days(planned, &form);
    let any = !planned.agenda.is_empty();
    let event = planned.event.id.to_string();
    view! {
        <section class="card editor" aria-labelledby="add">
            <h2 id="add">{t!("agenda-add")}</h2>
            <Form to=AddAgendaItem::PATH>
                <Hidden name="event" value=event/>
                <AgendaItemFields form several_days/>
                {any.then(|| view! {
                    <Check
                        name="along"
                        label=t!("agenda-make-room")
                        checked=along
                        hint=t!("agenda-make-room.hint")
                    />
                })}
                <div class="row">
                    <button class="button first">{t!("agenda-add.button")}</button>
                </div>
            </Form>
        </section>
    }
}

/// Whether a form has to ask for the day: unless event and item are on the same day.
fn several_days(planned: &PlannedEvent, form: &AgendaItemForm) -> bool {
    let details = &planned.event.details;
    let (first, last) = (details.starts.local.date(), details.ends.local.date());
    let elsewhere = |item: &AgendaItem| item.starts.date() != first;
    first != last
        || planned.agenda.iter().any(elsewhere)
        || local::parse_date(&form.date)
            .ok()
            .is_none_or(|date| date != first)
}
