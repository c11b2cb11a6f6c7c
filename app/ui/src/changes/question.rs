//! Changes of a question.

use model::{Line, Need, QuestionChange};

use super::{ShownChange, names, texts};
use crate::text::t;

/// A change in the words of the form.
pub(super) fn shown(change: &QuestionChange) -> ShownChange {
    let (field, values) = match change {
        QuestionChange::Label(change) => ("label", texts(change)),
        QuestionChange::Help(change) => ("help", texts(change)),
        QuestionChange::Kind(change) => ("kind", names(change)),
        QuestionChange::Options(change) => (
            "options",
            change.map(|options| {
                let options: Vec<&str> = options.iter().map(Line::as_str).collect();
                options.join("\n")
            }),
        ),
        QuestionChange::Need(change) => (
            "required",
            change.map(|need| match need {
                Need::Required => t!("questions-required"),
                Need::Optional => t!("questions-optional"),
            }),
        ),
    };
    ShownChange::new(field, values)
}
