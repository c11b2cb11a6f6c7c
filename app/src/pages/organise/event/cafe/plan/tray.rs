//! The people without a seat.

use leptos::prelude::*;
use ui::text::t;

use super::Shown;

/// Who takes part and has no seat in a round: a link each, to where they could sit.
pub(super) fn tray(shown: &Shown<'_>) -> Option<impl IntoView + use<>> {
    let unseated = shown.board.unseated();
    if unseated.is_empty() {
        return None;
    }
    let relative = shown.links.relative();
    let rounds = (1..=shown.set_up.rounds.count)
        .filter_map(|round| {
            let people: Vec<_> = unseated
                .iter()
                .filter(|(_, rounds)| rounds.contains(&round))
                .map(|(person, _)| *person)
                .collect();
            if people.is_empty() {
                return None;
            }
            let count = people.len();
            let chips = people
                .into_iter()
                .map(|person| {
                    let name = shown.people.name(person);
                    let position = shown.people.get(person).map(|one| one.position.to_string());
                    let class = if shown.choice() == Some((person, round)) {
                        "seat mine"
                    } else {
                        "seat"
                    };
                    let chip = if shown.may_plan {
                        let href = format!("{relative}seat={round}.{person}#board");
                        view! { <a class=class href=href data-person=position><span>{name}</span></a> }.into_any()
                    } else {
                        view! { <span class=class>{name}</span> }.into_any()
                    };
                    view! { <li>{chip}</li> }
                })
                .collect_view();
            Some(view! {
                <div class=shown.column(round) data-round=round.to_string()>
                    <h3>{t!("cafe-unseated", round = round, n = count)}</h3>
                    <ul class="seats">{chips}</ul>
                </div>
            })
        })
        .collect_view();
    Some(view! {
        <section class="unseated" aria-label=t!("cafe-unseated-all")>{rounds}</section>
    })
}
