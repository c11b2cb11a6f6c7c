//! Time slots with fewer seats than people, and the people who have no workshop.

use leptos::prelude::*;
use model::RegistrationId;
use planner::assignments::AssignmentBoard;
use ui::{
    components::{Notice, Tone},
    text::t,
};

use super::{Shown, rules::name_of};
use crate::pages::explanation::short_time;

/// Longer lists are folded away.
const MOST_SHOWN: usize = 8;

/// The slots whose workshops have fewer seats than people attend: somebody will have none, whatever is computed.
pub(super) fn too_few_seats(shown: &Shown<'_>) -> Option<AnyView> {
    let board = shown.board;
    let lines: Vec<_> = board
        .problem
        .shortages()
        .into_iter()
        .filter_map(|shortage| {
            let slot = board.assignment.programme.slot(shortage.slot)?;
            let text = t!(
                "assignment-too-few-seats.slot",
                when = short_time(slot),
                missing = shortage.people - shortage.seats,
                seats = shortage.seats,
                people = shortage.people
            );
            Some(view! { <li>{text}</li> })
        })
        .collect();
    if lines.is_empty() {
        return None;
    }
    let offer = format!("/organise/events/{}/workshops", board.assignment.event.id);
    let action = view! { <a class="button" href=offer>{t!("assignment-too-few-seats.offer")}</a> }
        .into_any();
    Some(
        view! {
            <Notice tone=Tone::Warn action>
                <p><b>{t!("assignment-too-few-seats")}</b></p>
                <ul class="plain">{lines}</ul>
            </Notice>
        }
        .into_any(),
    )
}

/// Those without a workshop in the current version, by slot. Their pages say why, and have the seats that are free.
pub(super) fn without_workshop(board: &AssignmentBoard) -> Option<AnyView> {
    let without = board.without_seat();
    let mut people: Vec<RegistrationId> = without
        .iter()
        .flat_map(|(_, people)| people)
        .copied()
        .collect();
    people.sort_unstable();
    people.dedup();
    if people.is_empty() {
        return None;
    }
    let slots: Vec<_> = without
        .iter()
        .filter_map(|(slot, people)| {
            let when = short_time(board.assignment.programme.slot(*slot)?);
            let heading = t!("assignment-without.slot", when = when, n = people.len());
            let names: Vec<_> = people.iter().map(|person| link(board, *person)).collect();
            Some(view! {
                <details open=people.len() <= MOST_SHOWN>
                    <summary>{heading}</summary>
                    <ul class="plain">{names}</ul>
                </details>
            })
        })
        .collect();
    Some(
        view! {
            <div id="without-workshop">
                <Notice tone=Tone::Warn>
                    <p><b>{t!("assignment-without", n = people.len())}</b></p>
                    <p>{t!("assignment-without.about")}</p>
                    {slots}
                </Notice>
            </div>
        }
        .into_any(),
    )
}

fn link(board: &AssignmentBoard, person: RegistrationId) -> impl IntoView + use<> {
    let assignment = &board.assignment;
    let event = assignment.event.id;
    let href = format!("/organise/events/{event}/workshops/assignment/{person}");
    view! { <li><a href=href>{name_of(assignment, person)}</a></li> }
}
