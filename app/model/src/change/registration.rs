//! Changes of a registration.

use serde::{Deserialize, Serialize};

use super::{Changed, FieldChange, changes};
use crate::{Answer, EmailAddress, Language, Line, Person, Question, QuestionId, Registration};

changes! {
    /// One field of a person that changed.
    PersonChange of Person: Person {
        given_name,
        family_name,
        address,
        // Lists and forms show the name.
        organisation: _,
        organisation_name,
        language,
    } => {
        GivenName(Line<200>) = given_name,
        FamilyName(Line<200>) = family_name,
        Address(EmailAddress) = address,
        Organisation(Option<Line<200>>) = organisation_name,
        Language(Language) = language,
    }
}

/// One thing about a registration that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegistrationChange {
    Person(PersonChange),
    Answer(QuestionId, Changed<Option<Answer>>),
}

impl RegistrationChange {
    /// Everything that differs, as far as the event's form shows it: answers to questions that were
    /// removed are left out.
    pub fn between(
        before: &Registration,
        after: &Registration,
        questions: &[Question],
    ) -> Vec<Self> {
        let person = PersonChange::between(&before.person, &after.person).into_iter();
        let answers = questions.iter().filter_map(|question| {
            let answer = |of: &Registration| of.answers.get(question.id).cloned();
            let change = Changed::between(&answer(before), &answer(after))?;
            Some(Self::Answer(question.id, change))
        });
        person.map(Self::Person).chain(answers).collect()
    }
}

impl FieldChange for RegistrationChange {
    fn followed_by(&mut self, later: &Self) -> bool {
        match (self, later) {
            (Self::Person(change), Self::Person(later)) => change.followed_by(later),
            (Self::Answer(question, change), Self::Answer(of, later)) if question == of => {
                change.after.clone_from(&later.after);
                true
            }
            _ => false,
        }
    }

    fn has_effect(&self) -> bool {
        match self {
            Self::Person(change) => change.has_effect(),
            Self::Answer(_, change) => change.before != change.after,
        }
    }
}
