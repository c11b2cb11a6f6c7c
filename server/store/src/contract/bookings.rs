//! Bookings of workshops.

use std::sync::Arc;

use model::{
    Affiliation, Registration, SlotId, WorkshopId,
    workshops::{Booking, BookingCount, BookingState, OfferKey},
};
use tokio::sync::Barrier;

use crate::{
    Store, Tx,
    contract::{
        sample::{at, id, organisation, planned, registration},
        wishes::offered,
    },
    testing::TestDatabase,
};

crate::on_both_engines! {
    a_person_has_one_seat_and_one_waiting_place_in_a_slot,
    the_waiting_list_keeps_its_order,
    seats_are_counted_by_organisation,
    whoever_leaves_gives_all_seats_back,
    a_workshop_or_slot_that_is_removed_takes_its_bookings_along,
    the_last_seat_of_an_offer_is_given_once,
}

const EVENT: u128 = 1;

async fn registered(tx: &mut Tx, numbers: &[u128]) -> Vec<Registration> {
    let people: Vec<_> = numbers
        .iter()
        .map(|number| registration(*number, id(EVENT)))
        .collect();
    tx.insert_registrations(&people).await.unwrap();
    people
}

fn offer(slot: SlotId, workshop: WorkshopId) -> OfferKey {
    OfferKey { slot, workshop }
}

async fn a_person_has_one_seat_and_one_waiting_place_in_a_slot(database: TestDatabase) {
    planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    let (slot, [one, two, three]) = offered(&mut tx).await;
    let anna = registered(&mut tx, &[40]).await.remove(0).id;
    let [one, two, three] = [one, two, three].map(|workshop| offer(slot, workshop));
    assert!(tx.seats_booked_by(&[anna]).await.unwrap().is_empty());
    tx.save_seats(&[(anna, one)], at(5)).await.unwrap();
    tx.save_seats(&[(anna, two)], at(6)).await.unwrap();
    tx.save_waiting_for_offer(anna, one, at(7)).await.unwrap();
    tx.save_waiting_for_offer(anna, three, at(8)).await.unwrap();
    assert_eq!(tx.seats_booked(id(EVENT)).await.unwrap(), [(anna, two)]);
    let seats = tx.seats_booked_by(&[anna]).await.unwrap();
    assert_eq!(seats[&anna], [two]);
    let booking = |offer, state| Booking {
        registration: anna,
        offer,
        state,
    };
    let both = [
        booking(two, BookingState::Seated),
        booking(three, BookingState::Waiting { place: 1 }),
    ];
    assert_eq!(tx.bookings_of(anna).await.unwrap(), both);
    assert_eq!(tx.bookings_of_event(id(EVENT)).await.unwrap(), both);

    // Another offer than the one that is booked is left alone.
    tx.delete_seat_in_offer(anna, one).await.unwrap();
    tx.delete_waiting_for_offer(anna, two).await.unwrap();
    assert_eq!(tx.bookings_of(anna).await.unwrap(), both);
    tx.delete_seat_in_offer(anna, two).await.unwrap();
    tx.delete_waiting_for_offer(anna, three).await.unwrap();
    assert!(tx.bookings_of(anna).await.unwrap().is_empty());
}

async fn the_waiting_list_keeps_its_order(database: TestDatabase) {
    planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    let (slot, [one, two, _]) = offered(&mut tx).await;
    let (one, two) = (offer(slot, one), offer(slot, two));
    let people = registered(&mut tx, &[40, 41, 42]).await;
    for person in [&people[2], &people[0], &people[1]] {
        tx.save_waiting_for_offer(person.id, one, at(5))
            .await
            .unwrap();
    }
    let waiting = tx.waiting_for_offer(one).await.unwrap();
    let ids: Vec<_> = waiting.iter().map(|person| person.id).collect();
    assert_eq!(ids, [people[2].id, people[0].id, people[1].id]);
    // The first one changes to another list.
    tx.save_waiting_for_offer(people[2].id, two, at(6))
        .await
        .unwrap();
    let places = async |tx: &mut Tx, person: &Registration| {
        let bookings = tx.bookings_of(person.id).await.unwrap();
        bookings
            .into_iter()
            .map(|booking| booking.state)
            .collect::<Vec<_>>()
    };
    let at_place = |place| vec![BookingState::Waiting { place }];
    assert_eq!(places(&mut tx, &people[0]).await, at_place(1));
    assert_eq!(places(&mut tx, &people[1]).await, at_place(2));
    assert_eq!(places(&mut tx, &people[2]).await, at_place(1));
    tx.delete_bookings_of_offer(one).await.unwrap();
    assert!(tx.waiting_for_offer(one).await.unwrap().is_empty());
    assert_eq!(tx.waiting_for_offer(two).await.unwrap().len(), 1);
}

async fn seats_are_counted_by_organisation(database: TestDatabase) {
    let (network, _) = planned(&database.store).await;
    let partner = organisation(1, &network, "ÖRK");
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_organisation(&partner).await.unwrap();
    let (slot, [one, ..]) = offered(&mut tx).await;
    let one = offer(slot, one);
    let mut people = [40, 41, 42].map(|number| registration(number, id(EVENT)));
    for person in &mut people[..2] {
        person.person.organisation = Some(partner.id);
    }
    tx.insert_registrations(&people).await.unwrap();
    tx.save_seats(&[(people[0].id, one)], at(5)).await.unwrap();
    tx.save_seats(&[(people[2].id, one)], at(5)).await.unwrap();
    tx.save_waiting_for_offer(people[1].id, one, at(5))
        .await
        .unwrap();
    let own = people[2].person.affiliation();
    let partner = Some(Affiliation::Partner(partner.id));
    let taken = tx.offer_seats_taken(one).await.unwrap();
    assert_eq!(taken.len(), 2);
    assert!(taken.contains(&(partner.clone(), 1)), "{taken:?}");
    assert!(taken.contains(&(own.clone(), 1)), "{taken:?}");
    let counts = tx.booking_counts(id(EVENT)).await.unwrap();
    let count = |organisation: &Option<Affiliation>, seated, waiting| BookingCount {
        offer: one,
        organisation: organisation.clone(),
        seated,
        waiting,
    };
    assert_eq!(counts.len(), 3);
    for expected in [
        count(&partner, 1, 0),
        count(&partner, 0, 1),
        count(&own, 1, 0),
    ] {
        assert!(counts.contains(&expected), "{counts:?}");
    }
}

async fn whoever_leaves_gives_all_seats_back(database: TestDatabase) {
    planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    let (slot, [one, two, _]) = offered(&mut tx).await;
    let people = registered(&mut tx, &[40, 41]).await;
    for person in &people {
        tx.save_seats(&[(person.id, offer(slot, one))], at(5))
            .await
            .unwrap();
        tx.save_waiting_for_offer(person.id, offer(slot, two), at(5))
            .await
            .unwrap();
    }
    let freed = tx.delete_bookings_of(people[0].id).await.unwrap();
    assert_eq!(freed, [offer(slot, one)], "a place on a list is no seat");
    assert!(tx.bookings_of(people[0].id).await.unwrap().is_empty());
    assert_eq!(tx.bookings_of(people[1].id).await.unwrap().len(), 2);
    tx.delete_registrations_of(id(EVENT)).await.unwrap();
    assert!(tx.bookings_of_event(id(EVENT)).await.unwrap().is_empty());
}

async fn a_workshop_or_slot_that_is_removed_takes_its_bookings_along(database: TestDatabase) {
    planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    let (slot, [one, two, _]) = offered(&mut tx).await;
    let anna = registered(&mut tx, &[40]).await.remove(0).id;
    tx.save_seats(&[(anna, offer(slot, one))], at(5))
        .await
        .unwrap();
    tx.save_waiting_for_offer(anna, offer(slot, two), at(5))
        .await
        .unwrap();
    tx.delete_workshop(one).await.unwrap();
    assert_eq!(tx.bookings_of(anna).await.unwrap().len(), 1);
    tx.delete_slot(slot).await.unwrap();
    assert!(tx.bookings_of(anna).await.unwrap().is_empty());
}

/// One of many who want a seat of which there is only one: looks whether it is free and takes it.
async fn take_the_last_seat(
    store: Store,
    person: Registration,
    key: OfferKey,
    begin: Arc<Barrier>,
) {
    begin.wait().await;
    let mut tx = store.begin().await.unwrap();
    tx.lock_event(id(EVENT)).await.unwrap().unwrap();
    if tx.offer_seats_taken(key).await.unwrap().is_empty() {
        tx.save_seats(&[(person.id, key)], at(5)).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn the_last_seat_of_an_offer_is_given_once(database: TestDatabase) {
    planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    let (slot, [one, ..]) = offered(&mut tx).await;
    let numbers: Vec<u128> = (100..150).collect();
    let people = registered(&mut tx, &numbers).await;
    tx.commit().await.unwrap();
    // Two servers on the same database.
    let stores = [database.store.clone(), database.another_store().await];
    let begin = Arc::new(Barrier::new(people.len()));
    let mut wanting = tokio::task::JoinSet::new();
    for (person, store) in people.into_iter().zip(stores.iter().cycle()) {
        let begin = Arc::clone(&begin);
        wanting.spawn(take_the_last_seat(
            store.clone(),
            person,
            offer(slot, one),
            begin,
        ));
    }
    wanting.join_all().await;
    let mut reader = database.store.read().await.unwrap();
    let seated = reader.bookings_of_event(id(EVENT)).await.unwrap();
    assert_eq!(seated.len(), 1);
}
