//! Migrations.

mod old_database;

use crate::{
    StoreError,
    connection::rows_affected,
    contract::sample::{at, member, network},
    testing::{Engine, TestDatabase},
};

crate::on_both_engines! {
    a_second_migration_changes_nothing,
    two_rows_whose_new_keys_are_the_same_are_both_kept,
    a_database_of_a_newer_program_is_left_alone,
}

async fn a_second_migration_changes_nothing(database: TestDatabase) {
    database.store.migrate().await.unwrap();
    database.store.ping().await.unwrap();
}

async fn two_rows_whose_new_keys_are_the_same_are_both_kept(database: TestDatabase) {
    let network = network(1);
    let (first, second) = ("a@müller.example", "a@xn--mller-kva.example");
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_network(&network, at(1)).await.unwrap();
    tx.insert_member(&member(1, &network, first), at(1))
        .await
        .unwrap();
    tx.insert_member(&member(2, &network, "b@nord.example"), at(2))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    // The keys that version 8 wrote.
    database
        .run_sql(&format!(
            "UPDATE members SET address_lower = '{first}' WHERE address = '{first}';
             UPDATE members SET address = '{second}', address_lower = '{second}'
             WHERE address = 'b@nord.example';
             UPDATE data_versions SET version = 0;"
        ))
        .await;

    database.store.migrate().await.unwrap();

    let mut reader = database.store.read().await.unwrap();
    assert_eq!(reader.members(network.id).await.unwrap().rows.len(), 2);
    let found = reader.memberships(second).await.unwrap().rows;
    let found: Vec<_> = found.into_iter().map(|found| found.member).collect();
    assert_eq!(found, [member(2, &network, second)]);
}

async fn a_database_of_a_newer_program_is_left_alone(database: TestDatabase) {
    let mut tx = database.store.begin().await.unwrap();
    dispatch!(
        tx,
        query(
            "INSERT INTO _sqlx_migrations
                (version, description, success, checksum, execution_time)
             SELECT 9000, 'from the future', success, checksum, 0 FROM _sqlx_migrations LIMIT 1"
        ),
        |query, c| rows_affected(query.execute(c))
    )
    .unwrap();
    tx.commit().await.unwrap();
    let refused = database.store.migrate().await.unwrap_err();
    let StoreError::NewerDatabase { found: 9000, known } = refused else {
        panic!("{refused}");
    };
    assert!(known < 9000);
    assert_eq!(
        refused.to_string(),
        format!(
            "the database is newer than this program: it has migration 9000, the newest known here is {known}"
        )
    );
}

/// Several servers that start together.
async fn migrators_at_once(engine: Engine) {
    let database = TestDatabase::empty(engine).await;
    let mut migrators = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let store = database.another_store().await;
        migrators.spawn(async move { store.migrate().await });
    }
    while let Some(outcome) = migrators.join_next().await {
        outcome.unwrap().unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn servers_that_start_together_migrate_sqlite_once() {
    migrators_at_once(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn servers_that_start_together_migrate_postgres_once() {
    migrators_at_once(Engine::Postgres).await;
}
