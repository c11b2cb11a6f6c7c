//! Several people are given the same answer.

use std::collections::BTreeSet;

use model::{
    Answer, Answers, AuditAction, EventId, Need, QuestionId, QuestionKind, RegistrationId,
    RegistrationState,
};
use planner::{
    PlannerError, RegistrationFilter,
    events::NewQuestion,
    registrations::{AddedPerson, Decision, RegistrationSelection},
};
use store::testing::TestDatabase;

use crate::{
    given::{Given, a_network, line, meeting, person},
    questions::question,
};

store::on_both_engines! {
    one_answer_changes_and_the_others_stay,
    an_answer_that_is_not_offered_changes_nobody,
}

async fn asks(given: &Given, event: EventId, options: &[&str]) -> QuestionId {
    let new = NewQuestion {
        kind: QuestionKind::OneOf,
        options: options.iter().map(|option| line(option)).collect(),
        need: Need::Required,
        ..question("Verpflegung")
    };
    let access = given.organises(event);
    given.planner.add_question(&access, new).await.unwrap()
}

async fn joins(
    given: &Given,
    event: EventId,
    name: &str,
    answers: &[(QuestionId, &str)],
) -> RegistrationId {
    let answers = answers.iter();
    let answers = answers.map(|(id, answer)| (*id, Answer::Text((*answer).to_owned())));
    let added = AddedPerson {
        person: person(name, None),
        answers: answers.collect(),
    };
    let access = given.organises(event);
    let added = given.planner.add_person(&access, |_| Ok(added)).await;
    added.unwrap().id
}

/// The answers to two questions, and how often the registration was changed.
async fn answers(
    given: &Given,
    id: RegistrationId,
    questions: [QuestionId; 2],
) -> ([Option<String>; 2], usize) {
    let mut reader = given.database.store.read().await.unwrap();
    let registration = reader.registration(id).await.unwrap().unwrap();
    let lines = reader.audit_of_registration(id).await.unwrap().rows;
    let changes = lines.iter();
    let changes = changes.filter(|line| line.action == AuditAction::RegistrationChanged);
    let answer = |question| registration.answers.get(question)?.shown();
    (questions.map(answer), changes.count())
}

async fn give(
    given: &Given,
    event: EventId,
    selection: &RegistrationSelection,
    (question, answer): (QuestionId, &str),
) -> Result<usize, PlannerError> {
    let sent = [answer.to_owned()];
    let access = given.organises(event);
    given
        .planner
        .answer_for_several(
            &access,
            selection,
            (question, |_: &[_]| true),
            |questions| Answers::parse(questions, |_| &sent),
        )
        .await
}

async fn one_answer_changes_and_the_others_stay(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let food = asks(&given, event, &["vegan", "halal"]).await;
    let track = asks(&given, event, &["Arbeit", "Sprache"]).await;
    let both = [food, track];
    let anna = joins(&given, event, "Anna", &[(food, "halal"), (track, "Arbeit")]).await;
    let bea = joins(&given, event, "Bea", &[(track, "Sprache")]).await;
    let cem = joins(&given, event, "Cem", &[(food, "vegan")]).await;
    let dora = joins(&given, event, "Dora", &[]).await;
    let cancels = given.organises_registration(dora);
    let cancelled = given.planner.decide(&cancels, Decision::Cancel).await;
    cancelled.unwrap();
    let emil = joins(&given, event, "Emil", &[(food, "halal")]).await;

    let ticked: BTreeSet<_> = [anna, bea, cem, dora].into();
    let chosen = RegistrationSelection::Chosen(ticked);
    let access = given.organises(event);
    let seen = given.planner.several_to_answer(&access, &chosen).await;
    assert_eq!(seen.unwrap().people.len(), 3, "who cancelled is left out");
    let mails = given.mails().await.len();
    let changed = give(&given, event, &chosen, (food, "vegan")).await.unwrap();
    assert_eq!(changed, 2, "Cem had this answer");
    let text = |text: &str| Some(text.to_owned());
    let expected = [
        (anna, ([text("vegan"), text("Arbeit")], 1)),
        (bea, ([text("vegan"), text("Sprache")], 1)),
        (cem, ([text("vegan"), None], 0)),
        (dora, ([None, None], 0)),
        (emil, ([text("halal"), None], 0)),
    ];
    for (id, expected) in expected {
        assert_eq!(answers(&given, id, both).await, expected);
    }
    assert_eq!(given.mails().await.len(), mails, "nobody is written to");

    // All whom the list finds; an empty answer takes the answer away.
    let everybody = RegistrationSelection::Found(RegistrationFilter {
        state: Some(RegistrationState::Confirmed),
        ..RegistrationFilter::default()
    });
    let clear = async |is_seen: bool| {
        given
            .planner
            .answer_for_several(&access, &everybody, (track, |_: &[_]| is_seen), |_| {
                Ok(Answers::default())
            })
            .await
    };
    let refused = clear(false).await;
    let is_conflict = matches!(refused, Err(PlannerError::Conflict(_)));
    assert!(is_conflict, "others than the page has shown: {refused:?}");
    let changed = clear(true).await;
    assert_eq!(changed.unwrap(), 2);
    let (shown, _) = answers(&given, anna, both).await;
    assert_eq!(shown, [text("vegan"), None]);
}

async fn an_answer_that_is_not_offered_changes_nobody(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let food = asks(&given, event, &["vegan", "halal"]).await;
    let track = asks(&given, event, &["Arbeit", "Sprache"]).await;
    let anna = joins(&given, event, "Anna", &[(food, "halal")]).await;
    let chosen = RegistrationSelection::Chosen([anna].into());
    let refused = give(&given, event, &chosen, (food, "koscher")).await;
    assert!(
        matches!(refused, Err(PlannerError::Invalid(_))),
        "{refused:?}"
    );
    let elsewhere = given.published_event(meeting(None, vec![])).await;
    let refused = give(&given, elsewhere, &chosen, (food, "vegan")).await;
    assert!(
        matches!(refused, Err(PlannerError::NotFound)),
        "{refused:?}"
    );
    let (shown, changes) = answers(&given, anna, [food, track]).await;
    assert_eq!((shown, changes), ([Some("halal".into()), None], 0));
}
