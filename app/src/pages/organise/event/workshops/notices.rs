//! What is to know above the offer: what was done, and what contradicts itself in rooms and slots.

use leptos::prelude::*;
use model::{AgendaItem, workshops::SlotWay};
use planner::workshops::PlannedProgramme;
use ui::{
    components::{Notice, Tone},
    dates::dates,
    forms::last_result,
    text::t,
};

use super::slot_name;

pub(super) fn notices(found: &PlannedProgramme) -> impl IntoView + use<> {
    view! {
        {done()}
        {list(t!("workshops-room-twice"), rooms_used_twice(found))}
        {list(t!("workshops-room-too-small"), rooms_too_small(found))}
        {list(t!("workshops-slots-outside"), slots_outside(found))}
        {list(t!("workshops-together-several"), together_in_several(found))}
        {list(t!("workshops-together-too-small"), together_too_small(found))}
    }
}

fn done() -> Option<impl IntoView> {
    let says = match last_result()?.as_str() {
        "slot-added" => t!("workshops-done-slot-added"),
        "slot-changed" => t!("workshops-done-slot-changed"),
        "slot-removed" => t!("workshops-done-slot-removed"),
        "added" => t!("workshops-done-added"),
        "changed" => t!("workshops-done-changed"),
        "called-off" => t!("workshops-done-called-off"),
        "reinstated" => t!("workshops-done-reinstated"),
        "removed" => t!("workshops-done-removed"),
        "rooms" => t!("workshops-done-rooms"),
        "imported" => t!("workshops-done-imported"),
        "taken-over" => t!("workshops-done-taken-over"),
        _ => return None,
    };
    Some(view! { <Notice tone=Tone::Good><p role="status">{says}</p></Notice> })
}

fn list(title: String, lines: Vec<String>) -> Option<impl IntoView> {
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
        let lines = lines.collect_view();
        view! {
            <Notice tone=Tone::Warn>
                <p><b>{title}</b></p>
                <ul>{lines}</ul>
            </Notice>
        }
    })
}

fn rooms_used_twice(found: &PlannedProgramme) -> Vec<String> {
    let conflicts = found.room_conflicts().into_iter();
    conflicts
        .filter_map(|pair| {
            let (first, second) = (found.item(pair.first)?, found.item(pair.second)?);
            let room = first.room.as_ref()?.as_str();
            let later: &AgendaItem = if first.starts < second.starts {
                second
            } else {
                first
            };
            let when = dates().moment(later.starts);
            let (one, other) = (first.title.as_str(), second.title.as_str());
            Some(t!(
                "workshops-room-twice.line",
                room = room,
                when = when,
                one = one,
                other = other
            ))
        })
        .collect()
}

fn rooms_too_small(found: &PlannedProgramme) -> Vec<String> {
    let offers = found.programme.too_small_rooms().into_iter();
    offers
        .filter_map(|small| {
            let workshop = found.programme.workshop(small.offer.key.workshop)?;
            let (title, room) = (workshop.details.title.as_str(), small.offer.room.as_ref()?);
            let room = room.as_str();
            let (most, seats) = (small.most, small.seats);
            Some(t!(
                "workshops-room-too-small.line",
                title = title,
                room = room,
                most = most,
                seats = seats
            ))
        })
        .collect()
}

fn slots_outside(found: &PlannedProgramme) -> Vec<String> {
    let slots = found.slots_outside();
    slots.map(|slot| slot_name(slot, found.zone())).collect()
}

/// The workshops that everybody attends together, although they take fewer people than the event.
fn together_too_small(found: &PlannedProgramme) -> Vec<String> {
    let Some(capacity) = found.event.details.capacity else {
        return Vec::new();
    };
    let slots = found.programme.slots.iter();
    slots
        .filter(|slot| slot.way == SlotWay::Together)
        .flat_map(|slot| {
            let offers = found.programme.offers_in(slot.id);
            let planned = offers.filter(|(offer, _)| found.programme.is_planned(offer.key));
            planned.map(move |(_, workshop)| (slot, workshop))
        })
        .filter_map(|(slot, workshop)| {
            let most = workshop.details.most.filter(|most| *most < capacity)?;
            Some(t!(
                "workshops-together-too-small.line",
                title = workshop.details.title.as_str(),
                slot = slot_name(slot, found.zone()),
                most = most,
                capacity = capacity
            ))
        })
        .collect()
}

/// The slots that everybody attends together, although they offer a choice.
fn together_in_several(found: &PlannedProgramme) -> Vec<String> {
    let slots = found.programme.slots.iter();
    slots
        .filter(|slot| slot.way == SlotWay::Together)
        .filter_map(|slot| {
            let offers = found.programme.offers_in(slot.id);
            let planned = offers
                .filter(|(offer, _)| found.programme.is_planned(offer.key))
                .count();
            let name = slot_name(slot, found.zone());
            (planned > 1).then(|| t!("workshops-together-several.line", slot = name, n = planned))
        })
        .collect()
}
