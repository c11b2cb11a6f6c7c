//! `/organise/events/{id}/agenda`: the agenda; add, change, reorder, remove items.

mod change;
mod day;
mod fields;
mod last_change;
mod notes;
mod outside;
mod remove;
mod slot;

use leptos::prelude::*;
use model::{AgendaItem, EventState, local};
use planner::{agenda::by_day, events::PlannedEvent};
use ui::{
    components::{Check, EmptyState, Form, Hidden, PageHead, Sortable},
    error::AppError,
    forms::{last_result, resubmitted},
    shell::{Page, Section, page},
    text::t,
    visit::{planner, query},
};

use self::{
    day::days,
    fields::AgendaItemFields,
    last_change::{LastChange, NoticePlace, comes_from_change},
};
use super::{
    editable::is_editable,
    head::{EventTab, event_band},
};
use crate::{
    api::{
        actions::AddAgendaItem,
        agenda::{AgendaItemForm, AgendaPart},
        authorise::{organises_event, reads_event},
    },
    pages::organise::unreadable::unreadable_rows,
    routes::param,
};

pub(crate) use change::ChangeAgendaItemPage;
pub(super) use outside::{after_the_end_notice, other_days_notice};
pub(crate) use remove::RemoveAgendaItemPage;

#[component]
pub fn AgendaPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let planned = planner().planned_event(&access).await?;
        let may_change = is_editable(&planned.network, &planned.event);
        let undo = if may_change && comes_from_change() {
            let (_, access) = organises_event(&param("id"))?;
            planner().undoable_agenda_change(&access).await?
        } else {
            None
        };
        let by_day = by_day(&planned.agenda, planned.event.details.time_zone.rules());
        let last_change = LastChange::of(&planned, &by_day, undo);
        let notice = |place| {
            let there = last_change.as_ref().filter(|last| last.place() == place);
            there.map(LastChange::notice)
        };
        let told = if may_change {
            told(&planned).await?
        } else {
            None
        };
        let (at_top, in_form) = (notice(NoticePlace::Top), notice(NoticePlace::Form));
        let list = if planned.agenda.is_empty() && planned.unreadable_items.is_empty() {
            let advice = if may_change {
                t!("agenda-none.advice")
            } else {
                t!("agenda-none.wait")
            };
            view! { <EmptyState title=t!("agenda-none")><p>{advice}</p></EmptyState> }.into_any()
        } else {
            orderable(days(&planned, by_day, last_change, may_change), may_change)
        };
        Ok(view! {
            <Page
                title=t!("agenda-title", event = planned.event.details.title.as_str())
                brand=&planned.network
                section=Section::Events
                band=event_band(&planned.network, &planned.event, planned.counts.confirmed, EventTab::Agenda)
            >
                <PageHead title=t!("event-tab-agenda")/>
                {at_top}
                {unreadable_rows(&planned.unreadable_items)}
                {other_days_notice(&planned)}
                {after_the_end_notice(&planned)}
                {told}
                {list}
                {may_change.then(|| add(&planned, in_form))}
            </Page>
        })
    })
}

/// Says that people who have booked workshops are told when these move.
async fn told(planned: &PlannedEvent) -> Result<Option<AnyView>, AppError> {
    let has_offers = planned.agenda.iter().any(|item| item.offer.is_some());
    if !has_offers || planned.event.state != EventState::Published {
        return Ok(None);
    }
    let (_, access) = organises_event(&planned.event.id.to_string())?;
    let booked = planner().people_who_booked(&access, None).await?;
    let told = (booked > 0)
        .then(|| view! { <p class="hint">{t!("agenda-tells-booked", n = booked)}</p> }.into_any());
    Ok(told)
}

/// Makes lists sortable for people who may change them.
pub(super) fn orderable(lists: impl IntoView + 'static, may_change: bool) -> AnyView {
    if may_change {
        view! { <Sortable>{lists}</Sortable> }.into_any()
    } else {
        lists.into_any()
    }
}

/// The form of a new item, below the notice about the one that was just added.
fn add<Notice: IntoView + 'static>(
    planned: &PlannedEvent,
    notice: Option<Notice>,
) -> impl IntoView + use<Notice> {
    let form = resubmitted::<AddAgendaItem>().unwrap_or_else(|| next(planned));
    let along = form.along.is_some();
    let several_days = several_days(planned, &form);
    let any = !planned.agenda.is_empty();
    let event = planned.event.id.to_string();
    view! {
        <section class="card editor" aria-labelledby="add">
            <h2 id="add">{t!("agenda-add")}</h2>
            {notice}
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

/// The form of the next item. After one was added, it goes on from there.
fn next(planned: &PlannedEvent) -> AgendaItemForm {
    let added = last_result().filter(|done| done == "added");
    let added: Option<AgendaPart> = added
        .and_then(|_| query("changed"))
        .and_then(|part| part.parse().ok());
    let added = added.map(AgendaPart::item);
    AgendaItemForm {
        along: query("along"),
        ..AgendaItemForm::next_in(&planned.event.details, &planned.agenda, added)
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
