//! Below the board: who meets whom, whom the plan brings least, and who meets again.

use leptos::prelude::*;
use model::{RegistrationId, cafe::CafeRuleKind};
use planner::cafes::PlanFigures;
use ui::text::t;

use super::{Shown, rules::join};

/// The most names of a list before it says how many more there are.
const MOST_NAMES: usize = 12;

pub(super) fn below(shown: &Shown<'_>, figures: &PlanFigures) -> impl IntoView + use<> {
    view! {
        <div class="cols below">
            {matrix(shown, figures)}
            <div class="stack">
                {least(shown, figures)}
                {repeats(shown, figures)}
                {downloads(shown)}
            </div>
        </div>
    }
}

/// Meetings between organisations.
fn matrix(shown: &Shown<'_>, figures: &PlanFigures) -> impl IntoView + use<> {
    let mut people = vec![0_u32; figures.organisations.len()];
    for person in &shown.board.problem.problem.people {
        people[person.organisation] += 1;
    }
    // Somebody without an organisation is no organisation of one.
    let shown_ones: Vec<usize> = (0..figures.organisations.len())
        .filter(|index| figures.organisations[*index].is_some())
        .collect();
    let most = |one: usize, other: usize| people[one].saturating_mul(people[other]).max(1);
    let heads = shown_ones
        .iter()
        .map(|index| {
            let (code, name) = &shown.people.organisations[*index];
            view! { <th scope="col"><abbr title=name.clone()>{code.clone()}</abbr></th> }
        })
        .collect_view();
    let rows = shown_ones
        .iter()
        .map(|one| {
            let (_, name) = &shown.people.organisations[*one];
            let cells = shown_ones
                .iter()
                .map(|other| {
                    if one == other {
                        return view! { <td class="self">"·"</td> }.into_any();
                    }
                    let met = figures.matrix[*one][*other];
                    let share = f64::from(met) / f64::from(most(*one, *other));
                    let class = match share {
                        _ if met == 0 => "none",
                        share if share < 0.15 => "m1",
                        share if share < 0.35 => "m2",
                        _ => "m3",
                    };
                    view! { <td class=class>{met}</td> }.into_any()
                })
                .collect_view();
            view! {
                <tr>
                    <th scope="row">{name.clone()}" "<span class="soft">{people[*one]}</span></th>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    view! {
        <section class="stack">
            <h2 id="matrix">{t!("cafe-matrix")}</h2>
            <p class="hint">{t!("cafe-matrix-hint")}</p>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="matrix">
                <table class="matrix">
                    <thead><tr><td></td>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

/// Whom the plan brings least.
fn least(shown: &Shown<'_>, figures: &PlanFigures) -> impl IntoView + use<> {
    let worst: Vec<_> = figures.worst_off().copied().collect();
    let fewest = worst.first().map_or(0, |person| person.met);
    let count = worst.len();
    let names = names(shown, worst.iter().map(|person| person.person));
    let can_more = worst
        .iter()
        .filter(|person| person.most_met > fewest)
        .count();
    let most = worst
        .iter()
        .map(|person| person.most_met)
        .max()
        .unwrap_or(0);
    let reason = if can_more == 0 {
        t!("cafe-least-most")
    } else {
        t!("cafe-least-could", n = most)
    };
    let sum: u32 = figures.people.iter().map(|person| person.met).sum();
    let people = u32::try_from(figures.people.len())
        .unwrap_or(u32::MAX)
        .max(1);
    let mean = decimal(sum, people);
    view! {
        <section class="card dense" id="least">
            <h2>{t!("cafe-least-heading")}</h2>
            <p><b>{names}</b>": "{t!("cafe-least-met", n = count, met = fewest, mean = mean)}</p>
            <p class="soft">{reason}</p>
        </section>
    }
}

/// Who shares a table again, and why.
fn repeats(shown: &Shown<'_>, figures: &PlanFigures) -> impl IntoView + use<> {
    let count = shown.quality.repeats;
    if figures.repeats.is_empty() {
        return view! {
            <section class="card dense">
                <h2>{t!("cafe-repeats-heading", n = count)}</h2>
                <p>{t!("cafe-repeats-none")}</p>
            </section>
        }
        .into_any();
    }
    let lines = figures
        .repeats
        .iter()
        .take(MOST_NAMES)
        .map(|pair| {
            let one = shown.people.name(pair.one);
            let other = shown.people.name(pair.other);
            let rounds: Vec<String> = pair.rounds.iter().map(u32::to_string).collect();
            let ruled = is_ruled(shown, pair.one, pair.other)
                .then(|| view! { " "<span class="soft">{t!("cafe-repeat-ruled")}</span> });
            view! {
                <li>{t!("cafe-repeat", one = one, other = other, rounds = join(&rounds))}{ruled}</li>
            }
        })
        .collect_view();
    let more = figures.repeats.len().saturating_sub(MOST_NAMES);
    let more = (more > 0).then(|| view! { <li class="soft">{t!("cafe-more", n = more)}</li> });
    view! {
        <section class="card dense" id="repeats">
            <h2>{t!("cafe-repeats-heading", n = count)}</h2>
            <ul class="plain">{lines}{more}</ul>
        </section>
    }
    .into_any()
}

/// The plan as files.
fn downloads(shown: &Shown<'_>) -> impl IntoView + use<> {
    let number = shown.version.head.number;
    let link = |part: &str| {
        let path = shown.links.part(part);
        let joint = if path.contains('?') { '&' } else { '?' };
        format!("{path}{joint}version={number}")
    };
    view! {
        <section class="card dense">
            <h2>{t!("cafe-files")}</h2>
            <ul class="plain">
                <li><a href=link("plan.csv")>{t!("cafe-files-csv")}</a></li>
                <li><a href=link("problem.json")>{t!("cafe-files-problem")}</a></li>
                <li><a href=link("plan.json")>{t!("cafe-files-plan")}</a></li>
                <li><a href=link("check.json")>{t!("cafe-files-check")}</a></li>
            </ul>
            <p class="hint">{t!("cafe-files-hint")}</p>
        </section>
    }
}

/// Whether a rule keeps two people together.
fn is_ruled(shown: &Shown<'_>, one: RegistrationId, other: RegistrationId) -> bool {
    shown.set_up.rules.iter().any(|rule| match &rule.kind {
        CafeRuleKind::Together(people) => people.contains(&one) && people.contains(&other),
        _ => false,
    })
}

/// The names of people; those beyond the first dozen as a number.
fn names(shown: &Shown<'_>, people: impl Iterator<Item = RegistrationId>) -> String {
    let names: Vec<String> = people.map(|person| shown.people.name(person)).collect();
    if names.len() <= MOST_NAMES {
        return join(&names);
    }
    t!("cafe-people", n = names.len())
}

/// A quotient with one digit after the separator.
fn decimal(sum: u32, of: u32) -> String {
    let tenths = u64::from(sum) * 10 / u64::from(of);
    t!("decimal", whole = tenths / 10, tenth = tenths % 10)
}
