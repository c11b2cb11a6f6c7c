//! A slot of the organiser's agenda: one item, or several under one time.

use leptos::prelude::*;
use model::{AgendaItem, AgendaItemKind, Language, Line};
use planner::agenda::{ScheduledItem, Slot, Timing, minutes_between};
use ui::{
    components::{DragHandle, ListPosition, MoveButtons, Tag, Tone},
    dates::{clock, dates, machine},
    text::{Named, slot_name, t},
    visit::language,
};

use super::{
    day::{List, gap},
    last_change::{NoticePlace, TEXT_ID},
    notes::notes,
};
use crate::api::{actions::MoveAgendaItem, agenda::AgendaPart};

pub(super) fn one_slot(list: &List, slot: &Slot) -> AnyView {
    let free = (slot.free_before > 0).then(|| {
        gap(t!(
            "agenda-free",
            length = dates().minutes(slot.free_before)
        ))
    });
    let rows = match slot.items.as_slice() {
        [single] => row(list, slot, single, list.position(slot)).into_any(),
        items => parallel(list, slot, items).into_any(),
    };
    view! { {free}{rows} }.into_any()
}

/// Parallel items under their common time.
fn parallel(list: &List, slot: &Slot, items: &[ScheduledItem]) -> Option<impl IntoView + use<>> {
    let part = AgendaPart::slot(slot.id()?);
    let name = slot_name(slot, language());
    let rows = (0..)
        .zip(items)
        .map(|(place, item)| row(list, slot, item, Some(ListPosition::at(place, items.len()))))
        .collect_view();
    let acts = list.may_change.then(|| {
        view! {
            <DragHandle/>
            <div class="acts">
                {list.position(slot).map(|position| moves(list, part, name.clone(), position))}
            </div>
        }
    });
    let notice = notice(list, part);
    let mut class = vec!["slot"];
    class.extend(notice.is_some().then_some("changed"));
    Some(view! {
        <li
            id=format!("item-{part}")
            class=class.join(" ")
            tabindex="-1"
            data-item=part.to_string()
        >
            <div class="head">
                {when(&slot.timing)}
                <p class="name"><b>{name.clone()}</b></p>
                {acts}
                {notice}
            </div>
            <ol aria-label=name>{rows}</ol>
        </li>
    })
}

/// One item. Its time is shown unless it is that of its slot.
fn row(
    list: &List,
    slot: &Slot,
    scheduled: &ScheduledItem,
    position: Option<ListPosition>,
) -> impl IntoView + use<> {
    let ScheduledItem { item, timing, .. } = scheduled;
    let part = AgendaPart::of(item.id);
    let shows_time = !slot.is_parallel() || *timing != slot.timing;
    let last_change = list.last_change.as_ref();
    let changed = last_change.is_some_and(|last| last.part == Some(part));
    let just_added = changed && last_change.is_some_and(|last| last.place() == NoticePlace::Form);
    let mut class = vec!["item"];
    class.extend(changed.then_some("changed"));
    class.extend((item.kind == AgendaItemKind::Break).then_some("pause"));
    let notes = notes(scheduled, list.items(), list.span)
        .into_iter()
        .map(|(tone, text)| view! { <p class=format!("note {}", tone.class())>{text}</p> })
        .collect_view();
    let lang = list.language.tag();
    view! {
        <li id=format!("item-{}", item.id) class=class.join(" ") tabindex="-1" data-item=item.id.to_string()>
            {shows_time.then(|| when(timing))}
            <div class="what">
                <p class="name">
                    <b lang=lang>{item.title.to_string()}</b>
                    {kind(item, list.language)}
                    {slot.runs_beside.then(|| view! { " "<Tag text=t!("agenda-beside")/> })}
                    {just_added.then(|| view! { " "<Tag text=t!("agenda-changed") tone=Tone::Good/> })}
                </p>
                {who_and_where(item, lang)}
                {notes}
            </div>
            {list.may_change.then(|| acts(list, item, position))}
            {notice(list, part)}
        </li>
    }
}

fn when(timing: &Timing) -> impl IntoView + use<> {
    let minutes = minutes_between(timing.starts_at, timing.ends_at);
    view! {
        <p class="when">
            <time datetime=machine(timing.starts)>
                {clock(timing.starts.time())}{dates().until_beside(timing.ends, timing.starts)}
            </time>
            <small>{dates().minutes(minutes)}</small>
        </p>
    }
}

/// The notice about the last change, if it was of this part.
fn notice(list: &List, part: AgendaPart) -> Option<impl IntoView + use<>> {
    let last_change = list.last_change.as_ref()?;
    last_change.stands_at(part).then(|| last_change.notice())
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

fn acts(list: &List, item: &AgendaItem, position: Option<ListPosition>) -> impl IntoView + use<> {
    let title = item.title.to_string();
    let path = format!("{}/{}", list.base, item.id);
    let grip = position.map(|_| view! { <DragHandle/> });
    let part = AgendaPart::of(item.id);
    let moves = position.map(|position| moves(list, part, title.clone(), position));
    // What an offer says is changed with its workshop.
    let change = match item.offer {
        Some(offer) => format!(
            "/organise/events/{}/workshops/{}",
            list.event, offer.workshop
        ),
        None => path.clone(),
    };
    view! {
        {grip}
        <div class="acts">
            {moves}
            <a class="button small" href=change>
                {t!("agenda-change")}<span class="unseen">" "{title.clone()}</span>
            </a>
            <a class="quiet" href=format!("{path}/remove")>
                {t!("agenda-remove")}<span class="unseen">" "{title}</span>
            </a>
        </div>
    }
}

/// The buttons that move a part. After a move they are described by the notice, which says the new time.
fn moves(
    list: &List,
    part: AgendaPart,
    about: String,
    position: ListPosition,
) -> impl IntoView + use<> {
    let moved = list.last_change.as_ref();
    let described_by = moved
        .is_some_and(|last| last.stands_at(part))
        .then_some(TEXT_ID);
    view! {
        <MoveButtons
            to=MoveAgendaItem::PATH
            list=list.event.to_string()
            item=part.to_string()
            about
            position
            described_by
        />
    }
}
