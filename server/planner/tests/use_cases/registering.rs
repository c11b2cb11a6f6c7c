//! Registering: what the form leads to, and what it tells to whom.

use jiff::SignedDuration;
use model::{Answers, EventDetails};
use planner::{
    PlannerError,
    registrations::{LinkStage, NewRegistration, PersonalChange},
};
use store::testing::TestDatabase;

use crate::given::{a_network, address, line, meeting, person, when};

store::on_both_engines! {
    no_seat_is_held_before_the_address_is_confirmed,
    confirming_twice_changes_nothing,
    a_confirmation_link_expires,
    only_the_owner_learns_that_an_address_is_registered,
    registration_opens_and_closes,
    a_change_from_an_old_page_is_refused_with_what_changed,
    a_confirmation_link_does_not_open_the_personal_page,
    a_second_confirmation_link_opens_the_registration_too,
    a_link_says_where_it_is_in_its_life,
}

async fn no_seat_is_held_before_the_address_is_confirmed(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    given.registers(event, person("anna", None)).await;
    let beate = given.comes(event, person("beate", None)).await;
    let page = given
        .planner
        .personal_page(&beate, &given.client)
        .await
        .unwrap();
    assert_eq!(page.position, None, "the one who confirms first sits");
}

async fn confirming_twice_changes_nothing(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let token = given.comes(event, person("anna", None)).await;
    given
        .planner
        .confirm_address(&token, &given.client)
        .await
        .unwrap();
    assert_eq!(
        given.told(&address("anna")).await,
        ["confirm address", "seat"]
    );
}

async fn a_confirmation_link_expires(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.registers(event, person("anna", None)).await;
    let token = given.token_mailed_to(&address("anna")).await;
    given.clock.advance(SignedDuration::from_hours(48));
    let late = given.planner.confirm_address(&token, &given.client).await;
    assert!(matches!(late, Err(PlannerError::Expired)), "{late:?}");
}

async fn only_the_owner_learns_that_an_address_is_registered(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.comes(event, person("anna", None)).await;
    // Somebody else types her address, with another name.
    let mut other = person("anna", None);
    other.given_name = line("Mallory");
    given.registers(event, other).await;
    assert_eq!(
        given.told(&address("anna")).await.last().unwrap(),
        "already registered"
    );
    let token = given.token_mailed_to(&address("anna")).await;
    let page = given
        .planner
        .personal_page(&token, &given.client)
        .await
        .unwrap();
    assert_eq!(page.registration.person.given_name.as_str(), "anna");
}

async fn registration_opens_and_closes(database: TestDatabase) {
    let given = a_network(database).await;
    let details = EventDetails {
        opens: Some(when("2023-08-10T08:00")),
        closes: Some(when("2023-09-12T18:00")),
        ..meeting(None, vec![])
    };
    let event = given.published_event(details).await;
    let tries = async |name: &str| {
        let new = NewRegistration {
            person: person(name, None),
            answers: Answers::default(),
            consent: 1,
        };
        given.planner.register(event, new, &given.client).await
    };
    assert!(matches!(
        tries("early").await,
        Err(PlannerError::WrongState)
    ));
    given.clock.advance(SignedDuration::from_hours(24 * 20));
    assert!(tries("intime").await.is_ok());
    given.clock.advance(SignedDuration::from_hours(24 * 24));
    assert!(matches!(tries("late").await, Err(PlannerError::WrongState)));
}

async fn a_change_from_an_old_page_is_refused_with_what_changed(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let token = given.comes(event, person("anna", None)).await;
    let page = given
        .planner
        .personal_page(&token, &given.client)
        .await
        .unwrap();
    let change = |family_name: &str| PersonalChange {
        given_name: line("Anna"),
        family_name: line(family_name),
        language: model::Language::De,
        answers: Answers::default(),
        revision: page.registration.revision,
    };
    given
        .planner
        .change_own_registration(page.right, change("Jäger"))
        .await
        .unwrap();
    let second = given
        .planner
        .change_own_registration(page.right, change("Jaeger"))
        .await;
    let Err(PlannerError::Conflict(changes)) = second else {
        panic!("{second:?}")
    };
    assert!(
        changes
            .iter()
            .any(|change| change.field == "family_name" && change.after == "Jäger")
    );
}

async fn a_confirmation_link_does_not_open_the_personal_page(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.registers(event, person("anna", None)).await;
    let token = given.token_mailed_to(&address("anna")).await;
    let page = given.planner.personal_page(&token, &given.client).await;
    assert!(matches!(page, Err(PlannerError::NotFound)));
}

async fn a_second_confirmation_link_opens_the_registration_too(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.registers(event, person("anna", None)).await;
    let first = given.token_mailed_to(&address("anna")).await;
    given.registers(event, person("anna", None)).await;
    let second = given.token_mailed_to(&address("anna")).await;
    given
        .planner
        .confirm_address(&second, &given.client)
        .await
        .unwrap();
    given
        .planner
        .confirm_address(&first, &given.client)
        .await
        .unwrap();
    for token in [first, second] {
        assert!(
            given
                .planner
                .personal_page(&token, &given.client)
                .await
                .is_ok()
        );
    }
}

async fn a_link_says_where_it_is_in_its_life(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let used = given.comes(event, person("anna", None)).await;
    given.registers(event, person("beate", None)).await;
    let open = given.token_mailed_to(&address("beate")).await;
    let link = async |token: &str| {
        let confirmation = given.planner.confirmation(token, &given.client).await;
        confirmation.unwrap().link
    };
    assert_eq!(link(&used).await, LinkStage::Used);
    assert_eq!(link(&open).await, LinkStage::Open);
    given.clock.advance(SignedDuration::from_hours(48));
    assert_eq!(link(&used).await, LinkStage::Used);
    assert_eq!(link(&open).await, LinkStage::Expired);
}
