//! Why there is no plan: what contradicts, with a way to give up each.

use leptos::prelude::*;
use planner::cafes::{CafeBoard, RuleSource, SolveFailure};
use ui::{
    components::{Notice, PostButton, Tone},
    text::t,
    visit::query,
};

use super::{
    super::sentences::{WayOut, Wording, conflict, ways_of_sources},
    Links,
    links::{lock_text, parse_lock},
};
use crate::api::{
    actions::{LockPlan, MendCafe},
    cafe::{Names, named_item},
};

/// The failure of a drawing as the address of the board has it. A drawing leaves nothing behind that a page could read.
pub(crate) fn failure_text(failure: &SolveFailure) -> String {
    match failure {
        SolveFailure::Contradiction(sources) => {
            let sources: Vec<String> = sources.iter().copied().map(source_text).collect();
            sources.join(",")
        }
        SolveFailure::Unexplained => "unexplained".to_owned(),
        SolveFailure::Undecided => "undecided".to_owned(),
    }
}

fn parse_failure(text: &str) -> Option<SolveFailure> {
    match text {
        "unexplained" => Some(SolveFailure::Unexplained),
        "undecided" => Some(SolveFailure::Undecided),
        sources => {
            let sources: Option<Vec<RuleSource>> = sources.split(',').map(parse_source).collect();
            sources.map(SolveFailure::Contradiction)
        }
    }
}

fn source_text(source: RuleSource) -> String {
    match source {
        RuleSource::Rule(number) => format!("rule:{number}"),
        RuleSource::Needs(person) => format!("needs:{person}"),
        RuleSource::Least(table) => format!("least:{table}"),
        RuleSource::Most(table) => format!("most:{table}"),
        RuleSource::Host(table) => format!("host:{table}"),
        RuleSource::Lock(lock) => format!("lock:{}", lock_text(lock)),
        RuleSource::Absent(person) => format!("absent:{person}"),
        RuleSource::EvenSizes => "even:".to_owned(),
    }
}

fn parse_source(text: &str) -> Option<RuleSource> {
    let (name, value) = text.split_once(':')?;
    match name {
        "rule" => value.parse().ok().map(RuleSource::Rule),
        "needs" => value.parse().ok().map(RuleSource::Needs),
        "least" => value.parse().ok().map(RuleSource::Least),
        "most" => value.parse().ok().map(RuleSource::Most),
        "host" => value.parse().ok().map(RuleSource::Host),
        "lock" => parse_lock(value).map(RuleSource::Lock),
        "absent" => value.parse().ok().map(RuleSource::Absent),
        "even" => Some(RuleSource::EvenSizes),
        _ => None,
    }
}

/// The drawing that failed a moment ago, as long as the plan is the one that it was to follow.
pub(super) fn failed_drawing(board: &CafeBoard) -> Option<SolveFailure> {
    let on: u32 = query("on")?.parse().ok()?;
    let current = board.cafe.plan.as_ref().and_then(|plan| plan.current);
    if on != current.unwrap_or_default() {
        return None;
    }
    parse_failure(&query("failed")?)
}

/// Why there is no new plan.
pub(super) fn failure_notice(
    board: &CafeBoard,
    failure: &SolveFailure,
    (job, may_plan): (Option<String>, bool),
) -> AnyView {
    let job = job.map(|href| view! { <a href=href>{t!("jobs-show")}</a> });
    let text = match failure {
        SolveFailure::Contradiction(sources) => {
            return view! {
                {contradiction(board, sources, may_plan)}
                {job.map(|job| view! { <p>{job}</p> })}
            }
            .into_any();
        }
        SolveFailure::Unexplained => t!("job-solve-unexplained"),
        SolveFailure::Undecided => t!("job-solve-undecided"),
    };
    let set_up = Links::new(board.cafe.event.id, named_item(&board.cafe)).part("");
    let action = view! { <a class="button" href=set_up>{t!("cafe-to-set-up")}</a> };
    view! {
        <Notice tone=Tone::Bad action=Some(action.into_any())>
            <p role="status">{text}" "{job}</p>
        </Notice>
    }
    .into_any()
}

/// What cannot all be kept, each with a way to give it up: a change of the set-up, a lock that is opened, or the page on
/// which people are marked as there.
pub(crate) fn contradiction(board: &CafeBoard, sources: &[RuleSource], may_plan: bool) -> AnyView {
    let cafe = &board.cafe;
    let links = Links::new(cafe.event.id, named_item(cafe));
    let set_up = cafe.set_up();
    let even = planner::cafes::even_sizes(&set_up, cafe.people.len());
    let wording = Wording {
        cafe,
        set_up: &set_up,
        names: Names::of(cafe),
        meanings: set_up.answer_needs.iter().cloned().enumerate().collect(),
        even_most: even.and_then(|(_, most)| u32::try_from(most).ok()),
    };
    let ways = ways_of_sources(&wording, sources);
    let count = ways.len();
    let text = if count == 1 {
        (t!("cafe-conflict-one"), t!("cafe-conflict-one.advice"))
    } else {
        (t!("cafe-conflict", n = count), t!("cafe-conflict.advice"))
    };
    conflict(text, ways, |way| {
        may_plan
            .then(|| button(board, &links, &way.out, &way.sentence))
            .flatten()
    })
}

fn button(board: &CafeBoard, links: &Links, out: &WayOut, about: &str) -> Option<AnyView> {
    let version = board.version.as_ref().filter(|_| board.is_current);
    match out {
        WayOut::SetUp { action, label } => {
            let mut fields = links.fields(0);
            fields.push(("revision", board.cafe.revision().to_string()));
            fields.push(("way", action.clone()));
            let (label, about) = (label.clone(), about.to_owned());
            Some(
                view! { <PostButton to=MendCafe::PATH label about fields class="button small"/> }
                    .into_any(),
            )
        }
        // It may have been opened since.
        WayOut::Unlock(lock) => {
            let version = version.filter(|version| version.locks.contains(lock))?;
            let mut fields = links.fields(version.head.number);
            fields.push(("lock", lock_text(*lock)));
            fields.push(("open", "on".to_owned()));
            let (label, about) = (t!("cafe-conflict-unlock"), about.to_owned());
            Some(
                view! { <PostButton to=LockPlan::PATH label about fields class="button small"/> }
                    .into_any(),
            )
        }
        WayOut::Day => Some(
            view! { <a class="button small" href=links.part("day")>{t!("cafe-conflict-absent-day")}</a> }
                .into_any(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use model::{
        RegistrationId,
        cafe::{Lock, RuleNumber, TableNumber},
    };
    use planner::cafes::{RuleSource, SolveFailure};

    use super::{failure_text, parse_failure};

    #[test]
    fn an_address_tells_every_reason_why_a_drawing_failed() {
        let person: RegistrationId = "018f3d2a-0000-7000-8000-000000000001".parse().unwrap();
        let (table, round) = (TableNumber(4), 2);
        let contradiction = SolveFailure::Contradiction(vec![
            RuleSource::Rule(RuleNumber(3)),
            RuleSource::Needs(person),
            RuleSource::Least(table),
            RuleSource::Most(table),
            RuleSource::Host(table),
            RuleSource::Lock(Lock::Seat { person, round }),
            RuleSource::Lock(Lock::Table { table, round }),
            RuleSource::Lock(Lock::Round { round }),
            RuleSource::Absent(person),
            RuleSource::EvenSizes,
        ]);
        for failure in [
            contradiction,
            SolveFailure::Unexplained,
            SolveFailure::Undecided,
        ] {
            assert_eq!(parse_failure(&failure_text(&failure)), Some(failure));
        }
        assert_eq!(parse_failure("rule:3,nonsense"), None);
    }
}
