//! What has happened to the plan, or to the people in it.

use leptos::prelude::*;
use ui::{
    components::{Notice, Tone},
    text::t,
    visit::query,
};

use super::{Shown, rules::join, versions::restore_button};

/// The most people that are named.
const MOST_NAMES: usize = 6;

pub(super) fn notices(shown: &Shown<'_>) -> impl IntoView + use<> {
    let earlier = (!shown.board.is_current).then(|| earlier(shown));
    view! {
        {earlier}
        {outcome(shown)}
        {people_changed(shown)}
        {set_up_changed(shown)}
    }
}

/// An earlier version is shown.
fn earlier(shown: &Shown<'_>) -> impl IntoView + use<> {
    let number = shown.version.head.number;
    let may_restore = shown.may_restore;
    let action = may_restore.then(|| restore_button(shown).into_any());
    let back = shown.links.board();
    view! {
        <Notice action>
            <p>{t!("cafe-earlier-shown", n = number)}" "<a href=back>{t!("cafe-to-current")}</a></p>
        </Notice>
    }
}

/// What became of the last change, if it was not simply made.
fn outcome(shown: &Shown<'_>) -> Option<impl IntoView + use<>> {
    let seen = |name: &str| query(name)?.parse::<u32>().ok();
    if let Some(seen) = seen("outdated") {
        let compare = compare_link(shown, seen);
        return Some(
            view! {
                <Notice tone=Tone::Warn><p role="status">{t!("cafe-outdated")}" "{compare}</p></Notice>
            }
            .into_any(),
        );
    }
    let seen = seen("meanwhile").filter(|seen| *seen != shown.version.head.number)?;
    let compare = compare_link(shown, seen);
    Some(
        view! { <Notice><p role="status">{t!("cafe-meanwhile")}" "{compare}</p></Notice> }
            .into_any(),
    )
}

/// A link to what has changed since a version.
fn compare_link(shown: &Shown<'_>, seen: u32) -> impl IntoView + use<> {
    let href = shown.links.with(&format!("compare={seen}#comparison"));
    view! { <a href=href>{t!("cafe-what-changed")}</a> }
}

/// People who have come or gone since the version was made.
fn people_changed(shown: &Shown<'_>) -> Option<impl IntoView + use<>> {
    let seated = &shown.version.seating.people;
    let added: Vec<String> = shown
        .board
        .cafe
        .people
        .iter()
        .filter(|person| !seated.contains(&person.id))
        .map(planner::cafes::CafePerson::name)
        .collect();
    let gone = shown.board.gone().len();
    if added.is_empty() && gone == 0 {
        return None;
    }
    let added = (!added.is_empty()).then(|| {
        let names = match added.len() {
            count if count <= MOST_NAMES => join(&added),
            count => t!("cafe-people", n = count),
        };
        view! { <li>{t!("cafe-added", names = names)}</li> }
    });
    let gone = (gone > 0).then(|| view! { <li>{t!("cafe-gone", n = gone)}</li> });
    Some(view! {
        <Notice tone=Tone::Warn>
            <p><b>{t!("cafe-people-changed")}</b></p>
            <ul class="plain">{added}{gone}</ul>
        </Notice>
    })
}

/// The set-up is another one than the version was made from.
fn set_up_changed(shown: &Shown<'_>) -> Option<impl IntoView + use<>> {
    let is_other = shown.version.head.set_up != shown.board.cafe.revision();
    is_other.then(|| view! { <Notice tone=Tone::Warn><p>{t!("cafe-set-up-changed")}</p></Notice> })
}
