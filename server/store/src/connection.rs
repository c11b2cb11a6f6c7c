//! One connection, of either engine, inside a transaction.

use std::{
    ops::{Deref, DerefMut},
    time::Duration,
};

use sqlx::{
    PgConnection, Postgres, Sqlite, SqliteConnection, Transaction, postgres::PgQueryResult,
    sqlite::SqliteQueryResult,
};

use crate::{
    commit_counter::CommitCounter,
    error::{Result, StoreError},
    wal_sync::WalSync,
};

/// Reads, all of them at one moment: what others commit meanwhile is not seen.
#[derive(Debug)]
pub struct Reader {
    transaction: DbTransaction,
    statement_timeout: Duration,
    failed: bool,
}

/// A transaction that can change things. Dropped without [`Tx::commit`], it changes nothing.
#[derive(Debug)]
pub struct Tx {
    reader: Reader,
    /// SQLite's, whose commits are on the disk only when it is.
    log: Option<WalSync>,
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

/// Runs a statement on whichever engine it is: `dispatch!(self, |c| query(SQL).bind(id).execute(c))`.
macro_rules! dispatch {
    ($reader:expr, |$connection:ident| $statement:expr) => {{
        let (connection, guard) = $reader.connection();
        match connection {
            $crate::connection::DbConnection::Sqlite($connection) => guard.run($statement).await,
            $crate::connection::DbConnection::Postgres($connection) => guard.run($statement).await,
        }
    }};
}

/// How many rows a statement inserted, changed or deleted, on whichever engine it ran.
pub(crate) async fn affected<D: Done>(
    statement: impl Future<Output = Result<D, sqlx::Error>>,
) -> Result<u64, sqlx::Error> {
    statement.await.map(|done| done.rows())
}

pub(crate) trait Done {
    fn rows(&self) -> u64;
}

impl Done for SqliteQueryResult {
    fn rows(&self) -> u64 {
        self.rows_affected()
    }
}

impl Done for PgQueryResult {
    fn rows(&self) -> u64 {
        self.rows_affected()
    }
}

/// Sees to it that a statement ends in time, and that a failed transaction is not committed.
#[derive(Debug)]
pub(crate) struct StatementGuard<'r> {
    statement_timeout: Duration,
    failed: &'r mut bool,
}

impl StatementGuard<'_> {
    pub(crate) async fn run<T>(
        self,
        statement: impl Future<Output = Result<T, sqlx::Error>>,
    ) -> Result<T> {
        let outcome = within(self.statement_timeout, statement).await;
        *self.failed |= outcome.is_err();
        outcome
    }
}

/// A database that vanished without closing its connections never answers: it is given up on.
pub(crate) async fn within<T>(
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
        }
    }

    /// The one of two statements that this engine takes.
    pub(crate) fn on_engine(&self, sqlite: &'static str, postgres: &'static str) -> &'static str {
        match self.transaction {
            DbTransaction::Sqlite(_) => sqlite,
            DbTransaction::Postgres(_) => postgres,
        }
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
        log: Option<WalSync>,
        commits: CommitCounter,
        statement_timeout: Duration,
    ) -> Self {
        Self {
            reader: Reader::new(transaction, statement_timeout),
            log,
            commits,
        }
    }

    /// Makes the changes visible to others, and durable. After [`StoreError::Unavailable`] it is not
    /// known whether they are.
    ///
    /// PostgreSQL takes the COMMIT of a failed transaction for a ROLLBACK and reports success; so a
    /// transaction that had an error is refused here: [`StoreError::Aborted`].
    pub async fn commit(self) -> Result<()> {
        let Reader {
            transaction,
            statement_timeout,
            failed,
        } = self.reader;
        if failed {
            return Err(StoreError::Aborted);
        }
        let committed = match transaction {
            DbTransaction::Sqlite(transaction) => {
                within(statement_timeout, transaction.commit()).await
            }
            DbTransaction::Postgres(transaction) => {
                within(statement_timeout, transaction.commit()).await
            }
        };
        // Also after a failure: it may have reached the database.
        self.commits.count_one();
        committed?;
        match self.log {
            Some(log) => within(statement_timeout, async { Ok(log.is_on_disk().await?) }).await,
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
