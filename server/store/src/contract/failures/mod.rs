//! The database goes away, hangs, is busy, or its disk is full: the store reports it within three
//! seconds, and everything works again when the cause is gone.

mod proxy;

use std::{
    path::Path,
    time::{Duration, Instant},
};

use crate::{
    Store, StoreConfig, StoreError,
    connection::{DbConnection, rows_affected},
    contract::sample::{at, network},
    testing::{Engine, TestDatabase},
};
use proxy::Proxy;

/// The maximum wait until a person is asked to try again.
const DECIDED: Duration = Duration::from_secs(3);

async fn assert_unavailable<T: std::fmt::Debug>(
    attempt: impl Future<Output = Result<T, StoreError>>,
) {
    let begin = Instant::now();
    let outcome = attempt.await;
    assert!(
        matches!(outcome, Err(StoreError::Unavailable(_))),
        "{outcome:?}"
    );
    assert!(begin.elapsed() < DECIDED, "after {:?}", begin.elapsed());
}

async fn opened(address: &str, connections: u32) -> Store {
    let settings = StoreConfig {
        connections,
        ..StoreConfig::default()
    };
    Store::open(address, &settings).await.unwrap()
}

async fn save_network(store: &Store, number: u128) -> Result<(), StoreError> {
    let mut tx = store.begin().await?;
    tx.insert_network(&network(number), at(1)).await?;
    tx.commit().await
}

async fn networks(store: &Store) -> usize {
    store
        .read()
        .await
        .unwrap()
        .networks()
        .await
        .unwrap()
        .rows
        .len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_gone_is_not_waited_for_and_is_found_again() {
    let database = TestDatabase::fresh(Engine::Postgres).await;
    let mut proxy = Proxy::to(&database).await;
    let store = opened(&proxy.address(), 4).await;
    let mut tx = store.begin().await.unwrap();
    tx.insert_network(&network(1), at(1)).await.unwrap();

    proxy.cut().await;
    assert_unavailable(tx.commit()).await;
    assert_unavailable(store.read()).await;
    assert_unavailable(store.begin()).await;
    assert_unavailable(store.ping()).await;
    // With the reason: whoever starts the server has to find the mistake.
    let address = proxy.address();
    let again = Box::pin(Store::open(&address, &StoreConfig::default())).await;
    let refused = again.unwrap_err().to_string();
    assert!(refused.contains("refused"), "{refused}");

    proxy.mend().await;
    assert_eq!(networks(&store).await, 0);
    save_network(&store, 1).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_hangs_takes_no_connection_with_it() {
    const CONNECTIONS: u32 = 3;
    let database = TestDatabase::fresh(Engine::Postgres).await;
    let proxy = Proxy::to(&database).await;
    let store = opened(&proxy.address(), CONNECTIONS).await;
    let mut open = Vec::new();
    for _ in 0..CONNECTIONS {
        open.push(store.begin().await.unwrap());
    }

    proxy.hang();
    let mut statements = tokio::task::JoinSet::new();
    for mut tx in open {
        statements.spawn(async move { assert_unavailable(tx.networks()).await });
    }
    statements.join_all().await;
    assert_unavailable(store.read()).await;

    proxy.replace_machine();
    let begin = Instant::now();
    let mut open = Vec::new();
    for _ in 0..CONNECTIONS {
        let mut tx = loop {
            match store.begin().await {
                Ok(tx) => break tx,
                // The last of what hung is being given up on.
                Err(_) => assert!(begin.elapsed() < Duration::from_secs(6)),
            }
        };
        tx.networks().await.unwrap();
        open.push(tx);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_connection_that_the_server_ends_is_replaced() {
    let database = TestDatabase::fresh(Engine::Postgres).await;
    let store = opened(database.address(), 1).await;
    let mut tx = store.begin().await.unwrap();
    tx.networks().await.unwrap();
    let mut operator = database.store.begin().await.unwrap();
    dispatch!(
        operator,
        query(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid()"
        ),
        |query, c| rows_affected(query.execute(c))
    )
    .unwrap();
    assert_unavailable(tx.networks()).await;
    assert!(matches!(tx.commit().await, Err(StoreError::Aborted)));
    assert_eq!(networks(&store).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_another_program_writes_to_can_be_read_meanwhile() {
    let database = TestDatabase::fresh(Engine::Sqlite).await;
    let store = opened(database.address(), 4).await;
    let mut other = database.store.begin().await.unwrap();
    other.insert_network(&network(1), at(1)).await.unwrap();

    assert_unavailable(store.begin()).await;
    assert_eq!(networks(&store).await, 0);

    other.commit().await.unwrap();
    assert_eq!(networks(&store).await, 1);
    save_network(&store, 2).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_loses_nothing_that_was_committed() {
    let database = TestDatabase::fresh(Engine::Sqlite).await;
    let store = &database.store;
    save_network(store, 1).await.unwrap();
    // A file that may not grow is what a full disk looks like to SQLite.
    limit_pages(store, 1).await;
    let filled = async {
        for number in 2..1_000 {
            save_network(store, number).await?;
        }
        Ok(())
    };
    assert_unavailable(filled).await;
    let saved = networks(store).await;
    assert!((1..900).contains(&saved), "{saved}");

    limit_pages(store, 1_000_000).await;
    save_network(store, 1_001).await.unwrap();
    assert_eq!(networks(store).await, saved + 1);
}

async fn limit_pages(store: &Store, pages: u32) {
    let mut tx = store.begin().await.unwrap();
    let (DbConnection::Sqlite(connection), _) = tx.connection() else {
        panic!("this is SQLite");
    };
    let limit = sqlx::AssertSqlSafe(format!("PRAGMA max_page_count = {pages}"));
    sqlx::raw_sql(limit).execute(connection).await.unwrap();
}

#[tokio::test]
async fn an_address_that_is_none_is_refused_without_repeating_it() {
    for address in [
        "",
        "sqlite:",
        "sqlite::memory:",
        "sqlite:treffpunkt.db?mode=memory",
        "mysql://root:secret@localhost/x",
        "postgres://user:secret@:port/x",
    ] {
        let refused = Store::open(address, &StoreConfig::default())
            .await
            .unwrap_err();
        assert!(
            matches!(refused, StoreError::Address { .. }),
            "{address}: {refused}"
        );
        assert!(!format!("{refused} {refused:?}").contains("secret"));
    }
}

#[tokio::test]
async fn a_file_in_a_folder_that_is_not_there_is_told_as_such() {
    let refused = Store::open("sqlite:/nowhere/at/all.db", &StoreConfig::default())
        .await
        .unwrap_err();
    assert!(
        refused.to_string().contains("unable to open database file"),
        "{refused}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_acknowledged_once_the_file_is_deleted_or_replaced() {
    for file in ["treffpunkt.db", "treffpunkt.db-wal"] {
        for is_replaced in [false, true] {
            let database = TestDatabase::fresh(Engine::Sqlite).await;
            let store = &database.store;
            save_network(store, 1).await.unwrap();
            store.check_writable().await.unwrap();
            let path = database.address().trim_start_matches("sqlite:");
            let file = Path::new(path).with_file_name(file);
            let bytes = std::fs::read(&file).unwrap();
            let mut tx = store.begin().await.unwrap();
            tx.insert_network(&network(2), at(1)).await.unwrap();

            std::fs::remove_file(&file).unwrap();
            if is_replaced {
                std::fs::write(&file, bytes).unwrap();
            }
            assert_unavailable(tx.commit()).await;
            assert_unavailable(save_network(store, 3)).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_deleted_file_cannot_be_written() {
    let database = TestDatabase::fresh(Engine::Sqlite).await;
    std::fs::remove_file(database.address().trim_start_matches("sqlite:")).unwrap();
    assert_unavailable(database.store.check_writable()).await;
    assert_unavailable(database.store.begin()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_connection_does_not_create_a_deleted_file() {
    let database = TestDatabase::fresh(Engine::Sqlite).await;
    let path = Path::new(database.address().trim_start_matches("sqlite:"));
    std::fs::remove_file(path).unwrap();
    // The open connections find the tables; the next one opens the path.
    let mut readers = Vec::new();
    let refused = loop {
        match database.store.read().await {
            Ok(reader) => readers.push(reader),
            Err(refused) => break refused,
        }
    };
    assert!(matches!(refused, StoreError::Unavailable(_)), "{refused:?}");
    assert!(!path.exists());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_takes_no_changes_is_not_writable() {
    let database = TestDatabase::fresh(Engine::Postgres).await;
    database.store.check_writable().await.unwrap();
    database
        .run_sql(
            "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on',
                 current_database()); END $$",
        )
        .await;
    // The setting counts for new connections.
    let store = opened(database.address(), 1).await;
    assert_unavailable(store.check_writable()).await;
}
