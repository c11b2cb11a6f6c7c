//! What people need of a table: from the set-up's rules, and from answers in the registration form.

use model::{
    Answer,
    cafe::{AnswerNeed, CafeRuleKind, CafeSetUp, SeatNeed},
};

use super::CafePerson;

/// The needs of a person.
pub fn needs_of(set_up: &CafeSetUp, person: &CafePerson) -> Vec<SeatNeed> {
    let ruled = set_up.rules.iter().filter_map(|rule| match &rule.kind {
        CafeRuleKind::Needs { person: one, need } if *one == person.id => Some(need.clone()),
        _ => None,
    });
    let answered = set_up
        .answer_needs
        .iter()
        .filter(|need| was_given(need, person))
        .map(|need| need.need.clone());
    ruled.chain(answered).collect()
}

/// Whether the person gave the answer that a need follows from.
pub fn was_given(need: &AnswerNeed, person: &CafePerson) -> bool {
    let answer = person.answers.get(need.question);
    match (answer, &need.option) {
        (Some(Answer::YesNo(yes)), None) => *yes,
        (Some(Answer::Text(text)), Some(option)) => text == option.as_str(),
        (Some(Answer::Several(options)), Some(option)) => {
            options.iter().any(|one| one == option.as_str())
        }
        _ => false,
    }
}
