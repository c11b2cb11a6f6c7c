//! The waiting list: who comes next, and the mails they get.

use model::{Contingent, EventDetails};
use planner::{
    ClientKey, PlannerError,
    access::LinkAccess,
    events::{AgendaShift, Recipients},
    registrations::{AddedPerson, Decision},
};
use store::testing::TestDatabase;

use crate::given::{Given, a_network, address, confirmed, meeting, person, when};

store::on_both_engines! {
    a_cancelled_seat_goes_to_the_first_waiting,
    a_freed_seat_held_for_an_organisation_skips_others,
    whoever_moves_up_is_told_with_an_invitation,
    more_seats_promote_from_the_waiting_list,
    the_organiser_changes_the_order,
    nobody_is_confirmed_beyond_the_capacity,
    fewer_seats_than_are_taken_are_refused,
    a_draft_writes_to_nobody_until_it_is_published,
    more_seats_of_a_draft_go_to_those_who_wait,
    the_letter_to_whoever_leaves_says_how_to_come_back,
}

async fn cancels(given: &Given, token: &str) {
    given
        .planner
        .cancel_own_registration(&given.link(token))
        .await
        .unwrap();
}

async fn position(given: &Given, token: &str) -> Option<u32> {
    given
        .planner
        .personal_page(&given.link(token))
        .await
        .unwrap()
        .position
}

async fn a_cancelled_seat_goes_to_the_first_waiting(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    let anna = given.comes(event, person("anna", None)).await;
    let beate = given.comes(event, person("beate", None)).await;
    let cem = given.comes(event, person("cem", None)).await;
    assert_eq!(
        (position(&given, &beate).await, position(&given, &cem).await),
        (Some(1), Some(2))
    );

    cancels(&given, &anna).await;
    assert_eq!(
        (position(&given, &beate).await, position(&given, &cem).await),
        (None, Some(1))
    );
    assert_eq!(
        given.mail_kinds(&address("beate")).await,
        ["confirm address", "waiting", "moved up"]
    );
    assert_eq!(
        given.mail_kinds(&address("cem")).await,
        ["confirm address", "waiting"]
    );
}

async fn a_freed_seat_held_for_an_organisation_skips_others(database: TestDatabase) {
    let given = a_network(database).await;
    let exis = given.organisation("EXIS Europa").await;
    let held = vec![Contingent {
        organisation: exis,
        seats: 1,
    }];
    let event = given.published_event(meeting(Some(1), held)).await;
    let anna = given.comes(event, person("anna", Some(exis))).await;
    let beate = given.comes(event, person("beate", None)).await;
    let cem = given.comes(event, person("cem", Some(exis))).await;
    cancels(&given, &anna).await;
    assert_eq!(
        (position(&given, &beate).await, position(&given, &cem).await),
        (Some(1), None)
    );
}

async fn whoever_moves_up_is_told_with_an_invitation(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    let anna = given.comes(event, person("anna", None)).await;
    given.comes(event, person("beate", None)).await;
    cancels(&given, &anna).await;
    let mails = given.mails_to(&address("beate")).await;
    let (line, text) = mails.last().unwrap();
    assert_eq!(line.calendar, Some((0, "REQUEST".into())));
    assert!(text.contains("method=REQUEST"));
    // The link in that mail is hers and works.
    let token = crate::given::token_in(text);
    let page = given
        .planner
        .personal_page(&given.link(&token))
        .await
        .unwrap();
    assert_eq!(page.registration.person.address, address("beate"));
}

async fn more_seats_promote_from_the_waiting_list(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    given.comes(event, person("anna", None)).await;
    let beate = given.comes(event, person("beate", None)).await;
    let more = EventDetails {
        capacity: Some(2),
        ..meeting(None, vec![])
    };
    let revision = revision(&given, event).await;
    let effects = given
        .planner
        .effects_of_change(&given.organises(event), revision, &more)
        .await
        .unwrap();
    let moving_up = Recipients {
        moving_up: 1,
        ..Recipients::default()
    };
    assert_eq!(effects.recipients, moving_up);
    given
        .planner
        .change_event(
            &given.organises(event),
            revision,
            confirmed(AgendaShift::None),
            |_| Ok(more),
        )
        .await
        .unwrap();
    assert_eq!(position(&given, &beate).await, None);
    // Nobody else is bothered by a change of seats.
    assert_eq!(
        given.mail_kinds(&address("anna")).await,
        ["confirm address", "seat"]
    );
}

async fn revision(given: &Given, event: model::EventId) -> i64 {
    given
        .planner
        .planned_event(&given.organises(event))
        .await
        .unwrap()
        .event
        .revision
}

async fn the_organiser_changes_the_order(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    given.comes(event, person("anna", None)).await;
    let beate = given.comes(event, person("beate", None)).await;
    let cem = given.comes(event, person("cem", None)).await;
    let page = given
        .planner
        .personal_page(&given.link(&cem))
        .await
        .unwrap();
    given
        .planner
        .decide(
            &given.organises_registration(page.registration.id),
            Decision::MoveUp,
        )
        .await
        .unwrap();
    assert_eq!(
        (position(&given, &beate).await, position(&given, &cem).await),
        (Some(2), Some(1))
    );
}

async fn nobody_is_confirmed_beyond_the_capacity(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    given.comes(event, person("anna", None)).await;
    let beate = given.comes(event, person("beate", None)).await;
    let page = given
        .planner
        .personal_page(&given.link(&beate))
        .await
        .unwrap();
    let decided = given
        .planner
        .decide(
            &given.organises_registration(page.registration.id),
            Decision::Confirm,
        )
        .await;
    assert!(matches!(decided, Err(PlannerError::Full)), "{decided:?}");
}

async fn fewer_seats_than_are_taken_are_refused(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(2), vec![])).await;
    given.comes(event, person("anna", None)).await;
    given.comes(event, person("beate", None)).await;
    let fewer = meeting(Some(1), vec![]);
    let revision = revision(&given, event).await;
    let changed = given
        .planner
        .change_event(
            &given.organises(event),
            revision,
            confirmed(AgendaShift::None),
            |_| Ok(fewer),
        )
        .await;
    let fault = model::Fault::FewerThanTaken { taken: 2 };
    assert!(
        matches!(&changed, Err(PlannerError::Invalid(faults))
            if *faults == model::Faults::one("capacity", fault)),
        "{changed:?}"
    );
}

async fn added(given: &Given, event: model::EventId, names: &[&str]) {
    for name in names {
        let added = AddedPerson {
            person: person(name, None),
            answers: model::Answers::default(),
        };
        given
            .planner
            .add_person(&given.organises(event), |_| Ok(added))
            .await
            .unwrap();
    }
}

async fn a_draft_writes_to_nobody_until_it_is_published(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given
        .planner
        .create_event(&given.organiser, None, |_| Ok(meeting(Some(1), vec![])))
        .await
        .unwrap();
    added(&given, event, &["anna", "beate"]).await;
    assert!(given.mails().await.is_empty());
    let recipients = given
        .planner
        .planned_event(&given.organises(event))
        .await
        .unwrap()
        .effects_of_publishing()
        .unwrap();
    assert_eq!((recipients.confirmed, recipients.waitlisted), (1, 1));
    given
        .planner
        .publish_event(&given.organises(event))
        .await
        .unwrap();
    assert_eq!(given.mail_kinds(&address("anna")).await, ["seat"]);
    assert_eq!(given.mail_kinds(&address("beate")).await, ["waiting"]);
    // Whoever has no link learns nothing.
    let stranger = ClientKey::from_ip("192.0.2.2".parse().unwrap());
    let guess = given
        .planner
        .personal_page(&LinkAccess::new("aaaaaaaaaaaaaaaaaaaaaaaaaa", &stranger))
        .await;
    assert!(matches!(guess, Err(PlannerError::NotFound)));
}

async fn more_seats_of_a_draft_go_to_those_who_wait(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given
        .planner
        .create_event(&given.organiser, None, |_| Ok(meeting(Some(1), vec![])))
        .await
        .unwrap();
    added(&given, event, &["anna", "beate", "cem"]).await;
    let more = meeting(Some(2), vec![]);
    let effects = given
        .planner
        .effects_of_change(&given.organises(event), 0, &more)
        .await
        .unwrap();
    assert!(effects.recipients.is_empty(), "nobody is written to");
    given
        .planner
        .change_event(
            &given.organises(event),
            0,
            confirmed(AgendaShift::None),
            |_| Ok(more),
        )
        .await
        .unwrap();
    assert!(given.mails().await.is_empty());
    given
        .planner
        .publish_event(&given.organises(event))
        .await
        .unwrap();
    assert_eq!(given.mail_kinds(&address("beate")).await, ["seat"]);
    assert_eq!(given.mail_kinds(&address("cem")).await, ["waiting"]);
}

async fn the_letter_to_whoever_leaves_says_how_to_come_back(database: TestDatabase) {
    let given = a_network(database).await;
    let last_letter = async |name: &str| {
        let mails = given.mails_to(&address(name)).await;
        let mail = mails.last().unwrap().0.id;
        let opened = given.planner.outgoing_mail(&given.organiser, mail).await;
        let text = opened.unwrap().open().unwrap().text;
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let again = "auf der Seite der Veranstaltung neu anmelden";
    let queue = "Zurzeit gibt es eine Warteliste";
    let event = given.published_event(meeting(Some(1), vec![])).await;
    let anna = given.comes(event, person("anna", None)).await;
    given.comes(event, person("beate", None)).await;
    cancels(&given, &anna).await;
    let text = last_letter("anna").await;
    assert!(text.contains(again) && text.contains(queue), "{text}");

    let event = given.published_event(meeting(Some(5), vec![])).await;
    let cem = given.comes(event, person("cem", None)).await;
    let dina = given.comes(event, person("dina", None)).await;
    cancels(&given, &cem).await;
    let text = last_letter("cem").await;
    assert!(text.contains(again) && !text.contains(queue), "{text}");
    let closed = EventDetails {
        closes: Some(when("2023-08-01T00:00")),
        ..meeting(Some(5), vec![])
    };
    given.changes(event, closed).await;
    cancels(&given, &dina).await;
    let text = last_letter("dina").await;
    assert!(!text.contains(again), "{text}");
    assert!(
        text.contains("Anmeldung auf der Seite der Veranstaltung ist geschlossen"),
        "{text}"
    );
}
