//! The event's own questions.

use serde::{Deserialize, Serialize};

use crate::{EventId, Line, QuestionId, Text, string_enum::string_enum};

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
