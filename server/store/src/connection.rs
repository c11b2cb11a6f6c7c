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
    commits::Commits,
    durable::Log,
    error::{Result, StoreError},
};

/// Reads, all of them at one moment: what others commit meanwhile is not seen.
#[derive(Debug)]
pub struct Reader {
    transaction: Either,
    patience: Duration,
    failed: bool,
}

/// A transaction that can change things. Dropped without [`Tx::commit`], it changes nothing.
#[derive(Debug)]
pub struct Tx {
    reader: Reader,
    /// SQLite's, whose commits are on the disk only when it is.
    log: Option<Log>,
    commits: Commits,
}

#[derive(Debug)]
pub(crate) enum Either {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// The connection a statement runs on.
#[derive(Debug)]
pub(crate) enum Link<'c> {
    Sqlite(&'c mut SqliteConnection),
    Postgres(&'c mut PgConnection),
}

/// Runs a statement on whichever engine it is: `on!(self, |c| query(SQL).bind(id).execute(c))`.
macro_rules! on {
    ($reader:expr, |$connection:ident| $statement:expr) => {{
        let (link, watch) = $reader.link();
        match link {
            $crate::connection::Link::Sqlite($connection) => watch.over($statement).await,
            $crate::connection::Link::Postgres($connection) => watch.over($statement).await,
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
pub(crate) struct Watch<'r> {
    patience: Duration,
    failed: &'r mut bool,
}

impl Watch<'_> {
    pub(crate) async fn over<T>(
        self,
        statement: impl Future<Output = Result<T, sqlx::Error>>,
    ) -> Result<T> {
        let outcome = within(self.patience, statement).await;
        *self.failed |= outcome.is_err();
        outcome
    }
}

/// A database that vanished without closing its connections never answers: it is given up on.
pub(crate) async fn within<T>(
    patience: Duration,
    answer: impl Future<Output = Result<T, sqlx::Error>>,
) -> Result<T> {
    match tokio::time::timeout(patience, answer).await {
        Ok(outcome) => outcome.map_err(StoreError::from),
        Err(_) => Err(StoreError::unavailable(format_args!(
            "no answer for {patience:?}"
        ))),
    }
}

impl Reader {
    pub(crate) fn new(transaction: Either, patience: Duration) -> Self {
        Self {
            transaction,
            patience,
            failed: false,
        }
    }

    /// The one of two statements that this engine takes.
    pub(crate) fn on_engine(&self, sqlite: &'static str, postgres: &'static str) -> &'static str {
        match self.transaction {
            Either::Sqlite(_) => sqlite,
            Either::Postgres(_) => postgres,
        }
    }

    pub(crate) fn link(&mut self) -> (Link<'_>, Watch<'_>) {
        let link = match &mut self.transaction {
            Either::Sqlite(transaction) => Link::Sqlite(transaction),
            Either::Postgres(transaction) => Link::Postgres(transaction),
        };
        let watch = Watch {
            patience: self.patience,
            failed: &mut self.failed,
        };
        (link, watch)
    }
}

impl Tx {
    pub(crate) fn new(
        transaction: Either,
        log: Option<Log>,
        commits: Commits,
        patience: Duration,
    ) -> Self {
        Self {
            reader: Reader::new(transaction, patience),
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
            patience,
            failed,
        } = self.reader;
        if failed {
            return Err(StoreError::Aborted);
        }
        let committed = match transaction {
            Either::Sqlite(transaction) => within(patience, transaction.commit()).await,
            Either::Postgres(transaction) => within(patience, transaction.commit()).await,
        };
        // Also after a failure: it may have reached the database.
        self.commits.count_one();
        committed?;
        match self.log {
            Some(log) => within(patience, async { Ok(log.is_on_disk().await?) }).await,
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
