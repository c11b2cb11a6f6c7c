use jiff::SignedDuration;
use model::{
    AgendaItem, AgendaItemKind, EventState, Line, Question, QuestionKind, Visibility,
    local::Occurrence,
};

use crate::{
    AgendaChange, RegistrationCounts, StoreError,
    contract::{
        sample::{
            at, contingent, event, id, line, local, member, network, organisation, planned,
            registered, registration, text, waiting, when,
        },
        unreadable::without,
    },
    testing::TestDatabase,
};

crate::on_both_engines! {
    an_event_comes_back_as_it_was_saved,
    an_edit_that_was_not_made_from_what_is_stored_is_refused,
    a_slug_is_given_once_in_all_networks,
    an_organisers_list_has_every_event_with_its_numbers,
    only_public_events_that_are_not_over_are_listed_publicly,
    a_draft_goes_with_all_its_parts,
    an_event_that_somebody_is_registered_for_cannot_be_deleted,
    an_unreadable_part_of_an_event_hides_no_other,
    an_agenda_is_in_the_order_of_its_times,
    of_an_agenda_the_last_change_is_kept,
    questions_keep_their_order_and_options,
}

async fn an_event_comes_back_as_it_was_saved(database: TestDatabase) {
    let network = network(1);
    let partners = [
        organisation(1, &network, "A"),
        organisation(2, &network, "B"),
    ];
    let mut event = event(1, &network);
    event.details.contingents = vec![contingent(partners[0].id, 5), contingent(partners[1].id, 0)];
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_network(&network, at(1)).await.unwrap();
    for partner in &partners {
        tx.insert_organisation(partner).await.unwrap();
    }
    tx.insert_event(&event, at(1)).await.unwrap();
    assert_eq!(tx.event(event.id).await.unwrap().as_ref(), Some(&event));

    event.state = EventState::Cancelled;
    event.cancel_reason = Some(text("Krankheit"));
    event.details.contingents.remove(0);
    event.details.capacity = None;
    event.details.opens = None;
    event.details.closes = Some(when("1970-01-01T01:10", 600));
    event.details.place = model::Place::default();
    event.details.visibility = Visibility::Link;
    event.sequence = 7;
    event.revision = 1;
    tx.update_event(&event, at(2)).await.unwrap();
    tx.commit().await.unwrap();

    let mut reader = database.store.read().await.unwrap();
    assert_eq!(
        reader.event_by_slug("treffen-1").await.unwrap(),
        Some(event)
    );
    assert_eq!(reader.event_by_slug("treffen-2").await.unwrap(), None);
    assert_eq!(reader.event(id(9)).await.unwrap(), None);
}

async fn an_edit_that_was_not_made_from_what_is_stored_is_refused(database: TestDatabase) {
    let (_, mut event) = planned(&database.store).await;
    event.details.title = line("Anders");
    for revision in [0, 2] {
        event.revision = revision;
        let mut tx = database.store.begin().await.unwrap();
        assert!(tx.lock_event(event.id).await.unwrap().is_some());
        let refused = tx.update_event(&event, at(2)).await.unwrap_err();
        assert!(matches!(refused, StoreError::Outdated { .. }), "{refused}");
    }
    let mut reader = database.store.read().await.unwrap();
    let stored = reader.event(event.id).await.unwrap().unwrap();
    assert_ne!(stored.details.title, event.details.title);
}

async fn a_slug_is_given_once_in_all_networks(database: TestDatabase) {
    let (_, first) = planned(&database.store).await;
    let other = network(2);
    let mut second = event(2, &other);
    second.slug = first.slug;
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_network(&other, at(1)).await.unwrap();
    let refused = tx.insert_event(&second, at(1)).await.unwrap_err();
    assert!(refused.is_duplicate_of("events_slug_key"), "{refused}");
}

async fn an_organisers_list_has_every_event_with_its_numbers(database: TestDatabase) {
    let (network, mut first) = planned(&database.store).await;
    let partner = organisation(1, &network, "A");
    let mut earlier = event(2, &network);
    earlier.details.starts = when("1970-01-01T01:15", 900);
    first.details.contingents = vec![contingent(partner.id, 2)];
    first.revision = 1;
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_organisation(&partner).await.unwrap();
    tx.insert_event(&earlier, at(1)).await.unwrap();
    tx.update_event(&first, at(1)).await.unwrap();
    tx.commit().await.unwrap();
    let people = [
        registration(1, first.id),
        registration(2, first.id),
        waiting(3, first.id, 1),
    ];
    registered(&database.store, &people).await;

    let counts = RegistrationCounts {
        confirmed: 2,
        waitlisted: 1,
        ..RegistrationCounts::default()
    };
    let mut reader = database.store.read().await.unwrap();
    assert_eq!(
        reader.events_of(network.id).await.unwrap().rows,
        [
            (earlier, RegistrationCounts::default()),
            (first.clone(), counts)
        ]
    );
    assert_eq!(reader.count_registrations(first.id).await.unwrap(), counts);
    assert!(reader.events_of(id(9)).await.unwrap().is_empty());
}

async fn only_public_events_that_are_not_over_are_listed_publicly(database: TestDatabase) {
    let (network, public) = planned(&database.store).await;
    let mut others = [event(2, &network), event(3, &network), event(4, &network)];
    others[0].details.visibility = Visibility::Link;
    others[1].state = EventState::Draft;
    others[2].state = EventState::Cancelled;
    let mut tx = database.store.begin().await.unwrap();
    for event in &others {
        tx.insert_event(event, at(1)).await.unwrap();
    }
    tx.commit().await.unwrap();

    let mut reader = database.store.read().await.unwrap();
    let ends = public.details.ends.at;
    let listed = reader
        .public_events(ends - SignedDuration::from_micros(1))
        .await
        .unwrap();
    let listed: Vec<_> = listed
        .rows
        .iter()
        .map(|(head, event)| (head.id, event))
        .collect();
    assert_eq!(listed, [(network.id, &public), (network.id, &others[2])]);
    assert!(reader.public_events(ends).await.unwrap().is_empty());
}

async fn a_draft_goes_with_all_its_parts(database: TestDatabase) {
    let (network, mut event) = planned(&database.store).await;
    let partner = organisation(1, &network, "A");
    event.details.contingents = vec![contingent(partner.id, 2)];
    event.revision = 1;
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_organisation(&partner).await.unwrap();
    tx.update_event(&event, at(1)).await.unwrap();
    tx.insert_agenda_item(&item(1, "1970-01-01T10:00", 0))
        .await
        .unwrap();
    tx.insert_question(&question(1, 0)).await.unwrap();
    tx.delete_event(event.id).await.unwrap();
    assert_eq!(tx.event(event.id).await.unwrap(), None);
    assert!(tx.agenda(event.id).await.unwrap().is_empty());
    assert!(tx.questions(event.id).await.unwrap().is_empty());
    assert!(tx.contingents(event.id).await.unwrap().is_empty());
}

async fn an_event_that_somebody_is_registered_for_cannot_be_deleted(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    registered(&database.store, &[registration(1, event.id)]).await;
    let mut tx = database.store.begin().await.unwrap();
    let refused = tx.delete_event(event.id).await.unwrap_err();
    assert!(matches!(refused, StoreError::Refused { .. }), "{refused}");
}

fn item(number: u128, starts: &str, position: i64) -> AgendaItem {
    AgendaItem {
        id: id(number),
        event: id(1),
        position,
        kind: AgendaItemKind::Cafe,
        title: line("Runde"),
        details: text("Zeile\nZeile"),
        room: None,
        speakers: Some(line("RIN Leipzig, VHS")),
        starts: local(starts),
        occurrence: Occurrence::Second,
        minutes: 45,
        offer: None,
    }
}

async fn an_agenda_is_in_the_order_of_its_times(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let mut items = [
        item(1, "2024-01-01T10:00", 0),
        item(2, "2024-01-01T09:00", 3),
        item(3, "2024-01-01T09:00", 1),
    ];
    let mut tx = database.store.begin().await.unwrap();
    for item in &items {
        tx.insert_agenda_item(item).await.unwrap();
    }
    items[1].position = 0;
    items[1].kind = AgendaItemKind::Workshop;
    items[1].room = Some(line("Aula"));
    assert!(tx.update_agenda_item(&items[1]).await.unwrap());
    let [first, second, third] = items;
    assert_eq!(
        tx.agenda(event.id).await.unwrap().rows,
        [second, third.clone(), first.clone()]
    );
    tx.delete_agenda_item(id(2)).await.unwrap();
    let agenda = tx.agenda(event.id).await.unwrap();
    assert_eq!(agenda.rows, [third, first.clone()]);
    tx.delete_agenda_item(first.id).await.unwrap();
    assert!(!tx.update_agenda_item(&first).await.unwrap());
}

async fn of_an_agenda_the_last_change_is_kept(database: TestDatabase) {
    let (network, event) = planned(&database.store).await;
    let change = |number, undo: &str| AgendaChange {
        id: id(number),
        event: event.id,
        member: id(1),
        undo: undo.to_owned(),
    };
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_member(&member(1, &network, "anna@example.org"), at(1))
        .await
        .unwrap();
    assert_eq!(tx.last_agenda_change(event.id).await.unwrap(), None);
    for change in [change(1, "{}"), change(2, "[]")] {
        tx.save_agenda_change(&change).await.unwrap();
        let last = tx.last_agenda_change(event.id).await.unwrap();
        assert_eq!(last, Some(change));
    }
    tx.delete_agenda_change(event.id).await.unwrap();
    assert_eq!(tx.last_agenda_change(event.id).await.unwrap(), None);
}

pub(super) fn question(number: u128, position: i64) -> Question {
    Question {
        id: id(number),
        event: id(1),
        position,
        kind: QuestionKind::SeveralOf,
        label: line("Verpflegung"),
        help: text(""),
        options: ["vegan", "\"halal\"", "größer"]
            .map(|o| Line::parse(o).unwrap())
            .into(),
        need: model::Need::Optional,
    }
}

async fn questions_keep_their_order_and_options(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let (mut first, mut second) = (question(1, 0), question(2, 1));
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_question(&second).await.unwrap();
    tx.insert_question(&first).await.unwrap();
    assert_eq!(
        tx.questions(event.id).await.unwrap().rows,
        [first.clone(), second.clone()]
    );
    // Two questions change places, one after the other.
    (first.position, second.position) = (1, 0);
    second.options.clear();
    assert!(tx.update_question(&second).await.unwrap());
    assert!(tx.update_question(&first).await.unwrap());
    assert_eq!(
        tx.questions(event.id).await.unwrap().rows,
        [second, first.clone()]
    );
    tx.delete_question(first.id).await.unwrap();
    assert!(!tx.update_question(&first).await.unwrap());
}

async fn an_unreadable_part_of_an_event_hides_no_other(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    for (number, position) in [(1, 1), (2, 2)] {
        let item = item(number, "2024-01-01T10:00", position);
        tx.insert_agenda_item(&item).await.unwrap();
        tx.insert_question(&question(number, position))
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    let sql = "UPDATE agenda_items SET title = '' WHERE position = 1;
         UPDATE questions SET options = 'nix' WHERE position = 1";
    database.run_sql(sql).await;
    let mut reader = database.store.read().await.unwrap();
    let agenda = reader.agenda(event.id).await.unwrap();
    assert_eq!(agenda.rows, [item(2, "2024-01-01T10:00", 2)]);
    assert_eq!(agenda.unreadable, without("agenda_items", 1, "title"));
    let questions = reader.questions(event.id).await.unwrap();
    assert_eq!(questions.rows, [question(2, 2)]);
    assert_eq!(questions.unreadable, without("questions", 1, "options"));
}
