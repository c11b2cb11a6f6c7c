//! Who an invitation comes from and goes to, and what it says only to people with a seat.

use model::{
    EmailAddress, EventDetails, EventId, Fault, Faults, MailState, Person, Place, WebAddress,
};
use planner::{PlannerError, events::Recipients, people::NetworkSettings};
use store::testing::TestDatabase;

use crate::{
    calendar_messages::calendar_of,
    given::{Given, a_network, address, line, meeting, person, settings},
};

store::on_both_engines! {
    the_online_link_is_told_to_those_with_a_seat,
    the_organiser_stays_when_the_network_gets_another_address,
    an_address_without_room_for_the_events_secret_is_refused,
    calendar_and_header_spell_an_address_alike,
    whoever_moves_up_is_not_told_afterwards_to_wait,
}

async fn changes(given: &Given, event: EventId, details: EventDetails) -> Recipients {
    let planned = given
        .planner
        .planned_event(&given.organises(event))
        .await
        .unwrap();
    let revision = planned.event.revision;
    let effects = given
        .planner
        .effects_of_change(&given.organises(event), revision, &details)
        .await
        .unwrap();
    given.changes(event, details).await;
    effects.recipients
}

fn online(link: &str, room: &str) -> EventDetails {
    EventDetails {
        place: Place {
            room: Some(line(room)),
            online_link: Some(WebAddress::parse(link).unwrap()),
            ..Place::default()
        },
        ..meeting(Some(1), vec![])
    }
}

async fn the_online_link_is_told_to_those_with_a_seat(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given
        .published_event(online("https://old.example/secret", "Aula"))
        .await;
    given.comes(event, person("anna", None)).await;
    given.comes(event, person("beate", None)).await;

    let recipients = changes(&given, event, online("https://new.example/secret", "Aula")).await;
    assert_eq!((recipients.confirmed, recipients.waitlisted), (1, 0));
    let recipients = changes(
        &given,
        event,
        online("https://third.example/secret", "Saal"),
    )
    .await;
    assert_eq!((recipients.confirmed, recipients.waitlisted), (1, 1));

    assert_eq!(
        given.mail_kinds(&address("beate")).await,
        ["confirm address", "waiting", "event changed"]
    );
    let mails = given.mails_to(&address("beate")).await;
    assert!(mails[2].1.contains("Saal"), "{}", mails[2].1);
    for (_, text) in mails {
        let text = text.replace("=\r\n", "");
        assert!(!text.contains("/secret"), "{text}");
    }
    let mails = given.mails_to(&address("anna")).await;
    assert!(mails.last().unwrap().1.contains("third.example/secret"));
}

/// What a calendar says about a person: `ORGANIZER` or `ATTENDEE`, without the parameters.
fn party<'a>(calendar: &'a str, property: &str) -> &'a str {
    calendar
        .lines()
        .find(|line| line.starts_with(property))
        .and_then(|line| line.split_once("mailto:"))
        .map_or_else(|| panic!("no {property} in {calendar}"), |(_, uri)| uri)
}

fn sent_from(address: &str) -> NetworkSettings {
    NetworkSettings {
        sender_address: EmailAddress::parse(address).unwrap(),
        ..settings()
    }
}

async fn the_organiser_stays_when_the_network_gets_another_address(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given
        .published_event(online("https://x.example", "Aula"))
        .await;
    given.comes(event, person("anna", None)).await;
    let new = sent_from("neu@andere.example");
    given
        .planner
        .change_network(&given.owner, 0, new)
        .await
        .unwrap();
    changes(&given, event, online("https://x.example", "Saal")).await;

    let calendars = calendar_of(&given, "anna").await;
    let organisers: Vec<&str> = calendars
        .iter()
        .map(|(_, _, calendar)| party(calendar, "ORGANIZER"))
        .collect();
    assert_eq!(organisers.len(), 2);
    assert_eq!(organisers[0], organisers[1]);
    assert!(organisers[0].starts_with("treffen+"), "{organisers:?}");
    assert!(organisers[0].ends_with("@iq-sachsen.example"));
}

async fn an_address_without_room_for_the_events_secret_is_refused(database: TestDatabase) {
    let given = a_network(database).await;
    let local = |length: usize| sent_from(&format!("{}@x.example", "a".repeat(length)));
    let tried = given
        .planner
        .change_network(&given.owner, 0, local(38))
        .await;
    let fault = Fault::LocalPartTooLong { most: 37 };
    assert!(
        matches!(&tried, Err(PlannerError::Invalid(faults))
            if *faults == Faults::one("sender_address", fault)),
        "{tried:?}"
    );
    given
        .planner
        .change_network(&given.owner, 0, local(37))
        .await
        .unwrap();
}

async fn calendar_and_header_spell_an_address_alike(database: TestDatabase) {
    let given = a_network(database).await;
    let new = sent_from("treffen@münchen.example");
    given
        .planner
        .change_network(&given.owner, 0, new)
        .await
        .unwrap();
    let event = given.published_event(meeting(None, vec![])).await;
    let typed = EmailAddress::parse("jo@Müller.example").unwrap();
    let person = Person {
        address: typed.clone(),
        ..person("jo", None)
    };
    given.comes(event, person).await;
    let (_, message) = given.mails_to(&typed).await.pop().unwrap();
    assert!(message.contains("<jo@xn--mller-kva.example>"), "{message}");
    let calendar = crate::calendar_messages::calendar_in(&message);
    assert_eq!(party(&calendar, "ATTENDEE"), "jo@xn--mller-kva.example");
    let organiser = party(&calendar, "ORGANIZER");
    assert!(
        organiser.ends_with("@xn--mnchen-3ya.example"),
        "{organiser}"
    );
}

async fn whoever_moves_up_is_not_told_afterwards_to_wait(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    given.comes(event, person("anna", None)).await;
    given.registers(event, person("beate", None)).await;
    given.mails_arrive().await;
    given.confirms(&address("beate")).await;
    changes(&given, event, meeting(Some(2), vec![])).await;
    let states: Vec<(String, MailState)> = given
        .mails_to(&address("beate"))
        .await
        .into_iter()
        .map(|(line, _)| (line.kind.to_string(), line.state))
        .collect();
    let expected = [
        ("confirm address", MailState::Accepted),
        ("waiting", MailState::Dropped),
        // She never heard that she had to wait.
        ("seat", MailState::Queued),
    ];
    assert_eq!(
        states,
        expected.map(|(kind, state)| (kind.to_owned(), state))
    );
}
