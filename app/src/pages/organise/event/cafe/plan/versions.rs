//! The versions of a plan: the list, and what differs between two.

use leptos::prelude::*;
use model::cafe::{CafeGoal, CafeQuality, CafeSetUp};
use planner::cafes::VersionComparison;
use ui::{
    components::PostButton,
    dates::dates,
    text::{Named, t},
};

use super::{Shown, rules::table_name};
use crate::api::actions::RestorePlan;

/// The list of versions, folded away.
pub(super) fn versions(shown: &Shown<'_>) -> impl IntoView + use<> {
    let listed = &shown.board.versions;
    let zone = &shown.board.cafe.network.time_zone;
    let current = shown.version.head.number;
    let edited = shown.board.cafe.plan.as_ref().and_then(|plan| plan.current);
    let lines = listed
        .iter()
        .map(|version| {
            let number = version.head.number;
            let is_shown = number == current;
            let quality = &version.head.quality;
            let href = if Some(number) == edited {
                shown.links.board()
            } else {
                shown.links.with(&format!("version={number}"))
            };
            let by = version.author.clone().map(|author| format!(", {author}"));
            let compare = (!is_shown).then(|| {
                let href = if Some(current) == edited {
                    shown.links.with(&format!("compare={number}#comparison"))
                } else {
                    shown
                        .links
                        .with(&format!("version={current}&compare={number}#comparison"))
                };
                view! {
                    <a href=href>
                        {t!("cafe-compare")}<span class="unseen">" "{t!("cafe-version", n = number)}</span>
                    </a>
                }
            });
            let seed = version.head.seed;
            let seed = seed.map(|seed| t!("cafe-version-seed", seed = seed.to_string()));
            view! {
                <li>
                    <p>
                        <a href=href aria-current=is_shown.then_some("true")>{t!("cafe-version", n = number)}</a>
                        " "
                        {version.head.cause.name()}
                    </p>
                    <p class="soft">
                        {dates().brief(&zone.clock(version.head.made_at))}{by}" · "
                        {t!("cafe-version-meetings", n = quality.meetings)}
                        {seed.map(|seed| format!(" · {seed}"))}" "{compare}
                    </p>
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="menu versions">
            <summary class="button small bare chevron">{t!("cafe-versions", n = listed.len())}</summary>
            <div class="panel"><ul class="plain">{lines}</ul></div>
        </details>
    }
}

/// A button that makes the shown version the current one, also if it `breaks` rules.
pub(super) fn restore_button(shown: &Shown<'_>, breaks: bool) -> impl IntoView + use<> {
    let number = shown.version.head.number;
    let mut fields = shown.current_fields();
    fields.push(("number", number.to_string()));
    let label = if breaks {
        fields.push(("anyway", "on".to_owned()));
        t!("cafe-restore-anyway", n = number)
    } else {
        t!("cafe-restore", n = number)
    };
    view! {
        <PostButton to=RestorePlan::PATH label fields class="button small first"/>
    }
}

/// The numbers of two plans, by name.
pub(super) fn compared(
    set_up: &CafeSetUp,
    before: &CafeQuality,
    after: &CafeQuality,
) -> Vec<(String, u32, u32)> {
    let row = |name: String, value: fn(&CafeQuality) -> u32| (name, value(before), value(after));
    let new_faces = set_up
        .goals
        .contains(&CafeGoal::NewFaces)
        .then(|| row(t!("cafe-compare-old-faces"), |quality| quality.old_faces));
    let rows = [
        row(t!("cafe-compare-topics"), |quality| quality.topics_sum),
        row(t!("cafe-compare-meetings"), |quality| quality.meetings),
        row(t!("cafe-compare-repeats"), |quality| quality.repeats),
        row(t!("cafe-compare-least"), |quality| quality.fewest_met),
        row(t!("cafe-compare-mix"), |quality| quality.mix),
    ];
    rows.into_iter().chain(new_faces).collect()
}

/// Who sits elsewhere in the shown version than in another one.
pub(super) fn comparison(
    shown: &Shown<'_>,
    comparison: &VersionComparison,
) -> impl IntoView + use<> {
    let table = |table| match table {
        Some(table) => table_name(shown, table),
        None => t!("cafe-no-seat"),
    };
    let (before, after) = (&comparison.before.head, &comparison.after.head);
    let rows = comparison
        .differences
        .iter()
        .map(|difference| {
            view! {
                <tr>
                    <th scope="row">{shown.people.name(difference.person)}</th>
                    <td>{t!("cafe-round", n = difference.round)}</td>
                    <td>{table(difference.before)}</td>
                    <td>{table(difference.after)}</td>
                </tr>
            }
        })
        .collect_view();
    let numbers = compared(shown.set_up, &before.quality, &after.quality);
    let numbers = numbers
        .into_iter()
        .map(|(name, before, after)| {
            view! {
                <tr><th scope="row">{name}</th><td class="number">{before}</td><td class="number">{after}</td></tr>
            }
        })
        .collect_view();
    let count = comparison.differences.len();
    let seats = (count > 0).then(|| {
        view! {
            <details>
                <summary>{t!("cafe-compare-seats", n = count)}</summary>
                <div class="scroll" tabindex="0" role="region" aria-label=t!("cafe-compare-seats", n = count)>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{t!("cafe-compare-person")}</th>
                                <th scope="col">{t!("cafe-compare-round")}</th>
                                <th scope="col">{t!("cafe-version", n = before.number)}</th>
                                <th scope="col">{t!("cafe-version", n = after.number)}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        }
    });
    let same = (count == 0).then(|| view! { <p>{t!("cafe-compare-same")}</p> });
    view! {
        <section class="card dense" id="comparison">
            <div class="row apart">
                <h2>{t!("cafe-comparison", before = before.number, after = after.number)}</h2>
                <a href=shown.links.board()>{t!("cafe-comparison-close")}</a>
            </div>
            <div class="scroll" tabindex="0" role="region" aria-label=t!("cafe-quality")>
                <table>
                    <thead>
                        <tr>
                            <td></td>
                            <th scope="col" class="number">{t!("cafe-version", n = before.number)}</th>
                            <th scope="col" class="number">{t!("cafe-version", n = after.number)}</th>
                        </tr>
                    </thead>
                    <tbody>{numbers}</tbody>
                </table>
            </div>
            {seats}
            {same}
        </section>
    }
}
