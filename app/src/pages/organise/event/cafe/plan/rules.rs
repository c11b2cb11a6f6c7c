//! Rules in words, as the board and the repairs name the broken ones.

use std::collections::HashSet;

use leptos::prelude::*;
use model::{
    RegistrationId,
    cafe::{BrokenRule, CafeRule, CafeRuleKind, CafeSetUp, SeatNeed, TableNumber},
};
use planner::cafes::{CafePerson, was_given};
use ui::text::t;

use super::Shown;

/// What sentences about rules name.
pub(in super::super) trait RuleNames {
    fn set_up(&self) -> &CafeSetUp;
    /// The name of a person.
    fn name(&self, person: RegistrationId) -> String;
    /// Somebody who takes part.
    fn person(&self, person: RegistrationId) -> Option<&CafePerson>;
    /// The fewest and the most people at a table, if they are known.
    fn limits(&self, _table: TableNumber) -> Option<(usize, usize)> {
        None
    }
}

impl RuleNames for Shown<'_> {
    fn set_up(&self) -> &CafeSetUp {
        self.set_up
    }

    fn name(&self, person: RegistrationId) -> String {
        self.people.name(person)
    }

    fn person(&self, person: RegistrationId) -> Option<&CafePerson> {
        let mut people = self.board.cafe.people.iter();
        people.find(|one| one.id == person)
    }

    fn limits(&self, table: TableNumber) -> Option<(usize, usize)> {
        let problem = &self.board.problem;
        let position = problem.tables.iter().position(|one| *one == table)?;
        let table = problem.problem.tables.get(position)?;
        Some((table.min?, table.max?))
    }
}

/// The rules that the plan breaks, each with its round.
pub(super) fn broken_rules(shown: &Shown<'_>) -> Option<impl IntoView + use<>> {
    let unfinished: HashSet<u32> = (shown.board.unseated().into_iter())
        .flat_map(|(_, rounds)| rounds)
        .collect();
    // A round in which people have no seat yet has tables with too few.
    let is_due = |rule: &&BrokenRule| match rule {
        BrokenRule::TooFew { round, .. } => !unfinished.contains(round),
        _ => true,
    };
    let broken: Vec<_> = shown.version.broken.iter().filter(is_due).collect();
    if broken.is_empty() {
        return None;
    }
    let lines = broken
        .iter()
        .map(|rule| view! { <li>{rule_in_round(shown, rule)}</li> })
        .collect_view();
    Some(view! {
        <section class="notice bad" id="broken">
            <div>
                <h2>{t!("cafe-broken", n = broken.len())}</h2>
                <ul class="plain">{lines}</ul>
            </div>
        </section>
    })
}

/// The most rules that are named.
const MOST_RULES: usize = 6;

/// A list of broken rules; of many the first ones, and how many there are besides.
pub(super) fn rule_list(shown: &Shown<'_>, broken: &[BrokenRule]) -> impl IntoView + use<> {
    let lines = (broken.iter().take(MOST_RULES))
        .map(|rule| view! { <li>{rule_in_round(shown, rule)}</li> })
        .collect_view();
    let more = broken.len().saturating_sub(MOST_RULES);
    let more = (more > 0).then(|| view! { <li>{t!("cafe-more-rules", n = more)}</li> });
    view! { <ul class="plain">{lines}{more}</ul> }
}

/// What is broken, and when: *Runde 2: …*
pub(in super::super) fn rule_in_round(shown: &impl RuleNames, broken: &BrokenRule) -> String {
    let round = t!("cafe-round", n = round_of(broken));
    format!("{round}: {}", sentence(shown, broken))
}

fn round_of(rule: &BrokenRule) -> u32 {
    match rule {
        BrokenRule::Rule { round, .. }
        | BrokenRule::AnswerNeed { round, .. }
        | BrokenRule::TooFew { round, .. }
        | BrokenRule::TooMany { round, .. }
        | BrokenRule::Host { round, .. } => *round,
    }
}

/// What is broken.
pub(in super::super) fn sentence(shown: &impl RuleNames, broken: &BrokenRule) -> String {
    match broken {
        BrokenRule::Rule { rule, .. } => {
            let rule = shown.set_up().rules.iter().find(|one| one.number == *rule);
            rule.map_or_else(|| t!("cafe-rule-gone"), |rule| rule_text(shown, rule))
        }
        BrokenRule::AnswerNeed { person, .. } => {
            let name = shown.name(*person);
            match answered_needs(shown, *person).as_slice() {
                [] => t!("cafe-rule-answer", name = name),
                needs => t!("cafe-rule-answer-needs", name = name, needs = join(needs)),
            }
        }
        BrokenRule::TooFew { table, .. } => {
            let name = table_name(shown, *table);
            match shown.limits(*table) {
                Some((least, _)) if has_no_minimum(shown, *table) => {
                    t!("cafe-rule-uneven-few", table = name, n = least)
                }
                Some((least, _)) => t!("cafe-rule-too-few", table = name, n = least),
                None => t!("cafe-rule-too-few-gone", table = name),
            }
        }
        BrokenRule::TooMany { table, .. } => {
            let name = table_name(shown, *table);
            match shown.limits(*table) {
                Some((_, most)) if is_even(shown, *table, most) => {
                    t!("cafe-rule-uneven", table = name, n = most)
                }
                Some((_, most)) => t!("cafe-rule-too-many", table = name, n = most),
                None => t!("cafe-rule-too-many-gone", table = name),
            }
        }
        BrokenRule::Host { table, .. } => t!("cafe-rule-host", table = table_name(shown, *table)),
    }
}

/// What somebody needs by the answers of the registration.
fn answered_needs(shown: &impl RuleNames, person: RegistrationId) -> Vec<String> {
    let (set_up, known) = (shown.set_up(), shown.person(person));
    let answers = set_up.answer_needs.iter();
    let given = answers.filter(|need| known.is_some_and(|known| was_given(need, known)));
    given
        .map(|given| match &given.need {
            SeatNeed::StepFree => t!("cafe-need-step-free"),
            SeatNeed::Language(language) => t!("cafe-need-language", language = language.as_str()),
            SeatNeed::Topic(topic) => {
                let topic = set_up.topic(*topic).map(|topic| topic.name.to_string());
                t!("cafe-need-topic", topic = topic.unwrap_or_default())
            }
        })
        .collect()
}

/// Whether a table has more seats than may be taken, because people spread evenly.
fn is_even(shown: &impl RuleNames, table: TableNumber, most: usize) -> bool {
    let seats = shown.set_up().table(table).map(|table| table.most);
    let has_more =
        seats.is_some_and(|seats| usize::try_from(seats).is_ok_and(|seats| seats > most));
    has_more && has_no_minimum(shown, table)
}

/// Whether people spread evenly over a table and others without a smallest number.
fn has_no_minimum(shown: &impl RuleNames, table: TableNumber) -> bool {
    let table = shown.set_up().table(table);
    table.is_some_and(|table| table.least.is_none())
}

/// A rule of the set-up in a sentence.
pub(in super::super) fn rule_text(shown: &impl RuleNames, rule: &CafeRule) -> String {
    let names = |people: &[RegistrationId]| {
        let names: Vec<String> = people.iter().map(|id| shown.name(*id)).collect();
        join(&names)
    };
    match &rule.kind {
        CafeRuleKind::Together(people) => t!("cafe-rule-together", names = names(people)),
        CafeRuleKind::Apart(people) => t!("cafe-rule-apart", names = names(people)),
        CafeRuleKind::Fixed {
            person,
            round,
            table,
        } => t!(
            "cafe-rule-fixed",
            name = shown.name(*person),
            round = *round,
            table = table_name(shown, *table)
        ),
        CafeRuleKind::Needs { person, need } => {
            let name = shown.name(*person);
            match need {
                SeatNeed::StepFree => t!("cafe-rule-step-free", name = name),
                SeatNeed::Language(language) => {
                    t!(
                        "cafe-rule-language",
                        name = name,
                        language = language.as_str()
                    )
                }
                SeatNeed::Topic(topic) => {
                    let topic = shown.set_up().topic(*topic);
                    let topic = topic
                        .map(|topic| topic.name.to_string())
                        .unwrap_or_default();
                    t!("cafe-rule-topic", name = name, topic = topic)
                }
            }
        }
    }
}

/// The name of a table, such as *Tisch 8*.
pub(in super::super) fn table_name(shown: &impl RuleNames, table: TableNumber) -> String {
    let name = shown
        .set_up()
        .table(table)
        .map(|table| table.name.to_string());
    t!(
        "cafe-table",
        name = name.unwrap_or_else(|| table.to_string())
    )
}

/// Says that tables have no host any more.
pub(in super::super) fn without_host(shown: &impl RuleNames, tables: &[TableNumber]) -> String {
    let names: Vec<String> = tables
        .iter()
        .map(|table| table_name(shown, *table))
        .collect();
    t!(
        "cafe-tables-without-host",
        n = names.len(),
        tables = join(&names)
    )
}

/// *A*, *A und B*, *A, B und C*.
pub(super) fn join(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => t!("cafe-and", first = rest.join(", "), last = last.as_str()),
    }
}
