//! The last seat, wanted by fifty at once.

use model::{RegistrationState, seats::Seats};
use planner::Planner;
use store::testing::TestDatabase;
use tokio::task::JoinSet;

use crate::given::{Given, a_network, meeting, person};

store::on_both_engines! {
    the_last_seat_wanted_by_fifty_at_once_is_given_once,
    without_the_lock_the_same_fifty_overbook,
}

const WANTED_BY: usize = 50;

async fn the_last_seat_wanted_by_fifty_at_once_is_given_once(database: TestDatabase) {
    let given = a_network(database).await;
    let seats = fifty_confirm(&given, |planner, token, given| async move {
        planner.confirm_address(&token, &given).await.unwrap();
    })
    .await;
    assert_eq!(seats, 1);
}

/// The control: if this stopped overbooking, the test above would prove nothing.
async fn without_the_lock_the_same_fifty_overbook(database: TestDatabase) {
    let given = a_network(database).await;
    let seats = fifty_confirm(&given, |planner, token, client| async move {
        confirm_without_lock(&planner, &token, &client).await;
    })
    .await;
    assert!(
        seats > 1,
        "only {seats} got the seat: the fifty did not meet"
    );
}

/// Fifty people click their confirmation link at the same moment; gives how many have a seat then.
async fn fifty_confirm<C, F>(given: &Given, confirm: C) -> u32
where
    C: Fn(Planner, String, planner::ClientKey) -> F,
    F: Future<Output = ()> + Send + 'static,
{
    let event = given.published_event(meeting(Some(1), vec![])).await;
    let mut tokens = Vec::new();
    for number in 0..WANTED_BY {
        let person = person(&format!("person{number}"), None);
        let address = person.address.clone();
        given.registers(event, person).await;
        tokens.push(given.token_mailed_to(&address).await);
    }
    let mut clicks = JoinSet::new();
    for token in tokens {
        clicks.spawn(confirm(given.planner.clone(), token, given.client.clone()));
    }
    clicks.join_all().await;
    let mut reader = given.database.store.read().await.unwrap();
    let counts = reader.count_registrations(event).await.unwrap();
    assert_eq!(counts.pending, 0);
    counts.confirmed
}

/// What confirming does, step by step, but deciding before the transaction instead of under its lock.
async fn confirm_without_lock(planner: &Planner, token: &str, client: &planner::ClientKey) {
    let confirmation = planner.confirmation(token, client).await.unwrap();
    let mut registration = confirmation.registration;
    let details = &confirmation.event.details;
    let mut reader = planner.store().read().await.unwrap();
    let taken = reader.seats_taken(registration.event).await.unwrap();
    drop(reader);
    let seats = Seats::new(details.capacity, details.contingents.clone(), taken);
    // The time that the other steps of a request take.
    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    registration.state = if seats.admits(None) {
        RegistrationState::Confirmed
    } else {
        registration.waiting_position = Some(1);
        RegistrationState::Waitlisted
    };
    let mut tx = planner.store().begin().await.unwrap();
    tx.update_registration_state(&registration).await.unwrap();
    tx.commit().await.unwrap();
}
