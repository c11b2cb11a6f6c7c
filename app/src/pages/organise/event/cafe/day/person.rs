//! A person in the list of who is there.

use leptos::prelude::*;
use model::RegistrationId;
use planner::cafes::{CafeDay, CafePerson, DayState};
use ui::{
    components::{PostButton, Tag, Tone},
    dates::clock,
    text::t,
    visit::query,
};

use super::{Rights, item_field, rounds};
use crate::api::{
    actions::{MarkMissing, MarkPresent},
    cafe::{cafe_page, named_item},
};

/// A person of the list: where they sit, what is marked, and the buttons that mark it.
pub(super) fn row(
    day: &CafeDay,
    person: &CafePerson,
    rights: Rights,
    search: &str,
) -> impl IntoView + use<> {
    let state = day.state_of(person.id);
    let mark = day.marks.get(&person.id);
    let zone = &day.cafe.event.details.time_zone;
    let tag = match (state, mark) {
        (DayState::Missing, Some(mark)) => {
            let at = clock(zone.clock(mark.at).time());
            let text = match mark.attendance.until {
                Some(last) if last > 0 => t!("day-gone", round = last + 1, at = at),
                _ => t!("day-is-missing", at = at),
            };
            Some(view! { <Tag text tone=Tone::Warn/> })
        }
        (DayState::WithoutTable, _) => {
            Some(view! { <Tag text=t!("day-without-table") tone=Tone::Accent/> })
        }
        _ => None,
    };
    let in_part = in_part(day, person.id)
        .into_iter()
        .map(|text| view! { " "<Tag text tone=Tone::Accent/> })
        .collect_view();
    let table = table_now(day, person.id)
        .filter(|_| state != DayState::Missing)
        .map(|(round, table)| t!("day-table", round = round, table = table));
    let seat = seat_now(day, person.id);
    let seat = seat.map(|seat| view! { <p class="small accent">{seat}</p> });
    let details: Vec<String> = [person.organisation_name.clone(), table]
        .into_iter()
        .flatten()
        .collect();
    let button = rights.helps.then(|| match state {
        DayState::Missing => present_button(day, person, search, t!("day-is-there")).into_any(),
        DayState::There | DayState::WithoutTable => missing_button(day, person, search).into_any(),
    });
    let is_chosen = rights.helps && query("rounds").as_deref() == Some(&person.id.to_string());
    let link = (rights.helps && !is_chosen && day.rounds() > 1).then(|| {
        let dot = (!details.is_empty()).then_some(" · ");
        view! { {dot}{link_to_rounds(day, person, search)} }
    });
    let form = is_chosen.then(|| rounds::form(day, person, search));
    view! {
        <li id=format!("p-{}", person.id)>
            <div>
                <b>{person.name()}</b>" "{tag}{in_part}
                <p class="soft small">{details.join(" · ")}{link}</p>
                {seat}
            </div>
            {button}
            {form}
        </li>
    }
}

/// What is marked for coming rounds: *geht vor Runde 3*.
fn in_part(day: &CafeDay, person: RegistrationId) -> Vec<String> {
    let (attendance, coming) = (day.attendance(person), day.next_round());
    let joins = (attendance.from > coming && attendance.until != Some(0))
        .then(|| t!("day-joins", round = attendance.from));
    let is_missing = day.state_of(person) == DayState::Missing;
    let goes = attendance.until.map(|last| last + 1);
    let goes = goes.filter(|round| *round > coming && !is_missing);
    let goes = goes.map(|round| t!("day-goes", round = round));
    let back = attendance.back.filter(|round| *round > day.begun);
    let back = back.map(|round| t!("day-comes-back", round = round));
    [joins, goes, back].into_iter().flatten().collect()
}

/// The way to say in which rounds somebody is there.
fn link_to_rounds(day: &CafeDay, person: &CafePerson, search: &str) -> impl IntoView + use<> {
    let words: String = form_urlencoded::byte_serialize(search.as_bytes()).collect();
    let asked = format!("q={words}&rounds={id}#p-{id}", id = person.id);
    let href = cafe_page(day.cafe.event.id, named_item(&day.cafe), "day", &asked);
    view! {
        <a href=href>
            {t!("day-by-round")}<span class="unseen">" "{person.name()}</span>
        </a>
    }
}

/// The table that a person looks for, and its round: the one that is on, or else the next with a table.
fn table_now(day: &CafeDay, person: RegistrationId) -> Option<(u32, String)> {
    let set_up = day.cafe.set_up();
    let seating = &day.version.as_ref()?.seating;
    let attendance = day.attendance(person);
    let rounds = day.round..=set_up.rounds.count;
    let mut rounds = rounds.filter(|round| attendance.is_there(*round));
    let (round, table) =
        rounds.find_map(|round| Some((round, seating.table_of(person, round)?)))?;
    Some((round, set_up.table(table)?.name.to_string()))
}

/// Where somebody without a table in this round can sit: *Jetzt, in Runde 1: Platz an Tisch 4 (Sprache)*.
pub(super) fn seat_now(day: &CafeDay, person: RegistrationId) -> Option<String> {
    let table = day.latecomers.get(&person)?;
    let set_up = day.cafe.set_up();
    let table = set_up.table(*table)?;
    let topic = set_up.topic(table.topic)?;
    Some(t!(
        "day-seat-now",
        round = day.round,
        table = table.name.as_str(),
        topic = topic.name.as_str()
    ))
}

pub(super) fn fields(
    day: &CafeDay,
    person: &CafePerson,
    search: &str,
) -> Vec<(&'static str, String)> {
    vec![
        ("event", day.cafe.event.id.to_string()),
        ("item", item_field(&day.cafe)),
        ("person", person.id.to_string()),
        ("search", search.to_owned()),
    ]
}

fn missing_button(day: &CafeDay, person: &CafePerson, search: &str) -> impl IntoView + use<> {
    let mut fields = fields(day, person, search);
    let rounds = day.rounds();
    // During the last round, somebody who has gone is missing in it.
    fields.push(("round", day.next_round().min(rounds).to_string()));
    let label = if day.begun == 0 {
        t!("day-mark-missing")
    } else {
        t!("day-mark-gone")
    };
    view! { <PostButton to=MarkMissing::PATH label fields about=person.name()/> }
}

pub(super) fn present_button(
    day: &CafeDay,
    person: &CafePerson,
    search: &str,
    label: String,
) -> impl IntoView + use<> {
    let fields = fields(day, person, search);
    view! { <PostButton to=MarkPresent::PATH label fields about=person.name()/> }
}
