//! Wishes that are named in the form with which somebody registers. They count once the address is confirmed.

use jiff::SignedDuration;
use model::{Answers, Fault, WorkshopId, workshops::WorkshopState};
use planner::registrations::NewRegistration;
use store::testing::TestDatabase;

use crate::{
    given::{Given, a_network, address, person},
    wishes::{Congress, congress},
    workshops::fault_of,
};

store::on_both_engines! {
    wishes_of_a_form_count_once_the_address_is_confirmed,
    a_form_for_a_known_address_changes_wishes_only_when_its_owner_confirms_it,
    wishes_of_a_form_that_cannot_come_true_are_refused,
    wishes_that_were_in_time_count_after_the_deadline,
}

fn form(name: &str, wishes: &[WorkshopId]) -> NewRegistration {
    NewRegistration {
        colleagues: Vec::new(),
        person: person(name, None),
        answers: Answers::default(),
        consent: 1,
        may_be_kept: false,
        wishes: wishes.to_vec(),
    }
}

async fn ranked(given: &Given, token: &str) -> Vec<WorkshopId> {
    let page = given.planner.wish_page(&given.link(token)).await.unwrap();
    page.list.ranked
}

async fn wishes_of_a_form_count_once_the_address_is_confirmed(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress {
        event, workshops, ..
    } = congress(&given).await;
    let [handwork, care, _] = workshops;
    given
        .register(event, form("anna", &[care, handwork]))
        .await
        .unwrap();
    let access = given.organises(event);
    let overview = given.planner.wish_overview(&access);
    assert!(overview.await.unwrap().lists.is_empty());
    given.mails_arrive().await;
    let token = given.confirms(&address("anna")).await;
    assert_eq!(ranked(&given, &token).await, [care, handwork]);
    let overview = given.planner.wish_overview(&access);
    assert_eq!(overview.await.unwrap().with_wishes(), 1);
    // The registration is the one that the form made: nothing was changed.
    let id = given.only_registration(event).await;
    let mut reader = given.database.store.read().await.unwrap();
    let registration = reader.registration(id).await.unwrap().unwrap();
    assert_eq!(registration.person.name(), person("anna", None).name());
}

async fn a_form_for_a_known_address_changes_wishes_only_when_its_owner_confirms_it(
    database: TestDatabase,
) {
    let given = a_network(database).await;
    let Congress {
        event, workshops, ..
    } = congress(&given).await;
    let [handwork, care, language] = workshops;
    // Somebody else has filled the form in for the same address, with other wishes.
    for wishes in [&[language][..], &[care, handwork]] {
        given.register(event, form("anna", wishes)).await.unwrap();
        given.mails_arrive().await;
    }
    let token = given.confirms(&address("anna")).await;
    assert_eq!(ranked(&given, &token).await, [care, handwork]);
    // Whoever is registered already has their wishes changed by nobody.
    given
        .register(event, form("anna", &[language]))
        .await
        .unwrap();
    assert_eq!(ranked(&given, &token).await, [care, handwork]);
}

async fn wishes_of_a_form_that_cannot_come_true_are_refused(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress {
        event, workshops, ..
    } = congress(&given).await;
    let [handwork, care, language] = workshops;
    let access = given.organises(event);
    let called_off = given
        .planner
        .set_workshop_state(&access, care, WorkshopState::CalledOff);
    called_off.await.unwrap();
    let refused = given.register(event, form("anna", &[handwork, care])).await;
    let called_off = ("wishes[1]".to_owned(), Fault::CalledOff);
    assert_eq!(fault_of(refused), called_off);
    let twice = given
        .register(event, form("anna", &[language, language]))
        .await;
    assert_eq!(fault_of(twice), ("wishes[1]".to_owned(), Fault::Twice));
    let overview = given.planner.wish_overview(&access).await.unwrap();
    let closes = overview.setup.unwrap().closes.at;
    let now = given.planner.now();
    given.clock.advance(closes.duration_since(now));
    // Too late is no reason to refuse the registration.
    let late = given.register(event, form("anna", &[handwork])).await;
    late.unwrap();
    given.mails_arrive().await;
    // The page behind the link says so before the click.
    let link = given.token_mailed_to(&address("anna")).await;
    let confirmation = given.planner.confirmation(&given.link(&link)).await;
    let confirmation = confirmation.unwrap();
    assert!(confirmation.wishes_are_late && !confirmation.wishes.is_empty());
    let token = given.confirms(&address("anna")).await;
    assert_eq!(ranked(&given, &token).await, []);
}

async fn wishes_that_were_in_time_count_after_the_deadline(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress {
        event, workshops, ..
    } = congress(&given).await;
    let [handwork, care, _] = workshops;
    let access = given.organises(event);
    let overview = given.planner.wish_overview(&access).await.unwrap();
    let closes = overview.setup.unwrap().closes.at;
    let now = given.planner.now();
    given
        .clock
        .advance(closes.duration_since(now) - SignedDuration::from_mins(1));
    given
        .register(event, form("anna", &[care, handwork]))
        .await
        .unwrap();
    given.mails_arrive().await;
    given.clock.advance(SignedDuration::from_mins(2));
    let token = given.confirms(&address("anna")).await;
    assert_eq!(ranked(&given, &token).await, [care, handwork]);
}
