//! The fields that add a rule, or a meaning of an answer.

use model::{
    Fault, Faults, Line, Question, RegistrationId,
    cafe::{AnswerNeed, CafeRule, CafeRuleKind, CafeSetUp, SeatNeed},
};
use serde::{Deserialize, Serialize};

use super::names::Names;

/// A rule to be added, with its values as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewRule {
    /// `together`, `apart`, `fixed`, or the value of a need ([`need_value`]).
    pub kind: String,
    /// One name or several in each.
    pub people: Vec<String>,
    /// For a fixed seat.
    pub round: String,
    pub table: String,
    pub note: String,
}

impl NewRule {
    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.people.iter().all(|name| name.trim().is_empty()) && self.note.trim().is_empty()
    }

    /// Adds the rule, if one was typed.
    pub fn add_to(&self, set_up: &mut CafeSetUp, names: &Names, faults: &mut Faults) {
        if self.is_empty() {
            return;
        }
        let mut people: Vec<RegistrationId> = Vec::new();
        for (place, typed) in self.people.iter().enumerate() {
            if typed.trim().is_empty() {
                continue;
            }
            let found = faults.keep(&format!("rule[people][{place}]"), names.find_all(typed));
            people.extend(found.unwrap_or_default());
        }
        let note = faults.keep("rule[note]", Line::optional(&self.note));
        let kinds = self.kinds(set_up, people, faults);
        let Some(note) = note.filter(|_| faults.is_empty()) else {
            return;
        };
        for kind in kinds {
            set_up.rules.push(CafeRule {
                number: set_up.next_rule(),
                kind,
                note: note.clone(),
            });
        }
    }

    fn kinds(
        &self,
        set_up: &CafeSetUp,
        people: Vec<RegistrationId>,
        faults: &mut Faults,
    ) -> Vec<CafeRuleKind> {
        let least = if matches!(self.kind.as_str(), "together" | "apart") {
            2
        } else {
            1
        };
        if faults.is_empty() && people.len() < least {
            let fault = if people.is_empty() {
                Fault::Missing
            } else {
                Fault::TooFewPeople { least }
            };
            // The first field that is left open.
            let open = people.len().min(self.people.len().saturating_sub(1));
            faults.add(format!("rule[people][{open}]"), fault);
        }
        match self.kind.as_str() {
            "together" => vec![CafeRuleKind::Together(people)],
            "apart" => vec![CafeRuleKind::Apart(people)],
            "fixed" => {
                let rounds = 1..=set_up.rounds.count;
                let round = self.round.parse().ok().filter(|one| rounds.contains(one));
                let round = faults.keep("rule[round]", round.ok_or(Fault::NoChoice));
                let table = self.table.parse().ok();
                let table = table.filter(|table| set_up.table(*table).is_some());
                let table = faults.keep("rule[table]", table.ok_or(Fault::NoChoice));
                let Some((round, table)) = round.zip(table) else {
                    return Vec::new();
                };
                people
                    .into_iter()
                    .map(|person| CafeRuleKind::Fixed {
                        person,
                        round,
                        table,
                    })
                    .collect()
            }
            value => {
                let need = faults.keep("rule[kind]", parse_need(value));
                let needs = need.map(|need| {
                    people.into_iter().map(move |person| CafeRuleKind::Needs {
                        person,
                        need: need.clone(),
                    })
                });
                needs.into_iter().flatten().collect()
            }
        }
    }
}

/// What an answer means, with its values as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnswerMeaning {
    /// The id of a question, and the option after a space. Empty for none.
    pub given: String,
    /// [`need_value`].
    pub need: String,
}

impl AnswerMeaning {
    /// Adds the meaning, if one was chosen.
    pub fn add_to(&self, set_up: &mut CafeSetUp, questions: &[Question], faults: &mut Faults) {
        if self.given.is_empty() {
            return;
        }
        let (question, option) = match self.given.split_once(' ') {
            Some((question, option)) => (question, Some(option)),
            None => (self.given.as_str(), None),
        };
        let question = questions.iter().find(|one| one.id.to_string() == question);
        let question = faults.keep("answer[given]", question.ok_or(Fault::NoSuchChoice));
        let option = faults.keep("answer[given]", option.map(Line::parse).transpose());
        let need = faults.keep("answer[need]", parse_need(&self.need));
        if let (Some(question), Some(option), Some(need)) = (question, option, need) {
            let new = AnswerNeed {
                question: question.id,
                option,
                need,
            };
            if !set_up.answer_needs.contains(&new) {
                set_up.answer_needs.push(new);
            }
        }
    }
}

/// The value of a need in forms.
pub fn need_value(need: &SeatNeed) -> String {
    match need {
        SeatNeed::StepFree => "step-free".to_owned(),
        SeatNeed::Language(language) => format!("language {language}"),
        SeatNeed::Topic(topic) => format!("topic {topic}"),
    }
}

fn parse_need(value: &str) -> Result<SeatNeed, Fault> {
    match value.split_once(' ') {
        None if value == "step-free" => Ok(SeatNeed::StepFree),
        Some(("language", language)) => Ok(SeatNeed::Language(Line::parse(language)?)),
        Some(("topic", topic)) => {
            let topic = topic.parse().map_err(|_| Fault::NoSuchChoice)?;
            Ok(SeatNeed::Topic(topic))
        }
        _ => Err(Fault::NoSuchChoice),
    }
}
