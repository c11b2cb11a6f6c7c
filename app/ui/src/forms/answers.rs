//! The answers to an event's questions in a form: `answers[<question>]`, or `answers[<question>][]` for questions
//! with several answers.

use std::collections::BTreeMap;

use model::{Answers, Faults, Question, QuestionId};
use serde::{Deserialize, Serialize};

/// The typed and ticked answers, by the ids of the questions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    from = "BTreeMap<String, Sent>",
    into = "BTreeMap<String, Vec<String>>"
)]
pub struct AnswersForm(BTreeMap<String, Vec<String>>);

#[derive(Deserialize)]
#[serde(untagged)]
enum Sent {
    One(String),
    Several(Vec<String>),
}

impl From<BTreeMap<String, Sent>> for AnswersForm {
    fn from(sent: BTreeMap<String, Sent>) -> Self {
        let values = |sent| match sent {
            Sent::One(value) => vec![value],
            Sent::Several(values) => values,
        };
        Self(
            sent.into_iter()
                .map(|(id, sent)| (id, values(sent)))
                .collect(),
        )
    }
}

impl From<AnswersForm> for BTreeMap<String, Vec<String>> {
    fn from(form: AnswersForm) -> Self {
        form.0
    }
}

impl AnswersForm {
    /// The stored answers.
    pub fn of(answers: &Answers) -> Self {
        let answers = answers.iter();
        Self(
            answers
                .map(|(id, answer)| (id.to_string(), answer.values()))
                .collect(),
        )
    }

    /// Parses the answers and checks them against the questions.
    pub fn parse(&self, questions: &[Question]) -> Result<Answers, Faults> {
        Answers::parse(questions, |question| self.values(question))
    }

    /// The answer to a question with one answer. Empty if there is none.
    pub fn one(&self, question: QuestionId) -> String {
        self.values(question).first().cloned().unwrap_or_default()
    }

    /// The answers to a question.
    pub fn values(&self, question: QuestionId) -> &[String] {
        self.0.get(&question.to_string()).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use model::{Answer, Answers, Line, Need, Question, QuestionId, QuestionKind, Text};
    use serde::Deserialize;
    use uuid::Uuid;

    use super::AnswersForm;
    use crate::forms::parse_form;

    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Form {
        answers: AnswersForm,
    }

    fn id(number: u128) -> QuestionId {
        Uuid::from_u128(number).into()
    }

    fn question(number: u128, kind: QuestionKind) -> Question {
        Question {
            id: id(number),
            event: Uuid::from_u128(1).into(),
            position: 0,
            kind,
            label: Line::parse("Verpflegung").unwrap(),
            help: Text::default(),
            options: ["vegan", "halal"]
                .map(|option| Line::parse(option).unwrap())
                .into(),
            need: Need::Optional,
        }
    }

    #[test]
    fn one_answer_and_several_are_read_from_the_same_form() {
        let body = format!(
            "answers%5B{}%5D=vegan&answers%5B{1}%5D%5B%5D=halal&answers%5B{1}%5D%5B%5D=vegan&answers[{2}]=on",
            id(1),
            id(2),
            id(3),
        );
        let form: Form = parse_form(&body).unwrap();
        let questions = [
            question(1, QuestionKind::OneOf),
            question(2, QuestionKind::SeveralOf),
            question(3, QuestionKind::YesNo),
        ];
        let answers: Answers = form.answers.parse(&questions).unwrap();
        assert_eq!(answers.get(id(1)), Some(&Answer::Text("vegan".into())));
        assert_eq!(
            answers.get(id(2)),
            Some(&Answer::Several(vec!["vegan".into(), "halal".into()]))
        );
        assert_eq!(answers.get(id(3)), Some(&Answer::YesNo(true)));
        assert_eq!(
            AnswersForm::of(&answers).parse(&questions).unwrap(),
            answers
        );
    }

    #[test]
    fn a_faulty_answer_is_named_by_its_field() {
        let form: Form = parse_form(&format!("answers[{}]=Steak", id(1))).unwrap();
        let faults = form
            .answers
            .parse(&[question(1, QuestionKind::OneOf)])
            .unwrap_err();
        let fields: Vec<&str> = faults.iter().map(|(field, _)| field).collect();
        assert_eq!(fields, [Answers::field(id(1))]);
    }
}
