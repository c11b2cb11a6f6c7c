//! Rules in words.

use model::{
    RegistrationId,
    cafe::{CafeRule, CafeRuleKind, CafeSetUp, SeatNeed, TableNumber},
};
use planner::cafes::{RuleSource, needs_of};
use ui::text::t;

use super::Shown;
use crate::api::cafe::Names;

/// A rule that is part of a contradiction, and the button that drops it.
pub(super) struct Way {
    pub sentence: String,
    pub note: Option<String>,
    pub action: String,
    pub label: String,
}

/// A rule in words: *Joanna Franke und Salma Hoffmann sitzen immer zusammen*.
pub(super) fn sentence(rule: &CafeRule, set_up: &CafeSetUp, names: &Names) -> String {
    match &rule.kind {
        CafeRuleKind::Together(people) => {
            t!("set-up-rule-together-of", people = listed(people, names))
        }
        CafeRuleKind::Apart(people) => t!("set-up-rule-apart-of", people = listed(people, names)),
        CafeRuleKind::Fixed {
            person,
            round,
            table,
        } => t!(
            "set-up-rule-fixed-of",
            person = name(*person, names),
            round = *round,
            table = table_name(*table, set_up)
        ),
        CafeRuleKind::Needs { person, need } => need_of(&name(*person, names), need, set_up),
    }
}

/// *Doreen Sommer sitzt nur an stufenlosen Tischen*
pub(super) fn need_of(person: &str, need: &SeatNeed, set_up: &CafeSetUp) -> String {
    match need {
        SeatNeed::StepFree => t!("set-up-need-step-free-of", person = person),
        SeatNeed::Language(language) => t!(
            "set-up-need-language-of",
            person = person,
            language = language.as_str()
        ),
        SeatNeed::Topic(topic) => t!(
            "set-up-need-topic-of",
            person = person,
            topic = set_up
                .topic(*topic)
                .map_or("?", |topic| topic.name.as_str())
        ),
    }
}

/// A need as a choice: *nur an stufenlosen Tischen*.
pub(super) fn need_name(need: &SeatNeed, set_up: &CafeSetUp) -> String {
    match need {
        SeatNeed::StepFree => t!("set-up-need-step-free"),
        SeatNeed::Language(language) => t!("set-up-need-language", language = language.as_str()),
        SeatNeed::Topic(topic) => t!(
            "set-up-need-topic",
            topic = set_up
                .topic(*topic)
                .map_or("?", |topic| topic.name.as_str())
        ),
    }
}

/// What a rule of the solver says, and how to drop it.
pub(super) fn sentence_of_source(shown: &Shown, source: RuleSource) -> Way {
    let (set_up, names) = (&shown.set_up, &shown.names());
    let way = |sentence: String, action: String, label: String| Way {
        sentence,
        note: None,
        action,
        label,
    };
    match source {
        RuleSource::Rule(number) => {
            let rule = set_up.rules.iter().find(|rule| rule.number == number);
            Way {
                sentence: rule.map_or_else(String::new, |rule| sentence(rule, set_up, names)),
                note: rule.and_then(|rule| rule.note.as_ref().map(ToString::to_string)),
                action: format!("drop-rule:{number}"),
                label: t!("set-up-drop"),
            }
        }
        RuleSource::Needs(person) => {
            let needs = shown.cafe.people.iter().find(|one| one.id == person);
            let needs = needs.map(|one| needs_of(set_up, one)).unwrap_or_default();
            let person_name = name(person, names);
            let sentences: Vec<String> = needs
                .iter()
                .map(|need| need_of(&person_name, need, set_up))
                .collect();
            way(
                sentences.join(" · "),
                format!("drop-needs:{person}"),
                t!("set-up-drop"),
            )
        }
        RuleSource::Least(number) | RuleSource::Most(number)
            if has_even_size(shown, number, source) =>
        {
            way(
                t!("set-up-conflict-even"),
                "allow-uneven".to_owned(),
                t!("set-up-conflict-even.drop"),
            )
        }
        RuleSource::Least(number) => way(
            t!(
                "set-up-conflict-least",
                table = table_name(number, set_up),
                n = set_up
                    .table(number)
                    .and_then(|table| table.least)
                    .unwrap_or(0)
            ),
            format!("drop-least:{number}"),
            t!("set-up-drop"),
        ),
        RuleSource::Most(number) => way(
            t!(
                "set-up-conflict-most",
                table = table_name(number, set_up),
                n = set_up.table(number).map_or(0, |table| table.most)
            ),
            format!("seat-more:{number}"),
            t!("set-up-conflict-most.drop"),
        ),
        RuleSource::Host(number) => {
            let host = set_up.table(number).and_then(|table| table.host);
            way(
                t!(
                    "set-up-conflict-host",
                    person = host.map_or_else(String::new, |host| name(host, names)),
                    table = table_name(number, set_up)
                ),
                format!("drop-host:{number}"),
                t!("set-up-drop"),
            )
        }
        // A set-up knows no locks and no absences; a plan does.
        RuleSource::EvenSizes | RuleSource::Lock(_) | RuleSource::Absent(_) => way(
            t!("set-up-conflict-even"),
            "allow-uneven".to_owned(),
            t!("set-up-conflict-even.drop"),
        ),
    }
}

/// Whether a limit of a table is that of tables that are filled evenly, and not the table's own.
fn has_even_size(shown: &Shown, number: TableNumber, source: RuleSource) -> bool {
    let Some(table) = shown.set_up.table(number) else {
        return false;
    };
    let largest = shown.forecast.now.sizes.last();
    table.least.is_none()
        && match source {
            RuleSource::Least(_) => true,
            // The table could take more than its even share.
            _ => largest.is_some_and(|(size, _)| table.most > *size),
        }
}

/// *Anna Jäger, Ben Kaya und Cem Demir*
pub(super) fn listed(people: &[RegistrationId], names: &Names) -> String {
    let mut names: Vec<String> = people.iter().map(|person| name(*person, names)).collect();
    match names.pop() {
        None => String::new(),
        Some(only) if names.is_empty() => only,
        Some(last) => t!("set-up-and", first = names.join(", "), last = last),
    }
}

fn name(person: RegistrationId, names: &Names) -> String {
    names
        .name_of(person)
        .unwrap_or_else(|| t!("set-up-somebody-gone"))
}

fn table_name(number: TableNumber, set_up: &CafeSetUp) -> String {
    set_up
        .table(number)
        .map_or_else(|| "?".to_owned(), |table| table.name.to_string())
}
