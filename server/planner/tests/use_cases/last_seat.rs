//! The last seat, wanted by fifty at once.

use planner::{Planner, access::LinkAccess};
use store::testing::{Engine, TestDatabase};
use tokio::task::JoinSet;

use crate::given::{Given, a_network, meeting, person};

store::on_both_engines! {
    the_last_seat_wanted_by_fifty_at_once_is_given_once,
    the_last_seat_wanted_on_fifty_servers_is_given_once,
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
        // Between counting the seats and committing one: the others count meanwhile.
        "CREATE FUNCTION takes_its_time() RETURNS trigger LANGUAGE plpgsql AS
         'BEGIN PERFORM pg_sleep(0.05); RETURN NEW; END'",
        "CREATE TRIGGER slow BEFORE UPDATE ON registrations
         FOR EACH ROW EXECUTE FUNCTION takes_its_time()",
    ] {
        given.database.run_sql(statement).await;
    }
    let seats = confirmed_at_once(&given, fifty_servers(&given), links).await;
    assert!(
        seats > 1,
        "only {seats} got the seat: the fifty did not meet"
    );
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
