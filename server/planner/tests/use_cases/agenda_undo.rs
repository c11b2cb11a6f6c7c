//! The last change of an agenda is undone, by whoever made it.

use model::{AgendaItem, EmailAddress, EventId, Language, Role};
use planner::{
    MoveTo, PlannerError,
    access::{EventAccess, Organises},
    agenda::{AgendaItemEdit, AgendaMove, MovedPart},
    events::AgendaShift,
    people::NewMember,
};
use store::testing::TestDatabase;

use crate::{
    agenda::{added, item},
    events::draft,
    given::{Given, a_network, confirmed, line, meeting, when},
};

store::on_both_engines! {
    each_change_of_an_agenda_is_undone,
    undoing_is_undone_as_well,
    only_the_last_change_is_undone_and_only_by_whoever_made_it,
    an_event_that_moved_keeps_its_agenda,
    an_item_that_is_saved_as_it_is_leaves_the_last_change_undoable,
    nobody_is_offered_to_undo_a_change_of_a_cancelled_event,
}

async fn agenda(given: &Given, event: EventId) -> Vec<AgendaItem> {
    let access = given.organises(event);
    given.planner.planned_event(&access).await.unwrap().agenda
}

async fn undoes(given: &Given, event: EventId) {
    let access = given.organises(event);
    let last = given.planner.undoable_agenda_change(&access).await.unwrap();
    let undone = given.planner.undo_agenda_change(&access, last.unwrap());
    undone.await.unwrap();
}

async fn each_change_of_an_agenda_is_undone(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given).await;
    let access = given.organises(event);
    let planner = &given.planner;
    let first = added(&given, event, item("Begrüßung", "10:00", 15)).await;
    added(&given, event, item("Vorstellung", "10:15", 90)).await;
    added(&given, event, item("Markt", "10:15", 90)).await;
    let before = agenda(&given, event).await;

    let coffee = item("Kaffee", "10:15", 20);
    let along = AgendaMove::AllAfter;
    planner
        .add_agenda_item(&access, coffee, along)
        .await
        .unwrap();
    assert_eq!(agenda(&given, event).await.len(), 4);
    undoes(&given, event).await;
    assert_eq!(agenda(&given, event).await, before);

    let edit = AgendaItemEdit {
        seen: item("Begrüßung", "10:00", 15),
        new: item("Grußwort", "10:00", 30),
        along,
    };
    planner
        .change_agenda_item(&access, first, edit)
        .await
        .unwrap();
    assert_ne!(agenda(&given, event).await, before);
    undoes(&given, event).await;
    assert_eq!(agenda(&given, event).await, before);

    planner
        .remove_agenda_item(&access, first, along)
        .await
        .unwrap();
    assert_eq!(agenda(&given, event).await.len(), 2);
    undoes(&given, event).await;
    assert_eq!(agenda(&given, event).await, before);

    let part = MovedPart::Item(first);
    planner
        .place_in_agenda(&access, part, MoveTo::Later)
        .await
        .unwrap();
    assert_ne!(agenda(&given, event).await, before);
    undoes(&given, event).await;
    assert_eq!(agenda(&given, event).await, before);
}

async fn undoing_is_undone_as_well(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    added(&given, event, item("Begrüßung", "10:00", 15)).await;
    let after = agenda(&given, event).await;
    undoes(&given, event).await;
    assert_eq!(agenda(&given, event).await, []);
    undoes(&given, event).await;
    assert_eq!(agenda(&given, event).await, after);
    // Nobody is written to about an agenda.
    assert!(given.mails().await.is_empty());
}

async fn only_the_last_change_is_undone_and_only_by_whoever_made_it(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given).await;
    let access = given.organises(event);
    let planner = &given.planner;
    added(&given, event, item("Begrüßung", "10:00", 15)).await;
    let first = planner.undoable_agenda_change(&access).await.unwrap();
    added(&given, event, item("Vorstellung", "10:15", 90)).await;
    let refused = planner.undo_agenda_change(&access, first.unwrap()).await;
    assert!(
        matches!(refused, Err(PlannerError::Conflict(_))),
        "{refused:?}"
    );

    let last = planner.undoable_agenda_change(&access).await.unwrap();
    let other = somebody_else(&given, event).await;
    assert_eq!(planner.undoable_agenda_change(&other).await.unwrap(), None);
    let refused = planner.undo_agenda_change(&other, last.unwrap()).await;
    assert!(
        matches!(refused, Err(PlannerError::Conflict(_))),
        "{refused:?}"
    );
    assert_eq!(agenda(&given, event).await.len(), 2);
}

async fn an_event_that_moved_keeps_its_agenda(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given).await;
    let access = given.organises(event);
    added(&given, event, item("Begrüßung", "10:00", 15)).await;
    let later = model::EventDetails {
        starts: when("2023-09-26T09:30"),
        ends: when("2023-09-26T16:00"),
        ..meeting(None, vec![])
    };
    let how = confirmed(AgendaShift::WithEvent);
    let moved = given.planner.change_event(&access, 0, how, |_| Ok(later));
    moved.await.unwrap();
    let undoable = given.planner.undoable_agenda_change(&access).await;
    assert_eq!(undoable.unwrap(), None);
}

/// Another organiser of the network.
async fn somebody_else(given: &Given, event: EventId) -> EventAccess<Organises> {
    let address = EmailAddress::parse("mehmet@rinleipzig.example").unwrap();
    let member = NewMember {
        name: line("Mehmet Yılmaz"),
        address: address.clone(),
        role: Role::Organiser,
        language: Language::De,
    };
    let network = given.organiser.network();
    given.planner.put_member(network, member).await.unwrap();
    let link = given.planner.sign_in_link(&address).await.unwrap();
    let token = link.rsplit('/').next().unwrap();
    let session = given.planner.sign_in(token, &given.client).await.unwrap();
    let principal = given.planner.principal(session.token.reveal()).await;
    principal.unwrap().unwrap().organises_event(event)
}

async fn an_item_that_is_saved_as_it_is_leaves_the_last_change_undoable(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given).await;
    let access = given.organises(event);
    let first = added(&given, event, item("Begrüßung", "10:00", 15)).await;
    let last = given.planner.undoable_agenda_change(&access).await.unwrap();
    let edit = AgendaItemEdit {
        seen: item("Begrüßung", "10:00", 15),
        new: item("Begrüßung", "10:00", 15),
        along: AgendaMove::AllAfter,
    };
    let saved = given.planner.change_agenda_item(&access, first, edit);
    saved.await.unwrap();
    let undoable = given.planner.undoable_agenda_change(&access).await.unwrap();
    assert_eq!(undoable, last);
}

async fn nobody_is_offered_to_undo_a_change_of_a_cancelled_event(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let access = given.organises(event);
    added(&given, event, item("Begrüßung", "10:00", 15)).await;
    let reason = model::Text::parse("Zu wenige Anmeldungen").unwrap();
    given.planner.cancel_event(&access, reason).await.unwrap();
    let undoable = given.planner.undoable_agenda_change(&access).await.unwrap();
    assert_eq!(undoable, None);
}
