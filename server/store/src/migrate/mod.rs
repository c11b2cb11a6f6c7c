//! Migrations of the schema, and of the columns that only this program can fill.

pub(crate) mod contacts;
pub(crate) mod keys;

use std::time::{Duration, Instant};

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

// The arguments that `Migrator::run` passes on. Its own future is not `Send` on a connection, because
// `Acquire` is implemented for one lifetime only; sqlx keeps `run_direct` public for that case.
const TO_NEWEST: Option<i64> = None;
const DRY_RUN: bool = false;

/// The maximum wait for another process that migrates the same database.
const MIGRATOR_TIMEOUT: Duration = Duration::from_mins(1);

/// The pause between two attempts while another process computes keys.
const PAUSE: Duration = Duration::from_millis(200);

impl Store {
    /// Migrates the database to this program's version. One of several concurrent migrators does it and the
    /// others wait. A newer database stays unchanged: [`StoreError::NewerDatabase`].
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
        })?;
        self.wait_for_columns().await
    }

    /// Computes keys, and the contacts of registrations. Another program that does so holds their rows for longer
    /// than a statement may wait.
    async fn wait_for_columns(&self) -> Result<()> {
        let deadline = Instant::now() + MIGRATOR_TIMEOUT;
        loop {
            match self.compute_columns().await {
                Err(StoreError::Unavailable(_)) if Instant::now() < deadline => {
                    tokio::time::sleep(PAUSE).await;
                }
                outcome => return outcome,
            }
        }
    }

    /// Contacts are found by keys.
    async fn compute_columns(&self) -> Result<()> {
        self.refresh_keys().await?;
        self.make_contacts().await
    }

    /// Whether the database answers and has exactly this program's version.
    pub async fn is_current(&self) -> Result<bool> {
        let mut reader = self.read().await?;
        let found: Option<i64> = dispatch!(
            reader,
            query_scalar("SELECT MAX(version) FROM _sqlx_migrations"),
            |query, c| query.fetch_one(c)
        )?;
        Ok(found == Some(newest()))
    }
}

/// The version of the newest migration, which is the same for both engines.
fn newest() -> i64 {
    SQLITE
        .iter()
        .map(|migration| migration.version)
        .max()
        .unwrap_or_default()
}

/// Runs all missing migrations in one transaction. Foreign keys are checked at its end, because SQLite
/// changes a column by recreating its table
/// (<https://www.sqlite.org/lang_altertable.html#otheralter>).
async fn migrate_sqlite(options: SqliteConnectOptions) -> Result<(), MigrateError> {
    let mut connection = options
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(false)
        .busy_timeout(MIGRATOR_TIMEOUT)
        .connect()
        .await?;
    let mut transaction = connection.begin_with("BEGIN EXCLUSIVE").await?;
    SQLITE
        .run_direct(TO_NEWEST, &mut *transaction, DRY_RUN)
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
            "a foreign key would refer to a missing row".into(),
        )),
    }
}

/// Uses its own connection: a failed one keeps the migrator's advisory lock until it is closed, and the
/// pool's connections have too short a timeout.
async fn migrate_postgres(options: PgConnectOptions) -> Result<(), MigrateError> {
    let mut connection = options.connect().await?;
    let outcome = POSTGRES
        .run_direct(TO_NEWEST, &mut connection, DRY_RUN)
        .await;
    connection.close().await?;
    outcome
}
