use std::collections::HashSet;

use model::{Answers, LinkPurpose, RegistrationInput, RegistrationState, Source};

use crate::{
    NewPersonalLink, StoreError,
    contract::sample::{address, at, id, line, organisation, planned, registered, registration},
    testing::TestDatabase,
};

crate::on_both_engines! {
    a_registration_comes_back_as_it_was_saved,
    an_address_is_registered_once_for_an_event,
    of_two_edits_from_the_same_revision_the_second_is_not_saved,
    a_change_of_state_is_no_edit,
    the_last_of_several_states_is_saved,
    who_comes_back_is_written_anew,
    a_waiting_position_belongs_to_those_who_wait,
    a_personal_link_is_found_by_its_hash,
}

async fn a_registration_comes_back_as_it_was_saved(database: TestDatabase) {
    let (network, event) = planned(&database.store).await;
    let partner = organisation(1, &network, "ÖRK");
    let mut person = registration(1, event.id);
    person.person.given_name = line("👩🏽‍💻 נועה");
    person.person.family_name = line("O'Brien \"Bo\"; DROP TABLE");
    person.person.address = address("Anna.Größe@Haus.example");
    person.person.organisation = Some(partner.id);
    person.person.organisation_name = Some(line("ÖRK"));
    let question: model::QuestionId = id(7);
    person.answers = serde_json::from_str(&format!(
        "{{\"{question}\": [\"vegan\", \"\\\"halal\\\"\"]}}"
    ))
    .unwrap();
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_organisation(&partner).await.unwrap();
    tx.insert_registration(&person).await.unwrap();
    tx.commit().await.unwrap();

    let mut reader = database.store.read().await.unwrap();
    assert_eq!(
        reader.registration(person.id).await.unwrap().as_ref(),
        Some(&person)
    );
    let by_address = reader
        .registration_by_address(event.id, "anna.größe@haus.example")
        .await
        .unwrap();
    assert_eq!(by_address, Some(person));
    assert_eq!(reader.registration(id(9)).await.unwrap(), None);
}

async fn an_address_is_registered_once_for_an_event(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let first = registration(1, event.id);
    let mut second = registration(2, event.id);
    second.person.address = address(&first.person.address.as_str().to_uppercase());
    registered(&database.store, &[first]).await;
    let mut tx = database.store.begin().await.unwrap();
    let refused = tx.insert_registration(&second).await.unwrap_err();
    assert!(
        refused.is_duplicate_of("registrations_event_id_address_lower_key"),
        "{refused}"
    );
}

async fn of_two_edits_from_the_same_revision_the_second_is_not_saved(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let mut person = registration(1, event.id);
    registered(&database.store, std::slice::from_ref(&person)).await;
    let mut tx = database.store.begin().await.unwrap();
    person.person.given_name = line("Erste");
    person.revision = 1;
    assert!(tx.update_registration_details(&person, 0).await.unwrap());
    let mut late = person.clone();
    late.person.given_name = line("Zweite");
    assert!(!tx.update_registration_details(&late, 0).await.unwrap());
    assert_eq!(tx.registration(person.id).await.unwrap(), Some(person));
}

async fn a_change_of_state_is_no_edit(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let mut person = registration(1, event.id);
    registered(&database.store, std::slice::from_ref(&person)).await;
    let mut tx = database.store.begin().await.unwrap();
    person.state = RegistrationState::Waitlisted;
    person.waiting_position = Some(4);
    person.state_changed_at = at(77);
    tx.update_registration_state(&person).await.unwrap();
    person.invitation_sequence = Some(2);
    tx.set_invitation_sequence(person.id, 2).await.unwrap();
    assert_eq!(
        tx.registration(person.id).await.unwrap().as_ref(),
        Some(&person)
    );
    assert!(tx.update_registration_details(&person, 0).await.unwrap());

    let nobody = registration(9, event.id);
    tx.update_registration_state(&nobody).await.unwrap();
    let refused = tx.commit().await.unwrap_err();
    assert!(matches!(refused, StoreError::Outdated { .. }), "{refused}");
}

/// Several states are saved with one statement, the last one of each person.
async fn the_last_of_several_states_is_saved(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let mut people: Vec<_> = (1..=70).map(|n| registration(n, event.id)).collect();
    registered(&database.store, &people).await;
    let mut tx = database.store.begin().await.unwrap();
    for state in [RegistrationState::Declined, RegistrationState::Cancelled] {
        for person in &mut people {
            person.state = state;
            tx.update_registration_state(person).await.unwrap();
        }
    }
    // Seats are counted after the states.
    assert_eq!(tx.seats_taken(event.id).await.unwrap(), []);
    tx.commit().await.unwrap();
    let mut reader = database.store.read().await.unwrap();
    let counts = reader.count_registrations(event.id).await.unwrap();
    assert_eq!((counts.cancelled, counts.all()), (70, 70));
}

async fn who_comes_back_is_written_anew(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let mut person = registration(1, event.id);
    person.state = RegistrationState::Cancelled;
    registered(&database.store, std::slice::from_ref(&person)).await;
    person.person.family_name = line("Neu");
    person.answers = Answers::default();
    person.state = RegistrationState::Pending;
    person.source = Source::Import;
    person.consent = None;
    person.revision = 5;
    let mut tx = database.store.begin().await.unwrap();
    tx.replace_registration(&person).await.unwrap();
    assert_eq!(tx.registration(person.id).await.unwrap(), Some(person));
}

async fn a_waiting_position_belongs_to_those_who_wait(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let mut person = registration(1, event.id);
    registered(&database.store, std::slice::from_ref(&person)).await;
    let mut tx = database.store.begin().await.unwrap();
    assert!(tx.set_waiting_position(person.id, 1).await.is_err());
    drop(tx);
    // The database itself refuses what the planner must never do.
    person.state = RegistrationState::Waitlisted;
    let mut tx = database.store.begin().await.unwrap();
    tx.update_registration_state(&person).await.unwrap();
    let refused = tx.commit().await.unwrap_err();
    // PostgreSQL's message repeats the row, which must not reach a log.
    let told = format!("{refused} {refused:?}");
    assert!(told.contains("constraint"), "{told}");
    assert!(!told.contains("haus.example"), "{told}");
}

async fn a_personal_link_is_found_by_its_hash(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let person = registration(1, event.id);
    registered(&database.store, std::slice::from_ref(&person)).await;
    let mut tx = database.store.begin().await.unwrap();
    let input = RegistrationInput {
        colleagues: Vec::new(),
        entered_by: None,
        may_be_kept: true,
        person: person.person.clone(),
        answers: Answers::default(),
        consent: (1, at(1)),
        wishes: vec![id(7)],
    };
    let link = NewPersonalLink {
        token_hash: b"hash",
        registration: person.id,
        purpose: LinkPurpose::Confirm,
        expires_at: Some(at(9)),
        input: Some(&input),
    };
    tx.insert_personal_link(link, at(1)).await.unwrap();
    let link = tx.personal_link(b"hash").await.unwrap().unwrap();
    assert_eq!(
        (link.registration, link.purpose),
        (person.id, LinkPurpose::Confirm)
    );
    assert_eq!((link.created_at, link.expires_at), (at(1), Some(at(9))));
    assert_eq!(link.input, Some(input));

    let used = tx.use_confirmation_links(&[b"hash", b"other"]).await;
    assert_eq!(used.unwrap(), HashSet::from([b"hash".to_vec()]));
    let link = tx.personal_link(b"hash").await.unwrap().unwrap();
    assert_eq!((link.purpose, link.expires_at), (LinkPurpose::Manage, None));
    assert_eq!(link.input, None);
    assert_eq!(tx.personal_link(b"other").await.unwrap(), None);
}
