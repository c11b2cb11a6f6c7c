//! What can be done with the whole plan.

use leptos::prelude::*;
use ui::{components::PostButton, text::t};

use super::{Shown, bar::lock_button, solving, versions};
use crate::api::actions::{RedoPlan, UndoPlan};

pub(super) fn toolbar(shown: &Shown<'_>) -> impl IntoView + use<> {
    let may_plan = shown.may_plan;
    let steps = shown.board.steps;
    let rules = shown.set_up.rules.len() + shown.set_up.answer_needs.len();
    let rules_link = shown.links.part("");
    view! {
        <div class="tools">
            {may_plan.then(|| step(shown, steps.undo.is_some(), UndoPlan::PATH, t!("cafe-undo")))}
            {may_plan.then(|| step(shown, steps.redo.is_some(), RedoPlan::PATH, t!("cafe-redo")))}
            {may_plan.then(|| solving::solve_buttons(shown))}
            {locks(shown)}
            <a class="button small bare" href=format!("{rules_link}#rules")>{t!("cafe-rules", n = rules)}</a>
            {versions::versions(shown)}
            {may_plan.then(|| solving::other_ways(shown))}
            {may_plan.then(|| publish(shown))}
        </div>
    }
}

/// Leads to the page that says who is written to. `None` if participants see the version already.
fn publish(shown: &Shown<'_>) -> Option<impl IntoView + use<>> {
    let plan = shown.board.cafe.plan.as_ref()?;
    let published = plan.published.map(|(number, _)| number);
    let href = shown.links.part("publish");
    (published != Some(shown.version.head.number)).then(|| {
        view! { <a class="button first small push" href=href>{t!("cafe-publish")}</a> }
    })
}

/// A step back or forth; a grey one where there is none.
fn step(shown: &Shown<'_>, is_possible: bool, to: &'static str, label: String) -> AnyView {
    if is_possible {
        view! { <PostButton to label fields=shown.fields() class="button small"/> }.into_any()
    } else {
        view! { <span class="button small" aria-disabled="true">{label}</span> }.into_any()
    }
}

/// What is locked, with a button to unlock each.
fn locks(shown: &Shown<'_>) -> impl IntoView + use<> {
    use model::cafe::Lock;

    let locks = &shown.version.locks;
    let lines = locks
        .iter()
        .map(|lock| {
            let text = match *lock {
                Lock::Seat { person, round } => t!(
                    "cafe-lock-of-seat",
                    name = shown.people.name(person),
                    round = round
                ),
                Lock::Table { table, round } => t!(
                    "cafe-lock-of-table",
                    table = super::rules::table_name(shown, table),
                    round = round
                ),
                Lock::Round { round } => t!("cafe-round", n = round),
            };
            let button = shown.may_plan.then(|| lock_button(shown, *lock));
            view! { <li class="row apart"><span>{text}</span>{button}</li> }
        })
        .collect_view();
    let open_rounds = (1..=shown.set_up.rounds.count)
        .map(|round| Lock::Round { round })
        .filter(|lock| shown.may_plan && !locks.contains(lock));
    let rounds = open_rounds
        .map(|lock| {
            let Lock::Round { round } = lock else {
                return ().into_any();
            };
            view! {
                <li class="row apart"><span>{t!("cafe-round", n = round)}</span>{lock_button(shown, lock)}</li>
            }
            .into_any()
        })
        .collect_view();
    let hint = t!("cafe-locks-hint");
    view! {
        <details class="menu">
            <summary class="button small bare chevron">{t!("cafe-locks", n = locks.len())}</summary>
            <div class="panel">
                <p class="hint">{hint}</p>
                <ul class="plain">{lines}{rounds}</ul>
            </div>
        </details>
    }
}

/// Links to the rounds, for a narrow screen.
pub(super) fn rounds(shown: &Shown<'_>) -> impl IntoView + use<> {
    let count = shown.set_up.rounds.count;
    let links = (1..=count)
        .map(|round| {
            let current = shown.column(round).map(|_| "true");
            let href = shown.links.with(&format!("round={round}#board"));
            view! { <li><a href=href aria-current=current>{t!("cafe-round", n = round)}</a></li> }
        })
        .collect_view();
    view! {
        <nav class="rounds" aria-label=t!("cafe-round-nav")>
            <ul>{links}</ul>
        </nav>
    }
}
