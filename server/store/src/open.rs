//! Opens databases and begins transactions.

use std::{str::FromStr, time::Duration};

use sqlx::{
    ConnectOptions, Connection, PgPool, SqliteConnection, SqlitePool,
    pool::PoolConnectionMetadata,
    postgres::{PgConnectOptions, PgConnection, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::{
    commit_counter::CommitCounter,
    connection::{DbTransaction, Reader, Tx, rows_affected, with_timeout},
    error::{Result, StoreError},
    wal_sync::WalSync,
};

/// Writes a page of the file and changes nothing that is used. SQLite leaves out an UPDATE to the values that a row
/// has.
const REWRITE: &str = "PRAGMA user_version = 0";

/// Limits of a store.
#[derive(Debug, Clone)]
pub struct StoreConfig {
    /// The maximum number of connections to PostgreSQL, or of readers of an SQLite file.
    pub connections: u32,
    /// The maximum wait for a connection, a lock or an answer. After it the database counts as
    /// unavailable.
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
        /// One connection: SQLite has one writer at a time, and the pool's queue is fair.
        writer: SqlitePool,
        readers: SqlitePool,
        wal: WalSync,
    },
    Postgres {
        options: PgConnectOptions,
        pool: PgPool,
    },
}

/// A parsed database URL.
#[derive(Debug)]
enum DatabaseUrl {
    Sqlite(SqliteConnectOptions),
    Postgres(PgConnectOptions),
}

impl Store {
    /// Opens `sqlite:<path>`, which creates the file where there is none, or
    /// `postgres://user:password@host:port/database`, which has to exist. [`Store::migrate`] creates the
    /// tables.
    pub async fn open(url: &str, config: &StoreConfig) -> Result<Self> {
        let statement_timeout = config.statement_timeout;
        let db = match parse(url)? {
            DatabaseUrl::Sqlite(options) => open_sqlite(options, config).await?,
            DatabaseUrl::Postgres(options) => open_postgres(options, config).await?,
        };
        Ok(Self {
            db,
            statement_timeout,
            commits: CommitCounter::default(),
        })
    }

    /// Begins a transaction that reads.
    pub async fn read(&self) -> Result<Reader> {
        // Boxed, because the futures of a pool are large and would be part of every use case's.
        let begun = Box::pin(async {
            Ok(match &self.db {
                Db::Sqlite { readers, .. } => DbTransaction::Sqlite(readers.begin().await?),
                Db::Postgres { pool, .. } => DbTransaction::Postgres(
                    pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                        .await?,
                ),
            })
        });
        let transaction = with_timeout(self.statement_timeout, begun).await?;
        Ok(Reader::new(transaction, self.statement_timeout))
    }

    /// Begins a transaction that writes. On SQLite it waits for the end of every other one.
    pub async fn begin(&self) -> Result<Tx> {
        let begun = Box::pin(async {
            Ok(match &self.db {
                // A deferred transaction that reads and then writes can fail with SQLITE_BUSY at its
                // first write; an immediate one waits at its beginning.
                Db::Sqlite { writer, wal, .. } => {
                    wal.files().check()?;
                    DbTransaction::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?)
                }
                Db::Postgres { pool, .. } => DbTransaction::Postgres(pool.begin().await?),
            })
        });
        let transaction = with_timeout(self.statement_timeout, begun).await?;
        let wal = match &self.db {
            Db::Sqlite { wal, .. } => Some(wal.clone()),
            Db::Postgres { .. } => None,
        };
        Ok(Tx::new(
            transaction,
            wal,
            self.commits.clone(),
            self.statement_timeout,
        ))
    }

    /// The counter of commits through this store and its clones.
    pub fn commits(&self) -> CommitCounter {
        self.commits.clone()
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<()> {
        let mut reader = self.read().await?;
        dispatch!(reader, query("SELECT 1"), |query, c| rows_affected(
            query.execute(c)
        ))
        .map(drop)
    }

    /// Whether a change could be saved now. Free space alone does not say so: a quota can be used up. So SQLite
    /// writes a page. This counts as no commit.
    pub async fn check_writable(&self) -> Result<()> {
        match &self.db {
            Db::Sqlite { wal, writer, .. } => {
                wal.files().check_space().map_err(StoreError::unavailable)?;
                wal.files().check().map_err(StoreError::unavailable)?;
                let rewritten = Box::pin(async {
                    let mut tx = writer.begin_with("BEGIN IMMEDIATE").await?;
                    sqlx::query(REWRITE).execute(&mut *tx).await?;
                    tx.commit().await
                });
                with_timeout(self.statement_timeout, rewritten).await
            }
            Db::Postgres { .. } => {
                let mut reader = self.read().await?;
                let read_only: bool = dispatch!(
                    reader,
                    query_scalar(
                        "SELECT pg_is_in_recovery()
                         OR current_setting('default_transaction_read_only') = 'on'"
                    ),
                    |query, c| query.fetch_one(c)
                )?;
                if read_only {
                    return Err(StoreError::unavailable("the database is read-only"));
                }
                Ok(())
            }
        }
    }

    /// Closes all connections after their transactions have ended.
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

fn parse(url: &str) -> Result<DatabaseUrl> {
    if let Some(path) = url.strip_prefix("sqlite:") {
        let path = path.strip_prefix("//").unwrap_or(path);
        if path.is_empty() || path.contains([':', '?']) {
            return Err(StoreError::Address {
                reason: "sqlite:<path> needs the path of a file",
            });
        }
        return Ok(DatabaseUrl::Sqlite(
            SqliteConnectOptions::new().filename(path),
        ));
    }
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return PgConnectOptions::from_str(url)
            .map(DatabaseUrl::Postgres)
            .map_err(|_| StoreError::Address {
                reason: "is not of the form postgres://user:password@host:port/database",
            });
    }
    Err(StoreError::Address {
        reason: "begins neither with sqlite: nor with postgres://",
    })
}

async fn open_sqlite(options: SqliteConnectOptions, config: &StoreConfig) -> Result<Db> {
    let options = options
        .journal_mode(SqliteJournalMode::Wal)
        // `Tx::commit` syncs the log itself: a promised seat must survive a power failure.
        .synchronous(SqliteSynchronous::Normal)
        .foreign_keys(true)
        .busy_timeout(config.statement_timeout)
        .statement_cache_capacity(STATEMENT_CACHE_CAPACITY);
    let pool = || {
        SqlitePoolOptions::new()
            .acquire_timeout(config.statement_timeout)
            .idle_timeout(None)
            .max_lifetime(None)
            // A file has no network in between that could fail.
            .test_before_acquire(false)
            .after_release(|connection, _| Box::pin(is_clean(connection)))
    };
    // Only the first connection may create the file. A later one that did would read an empty database after
    // the file was deleted.
    options
        .clone()
        .create_if_missing(true)
        .connect()
        .await?
        .close()
        .await?;
    let writer = pool()
        .max_connections(1)
        .connect_with(options.clone())
        .await?;
    let readers = pool()
        .max_connections(config.connections)
        // SQLITE_OPEN_READONLY cannot create the shared memory of the write-ahead log.
        .connect_with(options.clone().pragma("query_only", "ON"))
        .await?;
    let wal = WalSync::of(options.get_filename());
    Ok(Db::Sqlite {
        options,
        writer,
        readers,
        wal,
    })
}

async fn open_postgres(options: PgConnectOptions, config: &StoreConfig) -> Result<Db> {
    let statement_timeout = config.statement_timeout;
    let options = options
        .application_name("treffpunkt")
        .statement_cache_capacity(STATEMENT_CACHE_CAPACITY);
    // A pool retries until its timeout and then reports only the timeout; this reports the cause.
    with_timeout(statement_timeout, async {
        options.connect().await?.close().await
    })
    .await?;
    let pool = PgPoolOptions::new()
        .max_connections(config.connections)
        .acquire_timeout(statement_timeout)
        .test_before_acquire(false)
        .before_acquire(|connection, idle| Box::pin(is_alive(connection, idle)))
        // The pool pings a returned connection without a timeout. Each connection to a database that
        // vanished would occupy its place in the pool forever.
        .after_release(move |connection, _| {
            Box::pin(async move {
                match tokio::time::timeout(statement_timeout, end_transaction(connection)).await {
                    Ok(answer) => answer.map(|()| true),
                    Err(_) => Err(sqlx::Error::PoolTimedOut),
                }
            })
        })
        .connect_with(
            options
                .clone()
                // A process that stops during a transaction must not keep an event locked.
                .options([
                    ("statement_timeout", "10s"),
                    ("idle_in_transaction_session_timeout", "10s"),
                ])
                .options(PLANNING),
        )
        .await?;
    Ok(Db::Postgres { options, pool })
}

/// Whether a returned connection is outside a transaction. A full disk makes SQLite roll back
/// (<https://www.sqlite.org/lang_transaction.html#response_to_errors_within_a_transaction>); the driver's
/// own ROLLBACK then fails, and the driver counts the connection as inside a transaction forever.
async fn is_clean(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    // The driver has only queued the ROLLBACK; the ping is answered after it.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

/// Ends the transaction that a returned connection may be in. If the future of a BEGIN is dropped after it
/// was sent, the driver counts no transaction and sends no ROLLBACK.
///
/// The driver does not say what it knows of the server's state, except by this: it takes any statement for
/// a BEGIN, and fails if no transaction is open after it. An empty one opens none.
async fn end_transaction(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    match connection.begin_with("").await {
        Ok(left_open) => left_open.rollback().await,
        Err(sqlx::Error::BeginFailed) => Ok(()),
        Err(error) => Err(error),
    }
}

/// How PostgreSQL plans: each statement once, and by its index, whatever the statistics say. They lag behind a table
/// that grows by thousands of rows in a minute. Until the next ANALYZE, statements and checks of foreign keys would
/// read the whole table, as was best when it was empty. Every look-up here has an index: a test says so.
const PLANNING: [(&str, &str); 4] = [
    ("plan_cache_mode", "force_generic_plan"),
    ("enable_seqscan", "off"),
    // A claim with LIMIT follows the order of its index. A bitmap would be sorted first.
    ("enable_bitmapscan", "off"),
    // A statement that has to read a whole table counts as very expensive.
    ("jit", "off"),
];

/// Prepared statements per connection: more than this package has.
const STATEMENT_CACHE_CAPACITY: usize = 250;

/// Pings a connection that was idle for a second. Under load no connection is.
async fn is_alive(
    connection: &mut PgConnection,
    idle: PoolConnectionMetadata,
) -> Result<bool, sqlx::Error> {
    if idle.idle_for < Duration::from_secs(1) {
        return Ok(true);
    }
    connection.ping().await.map(|()| true)
}
