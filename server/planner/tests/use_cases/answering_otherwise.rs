//! Invited people who register in another way, or whose invitation meets another change.

use model::{Answer, Answers, EventDetails, Fault, Faults, Need};
use planner::{
    PlannerError, events::NewQuestion, invitations::Acceptance, registrations::AddedPerson,
};
use store::testing::TestDatabase;

use crate::{
    answering::{WITH_INVITATION, WITH_REGISTRATION, entries, entry},
    given::{a_network, address, contact_of, meeting, person, when},
    questions::question,
};

store::on_both_engines! {
    whoever_got_the_entry_may_register_by_the_form,
    whoever_got_the_entry_may_be_entered,
    whoever_is_invited_after_cancelling_gets_a_higher_number,
    a_renewed_link_does_not_hide_that_the_event_moves,
    a_link_ends_with_a_wrong_address,
    what_must_be_answered_is_asked_with_the_invitation,
}

async fn whoever_got_the_entry_may_register_by_the_form(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.invited(event, "Bea", WITH_INVITATION).await;
    given.invitations_arrive().await;
    given.comes(event, person("Bea", None)).await;
    let told = entries(&given, "Bea").await;
    assert_eq!(told, [entry("REQUEST", 0), entry("REQUEST", 1)]);
}

async fn whoever_got_the_entry_may_be_entered(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.invited(event, "Bea", WITH_INVITATION).await;
    given.invitations_arrive().await;
    let added = AddedPerson {
        person: person("Bea", None),
        answers: model::Answers::default(),
    };
    let access = given.organises(event);
    given
        .planner
        .add_person(&access, |_| Ok(added))
        .await
        .unwrap();
    let told = entries(&given, "Bea").await;
    assert_eq!(told, [entry("REQUEST", 0), entry("REQUEST", 1)]);
}

async fn whoever_is_invited_after_cancelling_gets_a_higher_number(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let (id, token) = given.invited(event, "Bea", WITH_INVITATION).await;
    given.invitations_arrive().await;
    given.accepts(&token).await.unwrap();
    given.invitations_arrive().await;
    given.declines(&token).await.unwrap();
    given.invitations_arrive().await;
    // The link alone: whoever has declined gets no entry with it.
    let access = given.organises(event);
    given
        .planner
        .renew_invitation_link(&access, id)
        .await
        .unwrap();
    let renewed = given.token_mailed_to(&address("Bea")).await;
    given.invitations_arrive().await;
    given.accepts(&renewed).await.unwrap();
    let numbers: Vec<u32> = entries(&given, "Bea")
        .await
        .into_iter()
        .map(|(_, number)| number)
        .collect();
    assert_eq!(numbers, [0, 1, 2, 3]);
}

async fn a_renewed_link_does_not_hide_that_the_event_moves(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let (id, _) = given.invited(event, "Bea", WITH_INVITATION).await;
    given.invitations_arrive().await;
    let access = given.organises(event);
    given
        .planner
        .renew_invitation_link(&access, id)
        .await
        .unwrap();
    given.invitations_arrive().await;
    let later = EventDetails {
        starts: when("2023-09-19T10:00"),
        ..meeting(None, vec![])
    };
    given.changes(event, later).await;
    given.run_jobs().await;
    let told = entries(&given, "Bea").await;
    assert_eq!(told.last(), Some(&entry("REQUEST", 2)));
    assert_eq!(told.len(), 3);
}

async fn a_link_ends_with_a_wrong_address(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let (_, token) = given.invited(event, "Bea", WITH_REGISTRATION).await;
    let right = given.organiser.reads();
    let known = address("Bea");
    let bea = given.planner.contact_of_address(&right, known.as_str());
    let bea = bea.await.unwrap().unwrap();
    let corrected = contact_of(person("Beate", None));
    given
        .planner
        .change_contact(&given.organiser, bea.id, bea.revision, |_, _| Ok(corrected))
        .await
        .unwrap();
    let refused = given.accepts(&token).await;
    assert!(
        matches!(refused, Err(PlannerError::NotFound | PlannerError::Expired)),
        "{refused:?}"
    );
}

async fn what_must_be_answered_is_asked_with_the_invitation(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let access = given.organises(event);
    let required = NewQuestion {
        need: Need::Required,
        ..question("Anreise")
    };
    let asked = given.planner.add_question(&access, required).await.unwrap();
    let (_, token) = given.invited(event, "Bea", WITH_REGISTRATION).await;
    let Err(PlannerError::Invalid(faults)) = given.accepts(&token).await else {
        panic!("accepted without an answer")
    };
    assert_eq!(faults, Faults::one(Answers::field(asked), Fault::Missing));
    let list = given.planner.planned_event(&access).await.unwrap();
    assert_eq!(list.counts.confirmed, 0);
    let answer = Answer::Text("mit der Bahn".to_owned());
    let acceptance = Acceptance {
        name: None,
        answers: [(asked, answer.clone())].into_iter().collect(),
        consent: 1,
        may_be_kept: false,
    };
    let link = given.invitation(&token);
    let accepted = given.planner.accept_invitation(&link, |_| Ok(acceptance));
    let (registration, _) = accepted.await.unwrap();
    assert_eq!(registration.answers.get(asked), Some(&answer));
    // A refusal answers no questions.
    let (_, token) = given.invited(event, "Cem", WITH_REGISTRATION).await;
    given.declines(&token).await.unwrap();
}
