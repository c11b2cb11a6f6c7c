//! The mention of wishes for workshops, for people who register.

use leptos::prelude::*;
use planner::registrations::OpenEvent;
use ui::{components::Notice, dates::dates, paths::EventPath, text::t, visit::visit};

use super::offer_about::slot_time;

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
