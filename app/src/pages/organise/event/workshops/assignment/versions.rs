//! The versions of an assignment: the list, what differs between two, an earlier one to restore.

use leptos::prelude::*;
use model::{
    EventId,
    assignment::{AssignmentQuality, BrokenAssignmentRule},
};
use planner::assignments::AssignmentComparison;
use ui::{components::Notice, text::t, visit::query};

use super::{
    Shown,
    rules::{RuleNames, name_of},
};
use crate::{
    api::actions::RestoreAssignment,
    pages::{
        explanation::Names,
        organise::event::plan_versions::{
            self, BoardLinks, Comparison, VersionLine, restore_button, version_list,
        },
    },
};

/// The addresses of the board.
pub(super) struct Links(pub EventId);

impl BoardLinks for Links {
    fn board(&self) -> String {
        format!("/organise/events/{}/workshops/assignment", self.0)
    }

    fn with(&self, query: &str) -> String {
        format!("{}?{query}", self.board())
    }
}

impl Shown<'_> {
    fn links(&self) -> Links {
        Links(self.board.assignment.event.id)
    }

    /// The version that organisers edit.
    fn edited(&self) -> Option<u32> {
        self.board.assignment.plan.as_ref()?.current
    }
}

/// The list of versions, folded away. Nothing before one is chosen.
pub(super) fn versions(shown: &Shown<'_>) -> Option<impl IntoView + use<>> {
    let number = shown.board.version.as_ref()?.head.number;
    let lines = shown.board.versions.iter().map(|version| {
        VersionLine::new(version, |head| {
            t!(
                "assignment-version-about",
                first = head.quality.profile.first().copied().unwrap_or(0),
                seats = head.quality.seats
            )
        })
    });
    let network = &shown.board.assignment.network;
    let numbers = (number, shown.edited());
    Some(version_list(
        lines.collect(),
        numbers,
        &shown.links(),
        network,
    ))
}

/// An earlier version is shown. Whoever may restore it sees which rules it would break.
pub(super) fn earlier(shown: &Shown<'_>) -> Option<impl IntoView + use<>> {
    let number = shown.board.version.as_ref()?.head.number;
    let against: Vec<BrokenAssignmentRule> = if shown.may_restore {
        shown.board.state().map(|state| state.broken)?
    } else {
        Vec::new()
    };
    let breaks = !against.is_empty();
    let edited = shown.edited().unwrap_or(0).to_string();
    let mut fields = shown.fields();
    fields.push(("version", edited));
    let action = shown
        .may_restore
        .then(|| restore_button(RestoreAssignment::PATH, number, fields, breaks).into_any());
    let refused = (breaks && query("refused").as_deref() == Some("version"))
        .then(|| view! { <p role="alert">{t!("plan-not-taken")}</p> });
    let names = RuleNames::new(&shown.board.assignment);
    let lines: Vec<_> = against
        .iter()
        .map(|rule| view! { <li>{names.broken(rule)}</li> })
        .collect();
    let rules = breaks.then(|| {
        view! {
            <p>{t!("plan-restore-breaks", n = lines.len())}</p>
            <ul>{lines}</ul>
        }
    });
    let back = shown.links().board();
    Some(view! {
        <Notice action>
            {refused}
            <p>{t!("plan-earlier-shown", n = number)}" "<a href=back>{t!("plan-to-current")}</a></p>
            {rules}
        </Notice>
    })
}

/// Who has another seat in the shown version than in another one.
pub(super) fn comparison(
    shown: &Shown<'_>,
    compared: &AssignmentComparison,
) -> impl IntoView + use<> {
    let assignment = &shown.board.assignment;
    let names = Names {
        event: &assignment.event,
        programme: &assignment.programme,
        people: None,
    };
    let workshop = |workshop: Option<_>| match workshop {
        Some(workshop) => names.workshop(workshop),
        None => t!("plan-no-seat"),
    };
    let seats = compared.differences.iter().map(|change| {
        [
            name_of(assignment, change.person),
            names.time(change.slot),
            workshop(change.before),
            workshop(change.after),
        ]
    });
    let (before, after) = (&compared.before.head, &compared.after.head);
    let compared = Comparison {
        before: before.number,
        after: after.number,
        numbers: numbers(&before.quality, &after.quality),
        place: t!("plan-compare-time"),
        seats: seats.collect(),
    };
    plan_versions::comparison(compared, &shown.links())
}

/// The numbers of two assignments, by name.
fn numbers(before: &AssignmentQuality, after: &AssignmentQuality) -> Vec<(String, u32, u32)> {
    let row =
        |name: String, value: fn(&AssignmentQuality) -> u32| (name, value(before), value(after));
    let rank = |quality: &AssignmentQuality, rank: usize| {
        quality.best_wish.get(rank).copied().unwrap_or(0)
    };
    vec![
        row(t!("plan-compare-filled"), |quality| quality.seats),
        row(t!("plan-compare-empty"), |quality| quality.empty),
        (t!("assignment-first"), rank(before, 0), rank(after, 0)),
        (t!("assignment-second"), rank(before, 1), rank(after, 1)),
        (t!("assignment-third"), rank(before, 2), rank(after, 2)),
        row(t!("plan-compare-without"), |quality| quality.without_wish),
        row(t!("plan-compare-spread"), |quality| quality.spread),
    ]
}
