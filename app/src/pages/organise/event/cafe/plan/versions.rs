//! The versions of a plan: the list, and what differs between two.

use leptos::prelude::*;
use model::cafe::{CafeGoal, CafeQuality, CafeSetUp};
use planner::cafes::VersionComparison;
use ui::text::t;

use super::{Shown, rules::table_name};
use crate::{
    api::actions::RestorePlan,
    pages::organise::event::plan_versions::{self, Comparison, VersionLine, version_list},
};

/// The list of versions, folded away.
pub(super) fn versions(shown: &Shown<'_>) -> impl IntoView + use<> {
    let lines = shown.board.versions.iter().map(|version| {
        VersionLine::new(version, |head| {
            let meetings = t!("cafe-version-meetings", n = head.quality.meetings);
            match head.seed {
                Some(seed) => {
                    let seed = t!("cafe-version-seed", seed = seed.to_string());
                    format!("{meetings} · {seed}")
                }
                None => meetings,
            }
        })
    });
    let cafe = &shown.board.cafe;
    let edited = cafe.plan.as_ref().and_then(|plan| plan.current);
    let numbers = (shown.version.head.number, edited);
    version_list(lines.collect(), numbers, shown.links, &cafe.network)
}

/// A button that makes the shown version the current one, also if it `breaks` rules.
pub(super) fn restore_button(shown: &Shown<'_>, breaks: bool) -> impl IntoView + use<> {
    let number = shown.version.head.number;
    plan_versions::restore_button(RestorePlan::PATH, number, shown.current_fields(), breaks)
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
    let seats = comparison.differences.iter().map(|difference| {
        [
            shown.people.name(difference.person),
            t!("cafe-round", n = difference.round),
            table(difference.before),
            table(difference.after),
        ]
    });
    let compared = Comparison {
        before: before.number,
        after: after.number,
        numbers: compared(shown.set_up, &before.quality, &after.quality),
        place: t!("cafe-compare-round"),
        seats: seats.collect(),
    };
    plan_versions::comparison(compared, shown.links)
}
