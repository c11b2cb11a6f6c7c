//! What an organiser sees before deciding about a person, and what the decision does.

use jiff::Timestamp;
use model::{Answers, EventId, MailState, RegistrationState};
use planner::{
    Paging, PlannerError,
    registrations::{Decision, Filter, Listing, PersonRecord, PersonalChange},
};
use store::{MailOutcome, testing::TestDatabase};
use uuid::Uuid;

use crate::given::{Given, a_network, address, line, meeting, person};

store::on_both_engines! {
    whose_turn_it_is_is_said_before_a_seat_is_taken,
    nobody_moves_up_into_a_seat_held_for_others,
    a_declined_seat_leaves_the_calendar_and_goes_to_the_next,
    those_passed_over_are_counted,
    the_list_tells_whom_the_mail_server_refused,
    a_mail_is_opened_by_who_may_organise,
    an_organiser_corrects_a_name_and_the_participant_is_told_of_it_when_they_change_it_too,
}

async fn list(given: &Given, event: EventId) -> Listing {
    let all = Filter::default();
    given
        .planner
        .registration_list(&given.organises(event), &all, Paging::ALL)
        .await
        .unwrap()
}

async fn record(given: &Given, event: EventId, name: &str) -> PersonRecord {
    let wanted = address(name);
    let list = list(given, event).await;
    let found = list
        .page
        .rows
        .iter()
        .find(|row| row.person.address == wanted);
    given
        .planner
        .person_record(&given.organises_registration(found.unwrap().id))
        .await
        .unwrap()
}

fn next(record: &PersonRecord) -> Option<String> {
    let next = record.next.as_ref()?;
    Some(next.person.address.to_string())
}

async fn whose_turn_it_is_is_said_before_a_seat_is_taken(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    for name in ["anna", "beate", "cem"] {
        given.comes(event, person(name, None)).await;
    }
    let anna = record(&given, event, "anna").await;
    assert_eq!(next(&anna), Some(address("beate").to_string()));
    // Whoever waits frees no seat.
    assert_eq!(next(&record(&given, event, "beate").await), None);

    let id = anna.registration.id;
    given
        .planner
        .decide(&given.organises_registration(id), Decision::Cancel)
        .await
        .unwrap();
    let beate = record(&given, event, "beate").await;
    assert_eq!(beate.registration.state, RegistrationState::Confirmed);
}

async fn nobody_moves_up_into_a_seat_held_for_others(database: TestDatabase) {
    let given = a_network(database).await;
    let exis = given.organisation("EXIS Europa").await;
    let held = model::Contingent {
        organisation: exis,
        seats: 1,
    };
    let event = given.published_event(meeting(Some(1), vec![held])).await;
    given.comes(event, person("anna", Some(exis))).await;
    given.comes(event, person("beate", None)).await;
    assert_eq!(next(&record(&given, event, "anna").await), None);
    given.comes(event, person("cem", Some(exis))).await;
    let anna = record(&given, event, "anna").await;
    assert_eq!(next(&anna), Some(address("cem").to_string()));
}

async fn a_declined_seat_leaves_the_calendar_and_goes_to_the_next(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    given.comes(event, person("anna", None)).await;
    given.comes(event, person("beate", None)).await;
    let id = record(&given, event, "anna").await.registration.id;
    let decision = Decision::Decline { reason: None };
    given
        .planner
        .decide(&given.organises_registration(id), decision)
        .await
        .unwrap();
    let anna = record(&given, event, "anna").await;
    let last = anna.history.rows.first().unwrap();
    assert_eq!(last.kind.as_str(), "declined");
    assert_eq!(last.calendar, Some((1, "CANCEL".to_owned())));
    let kinds = given.mail_kinds(&address("beate")).await;
    assert_eq!(kinds.last().map(String::as_str), Some("moved up"));
}

async fn those_passed_over_are_counted(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    for name in ["anna", "beate", "cem"] {
        given.comes(event, person(name, None)).await;
    }
    let cem = record(&given, event, "cem").await;
    assert_eq!((cem.position, cem.seat_free), (Some(2), false));
    let before: Vec<String> = cem
        .before
        .iter()
        .map(|before| before.person.address.to_string())
        .collect();
    assert_eq!(before, [address("beate").to_string()]);
}

async fn the_list_tells_whom_the_mail_server_refused(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    for name in ["anna", "beate"] {
        given.registers(event, person(name, None)).await;
    }
    assert_eq!(list(&given, event).await.refused(), 0);

    let now: Timestamp = given.planner.now();
    let until = now + jiff::SignedDuration::from_secs(60);
    let mut tx = given.database.store.begin().await.unwrap();
    let claimed = tx
        .claim_mails(10, now, until, Uuid::from_u128(1))
        .await
        .unwrap();
    let outcomes: Vec<_> = claimed
        .mails
        .iter()
        .map(|mail| {
            let outcome = if mail.recipient == address("anna") {
                MailOutcome::Refused {
                    error: "550 no such user".to_owned(),
                }
            } else {
                MailOutcome::Accepted
            };
            (mail.lease, outcome)
        })
        .collect();
    assert_eq!(tx.settle_mails(&outcomes, now).await.unwrap(), 2);
    tx.commit().await.unwrap();

    let list = list(&given, event).await;
    assert_eq!(list.refused(), 1);
    let anna = record(&given, event, "anna").await.registration.id;
    let mail = &list.mails[&anna];
    assert_eq!(mail.state, MailState::Refused);
    assert_eq!(mail.error.as_deref(), Some("550 no such user"));
    let counts = given
        .planner
        .outgoing_counts(&given.organiser.reads(), Some(event))
        .await
        .unwrap();
    assert!(counts.contains(&(MailState::Refused, 1)), "{counts:?}");

    // A later mail that goes through settles it.
    given.registers(event, person("anna", None)).await;
    assert_eq!(self::list(&given, event).await.refused(), 0);
}

async fn a_mail_is_opened_by_who_may_organise(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let token = given.comes(event, person("anna", None)).await;
    let seat = record(&given, event, "anna").await.history.rows[0].id;
    let mail = given
        .planner
        .outgoing_mail(&given.organiser, seat)
        .await
        .unwrap();
    let opened = mail.open().unwrap();
    assert!(opened.header.contains("Message-ID:"));
    // The personal link is the participant's.
    assert!(mail.is_masked);
    assert!(
        opened
            .text
            .contains("https://treffpunkt.example/registration/…")
    );
    let message = String::from_utf8(mail.message.unwrap()).unwrap();
    for shown in [&message, &opened.html] {
        assert!(!shown.contains(&token), "{shown}");
    }
    assert!(opened.html.contains("<html"));
    assert!(opened.calendar.contains("METHOD:REQUEST\n"));
}

async fn an_organiser_corrects_a_name_and_the_participant_is_told_of_it_when_they_change_it_too(
    database: TestDatabase,
) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let token = given.comes(event, person("anna", None)).await;
    let hers = given
        .planner
        .personal_page(&given.link(&token))
        .await
        .unwrap();
    let mails = given.mail_kinds(&address("anna")).await;
    let change = |family_name: &str| PersonalChange {
        given_name: line("Anna"),
        family_name: line(family_name),
        language: model::Language::En,
        answers: Answers::default(),
        revision: hers.registration.revision,
    };
    given
        .planner
        .correct_registration(&given.organises_registration(hers.registration.id), |_| {
            Ok(change("Jäger"))
        })
        .await
        .unwrap();
    let corrected = record(&given, event, "anna").await.registration;
    assert_eq!(corrected.person.name(), "Anna Jäger");
    assert_eq!(corrected.state, RegistrationState::Confirmed);
    assert_eq!(
        given.mail_kinds(&address("anna")).await,
        mails,
        "nobody is written to"
    );
    let second = given
        .planner
        .change_own_registration(&given.link(&token), |_| Ok(change("Jaeger")))
        .await;
    assert!(
        matches!(second, Err(PlannerError::Conflict(_))),
        "{second:?}"
    );
}
