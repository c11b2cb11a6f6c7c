//! Opening a database and getting at its connections.

use std::{str::FromStr, time::Duration};

use sqlx::{
    ConnectOptions, Connection, PgPool, SqliteConnection, SqlitePool,
    pool::PoolConnectionMetadata,
    postgres::{PgConnectOptions, PgConnection, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::{
    commit_counter::CommitCounter,
    connection::{DbTransaction, Reader, Tx, affected, within},
    error::{Result, StoreError},
    wal_sync::WalSync,
};

/// How a store uses its database.
#[derive(Debug, Clone)]
pub struct StoreConfig {
    /// The most connections to PostgreSQL, or readers of an SQLite file, at the same time.
    pub connections: u32,
    /// How long a connection, a lock or an answer is waited for before the database counts as not
    /// available.
    pub statement_timeout: Duration,
}

impl Default for StoreConfig {
    fn default() -> Self {
        Self {
            connections: 10,
            statement_timeout: Duration::from_millis(2_500),
        }
    }
}

/// A database. Clones share its connections.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) db: Db,
    pub(crate) statement_timeout: Duration,
    commits: CommitCounter,
}

#[derive(Debug, Clone)]
pub(crate) enum Db {
    Sqlite {
        options: SqliteConnectOptions,
        /// A single connection: SQLite has one writer at a time, and waiting for this one is fair.
        writer: SqlitePool,
        readers: SqlitePool,
        log: WalSync,
    },
    Postgres {
        options: PgConnectOptions,
        pool: PgPool,
    },
}

/// Where a database is.
#[derive(Debug)]
enum Address {
    Sqlite(SqliteConnectOptions),
    Postgres(PgConnectOptions),
}

impl Store {
    /// Opens `sqlite:<path>`, which creates the file where there is none, or
    /// `postgres://user:password@host:port/database`, which has to exist. The tables are
    /// [`Store::migrate`]'s.
    pub async fn open(address: &str, settings: &StoreConfig) -> Result<Self> {
        let statement_timeout = settings.statement_timeout;
        let db = match parse(address)? {
            Address::Sqlite(options) => open_sqlite(options, settings).await?,
            Address::Postgres(options) => open_postgres(options, settings).await?,
        };
        Ok(Self {
            db,
            statement_timeout,
            commits: CommitCounter::default(),
        })
    }

    /// Begins to read.
    pub async fn read(&self) -> Result<Reader> {
        // Boxed, as below: the futures of a pool are large, and every use case would carry one.
        let begun = Box::pin(async {
            Ok(match &self.db {
                Db::Sqlite { readers, .. } => DbTransaction::Sqlite(readers.begin().await?),
                Db::Postgres { pool, .. } => DbTransaction::Postgres(
                    pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                        .await?,
                ),
            })
        });
        let transaction = within(self.statement_timeout, begun).await?;
        Ok(Reader::new(transaction, self.statement_timeout))
    }

    /// Begins to change things. On SQLite this waits until every other change is through.
    pub async fn begin(&self) -> Result<Tx> {
        let begun = Box::pin(async {
            Ok(match &self.db {
                // A transaction that begins as a reader and then writes can fail with SQLITE_BUSY in
                // the middle; one that begins as a writer waits at its beginning.
                Db::Sqlite { writer, .. } => {
                    DbTransaction::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?)
                }
                Db::Postgres { pool, .. } => DbTransaction::Postgres(pool.begin().await?),
            })
        });
        let transaction = within(self.statement_timeout, begun).await?;
        let log = match &self.db {
            Db::Sqlite { log, .. } => Some(log.clone()),
            Db::Postgres { .. } => None,
        };
        Ok(Tx::new(
            transaction,
            log,
            self.commits.clone(),
            self.statement_timeout,
        ))
    }

    /// Counts what is committed by way of this store and its clones.
    pub fn commits(&self) -> CommitCounter {
        self.commits.clone()
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<()> {
        let mut reader = self.read().await?;
        dispatch!(reader, |c| affected(sqlx::query("SELECT 1").execute(c))).map(drop)
    }

    /// Closes the connections, after whoever uses one is done.
    pub async fn close(&self) {
        match &self.db {
            Db::Sqlite {
                writer, readers, ..
            } => {
                readers.close().await;
                // The last connection to close empties the write-ahead log into the file.
                writer.close().await;
            }
            Db::Postgres { pool, .. } => pool.close().await,
        }
    }
}

fn parse(address: &str) -> Result<Address> {
    if let Some(path) = address.strip_prefix("sqlite:") {
        let path = path.strip_prefix("//").unwrap_or(path);
        if path.is_empty() || path.contains([':', '?']) {
            return Err(StoreError::Address {
                reason: "sqlite:<path> needs the path of a file",
            });
        }
        return Ok(Address::Sqlite(SqliteConnectOptions::new().filename(path)));
    }
    if address.starts_with("postgres://") || address.starts_with("postgresql://") {
        return PgConnectOptions::from_str(address)
            .map(Address::Postgres)
            .map_err(|_| StoreError::Address {
                reason: "is not of the form postgres://user:password@host:port/database",
            });
    }
    Err(StoreError::Address {
        reason: "begins neither with sqlite: nor with postgres://",
    })
}

async fn open_sqlite(options: SqliteConnectOptions, settings: &StoreConfig) -> Result<Db> {
    let options = options
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // `Tx::commit` does what is missing to FULL: a seat that was promised must not be lost when
        // the power fails.
        .synchronous(SqliteSynchronous::Normal)
        .foreign_keys(true)
        .busy_timeout(settings.statement_timeout)
        .statement_cache_capacity(STATEMENTS_KEPT);
    let pool = || {
        SqlitePoolOptions::new()
            .acquire_timeout(settings.statement_timeout)
            .idle_timeout(None)
            .max_lifetime(None)
            // There is no network in between that could have cut it.
            .test_before_acquire(false)
            .after_release(|connection, _| Box::pin(is_clean(connection)))
    };
    let writer = pool()
        .max_connections(1)
        .connect_with(options.clone())
        .await?;
    let readers = pool()
        .max_connections(settings.connections)
        // Not SQLITE_OPEN_READONLY, which cannot create the shared memory of the write-ahead log.
        .connect_with(options.clone().pragma("query_only", "ON"))
        .await?;
    let log = WalSync::of(options.get_filename());
    Ok(Db::Sqlite {
        options,
        writer,
        readers,
        log,
    })
}

async fn open_postgres(options: PgConnectOptions, settings: &StoreConfig) -> Result<Db> {
    let statement_timeout = settings.statement_timeout;
    let options = options
        .application_name("treffpunkt")
        .statement_cache_capacity(STATEMENTS_KEPT);
    // The pool would try again until its time is over and then say only that; this says why.
    within(statement_timeout, async {
        options.connect().await?.close().await
    })
    .await?;
    let pool = PgPoolOptions::new()
        .max_connections(settings.connections)
        .acquire_timeout(statement_timeout)
        .test_before_acquire(false)
        .before_acquire(|connection, idle| Box::pin(is_alive(connection, idle)))
        // The pool itself asks a connection that comes back whether it lives, and waits for the answer
        // for ever: of a database that vanished, each would take a place in the pool with it.
        .after_release(move |connection, _| {
            Box::pin(async move {
                match tokio::time::timeout(statement_timeout, connection.ping()).await {
                    Ok(answer) => answer.map(|()| true),
                    Err(_) => Err(sqlx::Error::PoolTimedOut),
                }
            })
        })
        // A program that stopped in the middle of a transaction must not keep an event locked.
        .connect_with(options.clone().options([
            ("statement_timeout", "10s"),
            ("idle_in_transaction_session_timeout", "10s"),
        ]))
        .await?;
    Ok(Db::Postgres { options, pool })
}

/// Whether a connection that comes back can be used again. A full disk ends SQLite's transaction by
/// itself (<https://www.sqlite.org/lang_transaction.html#response_to_errors_within_a_transaction>); the
/// driver's ROLLBACK then fails, and it would take the connection to be inside a transaction for ever.
async fn is_clean(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    // The ROLLBACK is only under way; the answer comes after it.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

/// Statements kept prepared per connection: all of the package.
const STATEMENTS_KEPT: usize = 250;

/// Asks a connection that was not used for a moment whether it lives; under load none is asked.
async fn is_alive(
    connection: &mut PgConnection,
    idle: PoolConnectionMetadata,
) -> Result<bool, sqlx::Error> {
    if idle.idle_for < Duration::from_secs(1) {
        return Ok(true);
    }
    connection.ping().await.map(|()| true)
}
