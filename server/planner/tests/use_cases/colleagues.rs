//! A participant registers colleagues in one go.

use model::{Answers, Colleague, ColleagueConfirmation, EventId, RegistrationState};
use planner::registrations::NewRegistration;
use store::testing::TestDatabase;

use crate::given::{Given, a_network, address, line, meeting, person};

store::on_both_engines! {
    nobody_learns_of_it_before_the_first_has_confirmed,
    the_first_confirms_for_all_where_the_event_allows_it,
    whoever_is_registered_already_is_left_alone,
    using_the_link_twice_enters_nobody_twice,
}

fn colleague(name: &str) -> Colleague {
    Colleague {
        given_name: line(name),
        family_name: line("Muster"),
        address: address(name),
        answers: Answers::default(),
    }
}

async fn event(given: &Given, capacity: u32, colleagues: ColleagueConfirmation) -> EventId {
    let mut details = meeting(Some(capacity), vec![]);
    details.colleagues = colleagues;
    given.published_event(details).await
}

async fn registers(given: &Given, event: EventId, colleagues: &[&str]) {
    let new = NewRegistration {
        person: person("anna", None),
        answers: Answers::default(),
        consent: 1,
        may_be_kept: false,
        wishes: Vec::new(),
        colleagues: colleagues.iter().map(|name| colleague(name)).collect(),
    };
    given.register(event, new).await.unwrap();
}

async fn state_of(given: &Given, event: EventId, name: &str) -> Option<RegistrationState> {
    let mut reader = given.database.store.read().await.unwrap();
    let address = address(name).lower();
    let found = reader.registration_by_address(event, &address).await;
    found.unwrap().map(|found| found.state)
}

async fn nobody_learns_of_it_before_the_first_has_confirmed(database: TestDatabase) {
    let given = a_network(database).await;
    let event = event(&given, 5, ColleagueConfirmation::Each).await;
    registers(&given, event, &["beate"]).await;
    assert_eq!(
        given.mail_kinds(&address("beate")).await,
        Vec::<String>::new()
    );
    assert_eq!(state_of(&given, event, "beate").await, None);

    given.confirms(&address("anna")).await;
    assert_eq!(
        state_of(&given, event, "beate").await,
        Some(RegistrationState::Pending)
    );
    let (mail, text) = given.mails_to(&address("beate")).await.pop().unwrap();
    assert_eq!(mail.kind.as_str(), "confirm address");
    assert!(text.contains("hat Sie f"), "{text}");
    given.confirms(&address("beate")).await;
    assert_eq!(
        state_of(&given, event, "beate").await,
        Some(RegistrationState::Confirmed)
    );
    let mut reader = given.database.store.read().await.unwrap();
    let beate = reader
        .registration_by_address(event, &address("beate").lower())
        .await
        .unwrap()
        .unwrap();
    assert!(beate.consent.is_some(), "{beate:?}");
}

async fn the_first_confirms_for_all_where_the_event_allows_it(database: TestDatabase) {
    let given = a_network(database).await;
    let event = event(&given, 2, ColleagueConfirmation::First).await;
    registers(&given, event, &["beate", "cem"]).await;
    let token = given.token_mailed_to(&address("anna")).await;
    let page = given
        .planner
        .confirmation(&given.link(&token))
        .await
        .unwrap();
    assert_eq!(page.colleagues, ["beate Muster", "cem Muster"]);
    given.confirms(&address("anna")).await;
    assert_eq!(
        state_of(&given, event, "beate").await,
        Some(RegistrationState::Confirmed)
    );
    assert_eq!(
        state_of(&given, event, "cem").await,
        Some(RegistrationState::Waitlisted)
    );
    let (mail, text) = given.mails_to(&address("beate")).await.pop().unwrap();
    assert_eq!(mail.calendar, Some((0, "REQUEST".to_owned())));
    assert!(!text.contains("Ihre Anmeldung ist best"), "{text}");
}

async fn whoever_is_registered_already_is_left_alone(database: TestDatabase) {
    let given = a_network(database).await;
    let event = event(&given, 5, ColleagueConfirmation::First).await;
    given.comes(event, person("beate", None)).await;
    let before = given.mail_kinds(&address("beate")).await;
    registers(&given, event, &["beate", "cem"]).await;
    given.confirms(&address("anna")).await;
    assert_eq!(given.mail_kinds(&address("beate")).await, before);
    assert_eq!(
        state_of(&given, event, "cem").await,
        Some(RegistrationState::Confirmed)
    );
}

async fn using_the_link_twice_enters_nobody_twice(database: TestDatabase) {
    let given = a_network(database).await;
    let event = event(&given, 5, ColleagueConfirmation::Each).await;
    registers(&given, event, &["beate"]).await;
    let token = given.token_mailed_to(&address("anna")).await;
    for _ in 0..2 {
        given
            .planner
            .confirm_address(&given.link(&token))
            .await
            .unwrap();
    }
    assert_eq!(
        given.mail_kinds(&address("beate")).await,
        ["confirm address"]
    );
}
