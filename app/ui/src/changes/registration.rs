//! Changes of a registration.

use model::{Answer, Answers, PersonChange, RegistrationChange};

use super::{ShownChange, names, optional_texts, texts};

/// A change in the words of the forms of participants and organisers.
pub(super) fn shown(change: &RegistrationChange) -> ShownChange {
    match change {
        RegistrationChange::Person(change) => of_person(change),
        RegistrationChange::Answer(question, change) => {
            let answer = |answer: &Option<Answer>| answer.as_ref().and_then(Answer::shown);
            let answers = change.map(|value| answer(value).unwrap_or_default());
            ShownChange::new(Answers::field(*question), answers)
        }
    }
}

fn of_person(change: &PersonChange) -> ShownChange {
    let (field, values) = match change {
        PersonChange::GivenName(change) => ("given_name", texts(change)),
        PersonChange::FamilyName(change) => ("family_name", texts(change)),
        PersonChange::Address(change) => ("address", texts(change)),
        PersonChange::Organisation(change) => ("organisation", optional_texts(change)),
        PersonChange::Language(change) => ("language", names(change)),
    };
    ShownChange::new(field, values)
}
