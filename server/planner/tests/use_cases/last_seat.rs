//! The last seat, wanted by fifty at once.

use model::{
    Fault,
    workshops::{BookingChange, OfferKey},
};
use planner::{Planner, access::LinkAccess};
use store::testing::{Engine, TestDatabase};
use tokio::task::JoinSet;

use crate::{
    bookings,
    given::{Given, a_network, meeting, person},
    workshops::fault_of,
};

store::on_both_engines! {
    the_last_seat_wanted_by_fifty_at_once_is_given_once,
    the_last_seat_wanted_on_fifty_servers_is_given_once,
    the_last_seat_of_a_workshop_wanted_by_fifty_at_once_is_given_once,
}

const WANTED_BY: usize = 50;

async fn the_last_seat_wanted_by_fifty_at_once_is_given_once(database: TestDatabase) {
    let given = a_network(database).await;
    let links = fifty_links(&given).await;
    let planners = vec![given.planner.clone()];
    assert_eq!(confirmed_at_once(&given, planners, links).await, 1);
}

/// Each server has queues of its own: only the lock is between them.
async fn the_last_seat_wanted_on_fifty_servers_is_given_once(database: TestDatabase) {
    let given = a_network(database).await;
    let links = fifty_links(&given).await;
    assert_eq!(
        confirmed_at_once(&given, fifty_servers(&given), links).await,
        1
    );
}

/// The control: if this stopped overbooking, the tests above would prove nothing. The planner is the same;
/// the database takes its lock for done and locks nothing, once five of the fifty are at the lock, however slowly their
/// connections come. On SQLite there is no such control: it has one writer at a time.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_lock_the_same_fifty_overbook() {
    let given = a_network(TestDatabase::fresh(Engine::Postgres).await).await;
    let links = fifty_links(&given).await;
    lock_nothing(&given, "UPDATE ON registrations").await;
    let seats = confirmed_at_once(&given, fifty_servers(&given), links).await;
    assert!(
        seats > 1,
        "only {seats} got the seat: the fifty did not meet"
    );
}

async fn the_last_seat_of_a_workshop_wanted_by_fifty_at_once_is_given_once(database: TestDatabase) {
    let given = a_network(database).await;
    let (offer, tokens) = fifty_participants(&given).await;
    assert_eq!(seated_at_once(&given, offer, tokens).await, 1);
}

/// The control of the test above.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_lock_the_same_fifty_overbook_a_workshop() {
    let given = a_network(TestDatabase::fresh(Engine::Postgres).await).await;
    let (offer, tokens) = fifty_participants(&given).await;
    lock_nothing(&given, "INSERT ON workshop_bookings").await;
    let seats = seated_at_once(&given, offer, tokens).await;
    assert!(
        seats > 1,
        "only {seats} got the seat: the fifty did not meet"
    );
}

/// The database takes its lock of events for done, and takes its time for what `slow` names, between counting the seats
/// and committing one: the others count meanwhile.
async fn lock_nothing(given: &Given, slow: &str) {
    let slow =
        format!("CREATE TRIGGER slow BEFORE {slow} FOR EACH ROW EXECUTE FUNCTION takes_its_time()");
    for statement in [
        "ALTER TABLE events RENAME TO kept_events",
        "CREATE VIEW events AS SELECT * FROM kept_events",
        "CREATE SEQUENCE arrived",
        "CREATE FUNCTION does_nothing() RETURNS trigger LANGUAGE plpgsql AS
         'BEGIN
              PERFORM nextval(''arrived'');
              FOR pause IN 1..400 LOOP
                  EXIT WHEN (SELECT last_value FROM arrived) >= 5;
                  PERFORM pg_sleep(0.005);
              END LOOP;
              RETURN NEW;
          END'",
        "CREATE TRIGGER locks_nothing INSTEAD OF UPDATE ON events
         FOR EACH ROW EXECUTE FUNCTION does_nothing()",
        "CREATE FUNCTION takes_its_time() RETURNS trigger LANGUAGE plpgsql AS
         'BEGIN PERFORM pg_sleep(0.05); RETURN NEW; END'",
        slow.as_str(),
    ] {
        given.database.run_sql(statement).await;
    }
}

/// An event with one seat, and the confirmation links of fifty people who want it.
async fn fifty_links(given: &Given) -> (model::EventId, Vec<String>) {
    let event = given.published_event(meeting(Some(1), vec![])).await;
    let mut tokens = Vec::new();
    for number in 0..WANTED_BY {
        let person = person(&format!("person{number}"), None);
        let address = person.address.clone();
        given.registers(event, person).await;
        tokens.push(given.token_mailed_to(&address).await);
    }
    (event, tokens)
}

fn fifty_servers(given: &Given) -> Vec<Planner> {
    let store = &given.database.store;
    (0..WANTED_BY)
        .map(|_| given.planner_on(store.clone()))
        .collect()
}

/// All of them click at the same moment, on these servers in turn; gives how many have a seat then.
async fn confirmed_at_once(
    given: &Given,
    planners: Vec<Planner>,
    (event, tokens): (model::EventId, Vec<String>),
) -> u32 {
    let mut clicks = JoinSet::new();
    for (token, planner) in tokens.into_iter().zip(planners.into_iter().cycle()) {
        let client = given.client.clone();
        clicks.spawn(async move {
            planner
                .confirm_address(&LinkAccess::new(&token, &client))
                .await
                .map(drop)
        });
    }
    for click in clicks.join_all().await {
        click.unwrap();
    }
    let mut reader = given.database.store.read().await.unwrap();
    let counts = reader.count_registrations(event).await.unwrap();
    assert_eq!(counts.pending, 0);
    counts.confirmed
}

/// A workshop with one seat, and the links of fifty people with a seat at the event. All of them want it.
async fn fifty_participants(given: &Given) -> (OfferKey, Vec<String>) {
    let congress = bookings::congress(given).await;
    let mut tokens = Vec::new();
    for number in 0..WANTED_BY {
        let person = person(&format!("person{number}"), None);
        tokens.push(given.comes(congress.event, person).await);
    }
    (congress.offer(0, 0), tokens)
}

/// All of them click at the same moment, on two servers in turn; gives how many have the seat then. The others are told
/// that it is taken.
async fn seated_at_once(given: &Given, offer: OfferKey, tokens: Vec<String>) -> usize {
    let store = given.database.another_store().await;
    let planners = [given.planner.clone(), given.planner_on(store)];
    let mut clicks = JoinSet::new();
    for (token, planner) in tokens.into_iter().zip(planners.into_iter().cycle()) {
        let client = given.client.clone();
        clicks.spawn(async move {
            let link = LinkAccess::new(&token, &client);
            let take = BookingChange::Take(offer);
            planner.change_own_bookings(&link, take).await
        });
    }
    let mut got_it = 0;
    for click in clicks.join_all().await {
        if click.is_ok() {
            got_it += 1;
        } else {
            assert_eq!(fault_of(click).1, Fault::WorkshopFull);
        }
    }
    let mut reader = given.database.store.read().await.unwrap();
    let taken = reader.offer_seats_taken(offer).await.unwrap();
    let taken: u32 = taken.into_iter().map(|(_, people)| people).sum();
    assert_eq!(taken, got_it, "whoever is told of a seat has it");
    taken as usize
}
