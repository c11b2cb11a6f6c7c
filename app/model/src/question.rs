//! The event's own questions.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::{EventId, Fault, Line, QuestionId, Text, string_enum::string_enum};

string_enum! {
    /// How a question is answered.
    QuestionKind {
        Text = "text",
        LongText = "long text",
        OneOf = "one of",
        SeveralOf = "several of",
        YesNo = "yes/no",
    }
}

impl QuestionKind {
    /// Whether the organiser lists the possible answers.
    pub const fn has_options(self) -> bool {
        matches!(self, Self::OneOf | Self::SeveralOf)
    }

    /// Refuses options that leave nothing to choose, or one twice, or options of a question that has none.
    pub fn check_options(self, options: &[Line<200>]) -> Result<(), Fault> {
        let fewest = if self.has_options() { 2 } else { 0 };
        let mut seen = HashSet::new();
        if !options.iter().all(|option| seen.insert(option)) {
            Err(Fault::Twice)
        } else if options.len() < fewest {
            Err(Fault::TooFew { least: fewest })
        } else if !self.has_options() && !options.is_empty() {
            Err(Fault::NoSuchChoice)
        } else {
            Ok(())
        }
    }
}

string_enum! {
    /// Whether a question has to be answered.
    Need {
        Required = "required",
        Optional = "optional",
    }
}

/// One of the event's own questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub id: QuestionId,
    pub event: EventId,
    pub position: i64,
    pub kind: QuestionKind,
    pub label: Line<300>,
    pub help: Text<1_000>,
    /// For `one of` and `several of`.
    pub options: Vec<Line<200>>,
    pub need: Need,
}

impl Question {
    /// The question as an organiser is asked it for somebody else: what only that person can answer may
    /// be left open.
    #[must_use]
    pub fn asked_of_organiser(self) -> Self {
        Self {
            need: Need::Optional,
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::QuestionKind;
    use crate::{Fault, Line};

    fn check(kind: QuestionKind, options: &[&str]) -> Result<(), Fault> {
        let options: Vec<Line<200>> = options
            .iter()
            .map(|option| Line::parse(option).unwrap())
            .collect();
        kind.check_options(&options)
    }

    #[test]
    fn where_there_is_a_choice_there_are_at_least_two_answers() {
        assert_eq!(check(QuestionKind::OneOf, &["vegan", "halal"]), Ok(()));
        let too_few = Err(Fault::TooFew { least: 2 });
        assert_eq!(check(QuestionKind::SeveralOf, &["vegan"]), too_few);
        let twice = Err(Fault::Twice);
        assert_eq!(check(QuestionKind::OneOf, &["vegan", "vegan"]), twice);
    }

    #[test]
    fn other_questions_have_no_options() {
        assert_eq!(check(QuestionKind::Text, &[]), Ok(()));
        let none = Err(Fault::NoSuchChoice);
        assert_eq!(check(QuestionKind::YesNo, &["vegan", "halal"]), none);
    }
}
