//! The mention of wishes for workshops, for people who register.

use leptos::prelude::*;
use model::{AgendaItem, WorkshopId};
use planner::registrations::OpenEvent;
use ui::{
    components::{Choice, Notice, Select},
    dates::dates,
    paths::EventPath,
    text::t,
    visit::visit,
};

use super::offer_about::slot_time;
use crate::api::registration::RegisterForm;

/// When the wishes close, if people can wish now.
pub(super) fn wishes_close(open: &OpenEvent) -> Option<String> {
    let wishes = open.wishes.as_ref()?;
    wishes
        .is_open(&open.event, visit().now)
        .then(|| dates().when(&wishes.closes))
}

/// The slots in which seats are given by wishes, and until when people can wish.
pub(super) fn wish_notice(open: &OpenEvent, paths: &EventPath) -> Option<impl IntoView + use<>> {
    let closes = wishes_close(open)?;
    let slots = open.wishes.iter().flat_map(|wishes| &wishes.slots);
    let slots: Vec<_> = slots
        .map(|slot| view! { <li>{slot_time(&open.event, slot)}</li> })
        .collect();
    let about = t!("register-wishes.about", n = slots.len(), closes = closes);
    let action = view! { <a href=paths.programme()>{t!("register-wishes.programme")}</a> };
    Some(view! {
        <Notice action=action.into_any()>
            <p><b>{t!("register-wishes")}</b></p>
            <p>{about}</p>
            <ul>{slots}</ul>
            <p>{t!("register-wishes.then")}</p>
        </Notice>
    })
}

/// The first wishes as part of the registration form, if people can wish now. `typed` are the workshops by rank.
pub(super) fn first_wishes(open: &OpenEvent, typed: &[String]) -> Option<impl IntoView + use<>> {
    let closes = wishes_close(open)?;
    let choices = wish_choices(open);
    if choices.is_empty() {
        return None;
    }
    let selects: Vec<_> = (0..RegisterForm::MOST_WISHES)
        .map(|position| {
            let value = typed.get(position).cloned().unwrap_or_default();
            view! {
                <Select
                    name=format!("wishes[{position}]")
                    label=t!("register-wishes-rank", rank = position + 1)
                    value
                    choices=choices.clone()
                    none=t!("register-wishes-none")
                    unmarked=true
                />
            }
        })
        .collect();
    Some(view! {
        <fieldset class="group">
            <legend>{t!("register-wishes-first")}</legend>
            <p class="hint">{t!("register-wishes-first.hint", closes = closes)}</p>
            {selects}
        </fieldset>
    })
}

/// The workshops of the slots with wishes, in the order of the programme, each with its times.
fn wish_choices(open: &OpenEvent) -> Vec<Choice> {
    let slots = open.wishes.iter().flat_map(|wishes| &wishes.slots);
    let slots: Vec<_> = slots.map(|slot| slot.id).collect();
    let mut workshops: Vec<(WorkshopId, &AgendaItem, Vec<String>)> = Vec::new();
    for item in &open.agenda {
        let Some(offer) = item.offer.filter(|offer| slots.contains(&offer.slot)) else {
            continue;
        };
        let date = item.starts.date();
        let time = item.starts.strftime("%-H:%M").to_string();
        let time = format!("{}, {time}", dates().short_day(date, date));
        match workshops.iter_mut().find(|(id, ..)| *id == offer.workshop) {
            Some((_, _, times)) => times.push(time),
            None => workshops.push((offer.workshop, item, vec![time])),
        }
    }
    let choices = workshops.into_iter().map(|(id, item, times)| {
        let label = format!("{} ({})", item.title, times.join("; "));
        Choice::new(id.to_string(), label)
    });
    choices.collect()
}
