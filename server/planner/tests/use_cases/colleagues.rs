//! A participant registers colleagues in one go.

use jiff::SignedDuration;
use model::{
    Answer, Answers, Colleague, ColleagueConfirmation, EventId, Language, Need, QuestionKind,
    Registration, RegistrationState,
};
use planner::{
    PlannerError,
    events::NewQuestion,
    registrations::{Decision, NewRegistration, PersonalChange},
};
use store::testing::TestDatabase;

use crate::{
    given::{Given, a_network, address, line, meeting, person},
    questions::question,
};

store::on_both_engines! {
    nobody_learns_of_it_before_the_first_has_confirmed,
    the_first_confirms_for_all_where_the_event_allows_it,
    whoever_is_registered_already_is_left_alone,
    using_the_link_twice_enters_nobody_twice,
    a_declined_person_brings_nobody,
    nobody_is_entered_once_it_has_begun,
    strangers_words_count_as_nobodys_own,
    whoever_cancelled_is_asked_and_not_put_back,
    a_colleague_who_never_confirmed_is_asked_again,
    a_message_in_place_of_a_name_is_not_mailed,
    colleagues_count_towards_the_limit_of_a_client,
    each_has_their_own_answers,
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

async fn found(given: &Given, event: EventId, name: &str) -> Option<Registration> {
    let mut reader = given.database.store.read().await.unwrap();
    let address = address(name).lower();
    let found = reader.registration_by_address(event, &address).await;
    found.unwrap()
}

async fn state_of(given: &Given, event: EventId, name: &str) -> Option<RegistrationState> {
    found(given, event, name).await.map(|found| found.state)
}

async fn decides(given: &Given, event: EventId, name: &str, decision: Decision) {
    let id = found(given, event, name).await.unwrap().id;
    let access = given.organises_registration(id);
    given.planner.decide(&access, decision).await.unwrap();
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

async fn a_declined_person_brings_nobody(database: TestDatabase) {
    let given = a_network(database).await;
    for colleagues in [ColleagueConfirmation::First, ColleagueConfirmation::Each] {
        let event = event(&given, 5, colleagues).await;
        registers(&given, event, &["beate"]).await;
        let token = given.token_mailed_to(&address("anna")).await;
        let decision = Decision::Decline { reason: None };
        decides(&given, event, "anna", decision).await;
        let confirmed = given.planner.confirm_address(&given.link(&token)).await;
        assert_eq!(confirmed.unwrap().state, RegistrationState::Declined);
        assert_eq!(state_of(&given, event, "beate").await, None);
    }
    let mails = given.mail_kinds(&address("beate")).await;
    assert_eq!(mails, Vec::<String>::new());
}

async fn nobody_is_entered_once_it_has_begun(database: TestDatabase) {
    let given = a_network(database).await;
    let event = event(&given, 5, ColleagueConfirmation::First).await;
    given.clock.advance(SignedDuration::from_hours(24 * 48));
    registers(&given, event, &["beate"]).await;
    let token = given.token_mailed_to(&address("anna")).await;
    decides(&given, event, "anna", Decision::Confirm).await;
    given.clock.advance(SignedDuration::from_hours(34));
    let confirmed = given.planner.confirm_address(&given.link(&token)).await;
    assert_eq!(confirmed.unwrap().state, RegistrationState::Confirmed);
    assert_eq!(state_of(&given, event, "beate").await, None);
}

async fn strangers_words_count_as_nobodys_own(database: TestDatabase) {
    let given = a_network(database).await;
    let event = event(&given, 5, ColleagueConfirmation::First).await;
    registers(&given, event, &["beate"]).await;
    given.confirms(&address("anna")).await;
    let beate = found(&given, event, "beate").await.unwrap();
    assert_eq!(beate.confirmed_name(), None);
    let network = given.organiser.network();
    let contact = async || {
        let mut reader = given.database.store.read().await.unwrap();
        let address = address("beate").lower();
        let found = reader.contact_by_address(network, &address).await;
        found.unwrap().unwrap()
    };
    assert_eq!(contact().await.confirmed_at, None);
    // A change by the personal link is the owner's of the address.
    let token = given.token_mailed_to(&address("beate")).await;
    let change = PersonalChange {
        given_name: line("Beate"),
        family_name: line("Brandt"),
        language: Language::De,
        answers: Answers::default(),
        revision: beate.revision,
    };
    let link = given.link(&token);
    let changed = given.planner.change_own_registration(&link, |_| Ok(change));
    changed.await.unwrap();
    let beate = found(&given, event, "beate").await.unwrap();
    assert_eq!(beate.confirmed_name().unwrap(), "Beate Brandt");
    let contact = contact().await;
    assert!(contact.confirmed_at.is_some());
    assert_eq!(contact.person.family_name, line("Brandt"));
}

async fn whoever_cancelled_is_asked_and_not_put_back(database: TestDatabase) {
    let given = a_network(database).await;
    let event = event(&given, 5, ColleagueConfirmation::First).await;
    let token = given.comes(event, person("beate", None)).await;
    let link = given.link(&token);
    given.planner.cancel_own_registration(&link).await.unwrap();
    given.mails_arrive().await;
    given.clock.advance(SignedDuration::from_hours(1));
    registers(&given, event, &["beate"]).await;
    given.confirms(&address("anna")).await;
    let beate = found(&given, event, "beate").await.unwrap();
    assert_eq!(beate.state, RegistrationState::Cancelled);
    assert_eq!(beate.entered_by, None);
    let (mail, text) = given.mails_to(&address("beate")).await.pop().unwrap();
    assert_eq!(mail.kind.as_str(), "confirm address");
    assert!(text.contains("hat Sie f"), "{text}");

    let token = given.token_mailed_to(&address("beate")).await;
    let page = given.planner.confirmation(&given.link(&token)).await;
    let shown = page.unwrap().registration;
    assert_eq!((shown.consent, shown.entered_by.is_some()), (None, true));
    given.confirms(&address("beate")).await;
    let beate = found(&given, event, "beate").await.unwrap();
    assert_eq!(beate.state, RegistrationState::Confirmed);
    assert!(beate.address_confirmed_at.is_some(), "{beate:?}");
    // The consent is that of the click.
    assert!(
        beate.consent.unwrap().1 >= beate.state_changed_at,
        "{beate:?}"
    );
}

async fn a_colleague_who_never_confirmed_is_asked_again(database: TestDatabase) {
    let given = a_network(database).await;
    let event = event(&given, 5, ColleagueConfirmation::Each).await;
    given.registers(event, person("beate", None)).await;
    // The link of the first mail is too old then.
    given.clock.advance(SignedDuration::from_hours(24 * 4));
    registers(&given, event, &["beate"]).await;
    given.confirms(&address("anna")).await;
    let kinds = given.mail_kinds(&address("beate")).await;
    assert_eq!(kinds, ["confirm address", "confirm address"]);
    given.confirms(&address("beate")).await;
    assert_eq!(
        state_of(&given, event, "beate").await,
        Some(RegistrationState::Confirmed)
    );
}

async fn a_message_in_place_of_a_name_is_not_mailed(database: TestDatabase) {
    let given = a_network(database).await;
    let event = event(&given, 5, ColleagueConfirmation::Each).await;
    let mut first = person("anna", None);
    first.given_name = line("Gewinn abholen: bank.example");
    let new = NewRegistration {
        person: first,
        answers: Answers::default(),
        consent: 1,
        may_be_kept: false,
        wishes: Vec::new(),
        colleagues: vec![colleague("beate")],
    };
    given.register(event, new).await.unwrap();
    given.confirms(&address("anna")).await;
    let (_, text) = given.mails_to(&address("beate")).await.pop().unwrap();
    let text = text.replace("=\r\n", "");
    assert!(!text.contains("bank.example"), "{text}");
    assert!(text.contains("Eine Kollegin oder ein Kollege"), "{text}");
}

async fn colleagues_count_towards_the_limit_of_a_client(database: TestDatabase) {
    let given = a_network(database).await;
    let event = event(&given, 5, ColleagueConfirmation::Each).await;
    let most = given.planner.config().registrations_per_client;
    let new = NewRegistration {
        person: person("anna", None),
        answers: Answers::default(),
        consent: 1,
        may_be_kept: false,
        wishes: Vec::new(),
        colleagues: (0..most)
            .map(|number| colleague(&format!("p{number}")))
            .collect(),
    };
    let refused = given.register(event, new).await;
    assert!(
        matches!(refused, Err(PlannerError::TooManyRegistrations { .. })),
        "{refused:?}"
    );
}

async fn each_has_their_own_answers(database: TestDatabase) {
    let given = a_network(database).await;
    for colleagues in [ColleagueConfirmation::First, ColleagueConfirmation::Each] {
        let event = event(&given, 5, colleagues).await;
        let food = NewQuestion {
            kind: QuestionKind::OneOf,
            options: ["vegan", "halal", "koscher"].map(line).to_vec(),
            need: Need::Required,
            ..question("Verpflegung")
        };
        let access = given.organises(event);
        let food = given.planner.add_question(&access, food).await.unwrap();
        let eats = |what: &str| -> Answers {
            let answer = Answer::Text(what.to_owned());
            [(food, answer)].into_iter().collect()
        };
        let of = |name: &str, what: &str| Colleague {
            answers: eats(what),
            ..colleague(name)
        };
        let with = |colleagues: Vec<Colleague>| NewRegistration {
            person: person("anna", None),
            answers: eats("vegan"),
            consent: 1,
            may_be_kept: false,
            wishes: Vec::new(),
            colleagues,
        };
        let complete = with(vec![of("beate", "halal"), of("cem", "koscher")]);
        given.register(event, complete).await.unwrap();
        given.confirms(&address("anna")).await;
        for (name, what) in [("anna", "vegan"), ("beate", "halal"), ("cem", "koscher")] {
            let registration = found(&given, event, name).await.unwrap();
            assert_eq!(registration.answers, eats(what), "{name}");
        }
    }
}
