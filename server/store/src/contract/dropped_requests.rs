//! A client hangs up: the future of its request is dropped between two polls, wherever it waits. The next
//! user of the connection notices nothing.

use std::{
    pin::pin,
    task::Poll,
    time::{Duration, Instant},
};

use crate::{
    Store, StoreConfig,
    contract::sample::{at, network},
    testing::{Engine, TestDatabase},
};

crate::on_both_engines! {
    a_dropped_transaction_leaves_nothing_open,
    a_dropped_commit_is_counted_and_whole,
    a_transaction_with_a_dropped_statement_is_not_committed,
}

/// More polls than any of the futures below needs.
const POLLS: usize = 40;

/// Polls a future so many times and then drops it. Returns whether it ended before.
async fn drop_after<T>(polls: usize, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let mut left = polls;
    std::future::poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(None);
        }
        left -= 1;
        future.as_mut().poll(context).map(Some)
    })
    .await
}

/// A store with one connection of each kind: whatever a dropped future leaves behind, the next one meets.
async fn with_one_connection(database: &TestDatabase) -> Store {
    let config = StoreConfig {
        connections: 1,
        statement_timeout: Duration::from_secs(20),
    };
    Store::open(database.address(), &config).await.unwrap()
}

async fn save(store: &Store, number: u128) {
    let mut tx = store.begin().await.unwrap();
    tx.insert_network(&network(number), at(1)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn a_dropped_transaction_leaves_nothing_open(database: TestDatabase) {
    let store = with_one_connection(&database).await;
    save(&store, 1).await;
    for polls in 0..POLLS {
        drop_after(polls, store.read()).await;
        save(&store, 1_000 + polls as u128).await;
        drop_after(polls, store.begin()).await;
        save(&store, 2_000 + polls as u128).await;
        let reads = async {
            let mut reader = store.read().await.unwrap();
            reader.networks().await.unwrap()
        };
        drop_after(polls, reads).await;
        save(&store, 3_000 + polls as u128).await;
        let writes = async {
            let mut tx = store.begin().await.unwrap();
            let given_up = network(4_000 + polls as u128);
            tx.insert_network(&given_up, at(1)).await.unwrap();
            tx.networks().await.unwrap();
        };
        drop_after(polls, writes).await;
        save(&store, 5_000 + polls as u128).await;
    }
    let saved = store.read().await.unwrap().networks().await.unwrap();
    assert_eq!(saved.rows.len(), 1 + 4 * POLLS);
    // Another server's store, which waits for what is still locked.
    save(&database.another_store().await, 2).await;
    assert_nothing_open(&database).await;
}

async fn a_dropped_commit_is_counted_and_whole(database: TestDatabase) {
    let store = with_one_connection(&database).await;
    for polls in 0..POLLS {
        let (first, second) = (network(polls as u128 * 2), network(polls as u128 * 2 + 1));
        let mut tx = store.begin().await.unwrap();
        tx.insert_network(&first, at(1)).await.unwrap();
        tx.insert_network(&second, at(1)).await.unwrap();
        let commits = store.commits();
        let before = commits.count();
        drop_after(polls, tx.commit()).await;
        // The writer's turn comes after the commit or its rollback.
        drop(store.begin().await.unwrap());
        let mut reader = store.read().await.unwrap();
        let saved = reader.network(first.id).await.unwrap().is_some();
        let other = reader.network(second.id).await.unwrap().is_some();
        assert_eq!(saved, other);
        assert_eq!(saved, commits.count() > before, "after {polls} polls");
    }
    assert_nothing_open(&database).await;
}

async fn a_transaction_with_a_dropped_statement_is_not_committed(database: TestDatabase) {
    let store = with_one_connection(&database).await;
    for polls in 1..POLLS {
        let added = network(polls as u128);
        let mut tx = store.begin().await.unwrap();
        let ended = drop_after(polls, tx.insert_network(&added, at(1))).await;
        let committed = tx.commit().await;
        assert_eq!(committed.is_ok(), ended.is_some(), "{committed:?}");
        let mut reader = store.read().await.unwrap();
        let saved = reader.network(added.id).await.unwrap();
        assert_eq!(saved.is_some(), ended.is_some());
    }
}

/// No connection to the database is inside a transaction. SQLite has shown it by the last write.
async fn assert_nothing_open(database: &TestDatabase) {
    if database.engine() == Engine::Sqlite {
        return;
    }
    let since = Instant::now();
    loop {
        let mut reader = database.store.read().await.unwrap();
        let open: i64 = dispatch!(
            reader,
            query_scalar(
                "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()
                 AND pid <> pg_backend_pid() AND state <> 'idle'"
            ),
            |query, c| query.fetch_one(c)
        )
        .unwrap();
        if open == 0 {
            return;
        }
        assert!(since.elapsed() < Duration::from_secs(5), "{open} are open");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
