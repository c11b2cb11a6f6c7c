//! Transactions, and how a statement runs in them on either engine.

use std::{
    ops::{Deref, DerefMut},
    time::Duration,
};

use sqlx::{
    PgConnection, Postgres, Sqlite, SqliteConnection, Transaction, postgres::PgQueryResult,
    sqlite::SqliteQueryResult,
};
use tracing::{Instrument, Span};

use crate::{
    commit_counter::CommitCounter,
    deferred::DeferredRows,
    error::{Result, StoreError},
    wal_sync::WalSync,
};

/// A transaction that reads. Its statements see one snapshot: later commits of others stay invisible.
#[derive(Debug)]
pub struct Reader {
    transaction: DbTransaction,
    statement_timeout: Duration,
    pub(crate) failed: bool,
    pub(crate) deferred: DeferredRows,
}

/// A transaction that reads and writes. It is rolled back if it is dropped without [`Tx::commit`].
#[derive(Debug)]
pub struct Tx {
    reader: Reader,
    /// Of SQLite only: makes commits durable.
    wal: Option<WalSync>,
    commits: CommitCounter,
}

#[derive(Debug)]
pub(crate) enum DbTransaction {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// The connection a statement runs on.
#[derive(Debug)]
pub(crate) enum DbConnection<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection),
}

/// Runs a statement on the engine at hand:
/// `dispatch!(self, query_as(BY_ID), |query, c| query.bind(id).fetch_optional(c))`.
///
/// The deferred rows are inserted first. `dispatch!(unflushed self, …)` leaves them: for statements that
/// neither read nor change such rows, nor what they refer to.
macro_rules! dispatch {
    (unflushed $reader:expr, $function:ident($sql:expr), |$query:ident, $connection:ident| $statement:expr) => {{
        let (connection, guard) = $reader.connection();
        match connection {
            $crate::connection::DbConnection::Sqlite($connection) => {
                let $query = sqlx::$function($sql);
                guard.run(stringify!($sql), $statement).await
            }
            $crate::connection::DbConnection::Postgres($connection) => {
                let $query = sqlx::$function($sql);
                guard.run(stringify!($sql), $statement).await
            }
        }
    }};
    ($reader:expr, $($statement:tt)+) => {
        match $reader.flush().await {
            Ok(()) => dispatch!(unflushed $reader, $($statement)+),
            Err(error) => Err(error),
        }
    };
}

/// How many rows a statement inserted, changed or deleted.
pub(crate) async fn rows_affected<R: RowsAffected>(
    statement: impl Future<Output = Result<R, sqlx::Error>>,
) -> Result<u64, sqlx::Error> {
    statement.await.map(|result| result.rows_affected())
}

/// The drivers' results, which share no trait for this.
pub(crate) trait RowsAffected {
    fn rows_affected(&self) -> u64;
}

impl RowsAffected for SqliteQueryResult {
    fn rows_affected(&self) -> u64 {
        self.rows_affected()
    }
}

impl RowsAffected for PgQueryResult {
    fn rows_affected(&self) -> u64 {
        self.rows_affected()
    }
}

/// Ends a statement that takes too long, and marks the transaction of a failed or dropped one.
#[derive(Debug)]
pub(crate) struct StatementGuard<'r> {
    statement_timeout: Duration,
    failed: &'r mut bool,
}

impl StatementGuard<'_> {
    /// Runs a statement inside its span. The driver logs its text, rows and duration there, without
    /// the bound values, at the level `debug`.
    pub(crate) async fn run<T>(
        self,
        name: &'static str,
        statement: impl Future<Output = Result<T, sqlx::Error>>,
    ) -> Result<T> {
        let statement = statement.instrument(span_of(name));
        // Whoever drops the future does not learn what the statement did.
        let failed_before = std::mem::replace(self.failed, true);
        let outcome = with_timeout(self.statement_timeout, statement).await;
        *self.failed = failed_before || outcome.is_err();
        outcome
    }
}

fn span_of(name: &'static str) -> Span {
    tracing::debug_span!("statement", name)
}

/// Gives up on an answer after the timeout: a database that vanished without closing its connections
/// never sends one.
pub(crate) async fn with_timeout<T>(
    statement_timeout: Duration,
    answer: impl Future<Output = Result<T, sqlx::Error>>,
) -> Result<T> {
    match tokio::time::timeout(statement_timeout, answer).await {
        Ok(outcome) => outcome.map_err(StoreError::from),
        Err(_) => Err(StoreError::unavailable(format_args!(
            "no answer for {statement_timeout:?}"
        ))),
    }
}

impl Reader {
    pub(crate) fn new(transaction: DbTransaction, statement_timeout: Duration) -> Self {
        Self {
            transaction,
            statement_timeout,
            failed: false,
            deferred: DeferredRows::default(),
        }
    }

    /// Selects the statement written for the engine at hand.
    pub(crate) fn on_engine(&self, sqlite: &'static str, postgres: &'static str) -> &'static str {
        match self.transaction {
            DbTransaction::Sqlite(_) => sqlite,
            DbTransaction::Postgres(_) => postgres,
        }
    }

    pub(crate) const fn is_sqlite(&self) -> bool {
        matches!(self.transaction, DbTransaction::Sqlite(_))
    }

    pub(crate) fn connection(&mut self) -> (DbConnection<'_>, StatementGuard<'_>) {
        let connection = match &mut self.transaction {
            DbTransaction::Sqlite(transaction) => DbConnection::Sqlite(transaction),
            DbTransaction::Postgres(transaction) => DbConnection::Postgres(transaction),
        };
        let guard = StatementGuard {
            statement_timeout: self.statement_timeout,
            failed: &mut self.failed,
        };
        (connection, guard)
    }
}

impl Tx {
    pub(crate) fn new(
        transaction: DbTransaction,
        wal: Option<WalSync>,
        commits: CommitCounter,
        statement_timeout: Duration,
    ) -> Self {
        Self {
            reader: Reader::new(transaction, statement_timeout),
            wal,
            commits,
        }
    }

    /// Lets the statements of this transaction take longer than those of requests.
    pub(crate) async fn allow_longer_statements(&mut self, timeout: Duration) -> Result<()> {
        self.reader.statement_timeout = timeout;
        if self.is_sqlite() {
            return Ok(());
        }
        let setting = format!("{}ms", timeout.as_millis());
        dispatch!(
            self,
            query_scalar("SELECT set_config('statement_timeout', $1, TRUE)"),
            |query, c| query.bind(setting).fetch_one(c)
        )
        .map(|_: String| ())
    }

    /// Makes the changes durable and visible to others. After [`StoreError::Unavailable`] it is unknown
    /// whether they are.
    ///
    /// A transaction in which a statement failed is refused with [`StoreError::Aborted`]: PostgreSQL
    /// would turn its COMMIT into a ROLLBACK and report success.
    ///
    /// Once it is polled, the commit runs to its end even if the future is dropped.
    pub async fn commit(self) -> Result<()> {
        tokio::spawn(self.commit_to_the_end().in_current_span())
            .await
            .unwrap_or_else(|panicked| Err(StoreError::unavailable(panicked)))
    }

    /// Undoes the changes and waits until the database has. A dropped transaction holds its locks a moment longer.
    #[cfg(test)]
    pub(crate) async fn roll_back(self) -> Result<()> {
        match self.reader.transaction {
            DbTransaction::Sqlite(transaction) => transaction.rollback().await?,
            DbTransaction::Postgres(transaction) => transaction.rollback().await?,
        }
        Ok(())
    }

    async fn commit_to_the_end(mut self) -> Result<()> {
        if self.reader.failed {
            return Err(StoreError::Aborted);
        }
        self.flush().await?;
        let Reader {
            transaction,
            statement_timeout,
            ..
        } = self.reader;
        let committed = match transaction {
            DbTransaction::Sqlite(transaction) => {
                with_timeout(statement_timeout, transaction.commit()).await
            }
            DbTransaction::Postgres(transaction) => {
                with_timeout(statement_timeout, transaction.commit()).await
            }
        };
        // A failed COMMIT counts too: it may have reached the database.
        self.commits.increment();
        committed?;
        match self.wal {
            Some(wal) => with_timeout(statement_timeout, async { Ok(wal.sync().await?) }).await,
            None => Ok(()),
        }
    }
}

impl Deref for Tx {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        &self.reader
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Reader {
        &mut self.reader
    }
}
