//! Rules that every plan of a café keeps.

use serde::{Deserialize, Serialize};

use super::{
    numbers::{RuleNumber, TableNumber, TopicNumber},
    set_up::CafeTable,
};
use crate::{Line, QuestionId, RegistrationId};

/// A rule. Every plan that is computed keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CafeRule {
    pub number: RuleNumber,
    pub kind: CafeRuleKind,
    /// Why it is there, for the organisers.
    pub note: Option<Line<200>>,
}

/// What a rule asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CafeRuleKind {
    /// They share a table in every round, as far as they are present.
    Together(Vec<RegistrationId>),
    /// No two of them ever share a table.
    Apart(Vec<RegistrationId>),
    /// A person sits at a table in a round, counted from 1.
    Fixed {
        person: RegistrationId,
        round: u32,
        table: TableNumber,
    },
    /// A person sits only at tables that meet a need.
    Needs {
        person: RegistrationId,
        need: SeatNeed,
    },
}

impl CafeRuleKind {
    /// Whether two rules ask for the same, in whichever order they name people.
    pub fn is_equal_to(&self, other: &Self) -> bool {
        let sorted = |people: &[RegistrationId]| {
            let mut people = people.to_vec();
            people.sort_unstable();
            people
        };
        match (self, other) {
            (Self::Together(one), Self::Together(other))
            | (Self::Apart(one), Self::Apart(other)) => sorted(one) == sorted(other),
            _ => self == other,
        }
    }

    /// The people that the rule is about.
    pub fn people(&self) -> &[RegistrationId] {
        match self {
            Self::Together(people) | Self::Apart(people) => people,
            Self::Fixed { person, .. } | Self::Needs { person, .. } => std::slice::from_ref(person),
        }
    }
}

/// What a person needs of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeatNeed {
    StepFree,
    Language(Line<60>),
    Topic(TopicNumber),
}

impl SeatNeed {
    /// Whether a table meets it.
    pub fn is_met_by(&self, table: &CafeTable) -> bool {
        match self {
            Self::StepFree => table.step_free,
            Self::Language(language) => table.language.as_ref().is_some_and(|spoken| {
                spoken.as_str().to_lowercase() == language.as_str().to_lowercase()
            }),
            Self::Topic(topic) => table.topic == *topic,
        }
    }
}

/// A need of everybody who gave an answer in the registration form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerNeed {
    pub question: QuestionId,
    /// The option that was chosen. `None`: yes.
    pub option: Option<Line<200>>,
    pub need: SeatNeed,
}
