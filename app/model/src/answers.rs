//! What a person answered to the event's own questions.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{Fault, Faults, Line, Need, Question, QuestionId, QuestionKind, Text};

/// The answer to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// Ticked or not.
    YesNo(bool),
    /// Text, or the one option chosen.
    Text(String),
    /// The options chosen.
    Several(Vec<String>),
}

impl Answer {
    /// The values that a form sends for the answer: a word for a ticked box, the text, or each option.
    pub fn values(&self) -> Vec<String> {
        match self {
            Self::YesNo(yes) => yes.then(|| "on".to_owned()).into_iter().collect(),
            Self::Text(text) => vec![text.clone()],
            Self::Several(options) => options.clone(),
        }
    }

    /// As a list or a table shows it; `None` for a box that was not ticked.
    pub fn shown(&self) -> Option<String> {
        match self {
            Self::YesNo(yes) => yes.then(|| "✓".to_owned()),
            Self::Text(text) => Some(text.clone()),
            Self::Several(options) => Some(options.join(", ")),
        }
    }
}

/// All answers of one person. Questions left open are absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<QuestionId, Answer>);

impl Answers {
    /// Checks what was sent against the questions: `sent` gives the values of one question's field,
    /// none for a field that was left out. Faults are named `answers[<question id>]`.
    pub fn parse<'a>(
        questions: &[Question],
        sent: impl Fn(QuestionId) -> &'a [String],
    ) -> Result<Self, Faults> {
        let mut answers = BTreeMap::new();
        let mut faults = Faults::none();
        for question in questions {
            match parse_one(question, sent(question.id)) {
                Ok(Some(answer)) => {
                    answers.insert(question.id, answer);
                }
                Ok(None) => {}
                Err(fault) => faults.add(Self::field(question.id), fault),
            }
        }
        faults.or(Some(Self(answers)))
    }

    /// The same answers, checked against the questions. Answers to other questions are left out.
    pub fn checked(&self, questions: &[Question]) -> Result<Self, Faults> {
        let given = self.0.iter().map(|(id, answer)| (*id, answer.values()));
        let given: BTreeMap<QuestionId, Vec<String>> = given.collect();
        Self::parse(questions, |id| given.get(&id).map_or(&[], Vec::as_slice))
    }

    /// Keeps earlier answers that the questions no longer offer, and those to questions that are not among them. A
    /// form cannot show them, so it cannot take them back.
    #[must_use]
    pub fn keeping(mut self, before: &Self, questions: &[Question]) -> Self {
        let asked: BTreeSet<QuestionId> = questions.iter().map(|question| question.id).collect();
        let others = before.0.iter().filter(|(id, _)| !asked.contains(id));
        self.0
            .extend(others.map(|(id, answer)| (*id, answer.clone())));
        for question in questions {
            let Some(answer) = before.get(question.id) else {
                continue;
            };
            let gone = |option: &&String| {
                let option = option.as_str();
                !question
                    .options
                    .iter()
                    .any(|offered| offered.as_str() == option)
            };
            match (question.kind, answer) {
                (QuestionKind::OneOf, Answer::Text(option)) if gone(&option) => {
                    self.0.entry(question.id).or_insert_with(|| answer.clone());
                }
                (QuestionKind::SeveralOf, Answer::Several(options)) => {
                    let kept: Vec<String> = options.iter().filter(gone).cloned().collect();
                    match self.0.get_mut(&question.id) {
                        Some(Answer::Several(chosen)) => chosen.extend(kept),
                        None if !kept.is_empty() => {
                            self.0.insert(question.id, Answer::Several(kept));
                        }
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        self
    }

    /// The name of a question's field in every form.
    pub fn field(question: QuestionId) -> String {
        format!("answers[{question}]")
    }

    /// The answer to a question.
    pub fn get(&self, question: QuestionId) -> Option<&Answer> {
        self.0.get(&question)
    }

    /// Questions and answers, by the questions' ids.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionId, &Answer)> {
        self.0.iter().map(|(id, answer)| (*id, answer))
    }
}

/// Collects unchecked answers; see [`Answers::checked`].
impl FromIterator<(QuestionId, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (QuestionId, Answer)>>(answers: I) -> Self {
        Self(answers.into_iter().collect())
    }
}

fn parse_one(question: &Question, sent: &[String]) -> Result<Option<Answer>, Fault> {
    let filled: Vec<&str> = sent
        .iter()
        .map(|value| value.trim())
        .filter(|value| !value.is_empty())
        .collect();
    let is_option = |value: &&str| {
        question
            .options
            .iter()
            .any(|option| option.as_str() == *value)
    };
    let answer = match question.kind {
        QuestionKind::Text => filled
            .first()
            .map(|value| Line::<500>::parse(value))
            .transpose()?
            .map(|line| Answer::Text(line.to_string())),
        QuestionKind::LongText => filled
            .first()
            .map(|value| Text::<5_000>::parse(value))
            .transpose()?
            .map(|text| Answer::Text(text.to_string())),
        QuestionKind::OneOf => match filled.as_slice() {
            [] => None,
            [value] if is_option(value) => Some(Answer::Text((*value).to_owned())),
            _ => return Err(Fault::NoSuchChoice),
        },
        QuestionKind::SeveralOf => {
            if !filled.iter().all(is_option) {
                return Err(Fault::NoSuchChoice);
            }
            // In the order of the options, each once, however they were sent.
            let chosen: Vec<String> = question
                .options
                .iter()
                .filter(|option| filled.contains(&option.as_str()))
                .map(Line::to_string)
                .collect();
            (!chosen.is_empty()).then_some(Answer::Several(chosen))
        }
        QuestionKind::YesNo => match filled.as_slice() {
            [] => None,
            [word] => yes_or_no(word)?.then_some(Answer::YesNo(true)),
            _ => return Err(Fault::NoSuchChoice),
        },
    };
    match (answer, question.need) {
        (None, Need::Required) => Err(no_answer(question.kind)),
        (answer, _) => Ok(answer),
    }
}

/// The fault of a required question without an answer.
const fn no_answer(kind: QuestionKind) -> Fault {
    match kind {
        QuestionKind::Text | QuestionKind::LongText => Fault::Missing,
        QuestionKind::OneOf | QuestionKind::SeveralOf => Fault::NoChoice,
        QuestionKind::YesNo => Fault::NotTicked,
    }
}

/// Parses the value of a ticked box or of a table's cell, in either language.
fn yes_or_no(word: &str) -> Result<bool, Fault> {
    match word.to_lowercase().as_str() {
        "on" | "ja" | "j" | "yes" | "y" | "x" | "1" | "true" | "wahr" | "✓" => Ok(true),
        "nein" | "n" | "no" | "0" | "false" | "falsch" | "-" | "–" => Ok(false),
        _ => Err(Fault::NoSuchChoice),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Answer, Answers};
    use crate::{Fault, Line, Need, Question, QuestionKind, Text};

    fn question(kind: QuestionKind, need: Need) -> Question {
        Question {
            id: Uuid::from_u128(1).into(),
            event: Uuid::from_u128(2).into(),
            position: 0,
            kind,
            label: Line::parse("Verpflegung").unwrap(),
            help: Text::default(),
            options: ["vegetarisch", "vegan"]
                .map(|o| Line::parse(o).unwrap())
                .into(),
            need,
        }
    }

    fn answer(question: Question, sent: &[&str]) -> Result<Option<Answer>, Fault> {
        let sent: Vec<String> = sent.iter().map(ToString::to_string).collect();
        match Answers::parse(std::slice::from_ref(&question), |_| &sent) {
            Ok(answers) => Ok(answers.get(question.id).cloned()),
            Err(faults) => Err(faults
                .iter()
                .next()
                .map(|(_, fault)| fault.clone())
                .unwrap()),
        }
    }

    #[test]
    fn an_answer_that_is_offered_no_more_stays_until_another_is_given() {
        let one = question(QuestionKind::OneOf, Need::Optional);
        let given = |answer: Answer| Answers([(one.id, answer)].into());
        let before = given(Answer::Text("halal".into()));
        let questions = [one.clone()];
        assert_eq!(Answers::default().keeping(&before, &questions), before);
        let new = given(Answer::Text("vegan".into()));
        assert_eq!(new.clone().keeping(&before, &questions), new);
        // Taken back by hand: it could have been chosen again.
        assert_eq!(
            Answers::default().keeping(&new, &questions),
            Answers::default()
        );

        let several = [question(QuestionKind::SeveralOf, Need::Optional)];
        let list = |options: &[&str]| {
            given(Answer::Several(
                options.iter().map(ToString::to_string).collect(),
            ))
        };
        let before = list(&["vegan", "halal"]);
        let new = list(&["vegetarisch"]);
        assert_eq!(
            new.keeping(&before, &several),
            list(&["vegetarisch", "halal"])
        );
    }

    #[test]
    fn a_required_question_left_open_has_the_fault_of_its_kind() {
        for (kind, fault) in [
            (QuestionKind::Text, Fault::Missing),
            (QuestionKind::LongText, Fault::Missing),
            (QuestionKind::OneOf, Fault::NoChoice),
            (QuestionKind::SeveralOf, Fault::NoChoice),
            (QuestionKind::YesNo, Fault::NotTicked),
        ] {
            assert_eq!(answer(question(kind, Need::Required), &[" "]), Err(fault));
            assert_eq!(answer(question(kind, Need::Optional), &[]), Ok(None));
        }
    }

    #[test]
    fn no_is_not_taken_for_yes() {
        let asked = || question(QuestionKind::YesNo, Need::Optional);
        for yes in ["on", "ja", "J", "Yes", "y", "x", "1", "TRUE", "✓"] {
            assert_eq!(answer(asked(), &[yes]), Ok(Some(Answer::YesNo(true))));
        }
        for no in ["nein", "N", "no", "0", "false", "-", " "] {
            assert_eq!(answer(asked(), &[no]), Ok(None), "{no}");
        }
        assert_eq!(answer(asked(), &["vielleicht"]), Err(Fault::NoSuchChoice));
    }

    #[test]
    fn only_offered_options_can_be_chosen() {
        let one = || question(QuestionKind::OneOf, Need::Optional);
        assert_eq!(
            answer(one(), &["vegan"]),
            Ok(Some(Answer::Text("vegan".into())))
        );
        assert_eq!(answer(one(), &["Steak"]), Err(Fault::NoSuchChoice));
        assert_eq!(
            answer(one(), &["vegan", "vegetarisch"]),
            Err(Fault::NoSuchChoice)
        );
        let several = || question(QuestionKind::SeveralOf, Need::Optional);
        assert_eq!(
            answer(several(), &["vegan", "vegetarisch", "vegan"]),
            Ok(Some(Answer::Several(vec![
                "vegetarisch".into(),
                "vegan".into()
            ])))
        );
        assert_eq!(
            answer(several(), &["vegan", "Steak"]),
            Err(Fault::NoSuchChoice)
        );
    }
}
