//! The cost of a claim does not depend on the length of the queue, nor on the number of mails that were sent.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use uuid::Uuid;

use super::outbox::with_people;
use crate::{
    Reader, Store, Tx,
    connection::DbConnection,
    contract::sample::at,
    testing::{Engine, TestDatabase},
};

crate::on_both_engines! {
    a_claim_costs_the_same_with_a_short_and_a_long_queue,
    a_claim_costs_the_same_after_many_mails_were_sent,
}

const FEW: u32 = 20;
const MANY: u32 = 20_000;

/// Copies of the first person, and of the mail of each one.
const PEOPLE: &str = "
    WITH RECURSIVE series (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM series WHERE n < :count)
    INSERT INTO registrations (id, event_id, given_name, family_name, address, address_lower, language, answers,
        state, source, created_at, state_changed_at, revision, search, sort_key, organisation_key)
    SELECT :id, event_id, given_name, family_name, 'p' || n || '@:state.example', 'p' || n || '@:state.example',
        language, answers, state, source, created_at, state_changed_at, revision, search, sort_key, organisation_key
    FROM series CROSS JOIN (SELECT * FROM registrations LIMIT 1) AS first";
const MAILS: &str = "
    INSERT INTO outbox (id, network_id, event_id, registration_id, recipient, recipient_lower, kind, language,
        subject, message_id, envelope_from, state, created_at, position, next_attempt_at)
    SELECT person.id, event.network_id, event_id, person.id, address, address_lower, 'confirm address', 'de', 's',
        address, 'office@haus.example', ':state', 1, 1, 1
    FROM registrations AS person JOIN events AS event ON event.id = event_id WHERE address LIKE 'p%@:state.example'";
const MESSAGES: &str = "
    INSERT INTO mail_messages (mail_id, message)
    SELECT id, :message FROM outbox WHERE state = ':state'";

/// Adds mails in a state, each about a person of its own. They are due since the first second.
async fn add_mails(database: &TestDatabase, count: u32, state: &str) {
    let (id, message) = match database.engine() {
        Engine::Sqlite => ("randomblob(16)", "x'00'"),
        Engine::Postgres => ("gen_random_uuid()", "'x'::BYTEA"),
    };
    for statement in [PEOPLE, MAILS, MESSAGES] {
        let sql = statement
            .replace(":count", &count.to_string())
            .replace(":id", id)
            .replace(":message", message)
            .replace(":state", state);
        database.run_sql(&sql).await;
    }
}

/// Counts the steps of SQLite's virtual machine, or the rows that PostgreSQL reads.
#[derive(Debug)]
enum Counter {
    Steps(Arc<AtomicU64>),
    Rows(i64),
}

const ROWS_READ: &str = "
    SELECT SUM(seq_tup_read + COALESCE(idx_tup_fetch, 0))::BIGINT FROM pg_stat_xact_user_tables";

impl Counter {
    async fn begin(reader: &mut Reader) -> Self {
        match reader.connection().0 {
            DbConnection::Sqlite(connection) => {
                let steps = Arc::new(AtomicU64::new(0));
                let counted = Arc::clone(&steps);
                let count = move || {
                    counted.fetch_add(1, Ordering::Relaxed);
                    true
                };
                let mut handle = connection.lock_handle().await.unwrap();
                handle.set_progress_handler(1, count);
                Self::Steps(steps)
            }
            DbConnection::Postgres(connection) => {
                let rows = sqlx::query_scalar(ROWS_READ).fetch_one(connection);
                Self::Rows(rows.await.unwrap())
            }
        }
    }

    async fn end(self, reader: &mut Reader) -> u64 {
        match (self, reader.connection().0) {
            (Self::Steps(steps), DbConnection::Sqlite(connection)) => {
                let mut handle = connection.lock_handle().await.unwrap();
                handle.remove_progress_handler();
                steps.load(Ordering::Relaxed)
            }
            (Self::Rows(before), DbConnection::Postgres(connection)) => {
                let rows = sqlx::query_scalar(ROWS_READ).fetch_one(connection);
                let rows: i64 = rows.await.unwrap();
                u64::try_from(rows - before).unwrap()
            }
            _ => panic!("the counter is of another engine"),
        }
    }
}

/// The cost of the look and of the claim of a few mails.
async fn cost_of_a_claim(store: &Store) -> u64 {
    let mut tx: Tx = store.begin().await.unwrap();
    // A new connection to SQLite reads the schema.
    assert!(tx.is_mail_due(at(100)).await.unwrap());
    let counter = Counter::begin(&mut tx).await;
    assert!(tx.is_mail_due(at(100)).await.unwrap());
    let claim = tx.claim_mails(FEW, at(100), at(200), Uuid::from_u128(1));
    assert_eq!(claim.await.unwrap().mails.len(), 20);
    let cost = counter.end(&mut tx).await;
    // The next claim skips locked rows: a dropped transaction would still hold its own.
    tx.roll_back().await.unwrap();
    cost
}

fn assert_about_the_same(few: u64, many: u64) {
    assert!(few > 0);
    assert!(many < few + few / 5, "{many} instead of {few}");
}

async fn a_claim_costs_the_same_with_a_short_and_a_long_queue(database: TestDatabase) {
    with_people(&database.store, 1).await;
    add_mails(&database, FEW, "queued").await;
    let few = cost_of_a_claim(&database.store).await;
    database
        .run_sql("DELETE FROM mail_messages; DELETE FROM outbox")
        .await;
    database
        .run_sql("DELETE FROM registrations WHERE address LIKE '%queued.example'")
        .await;
    add_mails(&database, MANY, "queued").await;
    // Another store has planned nothing yet.
    for store in [&database.store, &database.another_store().await] {
        assert_about_the_same(few, cost_of_a_claim(store).await);
    }
    assert_about_the_same_after_analyse(&database, few).await;
}

/// Autovacuum analyses one table after the other, at any time.
async fn assert_about_the_same_after_analyse(database: &TestDatabase, before: u64) {
    for table in ["mail_messages", "registrations", "outbox", ""] {
        database.run_sql(&format!("ANALYZE {table}")).await;
        for store in [&database.store, &database.another_store().await] {
            assert_about_the_same(before, cost_of_a_claim(store).await);
        }
    }
}

async fn a_claim_costs_the_same_after_many_mails_were_sent(database: TestDatabase) {
    with_people(&database.store, 1).await;
    add_mails(&database, FEW, "queued").await;
    let before = cost_of_a_claim(&database.store).await;
    add_mails(&database, MANY, "accepted").await;
    for store in [&database.store, &database.another_store().await] {
        assert_about_the_same(before, cost_of_a_claim(store).await);
    }
    assert_about_the_same_after_analyse(&database, before).await;
}
