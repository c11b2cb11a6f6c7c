//! Bringing a database up to date.

use std::time::Duration;

use sqlx::{
    ConnectOptions, Connection, SqliteConnection,
    migrate::{MigrateError, Migrator},
    postgres::PgConnectOptions,
    sqlite::{SqliteConnectOptions, SqliteSynchronous},
};

use crate::{
    error::{Result, StoreError},
    open::{Db, Store},
};

static SQLITE: Migrator = sqlx_macros::migrate!("../../migrations/sqlite");
static POSTGRES: Migrator = sqlx_macros::migrate!("../../migrations/postgres");

// `Migrator::run` would say this by itself, but its future is not `Send` on a connection
// (`Acquire` is implemented for one lifetime only); sqlx keeps `run_direct` public for that case.
const EVERYTHING: Option<i64> = None;
const EXECUTE: bool = false;

/// How long another program that migrates the same SQLite file is waited for.
const OTHER_MIGRATOR: Duration = Duration::from_mins(1);

impl Store {
    /// Creates or changes the tables until they are what this program knows. Of several programs
    /// that begin this at the same time, one does it and the others wait. A database that is newer
    /// stays as it is: [`StoreError::NewerDatabase`].
    pub async fn migrate(&self) -> Result<()> {
        let outcome = match &self.db {
            Db::Sqlite { options, .. } => migrate_sqlite(options.clone()).await,
            Db::Postgres { options, .. } => migrate_postgres(options.clone()).await,
        };
        outcome.map_err(|error| match error {
            MigrateError::Execute(error) => StoreError::from(error),
            MigrateError::VersionMissing(found) if found > newest() => StoreError::NewerDatabase {
                found,
                known: newest(),
            },
            other => StoreError::Migration(other),
        })
    }

    /// Whether the database answers, and has the tables that this program knows: neither fewer nor
    /// those of a newer one.
    pub async fn is_current(&self) -> Result<bool> {
        let mut reader = self.read().await?;
        let found: Option<i64> = on!(reader, |c| sqlx::query_scalar(
            "SELECT MAX(version) FROM _sqlx_migrations"
        )
        .fetch_one(c))?;
        Ok(found == Some(newest()))
    }
}

/// The number of the newest migration, the same in both engines.
fn newest() -> i64 {
    SQLITE
        .iter()
        .map(|migration| migration.version)
        .max()
        .unwrap_or_default()
}

/// All missing migrations in one transaction. Foreign keys are checked at its end rather than while it
/// runs, since SQLite changes a column by making the table anew
/// (<https://www.sqlite.org/lang_altertable.html#otheralter>).
async fn migrate_sqlite(options: SqliteConnectOptions) -> Result<(), MigrateError> {
    let mut connection = options
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(false)
        .busy_timeout(OTHER_MIGRATOR)
        .connect()
        .await?;
    let mut transaction = connection.begin_with("BEGIN EXCLUSIVE").await?;
    SQLITE
        .run_direct(EVERYTHING, &mut *transaction, EXECUTE)
        .await?;
    check_foreign_keys(&mut transaction).await?;
    transaction.commit().await?;
    connection.close().await?;
    Ok(())
}

async fn check_foreign_keys(connection: &mut SqliteConnection) -> Result<(), MigrateError> {
    let broken = sqlx::query("PRAGMA foreign_key_check")
        .fetch_optional(connection)
        .await?;
    match broken {
        None => Ok(()),
        Some(_) => Err(MigrateError::Source(
            "a row would refer to one that does not exist".into(),
        )),
    }
}

/// On a connection of its own: one that fails keeps the migrator's advisory lock until it is closed,
/// and the pool's connections give up on a statement too soon.
async fn migrate_postgres(options: PgConnectOptions) -> Result<(), MigrateError> {
    let mut connection = options.connect().await?;
    let outcome = POSTGRES
        .run_direct(EVERYTHING, &mut connection, EXECUTE)
        .await;
    connection.close().await?;
    outcome
}
