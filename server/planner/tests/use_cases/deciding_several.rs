//! An organiser decides about several people at once.

use jiff::SignedDuration;
use model::{EventId, JobKind, JobState, RegistrationState, Text};
use planner::{
    PlannerError, RegistrationFilter,
    registrations::{Decision, RegistrationSelection, SeatLimit, SeveralDecisions, Verdict},
};
use store::testing::TestDatabase;

use crate::{
    given::{Given, a_network, address, meeting, person},
    jobs::{a_worker_dies_after, hold_up},
};

store::on_both_engines! {
    those_who_wait_get_the_free_seats_and_the_others_wait_on,
    the_mail_is_shown_and_not_written,
    a_seat_taken_back_goes_to_nobody_who_is_declined_with_it,
    a_killed_worker_writes_to_nobody_twice,
    whoever_cancelled_meanwhile_is_left_alone,
    whoever_was_declined_meanwhile_gets_no_seat,
    an_organiser_seats_more_than_there_are_seats_when_told_so,
}

fn decides(verdict: Verdict, note: &str) -> SeveralDecisions {
    SeveralDecisions {
        verdict,
        limit: SeatLimit::Kept,
        note: Some(Text::parse(note).unwrap()),
    }
}

fn all_in(state: RegistrationState) -> RegistrationSelection {
    RegistrationSelection::Found(RegistrationFilter {
        state: Some(state),
        ..RegistrationFilter::default()
    })
}

async fn states(given: &Given, event: EventId) -> Vec<(String, RegistrationState)> {
    let mut reader = given.database.store.read().await.unwrap();
    let people = reader.registrations_of(event).await.unwrap().rows;
    let states = people.into_iter();
    let name = |address: &str| address.split('@').next().unwrap().to_owned();
    let mut states: Vec<_> = states
        .map(|one| (name(one.person.address.as_str()), one.state))
        .collect();
    states.sort();
    states
}

async fn with_waiting(given: &Given, capacity: u32, people: &[&str]) -> EventId {
    let event = given.published_event(meeting(Some(capacity), vec![])).await;
    for name in people {
        given.comes(event, person(name, None)).await;
    }
    event
}

async fn those_who_wait_get_the_free_seats_and_the_others_wait_on(database: TestDatabase) {
    use RegistrationState::{Confirmed, Declined, Waitlisted};
    let given = a_network(database).await;
    let event = with_waiting(&given, 1, &["anna", "beate", "cem", "dana"]).await;
    let access = given.organises(event);
    let waiting = all_in(Waitlisted);
    let accepts = decides(Verdict::Accept, "Schön, dass Sie kommen.");
    let preview = given
        .planner
        .preview_decisions(&access, &waiting, &accepts)
        .await
        .unwrap();
    assert_eq!(preview.forecast.still_waiting, 3);
    let full = given
        .planner
        .decide_several(&access, &waiting, accepts.clone())
        .await;
    assert!(matches!(full, Err(PlannerError::Invalid(_))), "{full:?}");

    // Two are declined, and one of them comes after all: who was declined waits again if no seat is free.
    let declined = given
        .planner
        .decide_several(&access, &waiting, decides(Verdict::Decline, "Leider voll."))
        .await
        .unwrap();
    assert_eq!(declined, 3);
    let (_, mail) = given.mails_to(&address("beate")).await.pop().unwrap();
    assert!(mail.contains("Leider voll."), "{mail}");
    given.changes(event, meeting(Some(2), vec![])).await;
    let again = all_in(Declined);
    let preview = given
        .planner
        .preview_decisions(&access, &again, &accepts)
        .await
        .unwrap();
    let forecast = preview.forecast;
    assert_eq!((forecast.seated, forecast.enqueued), (1, 2));
    given
        .planner
        .decide_several(&access, &again, accepts)
        .await
        .unwrap();
    given.run_jobs().await;
    let states = states(&given, event).await;
    let of = |state| states.iter().filter(|(_, found)| *found == state).count();
    assert_eq!((of(Confirmed), of(Waitlisted)), (2, 2), "{states:?}");
    let jobs = given.planner.jobs_of_event(&access).await.unwrap();
    assert_eq!(jobs[0].job.kind, JobKind::Decision);
    assert_eq!((jobs[0].job.state, jobs[0].job.done), (JobState::Done, 3));
}

async fn the_mail_is_shown_and_not_written(database: TestDatabase) {
    let given = a_network(database).await;
    let event = with_waiting(&given, 1, &["anna", "beate"]).await;
    let before = given.mails().await.len();
    let preview = given
        .planner
        .preview_decisions(
            &given.organises(event),
            &all_in(RegistrationState::Waitlisted),
            &decides(Verdict::Decline, "Wir haben zu viele Anmeldungen."),
        )
        .await
        .unwrap();
    let mail = preview.mail.unwrap();
    assert_eq!(mail.address, address("beate").to_string());
    assert!(
        mail.text.contains("Wir haben zu viele Anmeldungen."),
        "{}",
        mail.text
    );
    assert_eq!(given.mails().await.len(), before);
    let states = states(&given, event).await;
    assert_eq!(states[1].1, RegistrationState::Waitlisted);
}

async fn a_seat_taken_back_goes_to_nobody_who_is_declined_with_it(database: TestDatabase) {
    let given = a_network(database).await;
    let event = with_waiting(&given, 1, &["anna", "beate", "cem"]).await;
    let mut reader = given.database.store.read().await.unwrap();
    let people = reader.registrations_of(event).await.unwrap().rows;
    drop(reader);
    let cem = address("cem");
    let chosen = people.iter().filter(|one| one.person.address != cem);
    let chosen = RegistrationSelection::Chosen(chosen.map(|one| one.id).collect());
    given
        .planner
        .decide_several(
            &given.organises(event),
            &chosen,
            decides(Verdict::Decline, "-"),
        )
        .await
        .unwrap();
    given.run_jobs().await;
    assert_eq!(
        given.mail_kinds(&address("beate")).await.last().unwrap(),
        "declined"
    );
    assert_eq!(
        given.mail_kinds(&address("cem")).await.last().unwrap(),
        "moved up"
    );
}

async fn a_killed_worker_writes_to_nobody_twice(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    given
        .planner
        .import(
            &given.organises(event),
            &crate::jobs::table(46),
            crate::jobs::EMPTY,
        )
        .await
        .unwrap();
    given.run_jobs().await;
    given.mails_arrive().await;
    hold_up(&given, event).await;
    given
        .planner
        .decide_several(
            &given.organises(event),
            &all_in(RegistrationState::Waitlisted),
            decides(Verdict::Decline, "Leider voll."),
        )
        .await
        .unwrap();
    a_worker_dies_after(&given, 2).await;
    given.planner.release_leases().await.unwrap();
    given.run_jobs().await;
    let mails = given.mails().await;
    let declined = mails.iter().filter(|mail| mail.kind.as_str() == "declined");
    assert_eq!(declined.count(), 45);
}

async fn whoever_cancelled_meanwhile_is_left_alone(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    given.comes(event, person("anna", None)).await;
    let beate = given.comes(event, person("beate", None)).await;
    hold_up(&given, event).await;
    given
        .planner
        .decide_several(
            &given.organises(event),
            &all_in(RegistrationState::Waitlisted),
            decides(Verdict::Decline, "-"),
        )
        .await
        .unwrap();
    given
        .planner
        .cancel_own_registration(&given.link(&beate))
        .await
        .unwrap();
    given.run_jobs().await;
    let states = states(&given, event).await;
    assert_eq!(states[1].1, RegistrationState::Cancelled);
}

async fn an_organiser_seats_more_than_there_are_seats_when_told_so(database: TestDatabase) {
    let given = a_network(database).await;
    let event = with_waiting(&given, 1, &["anna", "beate", "cem"]).await;
    let access = given.organises(event);
    let waiting = all_in(RegistrationState::Waitlisted);
    let anyway = SeveralDecisions {
        limit: SeatLimit::Exceeded,
        ..decides(Verdict::Accept, "Wir rücken zusammen.")
    };
    let preview = given
        .planner
        .preview_decisions(&access, &waiting, &anyway)
        .await
        .unwrap();
    assert_eq!((preview.forecast.seated, preview.forecast.beyond), (2, 2));
    given
        .planner
        .decide_several(&access, &waiting, anyway)
        .await
        .unwrap();
    given.run_jobs().await;
    let states = states(&given, event).await;
    assert!(
        states
            .iter()
            .all(|(_, state)| *state == RegistrationState::Confirmed)
    );
    // The event can still be changed.
    let mut details = meeting(Some(1), vec![]);
    details.title = crate::given::line("Treffen im Saal");
    given.changes(event, details).await;
}

async fn whoever_was_declined_meanwhile_gets_no_seat(database: TestDatabase) {
    let given = a_network(database).await;
    let event = with_waiting(&given, 1, &["anna", "beate"]).await;
    hold_up(&given, event).await;
    let accepts = SeveralDecisions {
        limit: SeatLimit::Exceeded,
        ..decides(Verdict::Accept, "-")
    };
    let waiting = all_in(RegistrationState::Waitlisted);
    let access = given.organises(event);
    let ordered = given.planner.decide_several(&access, &waiting, accepts);
    assert_eq!(ordered.await.unwrap(), 1);
    given.clock.advance(SignedDuration::from_mins(1));
    let mut reader = given.database.store.read().await.unwrap();
    let address = address("beate").lower();
    let beate = reader.registration_by_address(event, &address).await;
    let beate = beate.unwrap().unwrap().id;
    drop(reader);
    let access = given.organises_registration(beate);
    let decline = Decision::Decline { reason: None };
    given.planner.decide(&access, decline).await.unwrap();
    given.run_jobs().await;
    let states = states(&given, event).await;
    assert_eq!(states[1].1, RegistrationState::Declined);
}
