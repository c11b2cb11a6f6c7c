//! The organiser's agenda by days.

use std::sync::Arc;

use leptos::prelude::*;
use model::{AgendaItem, AgendaItemKind, Language, Line};
use planner::{
    agenda::{minutes_between, minutes_on},
    events::PlannedEvent,
};
use ui::{
    components::{DragHandle, ListPosition, MoveButtons, Tag, Tone},
    dates::{clock, dates, machine},
    text::{Named, t},
};

use super::row::{AgendaRow, Span, notes};
use crate::api::actions::MoveAgendaItem;

/// The context of all rows.
struct List {
    base: String,
    event: String,
    /// The language of the event's texts.
    language: Language,
    span: Span,
    items: Vec<AgendaRow>,
    may_change: bool,
}

/// The days with their items.
pub(super) fn days(
    planned: &PlannedEvent,
    items: Vec<AgendaRow>,
    may_change: bool,
) -> impl IntoView + use<> {
    let details = &planned.event.details;
    let list = List {
        base: format!("/organise/events/{}/agenda", planned.event.id),
        event: planned.event.id.to_string(),
        language: details.language,
        span: Span {
            starts: details.starts,
            ends: details.ends,
        },
        items,
        may_change,
    };
    let list = Arc::new(list);
    let mut first = 0;
    list.items
        .chunk_by(|a, b| a.timing.starts.date() == b.timing.starts.date())
        .map(|day| {
            let begins_at = first;
            first += day.len();
            one_day(&list, day, begins_at)
        })
        .collect_view()
}

fn one_day(list: &List, day: &[AgendaRow], begins_at: usize) -> AnyView {
    let Some(first) = day.first() else {
        return ().into_any();
    };
    let rows = (begins_at..)
        .zip(day)
        .map(|(place, item)| agenda_row(list, item, place))
        .collect_view();
    let heading = dates().day(first.timing.starts.date());
    let id = format!("day-{}", first.timing.starts.date());
    let heading_id = id.clone();
    view! {
        <section class="plan" aria-labelledby=id>
            <header>
                <h2 id=heading_id>{heading}</h2>
                {facts(day)}
            </header>
            <ol>
                {before_the_first(list, first, begins_at)}
                {rows}
                {after_the_last(list, day, begins_at)}
            </ol>
        </section>
    }
    .into_any()
}

/// Beginning and end of a day, minutes of programme and breaks, number of items.
fn facts(day: &[AgendaRow]) -> impl IntoView + use<> {
    let starts = day.iter().map(|item| item.timing.starts).min();
    let ends = day.iter().map(|item| item.timing.ends).max();
    let times = starts.zip(ends).map(|(starts, ends)| {
        view! { <li>{dates().span_of_item(starts, ends)}</li> }
    });
    let of = |pause: bool| {
        let timings = day
            .iter()
            .filter(|row| (row.item.kind == AgendaItemKind::Break) == pause)
            .map(|item| &item.timing);
        minutes_on(timings)
    };
    let (programme, pauses) = (of(false), of(true));
    let pauses = (pauses > 0)
        .then(|| view! { <li>{t!("agenda-pauses", length = dates().minutes(pauses))}</li> });
    view! {
        <ul class="facts">
            {times}
            <li>{t!("agenda-count", n = day.len())}</li>
            <li>{t!("agenda-programme", length = dates().minutes(programme))}</li>
            {pauses}
        </ul>
    }
}

/// The gap between the beginning of the event and the first item.
fn before_the_first(list: &List, first: &AgendaRow, begins_at: usize) -> Option<AnyView> {
    let event_starts = list.span.starts;
    let free = minutes_between(event_starts.at, first.timing.starts_at);
    let same_day = first.timing.starts.date() == event_starts.local.date();
    (begins_at == 0 && free > 0 && same_day).then(|| {
        let begins = clock(event_starts.local.time());
        let length = dates().minutes(free);
        gap(t!("agenda-free-first", begins = begins, length = length))
    })
}

/// The gap between the last item and the end of the event.
fn after_the_last(list: &List, day: &[AgendaRow], begins_at: usize) -> Option<AnyView> {
    let last = day.iter().map(|item| &item.timing);
    let last = last.max_by_key(|timing| timing.ends_at)?;
    let event_ends = list.span.ends;
    let free = minutes_between(last.ends_at, event_ends.at);
    let is_last = begins_at + day.len() == list.items.len();
    (is_last && free > 0 && last.ends.date() == event_ends.local.date()).then(|| {
        let end = clock(event_ends.local.time());
        gap(t!(
            "agenda-free-last",
            ends = end,
            length = dates().minutes(free)
        ))
    })
}

fn gap(text: String) -> AnyView {
    view! { <li class="gap">{text}</li> }.into_any()
}

fn agenda_row(list: &List, row: &AgendaRow, place: usize) -> impl IntoView + use<> {
    let AgendaRow {
        item,
        timing,
        changed,
    } = row;
    let free = (timing.free_before > 0).then(|| {
        gap(t!(
            "agenda-free",
            length = dates().minutes(timing.free_before)
        ))
    });
    let mut class = vec!["item"];
    class.extend(changed.then_some("changed"));
    class.extend((item.kind == AgendaItemKind::Break).then_some("pause"));
    let notes: Vec<_> = notes(row, &list.items, list.span)
        .into_iter()
        .map(|(tone, text)| view! { <p class=format!("note {}", tone.class())>{text}</p> })
        .collect();
    let position = ListPosition::at(place, list.items.len());
    let lang = list.language.tag();
    view! {
        {free}
        <li id=format!("item-{}", item.id) class=class.join(" ") tabindex="-1" data-item=item.id.to_string()>
            <p class="when">
                <time datetime=machine(timing.starts)>
                    {clock(timing.starts.time())}{dates().until_beside(timing.ends, timing.starts)}
                </time>
                <small>{dates().minutes(i64::from(item.minutes))}</small>
            </p>
            <div class="what">
                <p class="name">
                    <b lang=lang>{item.title.to_string()}</b>
                    {kind(item, list.language)}
                    {changed.then(|| view! { " "<Tag text=t!("agenda-changed") tone=Tone::Good/> })}
                </p>
                {who_and_where(item, lang)}
                {notes}
            </div>
            {list.may_change.then(|| acts(list, item, position))}
        </li>
    }
}

/// The kind of an item, unless it is the usual one or its title has it.
fn kind(item: &AgendaItem, written_in: Language) -> Option<impl IntoView + use<>> {
    let title = item.title.as_str().to_lowercase();
    let name = item.kind.name_in(written_in).to_lowercase();
    let shown = item.kind != AgendaItemKind::Plenary && !title.contains(&name);
    shown.then(|| view! { " "<Tag text=item.kind.name()/> })
}

fn who_and_where(item: &AgendaItem, lang: &'static str) -> impl IntoView + use<> {
    let line = [
        item.speakers.as_ref().map(Line::to_string),
        item.room.as_ref().map(Line::to_string),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" · ");
    let line = (!line.is_empty()).then(|| view! { <p class="soft small" lang=lang>{line}</p> });
    let details = (!item.details.is_empty()).then(|| {
        view! { <p class="soft small words" lang=lang>{item.details.to_string()}</p> }
    });
    view! { {details}{line} }
}

fn acts(list: &List, item: &AgendaItem, position: ListPosition) -> impl IntoView + use<> {
    let title = item.title.to_string();
    let path = format!("{}/{}", list.base, item.id);
    view! {
        <DragHandle/>
        <div class="acts">
            <MoveButtons
                to=MoveAgendaItem::PATH
                event=list.event.clone()
                item=item.id.to_string()
                about=title.clone()
                position
            />
            <a class="button small" href=path.clone()>
                {t!("agenda-change")}<span class="unseen">" "{title.clone()}</span>
            </a>
            <a class="quiet" href=format!("{path}/remove")>
                {t!("agenda-remove")}<span class="unseen">" "{title}</span>
            </a>
        </div>
    }
}
