//! The rules of a café in words, and how to give up those that contradict one another.

use leptos::prelude::*;
use model::{
    RegistrationId,
    cafe::{AnswerNeed, CafeRule, CafeRuleKind, CafeSetUp, Lock, SeatNeed, TableNumber},
};
use planner::cafes::{Cafe, RuleSource, was_given};
use ui::text::t;

use crate::api::cafe::Names;

/// What sentences about rules name.
pub(super) struct Wording<'a> {
    pub cafe: &'a Cafe,
    pub set_up: &'a CafeSetUp,
    pub names: Names,
    /// The meanings of answers, with their places in the stored set-up.
    pub meanings: Vec<(usize, AnswerNeed)>,
    /// The most people at a table that is filled evenly.
    pub even_most: Option<u32>,
}

/// What is part of a contradiction, and the way out.
pub(super) struct Way {
    pub sentence: String,
    pub note: Option<String>,
    pub out: WayOut,
}

/// How something that is part of a contradiction is given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum WayOut {
    /// A change of the set-up.
    SetUp {
        action: String,
        label: String,
    },
    Unlock(Lock),
    /// The page of the day, where people are marked as there.
    Day,
}

impl WayOut {
    fn drop(action: String) -> Self {
        Self::SetUp {
            action,
            label: t!("set-up-drop"),
        }
    }
}

/// What cannot all be kept, a line each, under a title and what to do. `button` gives a line up.
pub(super) fn conflict(
    (title, advice): (String, String),
    ways: Vec<Way>,
    button: impl Fn(&Way) -> Option<AnyView>,
) -> AnyView {
    let lines = ways
        .into_iter()
        .map(|way| {
            let button = button(&way);
            let note = way.note.map(|note| view! { <p class="hint">{note}</p> });
            view! { <li><div><p>{way.sentence}</p>{note}</div>{button}</li> }
        })
        .collect_view();
    view! {
        <section class="card dense happens bad" id="conflict">
            <h2>{title}</h2>
            <p>{advice}</p>
            <ul class="lines">{lines}</ul>
        </section>
    }
    .into_any()
}

/// How many people are named who are not there.
const MOST_NAMES: usize = 6;

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

/// What cannot all be kept, and how to give up each. People who are not there are one line.
pub(super) fn ways_of_sources(wording: &Wording<'_>, sources: &[RuleSource]) -> Vec<Way> {
    let mut ways: Vec<Way> = Vec::new();
    for source in sources {
        let found = match *source {
            RuleSource::Needs(person) => ways_of_needs(wording, person),
            RuleSource::Absent(_) => vec![way_of_absences(wording, sources)],
            source => vec![way_of_source(wording, source)],
        };
        for way in found {
            // The even sizes of several tables are one rule for people.
            if !ways.iter().any(|other| other.out == way.out) {
                ways.push(way);
            }
        }
    }
    ways
}

fn way_of_absences(wording: &Wording<'_>, sources: &[RuleSource]) -> Way {
    let absent: Vec<RegistrationId> = (sources.iter())
        .filter_map(|source| match source {
            RuleSource::Absent(person) => Some(*person),
            _ => None,
        })
        .collect();
    let sentence = if absent.len() > MOST_NAMES {
        t!("cafe-conflict-absent-many", n = absent.len())
    } else {
        let names = listed(&absent, &wording.names);
        t!("cafe-conflict-absent", n = absent.len(), names = names)
    };
    Way {
        sentence,
        note: None,
        out: WayOut::Day,
    }
}

/// The rules, and the meanings of answers, by which a person needs certain tables. If no table meets some of them, only
/// these.
fn ways_of_needs(wording: &Wording<'_>, person: RegistrationId) -> Vec<Way> {
    let set_up = wording.set_up;
    let is_met = |need: &SeatNeed| set_up.tables.iter().any(|table| need.is_met_by(table));
    let rules = set_up.rules.iter().filter_map(|rule| match &rule.kind {
        CafeRuleKind::Needs { person: one, need } if *one == person => {
            let way = way_of_source(wording, RuleSource::Rule(rule.number));
            Some((is_met(need), way))
        }
        _ => None,
    });
    let mut people = wording.cafe.people.iter();
    let registered = people.find(|one| one.id == person);
    let answers = (wording.meanings.iter())
        .filter(|(_, meaning)| registered.is_some_and(|registered| was_given(meaning, registered)));
    let answers = answers.map(|(place, meaning)| {
        let people = people_with(wording.cafe, meaning);
        let way = Way {
            sentence: meaning_sentence(wording.cafe, set_up, meaning),
            note: Some(t!("set-up-answer-people", n = people)),
            out: WayOut::SetUp {
                action: format!("drop-answer:{place}"),
                label: t!("set-up-answer-drop", n = people),
            },
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

/// *Wer bei „Sprache“ „Englisch“ angegeben hat, sitzt nur an Tischen mit Englisch*
pub(super) fn meaning_sentence(cafe: &Cafe, set_up: &CafeSetUp, meaning: &AnswerNeed) -> String {
    let mut questions = cafe.questions.iter();
    let question = questions.find(|one| one.id == meaning.question);
    let label = question.map_or_else(String::new, |one| one.label.to_string());
    let option = meaning.option.as_ref();
    let option = option.map_or_else(|| t!("set-up-answer-yes"), ToString::to_string);
    t!(
        "set-up-answer-means",
        question = label,
        answer = option,
        need = need_name(&meaning.need, set_up)
    )
}

/// How many people gave the answer.
pub(super) fn people_with(cafe: &Cafe, meaning: &AnswerNeed) -> usize {
    let people = cafe.people.iter();
    people.filter(|person| was_given(meaning, person)).count()
}

fn way_of_source(wording: &Wording<'_>, source: RuleSource) -> Way {
    let (set_up, names) = (wording.set_up, &wording.names);
    let way = |sentence: String, out: WayOut| Way {
        sentence,
        note: None,
        out,
    };
    let uneven = || {
        let out = WayOut::SetUp {
            action: "allow-uneven".to_owned(),
            label: t!("set-up-conflict-even.drop"),
        };
        way(t!("set-up-conflict-even"), out)
    };
    match source {
        RuleSource::Rule(number) => {
            let rule = set_up.rules.iter().find(|rule| rule.number == number);
            Way {
                sentence: rule.map_or_else(
                    || t!("cafe-rule-gone"),
                    |rule| sentence(rule, set_up, names),
                ),
                note: rule.and_then(|rule| rule.note.as_ref().map(ToString::to_string)),
                out: WayOut::drop(format!("drop-rule:{number}")),
            }
        }
        RuleSource::Least(number) | RuleSource::Most(number)
            if has_even_size(wording, number, source) =>
        {
            uneven()
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
            WayOut::drop(format!("drop-least:{number}")),
        ),
        RuleSource::Most(number) => {
            let out = WayOut::SetUp {
                action: format!("seat-more:{number}"),
                label: t!("set-up-conflict-most.drop"),
            };
            let most = set_up.table(number).map_or(0, |table| table.most);
            let table = table_name(number, set_up);
            way(t!("set-up-conflict-most", table = table, n = most), out)
        }
        RuleSource::Host(number) => {
            let host = set_up.table(number).and_then(|table| table.host);
            way(
                t!(
                    "set-up-conflict-host",
                    person = host.map_or_else(String::new, |host| name(host, names)),
                    table = table_name(number, set_up)
                ),
                WayOut::drop(format!("drop-host:{number}")),
            )
        }
        RuleSource::Lock(lock) => way(lock_sentence(wording, lock), WayOut::Unlock(lock)),
        RuleSource::Absent(_) => way_of_absences(wording, &[source]),
        // Needs are told one by one.
        RuleSource::Needs(_) | RuleSource::EvenSizes => uneven(),
    }
}

/// *Tisch 3 ist in Runde 2 gesperrt*
fn lock_sentence(wording: &Wording<'_>, lock: Lock) -> String {
    match lock {
        Lock::Seat { person, round } => t!(
            "cafe-conflict-lock-seat",
            person = name(person, &wording.names),
            round = round
        ),
        Lock::Table { table, round } => t!(
            "cafe-conflict-lock-table",
            table = table_name(table, wording.set_up),
            round = round
        ),
        Lock::Round { round } => t!("cafe-conflict-lock-round", round = round),
    }
}

/// Whether a limit of a table is that of tables that are filled evenly, and not the table's own.
fn has_even_size(wording: &Wording<'_>, number: TableNumber, source: RuleSource) -> bool {
    let Some(table) = wording.set_up.table(number) else {
        return false;
    };
    table.least.is_none()
        && match source {
            RuleSource::Least(_) => true,
            // The table could take more than its even share.
            _ => wording.even_most.is_some_and(|most| table.most > most),
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
