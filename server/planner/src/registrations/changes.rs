//! What differs between two versions of a registration, in the words of its form.

use model::{Answer, Answers, Question, Registration};

use crate::Change;

/// The fields that differ, each with what it showed before and shows now.
pub(crate) fn changes_between(
    before: &Registration,
    after: &Registration,
    questions: &[Question],
) -> Vec<Change> {
    shown(before, questions)
        .into_iter()
        .zip(shown(after, questions))
        .filter(|((_, before), (_, after))| before != after)
        .map(|((field, before), (_, after))| Change {
            field,
            before,
            after,
        })
        .collect()
}

fn shown(registration: &Registration, questions: &[Question]) -> Vec<(String, String)> {
    let person = &registration.person;
    let organisation = person.organisation_name.as_ref().map(ToString::to_string);
    let mut fields = vec![
        ("given_name".to_owned(), person.given_name.to_string()),
        ("family_name".to_owned(), person.family_name.to_string()),
        ("address".to_owned(), person.address.to_string()),
        ("organisation".to_owned(), organisation.unwrap_or_default()),
        ("language".to_owned(), person.language.to_string()),
    ];
    fields.extend(questions.iter().map(|question| {
        let answer = registration
            .answers
            .get(question.id)
            .and_then(Answer::shown);
        (Answers::field(question.id), answer.unwrap_or_default())
    }));
    fields
}
