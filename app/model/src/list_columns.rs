//! Which columns of the list of registrations somebody sees.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{QuestionId, string_enum::string_enum};

string_enum! {
    /// A column of the list of registrations besides the name and the answers.
    ListColumn {
        Address = "address",
        Organisation = "organisation",
        State = "state",
        /// What became of the last mail. It is about the list, and not in exports.
        Mail = "mail",
        Language = "language",
        Registered = "registered",
    }
}

/// The columns that a member does not want to see in the list of an event. A question that is added later is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HiddenColumns {
    pub columns: BTreeSet<ListColumn>,
    pub questions: BTreeSet<QuestionId>,
}

impl HiddenColumns {
    /// What the list hides before anybody has chosen. Exports have everything then.
    pub fn usual() -> Self {
        Self {
            columns: [ListColumn::Language].into(),
            questions: BTreeSet::new(),
        }
    }

    pub fn shows(&self, column: ListColumn) -> bool {
        !self.columns.contains(&column)
    }

    pub fn shows_answers(&self, question: QuestionId) -> bool {
        !self.questions.contains(&question)
    }
}
