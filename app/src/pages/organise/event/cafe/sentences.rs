//! Rules in words.

use model::{
    RegistrationId,
    cafe::{AnswerNeed, CafeRule, CafeRuleKind, CafeSetUp, SeatNeed, TableNumber},
};
use planner::cafes::{RuleSource, was_given};
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

/// What a rule of the solver says, and how to drop it. The needs of a person may come from several rules.
pub(super) fn ways_of_source(shown: &Shown, source: RuleSource) -> Vec<Way> {
    match source {
        RuleSource::Needs(person) => ways_of_needs(shown, person),
        source => vec![way_of_source(shown, source)],
    }
}

/// The rules, and the meanings of answers, by which a person needs certain tables. If no table meets some of them, only
/// these.
fn ways_of_needs(shown: &Shown, person: RegistrationId) -> Vec<Way> {
    let set_up = &shown.set_up;
    let is_met = |need: &SeatNeed| set_up.tables.iter().any(|table| need.is_met_by(table));
    let rules = set_up.rules.iter().filter_map(|rule| match &rule.kind {
        CafeRuleKind::Needs { person: one, need } if *one == person => {
            let way = way_of_source(shown, RuleSource::Rule(rule.number));
            Some((is_met(need), way))
        }
        _ => None,
    });
    let registered = shown.cafe.people.iter().find(|one| one.id == person);
    let answers = meanings(shown)
        .filter(|(_, meaning)| registered.is_some_and(|registered| was_given(meaning, registered)));
    let answers = answers.map(|(place, meaning)| {
        let people = people_with(shown, &meaning);
        let way = Way {
            sentence: meaning_sentence(shown, &meaning),
            note: Some(t!("set-up-answer-people", n = people)),
            action: format!("drop-answer:{place}"),
            label: t!("set-up-answer-drop", n = people),
        };
        (is_met(&meaning.need), way)
    });
    let ways: Vec<(bool, Way)> = rules.chain(answers).collect();
    let all_are_met = ways.iter().all(|(is_met, _)| *is_met);
    let ways = ways
        .into_iter()
        .filter(|(is_met, _)| all_are_met || !is_met);
    ways.map(|(_, way)| way).collect()
}

/// The stored meanings of answers that the form has not dropped, with their places.
pub(super) fn meanings(shown: &Shown) -> impl Iterator<Item = (usize, AnswerNeed)> {
    let stored = shown.cafe.set_up().answer_needs;
    let dropped = &shown.form.dropped_answers;
    let kept: Vec<_> = stored
        .into_iter()
        .enumerate()
        .filter(|(place, _)| !dropped.contains(&place.to_string()))
        .collect();
    kept.into_iter()
}

/// *Wer bei „Sprache“ „Englisch“ angegeben hat, sitzt nur an Tischen mit Englisch*
pub(super) fn meaning_sentence(shown: &Shown, meaning: &AnswerNeed) -> String {
    let mut questions = shown.cafe.questions.iter();
    let question = questions.find(|one| one.id == meaning.question);
    let label = question.map_or_else(String::new, |one| one.label.to_string());
    let option = meaning.option.as_ref();
    let option = option.map_or_else(|| t!("set-up-answer-yes"), ToString::to_string);
    t!(
        "set-up-answer-means",
        question = label,
        answer = option,
        need = need_name(&meaning.need, &shown.set_up)
    )
}

/// How many people gave the answer.
pub(super) fn people_with(shown: &Shown, meaning: &AnswerNeed) -> usize {
    let people = shown.cafe.people.iter();
    people.filter(|person| was_given(meaning, person)).count()
}

fn way_of_source(shown: &Shown, source: RuleSource) -> Way {
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
        // Needs are told one by one. A set-up knows no locks and no absences; a plan does.
        RuleSource::Needs(_)
        | RuleSource::EvenSizes
        | RuleSource::Lock(_)
        | RuleSource::Absent(_) => way(
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
