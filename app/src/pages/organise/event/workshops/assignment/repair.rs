//! Computing again with the fewest changes: the button, and what would change before it is taken over.

use leptos::prelude::*;
use planner::assignments::{AssignmentRepair, SeatReplacement};
use ui::{
    components::{Notice, PostButton, Tone},
    text::t,
};

use super::{
    Shown, proof,
    rules::{RuleNames, name_of},
    sentence,
};
use crate::{
    api::actions::{ChooseAssignment, DiscardRepair, RepairAssignment},
    pages::explanation::Names,
};

/// Longer lists are folded away.
const MOST_SHOWN: usize = 8;

/// The repair that is ready, or what has changed since the version was made.
pub(super) fn repair(shown: &Shown<'_>) -> Option<AnyView> {
    if shown.is_searching() {
        return None;
    }
    let version = shown.board.version.as_ref()?;
    if let Some(repair) = &shown.board.repair {
        return Some(preview(shown, repair).into_any());
    }
    let is_changed = version.head.quality.problem != shown.board.problem.fingerprint;
    is_changed.then(|| {
        let action = shown.may_plan.then(|| button(shown, "button").into_any());
        view! {
            <Notice tone=Tone::Warn action>
                <p><b>{t!("repair-assignment-changed")}</b></p>
                <p>{t!("repair-assignment-about")}</p>
            </Notice>
        }
        .into_any()
    })
}

fn button(shown: &Shown<'_>, class: &'static str) -> impl IntoView + use<> {
    let fields = shown.fields();
    view! { <PostButton to=RepairAssignment::PATH label=t!("repair-assignment-do") fields class/> }
}

/// Who would move, from where to where, and what the assignment becomes.
fn preview(shown: &Shown<'_>, repair: &AssignmentRepair) -> impl IntoView + use<> {
    let head = &repair.version.head;
    let (now, then) = (&repair.now, &head.quality);
    let mut fields = shown.fields();
    fields.push(("version", head.number.to_string()));
    fields.push(("alternative", String::new()));
    let seen = shown.board.version.as_ref();
    let seen = seen.map(|version| version.head.number.to_string());
    fields.push(("seen", seen.unwrap_or_default()));
    let mut discarded = shown.fields();
    discarded.push(("version", head.number.to_string()));
    let buttons = shown.may_plan.then(|| {
        view! {
            <div class="row">
                <PostButton to=ChooseAssignment::PATH label=t!("repair-assignment-take") fields class="button first"/>
                <PostButton to=DiscardRepair::PATH label=t!("repair-assignment-discard") fields=discarded/>
            </div>
        }
    });
    let title = title(repair);
    let rules = RuleNames::new(&shown.board.assignment);
    let mended: Vec<_> = repair
        .broken_now
        .iter()
        .filter(|rule| !repair.version.broken.contains(rule))
        .map(|rule| view! { <li>{t!("repair-assignment-mends", rule = rules.broken(rule))}</li> })
        .collect();
    let lines: Vec<_> = repair
        .changes
        .iter()
        .map(|change| view! { <li>{change_text(shown, change)}</li> })
        .collect();
    let count = lines.len();
    let list = (count > 0).then(|| {
        view! {
            <details open=count <= MOST_SHOWN>
                <summary>{t!("repair-assignment-who", n = count)}</summary>
                <ul class="plain">{lines}</ul>
            </details>
        }
    });
    view! {
        <section class="card" id="repair" aria-labelledby="repair-title">
            <h2 id="repair-title">{title}</h2>
            <dl class="compared">
                <div><dt>{t!("repair-assignment-now")}</dt><dd>{seats(now)}" "{sentence(now)}</dd></div>
                <div><dt>{t!("repair-assignment-then")}</dt><dd>{seats(then)}" "{sentence(then)}</dd></div>
            </dl>
            <ul class="plain">{mended}</ul>
            {list}
            <p class="small soft">{t!("repair-assignment-kept")}" "{proof(then)}"."</p>
            {buttons}
        </section>
    }
}

/// How many move, get a seat, or lose theirs.
fn title(repair: &AssignmentRepair) -> String {
    let mut parts = vec![match repair.moved() {
        0 => t!("repair-assignment-nobody"),
        n => t!("repair-assignment-moves", n = n),
    }];
    let (gained, lost) = (repair.gained(), repair.lost());
    if gained > 0 {
        parts.push(t!("repair-assignment-gain", n = gained));
    }
    if lost > 0 {
        parts.push(t!("repair-assignment-lose", n = lost));
    }
    parts.join(", ")
}

fn seats(quality: &model::assignment::AssignmentQuality) -> String {
    let text = t!(
        "assignment-seats",
        n = quality.seats,
        of = quality.seats + quality.empty
    );
    format!("{text}.")
}

/// *Anna Berger, Do., 10:00: „Pflege“ statt „Handwerk“*.
fn change_text(shown: &Shown<'_>, change: &SeatReplacement) -> String {
    let assignment = &shown.board.assignment;
    let names = Names {
        event: &assignment.event,
        programme: &assignment.programme,
        people: None,
    };
    let name = name_of(assignment, change.person);
    let when = names.time(change.slot);
    match (change.before, change.after) {
        (Some(before), Some(after)) => t!(
            "repair-assignment-instead",
            name = name,
            when = when,
            before = names.workshop(before),
            after = names.workshop(after)
        ),
        (_, Some(after)) => t!(
            "repair-assignment-gets",
            name = name,
            when = when,
            after = names.workshop(after)
        ),
        (before, None) => t!(
            "repair-assignment-loses",
            name = name,
            when = when,
            before = before
                .map(|before| names.workshop(before))
                .unwrap_or_default()
        ),
    }
}
