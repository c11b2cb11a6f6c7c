//! The calendar side: one UID for ever, a SEQUENCE that only rises, a cancellation for whoever leaves.

use jiff::SignedDuration;
use model::{EventDetails, EventId, Text};
use planner::events::AgendaShift;
use store::testing::TestDatabase;

use crate::given::{Given, a_network, address, confirmed, meeting, person, when};

store::on_both_engines! {
    moving_an_event_updates_everyone_who_is_coming,
    cancelling_an_event_cancels_every_invitation,
    whoever_leaves_gets_a_cancellation_of_their_own,
    whoever_comes_back_is_invited_with_a_higher_sequence,
    invitation_and_download_share_their_uid,
    a_change_that_nobody_needs_to_know_writes_to_nobody,
}

async fn moves_by_an_hour(given: &Given, event: EventId) {
    let planned = given
        .planner
        .planned_event(&given.organises(event))
        .await
        .unwrap();
    let later = EventDetails {
        starts: when("2023-09-19T10:30"),
        ends: when("2023-09-19T17:00"),
        ..planned.event.details
    };
    let effects = given
        .planner
        .effects_of_change(&given.organises(event), planned.event.revision, &later)
        .await
        .unwrap();
    assert_eq!(
        (effects.recipients.confirmed, effects.recipients.waitlisted),
        (2, 1)
    );
    given
        .planner
        .change_event(
            &given.organises(event),
            planned.event.revision,
            confirmed(AgendaShift::WithEvent),
            |_| Ok(later),
        )
        .await
        .unwrap();
}

/// Method, SEQUENCE and the calendar's text of every calendar mail to somebody.
pub async fn calendar_of(given: &Given, name: &str) -> Vec<(String, u32, String)> {
    let mut calendars = Vec::new();
    for (line, message) in given.mails_to(&address(name)).await {
        if let Some((sequence, method)) = line.calendar {
            calendars.push((method, sequence, calendar_in(&message)));
        }
    }
    calendars
}

/// The calendar part of a message, decoded and unfolded.
pub fn calendar_in(message: &str) -> String {
    let parsed = mail_parser::MessageParser::default()
        .parse(message.as_bytes())
        .unwrap();
    let part = parsed
        .parts
        .iter()
        .find_map(|part| match &part.body {
            mail_parser::PartType::Text(text) if text.starts_with("BEGIN:VCALENDAR") => {
                Some(text.to_string())
            }
            _ => None,
        })
        .expect("a calendar part");
    part.replace("\r\n ", "").replace("\r\n", "\n")
}

async fn two_come_and_one_waits(given: &Given) -> EventId {
    let event = given.published_event(meeting(Some(2), vec![])).await;
    for name in ["anna", "beate", "cem"] {
        given.comes(event, person(name, None)).await;
    }
    given.clock.advance(SignedDuration::from_mins(5));
    event
}

async fn moving_an_event_updates_everyone_who_is_coming(database: TestDatabase) {
    let given = a_network(database).await;
    let event = two_come_and_one_waits(&given).await;
    moves_by_an_hour(&given, event).await;
    for name in ["anna", "beate"] {
        let calendars = calendar_of(&given, name).await;
        let messages: Vec<(&str, u32)> = calendars
            .iter()
            .map(|(method, sequence, _)| (method.as_str(), *sequence))
            .collect();
        assert_eq!(messages, [("REQUEST", 0), ("REQUEST", 1)]);
        let (first, second) = (&calendars[0].2, &calendars[1].2);
        assert_eq!(property(first, "UID"), property(second, "UID"));
        assert!(
            second.contains("DTSTART;TZID=Europe/Berlin:20230919T103000"),
            "{second}"
        );
        assert!(second.contains(&format!("{name}@partner.example")));
        assert_ne!(property(first, "DTSTAMP"), property(second, "DTSTAMP"));
    }
    assert_eq!(
        given.mail_kinds(&address("cem")).await.last().unwrap(),
        "event changed"
    );
    assert!(
        calendar_of(&given, "cem").await.is_empty(),
        "whoever waits is not invited"
    );
}

async fn cancelling_an_event_cancels_every_invitation(database: TestDatabase) {
    let given = a_network(database).await;
    let event = two_come_and_one_waits(&given).await;
    given.registers(event, person("doris", None)).await;
    let reason = Text::parse("Der Saal ist überschwemmt.").unwrap();
    given
        .planner
        .cancel_event(&given.organises(event), reason)
        .await
        .unwrap();
    for name in ["anna", "beate"] {
        let (method, sequence, calendar) = calendar_of(&given, name).await.pop().unwrap();
        assert_eq!((method.as_str(), sequence), ("CANCEL", 1));
        assert!(calendar.contains("STATUS:CANCELLED"));
    }
    for name in ["cem", "doris"] {
        assert_eq!(
            given.mail_kinds(&address(name)).await.last().unwrap(),
            "event cancelled"
        );
        assert!(calendar_of(&given, name).await.is_empty());
    }
}

async fn whoever_leaves_gets_a_cancellation_of_their_own(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let token = given.comes(event, person("anna", None)).await;
    given.comes(event, person("beate", None)).await;
    given
        .planner
        .cancel_own_registration(&given.link(&token))
        .await
        .unwrap();
    // A second click changes nothing.
    given
        .planner
        .cancel_own_registration(&given.link(&token))
        .await
        .unwrap();

    let calendars = calendar_of(&given, "anna").await;
    assert_eq!(calendars.len(), 2);
    let (method, sequence, calendar) = &calendars[1];
    assert_eq!((method.as_str(), *sequence), ("CANCEL", 1));
    assert!(
        !calendar.contains("STATUS:CANCELLED"),
        "the event takes place"
    );
    assert!(!calendar.contains("beate@"));
    assert_eq!(calendar_of(&given, "beate").await.len(), 1);
}

async fn whoever_comes_back_is_invited_with_a_higher_sequence(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let token = given.comes(event, person("anna", None)).await;
    given
        .planner
        .cancel_own_registration(&given.link(&token))
        .await
        .unwrap();
    given.comes(event, person("anna", None)).await;
    let messages: Vec<(String, u32)> = calendar_of(&given, "anna")
        .await
        .into_iter()
        .map(|(method, sequence, _)| (method, sequence))
        .collect();
    let expected = [("REQUEST", 0), ("CANCEL", 1), ("REQUEST", 2)];
    assert_eq!(
        messages,
        expected.map(|(method, sequence)| (method.to_owned(), sequence))
    );
}

async fn invitation_and_download_share_their_uid(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.comes(event, person("anna", None)).await;
    let invitation = calendar_of(&given, "anna").await.pop().unwrap().2;
    let slug = given
        .planner
        .planned_event(&given.organises(event))
        .await
        .unwrap()
        .event
        .slug;
    let open = given.planner.open_event(slug.as_str(), None).await.unwrap();
    let download = String::from_utf8(given.planner.event_calendar(&open).unwrap()).unwrap();
    let download = download.replace("\r\n ", "").replace("\r\n", "\n");
    assert_eq!(property(&invitation, "UID"), property(&download, "UID"));
    for word in ["METHOD", "ORGANIZER", "ATTENDEE"] {
        assert!(!download.contains(word), "{download}");
    }
    assert!(
        invitation.contains(&open.event.organizer_token),
        "answers come to the event"
    );
    assert!(
        !download.contains(&open.event.organizer_token),
        "everybody can read this file"
    );
}

async fn a_change_that_nobody_needs_to_know_writes_to_nobody(database: TestDatabase) {
    let given = a_network(database).await;
    let event = two_come_and_one_waits(&given).await;
    let before = given.mails().await.len();
    let planned = given
        .planner
        .planned_event(&given.organises(event))
        .await
        .unwrap();
    let summary = Text::parse("Neu beschrieben.").unwrap();
    let details = EventDetails {
        summary,
        ..planned.event.details
    };
    given
        .planner
        .change_event(
            &given.organises(event),
            planned.event.revision,
            confirmed(AgendaShift::None),
            |_| Ok(details),
        )
        .await
        .unwrap();
    assert_eq!(given.mails().await.len(), before);
}

pub fn property<'a>(calendar: &'a str, name: &str) -> &'a str {
    calendar
        .lines()
        .find_map(|line| {
            line.strip_prefix(name)
                .and_then(|rest| rest.strip_prefix(':'))
        })
        .unwrap_or_else(|| panic!("no {name} in {calendar}"))
}
