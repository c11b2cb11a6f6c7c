use std::sync::Arc;

use model::RegistrationState;
use tokio::sync::Barrier;

use crate::{
    Store,
    contract::sample::{id, organisation, planned, registered, registration},
    testing::TestDatabase,
};

crate::on_both_engines! {
    seats_are_counted_by_organisation,
    the_last_seat_is_given_once,
    nobody_sees_what_is_not_committed,
    a_reader_sees_one_moment,
    there_is_no_lock_on_an_event_that_is_not_there,
}

async fn seats_are_counted_by_organisation(database: TestDatabase) {
    let (network, event) = planned(&database.store).await;
    let partner = organisation(1, &network, "ÖRK");
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_organisation(&partner).await.unwrap();
    tx.commit().await.unwrap();
    let mut people = [1, 2, 3, 4].map(|number| registration(number, event.id));
    people[0].person.organisation = Some(partner.id);
    people[1].person.organisation = Some(partner.id);
    people[3].state = RegistrationState::Pending;
    registered(&database.store, &people).await;
    let mut reader = database.store.read().await.unwrap();
    let mut taken = reader.seats_taken(event.id).await.unwrap();
    taken.sort();
    assert_eq!(taken, [(None, 1), (Some(partner.id), 2)]);
}

/// One of many who want a seat of which there is only one: looks whether it is free and takes it.
async fn take_the_last_seat(store: Store, number: u128, begin: Arc<Barrier>) -> bool {
    begin.wait().await;
    let mut tx = store.begin().await.unwrap();
    tx.lock_event(id(1)).await.unwrap().unwrap();
    let free = tx.seats_taken(id(1)).await.unwrap().is_empty();
    if free {
        tx.insert_registration(&registration(number, id(1)))
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    free
}

async fn the_last_seat_is_given_once(database: TestDatabase) {
    planned(&database.store).await;
    // Two servers on the same database.
    let stores = [database.store.clone(), database.another_store().await];
    let begin = Arc::new(Barrier::new(50));
    let mut wanting = tokio::task::JoinSet::new();
    for number in 0..50 {
        let store = stores[usize::try_from(number % 2).unwrap()].clone();
        wanting.spawn(take_the_last_seat(store, number, Arc::clone(&begin)));
    }
    let seated = wanting
        .join_all()
        .await
        .into_iter()
        .filter(|seat| *seat)
        .count();
    assert_eq!(seated, 1);
}

async fn nobody_sees_what_is_not_committed(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_registration(&registration(1, event.id))
        .await
        .unwrap();
    let mut reader = database.store.read().await.unwrap();
    assert!(reader.registrations_of(event.id).await.unwrap().is_empty());
    drop(tx);
    drop(reader);
    let mut reader = database.store.read().await.unwrap();
    assert!(reader.registrations_of(event.id).await.unwrap().is_empty());
}

async fn a_reader_sees_one_moment(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let mut reader = database.store.read().await.unwrap();
    assert_eq!(
        reader
            .count_registrations(event.id)
            .await
            .unwrap()
            .confirmed,
        0
    );
    registered(&database.store, &[registration(1, event.id)]).await;
    assert!(reader.registrations_of(event.id).await.unwrap().is_empty());
}

async fn there_is_no_lock_on_an_event_that_is_not_there(database: TestDatabase) {
    let mut tx = database.store.begin().await.unwrap();
    assert_eq!(tx.lock_event(id(1)).await.unwrap(), None);
    tx.commit().await.unwrap();
}
