//! What has happened to the plan, or to the people in it.

use leptos::prelude::*;
use model::cafe::{BrokenRule, RuleNumber};
use ui::{
    components::{Notice, Tone},
    text::t,
    visit::query,
};

use super::{
    Shown,
    rules::{join, rule_list, rule_text, without_host},
    solving,
    versions::restore_button,
};

/// The most people that are named.
const MOST_NAMES: usize = 6;

pub(super) fn notices(shown: &Shown<'_>) -> impl IntoView + use<> {
    let earlier = (!shown.board.is_current).then(|| earlier(shown));
    view! {
        {earlier}
        {outcome(shown)}
        {new_rule(shown)}
        {people_changed(shown)}
        {hosts_gone(shown)}
        {set_up_changed(shown)}
    }
}

/// An earlier version is shown. Whoever may restore it sees which rules it would break.
fn earlier(shown: &Shown<'_>) -> impl IntoView + use<> {
    let number = shown.version.head.number;
    let against = if shown.may_restore {
        shown.board.rules_against(&shown.version.seating)
    } else {
        Vec::new()
    };
    let breaks = !against.is_empty();
    let action = shown
        .may_restore
        .then(|| restore_button(shown, breaks).into_any());
    let back = shown.links.board();
    let refused = (breaks && query("refused").as_deref() == Some("version"))
        .then(|| view! { <p role="alert">{t!("plan-not-taken")}</p> });
    let rules = breaks.then(|| {
        view! {
            <p>{t!("plan-restore-breaks", n = against.len())}</p>
            {rule_list(shown, &against)}
        }
    });
    view! {
        <Notice action>
            {refused}
            <p>{t!("plan-earlier-shown", n = number)}" "<a href=back>{t!("plan-to-current")}</a></p>
            {rules}
        </Notice>
    }
}

/// What became of the last change, if it was not simply made.
fn outcome(shown: &Shown<'_>) -> Option<impl IntoView + use<>> {
    let seen = |name: &str| query(name)?.parse::<u32>().ok();
    if let Some(seen) = seen("outdated") {
        let compare = compare_link(shown, seen);
        return Some(
            view! {
                <Notice tone=Tone::Warn><p role="status">{t!("cafe-outdated")}" "{compare}</p></Notice>
            }
            .into_any(),
        );
    }
    let seen = seen("meanwhile").filter(|seen| *seen != shown.version.head.number)?;
    let compare = compare_link(shown, seen);
    Some(
        view! { <Notice><p role="status">{t!("cafe-meanwhile")}" "{compare}</p></Notice> }
            .into_any(),
    )
}

/// A link to what has changed since a version.
fn compare_link(shown: &Shown<'_>, seen: u32) -> impl IntoView + use<> {
    let href = shown.links.with(&format!("compare={seen}#comparison"));
    view! { <a href=href>{t!("cafe-what-changed")}</a> }
}

/// People who have come or gone since the version was made.
fn people_changed(shown: &Shown<'_>) -> Option<impl IntoView + use<>> {
    let seated = &shown.version.seating.people;
    let added: Vec<String> = shown
        .board
        .cafe
        .people
        .iter()
        .filter(|person| !seated.contains(&person.id))
        .map(planner::cafes::CafePerson::name)
        .collect();
    let gone: Vec<String> = shown
        .board
        .gone()
        .into_iter()
        .map(|person| shown.people.name(person))
        .collect();
    if added.is_empty() && gone.is_empty() {
        return None;
    }
    let added = (!added.is_empty())
        .then(|| view! { <li>{t!("cafe-added", names = some_names(&added))}</li> });
    let gone_line = (!gone.is_empty()).then(|| {
        view! { <li>{t!("cafe-gone", n = gone.len(), names = some_names(&gone))}</li> }
    });
    let advice = shown.may_plan.then(|| {
        let day = shown.links.part("day");
        view! { <p>{t!("cafe-people-changed.hint")}" "<a href=day>{t!("cafe-people-changed.day")}</a></p> }
    });
    Some(view! {
        <Notice tone=Tone::Warn>
            <p><b>{t!("cafe-people-changed")}</b></p>
            <ul class="plain">{added}{gone_line}</ul>
            {advice}
        </Notice>
    })
}

/// Tables whose hosts do not come any more.
fn hosts_gone(shown: &Shown<'_>) -> Option<impl IntoView + use<>> {
    let tables = shown.board.problem.tables_without_host(shown.set_up);
    let action = shown.may_plan.then(|| {
        let set_up = shown.links.part("");
        view! { <a class="button small" href=set_up>{t!("cafe-host-choose")}</a> }.into_any()
    });
    (!tables.is_empty()).then(|| {
        let text = without_host(shown, &tables);
        view! { <Notice tone=Tone::Warn action><p>{text}</p></Notice> }
    })
}

/// Names, or how many there are.
fn some_names(names: &[String]) -> String {
    match names.len() {
        count if count <= MOST_NAMES => join(names),
        count => t!("cafe-people", n = count),
    }
}

/// The set-up, or what people answered, is another one than when the version was made. The rules that it breaks now are
/// named.
fn set_up_changed(shown: &Shown<'_>) -> Option<impl IntoView + use<>> {
    let is_of_set_up = shown.version.head.set_up == shown.board.cafe.revision();
    let known = &shown.version.broken;
    let broken: Vec<_> = (shown.board.broken_now().into_iter())
        .filter(|rule| !known.contains(rule))
        .collect();
    if is_of_set_up && (broken.is_empty() || !shown.board.is_current) {
        return None;
    }
    let is_about_answers = |rule: &BrokenRule| matches!(rule, BrokenRule::AnswerNeed { .. });
    let marks = &shown.board.facts.presence;
    let says = if !is_of_set_up {
        t!("cafe-set-up-changed")
    } else if marks.is_empty() || broken.iter().any(is_about_answers) {
        t!("cafe-answers-changed")
    } else {
        t!("cafe-attendance-changed")
    };
    let list = (!broken.is_empty()).then(|| {
        view! {
            <p>{t!("cafe-broken-now", n = broken.len())}</p>
            {rule_list(shown, &broken)}
        }
    });
    let action = shown
        .may_plan
        .then(|| solving::solve_buttons(shown).into_any());
    Some(view! {
        <Notice tone=Tone::Warn action>
            <p>{says}</p>
            {list}
        </Notice>
    })
}

/// The rule that was made on the board a moment ago.
fn new_rule(shown: &Shown<'_>) -> Option<impl IntoView + use<>> {
    let number: RuleNumber = query("rule")?.parse().ok()?;
    let rule = shown
        .set_up
        .rules
        .iter()
        .find(|rule| rule.number == number)?;
    let text = t!("cafe-rule-made", rule = rule_text(shown, rule));
    let rules = format!("{}#rules", shown.links.part(""));
    Some(view! {
        <Notice tone=Tone::Good>
            <p role="status">{text}" "<a href=rules>{t!("cafe-to-rules")}</a></p>
        </Notice>
    })
}
