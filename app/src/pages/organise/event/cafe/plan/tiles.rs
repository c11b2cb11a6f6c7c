//! How good the plan is: each goal in words, its number beside the bound, and whether it is proven.

use leptos::prelude::*;
use model::cafe::{CafeGoal, CafeQuality};
use planner::cafes::PlanFigures;
use ui::text::t;

use super::Shown;

/// A goal with its number.
struct GoalTile {
    goal: String,
    number: String,
    of: String,
    /// Value and maximum of the bar.
    bar: (u32, u32),
    is_proven: bool,
    /// What stands under the bar if it is not proven.
    near: String,
    note: Option<String>,
}

pub(super) fn tiles(shown: &Shown<'_>, figures: &PlanFigures) -> impl IntoView + use<> {
    let quality = &shown.quality;
    let goals = shown.set_up.goals.iter().enumerate();
    let tiles = goals
        .map(|(index, goal)| {
            let tile = match goal {
                CafeGoal::Topics => topics(shown, quality, figures),
                CafeGoal::Meetings => meetings(quality),
                CafeGoal::Mix => few(
                    t!("cafe-goal-mix"),
                    t!("cafe-tile-mix", n = quality.mix),
                    quality.mix,
                    quality.mix_bound,
                ),
                CafeGoal::NewFaces => few(
                    t!("cafe-goal-new-faces"),
                    t!("cafe-tile-new-faces", n = quality.old_faces),
                    quality.old_faces,
                    quality.old_faces_bound,
                ),
            };
            let is_proven = quality.proven.contains(goal);
            tile_view(index + 1, GoalTile { is_proven, ..tile })
        })
        .collect_view();
    view! {
        <ul class="quality" aria-label=t!("cafe-quality")>
            {tiles}
            {least(shown, quality, figures)}
        </ul>
    }
}

fn tile_view(number: usize, tile: GoalTile) -> impl IntoView {
    let (value, most) = tile.bar;
    let text = if tile.of.is_empty() {
        tile.number.clone()
    } else {
        format!("{} {}", tile.number, tile.of)
    };
    let state = if tile.is_proven {
        view! { <span class="ok">{t!("cafe-proven")}</span> }.into_any()
    } else {
        view! { <span class="near">{tile.near}</span> }.into_any()
    };
    let label = text.clone();
    let note = tile.note.map(|note| format!(" · {note}"));
    view! {
        <li>
            <p class="goal">{number}". "{tile.goal}</p>
            <p class="figure"><b>{tile.number}</b>" "<small>{tile.of}</small></p>
            <meter class=if tile.is_proven { "full" } else { "" } min="0" max=most.max(1).to_string() value=value.to_string() aria-label=text>
                {label}
            </meter>
            <p>{state}{note}</p>
        </li>
    }
}

fn topics(shown: &Shown<'_>, quality: &CafeQuality, figures: &PlanFigures) -> GoalTile {
    let all = u32::try_from(shown.set_up.topics.len()).unwrap_or(u32::MAX);
    let wanted = quality.topics_min_bound.min(all);
    let movers = figures.people.iter().filter(|person| !person.is_host);
    let (mut count, mut there, mut see_all) = (0, 0, 0);
    for person in movers {
        count += 1;
        there += u32::from(person.topics >= wanted);
        see_all += u32::from(person.topics >= all);
    }
    let hosts = figures.people.iter().filter(|person| person.is_host);
    let gone = shown.board.problem.tables_without_host(shown.set_up).len();
    let hosts = hosts.count().saturating_sub(gone);
    let mut notes = Vec::new();
    if wanted < all {
        notes.push(t!("cafe-see-all-topics", n = see_all, of = all));
    }
    if hosts > 0 {
        notes.push(t!("cafe-hosts-stay", n = hosts));
    }
    GoalTile {
        goal: if wanted == all {
            t!("cafe-goal-topics-all", n = all)
        } else {
            t!("cafe-goal-topics-some", n = wanted, of = all)
        },
        number: t!("number", n = there),
        of: t!("cafe-tile-of", n = count),
        bar: (there, count),
        is_proven: false,
        near: t!(
            "cafe-near-topics",
            n = quality.topics_sum,
            of = quality.topics_sum_bound
        ),
        note: (!notes.is_empty()).then(|| notes.join(" · ")),
    }
}

fn meetings(quality: &CafeQuality) -> GoalTile {
    GoalTile {
        goal: t!("cafe-goal-meetings"),
        number: t!("number", n = quality.meetings),
        of: t!("cafe-tile-at-most", n = quality.meetings_bound),
        bar: (quality.meetings, quality.meetings_bound),
        is_proven: false,
        near: if quality.meetings == quality.meetings_bound {
            t!("cafe-near-most")
        } else {
            let percent = percent(quality.meetings, quality.meetings_bound);
            t!("cafe-near-share", percent = percent)
        },
        note: (quality.repeats > 0).then(|| t!("cafe-repeats", n = quality.repeats)),
    }
}

/// A goal of which less is better.
fn few(goal: String, of: String, value: u32, bound: u32) -> GoalTile {
    GoalTile {
        goal,
        number: t!("number", n = value),
        of,
        bar: (bound.saturating_add(1), value.saturating_add(1)),
        is_proven: false,
        near: if value == bound {
            t!("cafe-near-fewest")
        } else {
            t!("cafe-near-least", n = bound)
        },
        note: None,
    }
}

/// The tile about the people whom the plan brings least.
fn least(shown: &Shown<'_>, quality: &CafeQuality, figures: &PlanFigures) -> impl IntoView + use<> {
    let worst: Vec<String> = figures
        .worst_off()
        .map(|person| shown.people.name(person.person))
        .collect();
    let most = figures.people.iter().map(|person| person.most_met).max();
    // Whoever is there in a part of the rounds meets fewer, and is not worse off for it.
    let fewest = figures.worst_off().next();
    let fewest = fewest.map_or(quality.fewest_met, |person| person.met);
    let number = if fewest == quality.most_met {
        fewest.to_string()
    } else {
        format!("{fewest}–{}", quality.most_met)
    };
    let names = match worst.as_slice() {
        [] => None,
        names if names.len() <= 3 => Some(names.join(", ")),
        names => Some(t!("cafe-people", n = names.len())),
    };
    let text = format!("{number} {}", t!("cafe-tile-met"));
    let label = text.clone();
    view! {
        <li>
            <p class="goal">{t!("cafe-goal-least")}</p>
            <p class="figure"><b>{number}</b>" "<small>{t!("cafe-tile-met")}</small></p>
            <meter min="0" max=most.unwrap_or(0).max(1).to_string() value=fewest.to_string() aria-label=text>
                {label}
            </meter>
            <p>{t!("cafe-least")}" "{names.map(|names| view! { <a href="#least">{names}</a> })}</p>
        </li>
    }
}

fn percent(value: u32, bound: u32) -> u32 {
    value.saturating_mul(100) / bound.max(1)
}
