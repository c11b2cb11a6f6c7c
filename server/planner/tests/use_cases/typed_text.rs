//! Who types somebody's address writes nothing into their mailbox; and letters say who entered whom.

use std::fmt::Write as _;

use mail_parser::{MessageParser, PartType};
use model::{EventDetails, EventId, Person, RegistrationId, RegistrationState, Source, Text};
use planner::{
    registrations::{AddedPerson, Decision},
    tables::Chosen,
};
use store::testing::TestDatabase;

use crate::given::{Given, a_network, address, line, meeting, person, when};

store::on_both_engines! {
    no_mail_repeats_what_a_stranger_typed,
    a_stranger_who_registers_a_left_address_again_is_not_repeated,
    whoever_confirmed_is_called_by_name,
    whoever_registers_again_is_told_where_they_stand,
    whoever_an_organiser_entered_does_not_read_that_they_registered,
}

const TYPED: &str = "Buy»at«example";

/// A registration whose every text is the stranger's.
fn by_a_stranger(name: &str) -> Person {
    Person {
        given_name: line(TYPED),
        family_name: line(TYPED),
        organisation_name: Some(line(TYPED)),
        ..person(name, None)
    }
}

/// Everything that a mail program may show of a message: decoded header fields and parts, with the bytes.
fn shown(message: &str) -> String {
    let parsed = MessageParser::default().parse(message.as_bytes()).unwrap();
    let mut shown = format!("{message}{:?}", parsed.headers());
    for part in &parsed.parts {
        write!(shown, "{:?}", part.headers).unwrap();
        match &part.body {
            PartType::Text(text) | PartType::Html(text) => shown.push_str(text),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
                shown.push_str(&String::from_utf8_lossy(bytes));
            }
            PartType::Message(_) | PartType::Multipart(_) => {}
        }
    }
    shown.replace("\r\n ", "")
}

async fn assert_no_typed_text(given: &Given, name: &str, kinds: &[&str]) {
    assert_eq!(given.mail_kinds(&address(name)).await, kinds, "{name}");
    for (line, message) in given.mails_to(&address(name)).await {
        let shown = shown(&message);
        for typed in [TYPED, "Buy", "=C2=BBat"] {
            assert!(!shown.contains(typed), "{}: {shown}", line.kind);
        }
    }
}

async fn id_of(given: &Given, event: EventId, name: &str) -> RegistrationId {
    let mut reader = given.database.store.read().await.unwrap();
    let found = reader
        .registration_by_address(event, &address(name).lower())
        .await;
    found.unwrap().unwrap().id
}

async fn decides(given: &Given, event: EventId, name: &str, decision: Decision) {
    let id = id_of(given, event, name).await;
    given
        .planner
        .decide(&given.organises_registration(id), decision)
        .await
        .unwrap();
    given.mails_arrive().await;
}

async fn no_mail_repeats_what_a_stranger_typed(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    for name in ["off", "cancelled", "declined", "seated", "left"] {
        given.registers(event, by_a_stranger(name)).await;
    }
    given.mails_arrive().await;
    decides(&given, event, "cancelled", Decision::Cancel).await;
    let reason = None;
    decides(&given, event, "declined", Decision::Decline { reason }).await;
    for name in ["seated", "left"] {
        decides(&given, event, name, Decision::Confirm).await;
    }
    decides(&given, event, "left", Decision::Cancel).await;
    // Once more, with other words.
    given.registers(event, by_a_stranger("seated")).await;
    given.mails_arrive().await;
    let moved = EventDetails {
        starts: when("2023-09-19T08:30"),
        ..meeting(None, vec![])
    };
    given.changes(event, moved).await;
    given.mails_arrive().await;
    let reason = Text::parse("Der Saal ist überschwemmt.").unwrap();
    given
        .planner
        .cancel_event(&given.organises(event), reason)
        .await
        .unwrap();

    let asked = "confirm address";
    assert_no_typed_text(&given, "off", &[asked, "event cancelled"]).await;
    assert_no_typed_text(&given, "cancelled", &[asked, "registration cancelled"]).await;
    assert_no_typed_text(&given, "declined", &[asked, "declined"]).await;
    let seated = [
        asked,
        "seat",
        "already registered",
        "event changed",
        "event cancelled",
    ];
    assert_no_typed_text(&given, "seated", &seated).await;
    assert_no_typed_text(&given, "left", &[asked, "seat", "registration cancelled"]).await;
}

/// What is typed for a known address counts only when its owner follows the link.
async fn a_stranger_who_registers_a_left_address_again_is_not_repeated(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let token = given.comes(event, person("anna", None)).await;
    given
        .planner
        .cancel_own_registration(&given.link(&token))
        .await
        .unwrap();
    given.mails_arrive().await;
    given.registers(event, by_a_stranger("anna")).await;
    given.mails_arrive().await;
    decides(&given, event, "anna", Decision::Confirm).await;
    let (_, message) = given.mails_to(&address("anna")).await.pop().unwrap();
    let shown = shown(&message);
    assert!(!shown.contains("Buy"), "{shown}");
    assert!(shown.contains("anna Muster"), "{shown}");
}

async fn whoever_confirmed_is_called_by_name(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.registers(event, person("anna", None)).await;
    given.mails_arrive().await;
    let token = given.token_mailed_to(&address("anna")).await;
    decides(&given, event, "anna", Decision::Confirm).await;
    let (_, seat) = given.mails_to(&address("anna")).await.pop().unwrap();
    assert!(!shown(&seat).contains("anna Muster"), "{seat}");
    // The click comes after the organiser's.
    given
        .planner
        .confirm_address(&given.link(&token))
        .await
        .unwrap();
    decides(&given, event, "anna", Decision::Cancel).await;
    let (_, end) = given.mails_to(&address("anna")).await.pop().unwrap();
    assert!(shown(&end).contains("Guten Tag anna Muster"), "{end}");
}

async fn whoever_registers_again_is_told_where_they_stand(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    for name in ["anna", "beate", "cem"] {
        given.comes(event, person(name, None)).await;
    }
    let reason = None;
    decides(&given, event, "cem", Decision::Decline { reason }).await;
    for (name, subject, words) in [
        (
            "anna",
            "Sie sind bereits angemeldet",
            "schon eine Anmeldung",
        ),
        (
            "beate",
            "Sie stehen bereits auf der Warteliste",
            "an Stelle 1",
        ),
        ("cem", "Leider kein Platz", "leider keinen Platz anbieten"),
    ] {
        given.registers(event, person(name, None)).await;
        let (line, message) = given.mails_to(&address(name)).await.pop().unwrap();
        assert!(line.subject.starts_with(subject), "{}", line.subject);
        let shown = shown(&message).replace('\n', " ");
        assert!(shown.contains(words), "{shown}");
    }
}

async fn whoever_an_organiser_entered_does_not_read_that_they_registered(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(2), vec![])).await;
    let access = given.organises(event);
    for name in ["anna", "beate"] {
        let added = AddedPerson {
            person: person(name, None),
            answers: model::Answers::default(),
        };
        let added = given.planner.add_person(&access, |_| Ok(added));
        added.await.unwrap();
    }
    let table = "Vorname;Nachname;E-Mail\nCem;Muster;cem@partner.example\n";
    let imported = given
        .planner
        .import(&access, table, &Chosen::default())
        .await;
    imported.unwrap();
    for name in ["anna", "beate", "cem"] {
        let (line, message) = given.mails_to(&address(name)).await.pop().unwrap();
        let shown = shown(&message);
        assert!(shown.contains("wir haben Sie"), "{name}: {shown}");
        assert!(!line.subject.contains("bestätigt"), "{}", line.subject);
        assert!(
            shown.contains("teilnehmen, melden Sie sich bitte"),
            "{shown}"
        );
    }
    // Somebody who had left by themselves, and whom an organiser enters again.
    given.mails_arrive().await;
    decides(&given, event, "anna", Decision::Cancel).await;
    let mut reader = given.database.store.read().await.unwrap();
    let key = address("anna").lower();
    let left = reader.registration_by_address(event, &key).await;
    let left = left.unwrap().unwrap();
    assert_eq!(
        (left.state, left.source),
        (RegistrationState::Cancelled, Source::Organiser)
    );
}
