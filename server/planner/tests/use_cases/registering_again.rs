//! Forms for an address that is known: what its owner learns, and what a stranger cannot do.

use std::sync::Arc;

use jiff::SignedDuration;
use model::{Answers, MailState, RegistrationState};
use planner::{
    ClientKey, Delivery, OsRandom, Planner, PlannerConfig, PlannerError, access::LinkAccess,
    registrations::NewRegistration,
};
use store::testing::TestDatabase;

use crate::given::{a_network, address, line, meeting, person, token_in};

store::on_both_engines! {
    only_the_owner_learns_that_an_address_is_registered,
    a_second_confirmation_link_opens_the_registration_too,
    each_link_confirms_what_was_entered_with_it,
    whoever_gave_the_seat_up_comes_back_by_a_later_form_only,
    a_strangers_form_drops_no_mail_to_the_owner,
    strangers_use_up_neither_the_owners_limit_nor_the_mailbox,
    the_operator_says_how_many_register_from_one_address,
    registering_again_takes_no_seat_back,
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
        given.mail_kinds(&address("anna")).await.last().unwrap(),
        "already registered"
    );
    let token = given.token_mailed_to(&address("anna")).await;
    let page = given
        .planner
        .personal_page(&given.link(&token))
        .await
        .unwrap();
    assert_eq!(page.registration.person.given_name.as_str(), "anna");
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
        .confirm_address(&given.link(&second))
        .await
        .unwrap();
    given
        .planner
        .confirm_address(&given.link(&first))
        .await
        .unwrap();
    for token in [first, second] {
        assert!(
            given
                .planner
                .personal_page(&given.link(&token))
                .await
                .is_ok()
        );
    }
}

async fn each_link_confirms_what_was_entered_with_it(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let mut tokens = Vec::new();
    // Anna, and somebody else who types her address, in either order.
    for (address_of, names) in [
        ("anna", ["Anna", "Mallory"]),
        ("beate", ["Mallory", "Beate"]),
    ] {
        for name in names {
            let mut entered = person(address_of, None);
            entered.given_name = line(name);
            given.registers(event, entered).await;
            tokens.push(given.token_mailed_to(&address(address_of)).await);
        }
    }
    for (link, name) in [(&tokens[0], "Anna"), (&tokens[3], "Beate")] {
        let link = given.link(link);
        let shown = given.planner.confirmation(&link).await.unwrap();
        assert_eq!(shown.registration.person.given_name.as_str(), name);
        let confirmed = given.planner.confirm_address(&link).await.unwrap();
        assert_eq!(confirmed.person.given_name.as_str(), name);
        assert_eq!(confirmed.state, RegistrationState::Confirmed);
    }
    // What somebody else entered is not taken over afterwards.
    for (link, name) in [(&tokens[1], "Anna"), (&tokens[2], "Beate")] {
        let link = given.link(link);
        let again = given.planner.confirm_address(&link).await.unwrap();
        assert_eq!(again.person.given_name.as_str(), name);
    }
}

async fn whoever_gave_the_seat_up_comes_back_by_a_later_form_only(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.registers(event, person("anna", None)).await;
    let mut other = person("anna", None);
    other.given_name = line("Mallory");
    given.registers(event, other).await;
    let before = given.token_mailed_to(&address("anna")).await;
    let hers = given.comes(event, person("anna", None)).await;
    given.clock.advance(SignedDuration::from_mins(61));
    let hers = given.link(&hers);
    given.planner.cancel_own_registration(&hers).await.unwrap();

    let old = given.planner.confirm_address(&given.link(&before)).await;
    assert_eq!(old.unwrap().state, RegistrationState::Cancelled);
    given.registers(event, person("anna", None)).await;
    let page = given.planner.personal_page(&hers).await;
    assert_eq!(
        page.unwrap().registration.state,
        RegistrationState::Cancelled
    );
    let back = given.token_mailed_to(&address("anna")).await;
    let back = given.planner.confirm_address(&given.link(&back)).await;
    assert_eq!(back.unwrap().state, RegistrationState::Confirmed);
}

async fn a_strangers_form_drops_no_mail_to_the_owner(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.registers(event, person("anna", None)).await;
    // Her second form makes a second revision of the registration.
    let mut corrected = person("anna", None);
    corrected.given_name = line("Anne");
    let hers = given.comes(event, corrected).await;
    given.mails_arrive().await;
    let hers = given.link(&hers);
    given.planner.cancel_own_registration(&hers).await.unwrap();
    given.clock.advance(SignedDuration::from_mins(61));
    given.registers(event, person("anna", None)).await;
    let mut other = person("anna", None);
    other.given_name = line("Mallory");
    given.registers(event, other).await;
    let mails = given.mails_to(&address("anna")).await;
    let dropped = mails
        .iter()
        .filter(|(mail, _)| mail.state == MailState::Dropped);
    assert_eq!(dropped.count(), 0);
}

async fn strangers_use_up_neither_the_owners_limit_nor_the_mailbox(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let slug = given.slug(event).await;
    let register = async |client: u8| {
        let client = ClientKey::from_ip([192, 0, 2, client].into());
        let new = NewRegistration {
            colleagues: Vec::new(),
            wishes: Vec::new(),
            person: person("anna", None),
            answers: Answers::default(),
            consent: 1,
            may_be_kept: false,
        };
        given
            .planner
            .register(&slug, None, &client, |_| Ok(new))
            .await
    };
    for _ in 0..10 {
        register(100).await.unwrap();
    }
    let refused = register(100).await;
    assert!(
        matches!(refused, Err(PlannerError::TooManyRequests { .. })),
        "{refused:?}"
    );
    for client in 101..130 {
        register(client).await.unwrap();
    }
    let mails = given.mails_to(&address("anna")).await;
    assert_eq!(mails.len(), 10, "however many send the form");
    for (_, text) in mails {
        let token = token_in(&text);
        let confirmed = given.planner.confirm_address(&given.link(&token)).await;
        assert_eq!(confirmed.unwrap().state, RegistrationState::Confirmed);
    }
}

/// Somebody types the address again while its owner clicks the link. Both are held up in the middle,
/// the click first.
async fn registering_again_takes_no_seat_back(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.registers(event, person("anna", None)).await;
    let token = given.token_mailed_to(&address("anna")).await;
    let (planner, client) = (given.planner.clone(), given.client.clone());
    let pending = planner
        .confirmation(&LinkAccess::new(&token, &client))
        .await
        .unwrap();

    let mut holding = given.database.store.begin().await.unwrap();
    holding
        .update_registration_state(&pending.registration)
        .await
        .unwrap();
    // A count of the seats writes the state before, which locks the row.
    holding.seats_taken(event).await.unwrap();
    let confirming = tokio::spawn(async move {
        planner
            .confirm_address(&LinkAccess::new(&token, &client))
            .await
            .map(drop)
    });
    tokio::time::sleep(HELD_UP).await;
    let (planner, client) = (given.planner.clone(), given.client.clone());
    let again = NewRegistration {
        colleagues: Vec::new(),
        wishes: Vec::new(),
        person: person("anna", None),
        answers: Answers::default(),
        consent: 1,
        may_be_kept: false,
    };
    let slug = given.slug(event).await;
    let registering =
        tokio::spawn(async move { planner.register(&slug, None, &client, |_| Ok(again)).await });
    tokio::time::sleep(HELD_UP).await;
    drop(holding);
    confirming.await.unwrap().unwrap();
    registering.await.unwrap().unwrap();

    let mut reader = given.database.store.read().await.unwrap();
    let counts = reader.count_registrations(event).await.unwrap();
    assert_eq!((counts.confirmed, counts.pending), (1, 0));
}

/// Long enough for a use case to come to the lock that it waits for.
pub const HELD_UP: std::time::Duration = std::time::Duration::from_millis(300);

async fn the_operator_says_how_many_register_from_one_address(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let slug = given.slug(event).await;
    let config = PlannerConfig {
        registrations_per_client: 2,
        ..PlannerConfig::new("https://treffpunkt.example", Delivery::Kept)
    };
    let planner = Planner::new(
        given.database.store.clone(),
        given.clock.clone(),
        Arc::new(OsRandom),
        config,
    );
    let register = async |name: &str, client: u8| {
        let client = ClientKey::from_ip([192, 0, 2, client].into());
        let new = NewRegistration {
            colleagues: Vec::new(),
            wishes: Vec::new(),
            person: person(name, None),
            answers: Answers::default(),
            consent: 1,
            may_be_kept: false,
        };
        planner.register(&slug, None, &client, |_| Ok(new)).await
    };
    register("anna", 100).await.unwrap();
    register("beate", 100).await.unwrap();
    let refused = register("cem", 100).await;
    assert!(
        matches!(refused, Err(PlannerError::TooManyRegistrations { .. })),
        "{refused:?}"
    );
    register("cem", 101).await.unwrap();
    given.clock.advance(SignedDuration::from_mins(10));
    register("dina", 100).await.unwrap();
}
