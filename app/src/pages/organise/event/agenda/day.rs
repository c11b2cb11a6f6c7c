//! The organiser's agenda by days.

use std::sync::Arc;

use leptos::prelude::*;
use model::{AgendaItemKind, EventId, Language};
use planner::{
    agenda::{AgendaDay, ScheduledItem, Slot, minutes_between, minutes_on},
    events::PlannedEvent,
};
use ui::{
    components::ListPosition,
    dates::{clock, dates},
    text::t,
};

use super::{last_change::LastChange, notes::Span, slot::one_slot};

/// The context of all rows.
pub(super) struct List {
    pub base: String,
    pub event: EventId,
    /// The language of the event's texts.
    pub language: Language,
    pub span: Span,
    pub days: Vec<AgendaDay>,
    pub last_change: Option<LastChange>,
    pub may_change: bool,
}

impl List {
    /// All items but those that run beside others.
    pub fn items(&self) -> impl Iterator<Item = &ScheduledItem> {
        self.slots()
            .filter(|slot| !slot.runs_beside)
            .flat_map(|slot| &slot.items)
    }

    fn slots(&self) -> impl Iterator<Item = &Slot> {
        self.days.iter().flat_map(|day| &day.slots)
    }

    /// The position of a slot among those that move. `None` for one that runs beside others.
    pub fn position(&self, slot: &Slot) -> Option<ListPosition> {
        let moving = self.slots().filter(|other| !other.runs_beside);
        let ids: Vec<_> = moving.map(Slot::id).collect();
        let place = ids.iter().position(|id| *id == slot.id())?;
        Some(ListPosition::at(place, ids.len()))
    }
}

/// The days with their slots.
pub(super) fn days(
    planned: &PlannedEvent,
    days: Vec<AgendaDay>,
    last_change: Option<LastChange>,
    may_change: bool,
) -> impl IntoView + use<> {
    let details = &planned.event.details;
    let list = Arc::new(List {
        base: format!("/organise/events/{}/agenda", planned.event.id),
        event: planned.event.id,
        language: details.language,
        span: Span {
            starts: details.starts,
            ends: details.ends,
        },
        days,
        last_change,
        may_change,
    });
    let (first, last) = (0, list.days.len().saturating_sub(1));
    let days = list.days.iter().enumerate();
    days.map(|(place, day)| one_day(&list, day, (place == first, place == last)))
        .collect_view()
}

fn one_day(
    list: &List,
    day: &AgendaDay,
    (is_first, is_last): (bool, bool),
) -> impl IntoView + use<> {
    let slots = day
        .slots
        .iter()
        .map(|slot| one_slot(list, slot))
        .collect_view();
    let id = format!("day-{}", day.date);
    let heading_id = id.clone();
    let before = is_first.then(|| before_the_first(list, day)).flatten();
    let after = is_last.then(|| after_the_last(list, day)).flatten();
    view! {
        <section class="plan" aria-labelledby=id>
            <header>
                <h2 id=heading_id>{dates().day(day.date)}</h2>
                {facts(day)}
            </header>
            <ol>
                {before}
                {slots}
                {after}
            </ol>
        </section>
    }
}

/// Beginning and end of a day, minutes of programme and breaks, number of items.
fn facts(day: &AgendaDay) -> impl IntoView + use<> {
    let starts = day.slots.iter().map(|slot| slot.timing.starts).min();
    let ends = day.slots.iter().map(|slot| slot.timing.ends).max();
    let times = starts.zip(ends).map(|(starts, ends)| {
        view! { <li>{dates().span_of_item(starts, ends)}</li> }
    });
    let items = || {
        let slots = day.slots.iter().filter(|slot| !slot.runs_beside);
        slots.flat_map(|slot| &slot.items)
    };
    let of = |pause: bool| {
        let of_kind = items().filter(|s| (s.item.kind == AgendaItemKind::Break) == pause);
        minutes_on(of_kind.map(|scheduled| &scheduled.timing))
    };
    let (programme, pauses) = (of(false), of(true));
    let pauses = (pauses > 0)
        .then(|| view! { <li>{t!("agenda-pauses", length = dates().minutes(pauses))}</li> });
    let count: usize = day.slots.iter().map(|slot| slot.items.len()).sum();
    view! {
        <ul class="facts">
            {times}
            <li>{t!("agenda-count", n = count)}</li>
            <li>{t!("agenda-programme", length = dates().minutes(programme))}</li>
            {pauses}
        </ul>
    }
}

/// The gap between the beginning of the event and the first item.
fn before_the_first(list: &List, day: &AgendaDay) -> Option<AnyView> {
    let event_starts = list.span.starts;
    let first = day.slots.first()?.timing;
    let free = minutes_between(event_starts.at, first.starts_at);
    (free > 0 && day.date == event_starts.local.date()).then(|| {
        let begins = clock(event_starts.local.time());
        let length = dates().minutes(free);
        gap(t!("agenda-free-first", begins = begins, length = length))
    })
}

/// The gap between the last item and the end of the event.
fn after_the_last(list: &List, day: &AgendaDay) -> Option<AnyView> {
    let last = day.slots.iter().map(|slot| slot.timing);
    let last = last.max_by_key(|timing| timing.ends_at)?;
    let event_ends = list.span.ends;
    let free = minutes_between(last.ends_at, event_ends.at);
    (free > 0 && last.ends.date() == event_ends.local.date()).then(|| {
        let end = clock(event_ends.local.time());
        let length = dates().minutes(free);
        gap(t!("agenda-free-last", ends = end, length = length))
    })
}

/// A line about time that nothing fills.
pub(super) fn gap(text: String) -> AnyView {
    view! { <li class="gap">{text}</li> }.into_any()
}
