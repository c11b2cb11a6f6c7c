//! Free seats that somebody would rather have: who wished for them, and a button that gives one.

use leptos::prelude::*;
use planner::assignments::{FreeSeats, RankChange};
use ui::{components::PostButton, text::t};

use super::{Shown, options::rank_change, rules::name_of};
use crate::{
    api::{actions::MoveAssigned, assignments::SeatMoveForm},
    pages::explanation::Names,
};

/// The most people that are listed for an offer.
const MOST_SHOWN: usize = 5;

/// The free seats with those who would rather have them. Nothing while a computation runs.
pub(super) fn free_seats(shown: &Shown<'_>) -> Option<AnyView> {
    if shown.is_searching() {
        return None;
    }
    let found = shown.board.free_seats();
    if found.is_empty() {
        return None;
    }
    let lines: Vec<_> = found.iter().map(|seats| of_offer(shown, seats)).collect();
    Some(
        view! {
            <section class="card dense" id="free-seats" aria-labelledby="free-seats-title">
                <h2 id="free-seats-title">{t!("free-seats-title")}</h2>
                <p class="hint">{t!("free-seats-title.about")}</p>
                <ul class="plain options">{lines}</ul>
            </section>
        }
        .into_any(),
    )
}

fn of_offer(shown: &Shown<'_>, seats: &FreeSeats) -> impl IntoView + use<> {
    let assignment = &shown.board.assignment;
    let names = Names {
        event: &assignment.event,
        programme: &assignment.programme,
        people: None,
    };
    let title = names.workshop(seats.offer.workshop);
    let lang = assignment.event.details.language.tag();
    let free = match seats.free {
        Some(free) => t!("free-seats-free", n = free),
        None => t!("free-seats-unlimited"),
    };
    let about = format!("{}, {free}", names.time(seats.offer.slot));
    let shown_wishers = seats.wishers.iter().take(MOST_SHOWN);
    let people: Vec<_> = shown_wishers
        .map(|change| wisher(shown, seats, change))
        .collect();
    let more = seats.wishers.len().saturating_sub(MOST_SHOWN);
    let more =
        (more > 0).then(|| view! { <li class="soft">{t!("free-seats-more", n = more)}</li> });
    view! {
        <li>
            <div>
                <b lang=lang>{title}</b>" "<small class="soft">{about}</small>
                <ul class="plain rules">{people}{more}</ul>
            </div>
        </li>
    }
}

fn wisher(shown: &Shown<'_>, seats: &FreeSeats, change: &RankChange) -> impl IntoView + use<> {
    let assignment = &shown.board.assignment;
    let name = name_of(assignment, change.person);
    let event = assignment.event.id;
    let slot = seats.offer.slot;
    let person = change.person;
    let href =
        format!("/organise/events/{event}/workshops/assignment/{person}?slot={slot}#slot-{slot}");
    let version = shown.board.version.as_ref();
    let give = shown.may_plan.then(|| {
        let fields = vec![
            ("event", event.to_string()),
            (
                "version",
                version.map_or(0, |version| version.head.number).to_string(),
            ),
            ("person", person.to_string()),
            ("slot", slot.to_string()),
            ("to", seats.offer.workshop.to_string()),
            ("from", SeatMoveForm::FROM_BOARD.to_owned()),
        ];
        let about = name.clone();
        view! { <PostButton to=MoveAssigned::PATH label=t!("move-set") about fields class="button small"/> }
    });
    view! {
        <li class="row">
            <span><a href=href>{name.clone()}</a>": "{rank_change(change)}</span>
            {give}
        </li>
    }
}
