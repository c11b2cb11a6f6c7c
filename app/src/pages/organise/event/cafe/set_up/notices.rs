//! What cannot work, each with its way out, and who is no longer there.

use leptos::prelude::*;
use model::{RegistrationState, cafe::CafeSetUp};
use planner::cafes::{Conflict, likely_twice};
use ui::{
    components::{Notice, Tone},
    text::{Named, t},
};

use super::{
    super::{
        sentences::{self, Way, WayOut, ways_of_sources},
        twice::registered_twice,
    },
    Shown,
};
use crate::api::cafe::{cafe_page, named_item};

pub(super) fn notices(shown: &Shown) -> impl IntoView + use<> {
    let missing = missing_seats(shown);
    let conflict = conflict(shown);
    let former = former_people(shown);
    let drift = drift(shown);
    let twice = registered_twice(shown.cafe.event.id, &likely_twice(&shown.cafe.people));
    let empty = missing.is_none()
        && conflict.is_none()
        && former.is_none()
        && drift.is_none()
        && twice.is_none();
    view! {
        <div class="stack" id="live-notices" data-updates hidden=empty>
            {missing}
            {conflict}
            {former}
            {drift}
            {twice}
        </div>
    }
}

/// Who came and went since the plan was made. The plan stays until it is computed anew.
fn drift(shown: &Shown) -> Option<impl IntoView + use<>> {
    let drift = shown.drift.as_ref();
    let drift = drift.filter(|drift| drift.came + drift.went > 0)?;
    let cafe = &shown.cafe;
    let href = cafe_page(cafe.event.id, named_item(cafe), "plan", "");
    let action = view! { <a class="button small" href=href>{t!("set-up-drift.plan")}</a> };
    let came = (drift.came > 0).then(|| t!("set-up-drift-came", n = drift.came));
    let went = (drift.went > 0).then(|| t!("set-up-drift-went", n = drift.went));
    let changes: Vec<String> = [came, went].into_iter().flatten().collect();
    let text = t!(
        "set-up-drift",
        version = drift.version,
        changes = changes.join(", ")
    );
    Some(view! { <Notice tone=Tone::Warn action=action.into_any()>{text}</Notice> })
}

/// A button of the form that mends something.
pub(super) fn mend(action: String, label: String) -> impl IntoView {
    view! { <button class="button small" name="do" value=action data-reload>{label}</button> }
}

fn missing_seats(shown: &Shown) -> Option<impl IntoView + use<>> {
    let now = &shown.forecast.now;
    let missing = now.seats_missing();
    if missing == 0 || now.tables == 0 {
        return None;
    }
    let largest = shown.set_up.tables.iter().map(|table| table.most).max();
    let largest = largest.unwrap_or(1).max(1);
    let seats = seats_for(&shown.set_up, now.people);
    let tables = missing.div_ceil(largest);
    let may_change = shown.may_change;
    let seats = (may_change).then(|| {
        seats.map(|seats| mend(format!("seats:{seats}"), t!("set-up-mend-seats", n = seats)))
    });
    let room = 200_u32.saturating_sub(now.tables);
    let tables = (may_change && tables <= room).then(|| {
        mend(
            format!("tables:{tables}"),
            t!("set-up-mend-tables", n = tables),
        )
    });
    let buttons = view! { <span class="row">{seats}{tables}</span> };
    let text = t!(
        "set-up-missing-seats.detail",
        tables = now.tables,
        seats = now.seats,
        people = now.people
    );
    Some(view! {
        <Notice tone=Tone::Bad action=buttons.into_any()>
            <b>{t!("set-up-missing-seats", n = missing)}</b>
            " "
            {text}
        </Notice>
    })
}

/// The smallest number of seats that gives everybody one, where no table has fewer.
fn seats_for(set_up: &CafeSetUp, people: u32) -> Option<u32> {
    (1..=1_000).find(|seats| {
        let all: u32 = set_up
            .tables
            .iter()
            .map(|table| table.most.max(*seats))
            .sum();
        all >= people
    })
}

fn conflict(shown: &Shown) -> Option<impl IntoView + use<>> {
    let sources = match &shown.forecast.conflict {
        Conflict::None => return None,
        Conflict::Undecided => {
            return Some(
                view! { <Notice tone=Tone::Warn>{t!("set-up-conflict-undecided")}</Notice> }
                    .into_any(),
            );
        }
        Conflict::Unexplained => {
            return Some(
                view! { <Notice tone=Tone::Bad>{t!("set-up-conflict-unexplained")}</Notice> }
                    .into_any(),
            );
        }
        Conflict::Rules(sources) => sources.clone(),
    };
    let ways = ways_of_sources(&shown.wording(), &sources);
    let count = ways.len();
    let text = if count == 1 {
        (t!("set-up-conflict-one"), t!("set-up-conflict-one.advice"))
    } else {
        (
            t!("set-up-conflict", n = count),
            t!("set-up-conflict.advice"),
        )
    };
    let button = |way: &Way| match &way.out {
        WayOut::SetUp { action, label } if shown.may_change => {
            Some(mend(action.clone(), label.clone()).into_any())
        }
        // A set-up knows no locks and no absences.
        _ => None,
    };
    Some(sentences::conflict(text, ways, button))
}

/// People of the set-up who have no seat at the event any more.
fn former_people(shown: &Shown) -> Option<impl IntoView + use<>> {
    let may_change = shown.may_change;
    let set_up = shown.set_up.clone();
    let items: Vec<_> = shown
        .cafe
        .former_of_set_up()
        .filter(|person| set_up.named_people().any(|id| id == person.id))
        .map(|person| {
            let table = set_up.hosts().find(|(host, _)| *host == person.id);
            let table = table.and_then(|(_, table)| set_up.table(table));
            let rules = set_up
                .rules
                .iter()
                .filter(|rule| rule.kind.people().contains(&person.id))
                .count();
            let what = match table {
                Some(table) => t!("set-up-former-host", table = table.name.as_str()),
                None => t!("set-up-former-rules", n = rules),
            };
            let state = match person.state {
                RegistrationState::Cancelled => {
                    t!("set-up-former-cancelled", name = person.name.as_str())
                }
                state => t!(
                    "set-up-former-state",
                    name = person.name.as_str(),
                    state = state.name()
                ),
            };
            let button = may_change.then(|| {
                mend(
                    format!("drop-person:{}", person.id),
                    t!("set-up-former-drop"),
                )
            });
            view! { <li><div><p>{state}</p><p class="hint">{what}</p></div>{button}</li> }
        })
        .collect();
    let count = items.len();
    (count > 0).then(|| {
        view! {
            <section class="card dense happens">
                <h2>{t!("set-up-former", n = count)}</h2>
                <ul class="lines">{items}</ul>
            </section>
        }
    })
}
