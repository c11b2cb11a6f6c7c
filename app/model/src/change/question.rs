//! Changes of a question.

use super::changes;
use crate::{Line, Need, Question, QuestionKind, Text};

changes! {
    /// One field of a question that changed.
    QuestionChange of Question: Question {
        id: _,
        event: _,
        // Set by moving questions, not by editing one.
        position: _,
        kind,
        label,
        help,
        options,
        need,
    } => {
        Label(Line<300>) = label,
        Help(Text<1_000>) = help,
        Kind(QuestionKind) = kind,
        Options(Vec<Line<200>>) = options,
        Need(Need) = need,
    }
}
