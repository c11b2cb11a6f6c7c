//! What people are told depends on what they were last handed over.

use model::{Answers, EventDetails, EventId, MailState, Place, RegistrationId, Text};
use planner::registrations::{AddedPerson, Decision};
use store::testing::TestDatabase;

use crate::{
    calendar_messages::calendar_of,
    given::{Given, a_network, address, line, meeting, person, token_in, when},
};

store::on_both_engines! {
    a_replaced_mail_does_not_take_its_news_along,
    a_change_that_was_taken_back_before_it_was_sent_is_no_news,
    an_invitation_that_never_went_out_goes_out_as_one,
    nobody_cancels_an_entry_that_nobody_got,
    whoever_never_heard_of_a_registration_does_not_hear_of_its_end,
    a_cancellation_on_its_way_is_not_replaced_by_a_plain_mail,
    whoever_waits_is_told_the_last_state_only,
    a_mail_that_is_being_sent_may_have_arrived,
    edits_of_an_earlier_version_are_told_in_general_words,
    the_clocks_second_half_past_two_is_news,
}

fn a_week_later() -> EventDetails {
    EventDetails {
        starts: when("2023-09-26T09:30"),
        ends: when("2023-09-26T16:00"),
        ..meeting(Some(1), vec![])
    }
}

fn in_room(room: &str, details: EventDetails) -> EventDetails {
    let place = Place {
        room: Some(line(room)),
        ..details.place
    };
    EventDetails { place, ..details }
}

async fn adds(given: &Given, event: EventId, name: &str) -> RegistrationId {
    let added = AddedPerson {
        person: person(name, None),
        answers: Answers::default(),
    };
    let access = given.organises(event);
    let added = given.planner.add_person(&access, |_| Ok(added));
    added.await.unwrap().id
}

async fn decides(given: &Given, registration: RegistrationId, decision: Decision) {
    given
        .planner
        .decide(&given.organises_registration(registration), decision)
        .await
        .unwrap();
}

/// Kind and state of every mail to somebody, oldest first.
async fn history(given: &Given, name: &str) -> Vec<(String, MailState)> {
    let mails = given.mails_to(&address(name)).await.into_iter();
    mails
        .map(|(line, _)| (line.kind.to_string(), line.state))
        .collect()
}

/// The decoded text of the last mail to somebody that was not dropped, and its header.
async fn last_mail(given: &Given, name: &str) -> (String, String) {
    let mails = given.mails_to(&address(name)).await;
    let (line, _) = mails
        .iter()
        .rfind(|(line, _)| line.state != MailState::Dropped)
        .unwrap();
    let mail = given.planner.outgoing_mail(&given.organiser, line.id).await;
    let parsed = mail.unwrap().open().unwrap();
    (parsed.text, parsed.header)
}

/// The mail server is away while the event is moved by a week and then gets a room.
async fn a_replaced_mail_does_not_take_its_news_along(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    given.comes(event, person("anna", None)).await;
    given.comes(event, person("beate", None)).await;
    given.changes(event, a_week_later()).await;
    given.changes(event, in_room("Aula", a_week_later())).await;

    for name in ["anna", "beate"] {
        let states: Vec<MailState> = history(&given, name)
            .await
            .into_iter()
            .map(|(_, state)| state)
            .collect();
        let (taken, dropped) = (MailState::Accepted, MailState::Dropped);
        assert_eq!(states, [taken, taken, dropped, MailState::Queued], "{name}");
        let (text, _) = last_mail(&given, name).await;
        for news in [
            "bisher: Di., 19. September 2023, 9:30 Uhr",
            "jetzt: Di., 26. September 2023, 9:30 Uhr",
            "jetzt: Aula",
        ] {
            assert!(text.contains(news), "{name}: {text}");
        }
    }
    let (_, header) = last_mail(&given, "anna").await;
    let first = &given.mails_to(&address("anna")).await[1].1;
    assert!(header.contains("\nReferences: "), "{header}");
    let id = first.split("Message-ID: ").nth(1).unwrap();
    assert!(header.contains(id.lines().next().unwrap()), "{header}");
}

async fn a_change_that_was_taken_back_before_it_was_sent_is_no_news(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    given.comes(event, person("anna", None)).await;
    given.comes(event, person("beate", None)).await;
    given.changes(event, a_week_later()).await;
    given.changes(event, meeting(Some(1), vec![])).await;
    for (name, last) in [("anna", "seat"), ("beate", "waiting")] {
        let expected = [
            ("confirm address", MailState::Accepted),
            (last, MailState::Accepted),
            ("event changed", MailState::Dropped),
        ];
        let expected = expected.map(|(kind, state)| (kind.to_owned(), state));
        assert_eq!(history(&given, name).await, expected);
    }
}

async fn an_invitation_that_never_went_out_goes_out_as_one(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    let anna = given.comes(event, person("anna", None)).await;
    given.comes(event, person("beate", None)).await;
    adds(&given, event, "cem").await;
    // The mail server is away. Beate moves up, and Cem waits without knowing it.
    given
        .planner
        .cancel_own_registration(&given.link(&anna))
        .await
        .unwrap();
    given.changes(event, a_week_later()).await;

    let states = history(&given, "beate").await;
    assert_eq!(states[2], ("moved up".to_owned(), MailState::Dropped));
    assert_eq!(states[3], ("moved up".to_owned(), MailState::Queued));
    let (text, header) = last_mail(&given, "beate").await;
    assert!(text.contains("Di., 26. September 2023"), "{text}");
    assert!(!text.contains("bisher:"), "{text}");
    assert!(!header.contains("References:"), "{header}");
    let calendars = calendar_of(&given, "beate").await;
    let (method, sequence, calendar) = calendars.last().unwrap();
    assert_eq!((method.as_str(), *sequence), ("REQUEST", 1));
    assert!(calendar.contains("20230926T093000"), "{calendar}");

    let states = history(&given, "cem").await;
    let expected = [MailState::Dropped, MailState::Queued];
    assert_eq!(states, expected.map(|state| ("waiting".to_owned(), state)));
    let (text, _) = last_mail(&given, "cem").await;
    assert!(text.contains("Di., 26. September 2023"), "{text}");
    // The link of the mail that goes out is hers.
    let (_, mail) = given.mails_to(&address("beate")).await.pop().unwrap();
    let page = given
        .planner
        .personal_page(&given.link(&token_in(&mail)))
        .await;
    assert_eq!(page.unwrap().registration.person.address, address("beate"));
}

async fn nobody_cancels_an_entry_that_nobody_got(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    // The question arrived, the invitation did not.
    given.registers(event, person("anna", None)).await;
    given.mails_arrive().await;
    let token = given.confirms(&address("anna")).await;
    given
        .planner
        .cancel_own_registration(&given.link(&token))
        .await
        .unwrap();
    let states = history(&given, "anna").await;
    assert_eq!(states[1], ("seat".to_owned(), MailState::Dropped));
    assert_eq!(
        states[2],
        ("registration cancelled".to_owned(), MailState::Queued)
    );
    let (text, header) = last_mail(&given, "anna").await;
    assert!(!text.contains("Kalender"), "{text}");
    assert!(!header.contains("References:"), "{header}");

    given.registers(event, person("beate", None)).await;
    given.mails_arrive().await;
    given.confirms(&address("beate")).await;
    let reason = Text::parse("Der Saal ist überschwemmt.").unwrap();
    given
        .planner
        .cancel_event(&given.organises(event), reason)
        .await
        .unwrap();
    let calendars = calendar_of(&given, "beate").await;
    assert_eq!(calendars.len(), 1, "{calendars:?}");
    let (text, _) = last_mail(&given, "beate").await;
    assert!(text.contains("Der Saal ist überschwemmt."), "{text}");
}

async fn whoever_never_heard_of_a_registration_does_not_hear_of_its_end(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let anna = adds(&given, event, "anna").await;
    adds(&given, event, "beate").await;
    decides(&given, anna, Decision::Cancel).await;
    let reason = Text::parse("Der Saal ist überschwemmt.").unwrap();
    given
        .planner
        .cancel_event(&given.organises(event), reason)
        .await
        .unwrap();
    for name in ["anna", "beate"] {
        let expected = [("seat".to_owned(), MailState::Dropped)];
        assert_eq!(history(&given, name).await, expected);
    }
}

async fn a_cancellation_on_its_way_is_not_replaced_by_a_plain_mail(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    let anna = given.comes(event, person("anna", None)).await;
    // The mail server is away. Anna leaves, Beate gets the seat, and Anna comes back.
    given
        .planner
        .cancel_own_registration(&given.link(&anna))
        .await
        .unwrap();
    given.registers(event, person("beate", None)).await;
    given.confirms(&address("beate")).await;
    given.registers(event, person("anna", None)).await;
    given.confirms(&address("anna")).await;
    let expected = [
        ("confirm address", MailState::Accepted),
        ("seat", MailState::Accepted),
        ("registration cancelled", MailState::Queued),
        ("confirm address", MailState::Dropped),
        ("waiting", MailState::Queued),
    ];
    let expected = expected.map(|(kind, state)| (kind.to_owned(), state));
    assert_eq!(history(&given, "anna").await, expected);
}

/// "13:00" never arrives after "10:00".
async fn whoever_waits_is_told_the_last_state_only(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    given.comes(event, person("beate", None)).await;
    given.comes(event, person("anna", None)).await;
    for start in ["2023-09-19T13:00", "2023-09-19T10:00"] {
        let later = EventDetails {
            starts: when(start),
            ..meeting(Some(1), vec![])
        };
        given.changes(event, later).await;
    }
    let states = history(&given, "anna").await;
    let changed = |state| ("event changed".to_owned(), state);
    assert_eq!(states[2], changed(MailState::Dropped));
    assert_eq!(states[3], changed(MailState::Queued));
    let (text, _) = last_mail(&given, "anna").await;
    assert!(text.contains("jetzt: Di., 19. September 2023, 10:00 Uhr"));
    assert!(!text.contains("13:00"), "{text}");
}

async fn a_mail_that_is_being_sent_may_have_arrived(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    adds(&given, event, "anna").await;
    given
        .database
        .run_sql(
            "UPDATE outbox SET state = 'sending', lease_token = id, leased_until = 9000000000000000",
        )
        .await;
    given
        .changes(event, in_room("Aula", meeting(None, vec![])))
        .await;
    let expected = [
        ("seat".to_owned(), MailState::Sending),
        ("event changed".to_owned(), MailState::Queued),
    ];
    assert_eq!(history(&given, "anna").await, expected);
}

async fn edits_of_an_earlier_version_are_told_in_general_words(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.comes(event, person("anna", None)).await;
    given.changes(event, a_week_later()).await;
    given
        .database
        .run_sql(
            "UPDATE audit SET changes = '[{\"field\":\"starts\",\"before\":\"a\",\"after\":\"b\"}]'
             WHERE revision = 2",
        )
        .await;
    given
        .changes(
            event,
            EventDetails {
                capacity: None,
                ..a_week_later()
            },
        )
        .await;
    given.changes(event, in_room("Aula", a_week_later())).await;
    let (text, _) = last_mail(&given, "anna").await;
    assert!(text.contains("hat sich etwas geändert"), "{text}");
    assert!(text.contains("Di., 26. September 2023"), "{text}");
    // An event that nobody knows the edits of.
    given
        .database
        .run_sql("UPDATE outbox SET event_revision = NULL; UPDATE outbox SET state = 'accepted';")
        .await;
    given.changes(event, in_room("Saal", a_week_later())).await;
    let (text, _) = last_mail(&given, "anna").await;
    assert!(text.contains("hat sich etwas geändert."), "{text}");
    assert!(text.contains("Saal"), "{text}");
}

/// The same local time, an hour later: the clocks go back in between.
async fn the_clocks_second_half_past_two_is_news(database: TestDatabase) {
    use model::local::Occurrence::{First, Second};

    use crate::given::when_the_clocks_go_back;

    let given = a_network(database).await;
    let night = |occurrence| EventDetails {
        starts: when_the_clocks_go_back("2023-10-29T02:30", occurrence),
        ends: when("2023-10-29T06:00"),
        ..meeting(None, vec![])
    };
    let event = given.published_event(night(First)).await;
    given.comes(event, person("anna", None)).await;
    given.changes(event, night(Second)).await;
    let calendars = calendar_of(&given, "anna").await;
    let [(_, 0, before), (_, 1, after)] = &calendars[..] else {
        panic!("{calendars:?}");
    };
    assert!(before.contains("DTSTART:20231029T003000Z"), "{before}");
    assert!(after.contains("DTSTART:20231029T013000Z"), "{after}");
    let (text, _) = last_mail(&given, "anna").await;
    assert!(text.contains("2:30 Uhr MEZ – 6:00 Uhr MEZ"), "{text}");
}
