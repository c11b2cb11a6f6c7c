//! What can go wrong with a database.
//!
//! [`StoreError::Unavailable`] is nobody's mistake and passes: the visitor is told to try again.
//! [`StoreError::Duplicate`] is a race that a look-up beforehand did not see. All others are faults of
//! the program, its settings or the database, and belong in the log.
//!
//! After any error a transaction can only be dropped: PostgreSQL refuses its further statements, and
//! [`Tx::commit`](crate::Tx::commit) refuses on SQLite too.

use sqlx::error::{DatabaseError, ErrorKind};
use thiserror::Error;

/// The result of everything the store does.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// Why the store could not do what it was asked for.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The database's address is none. The address is not repeated: it can hold a password.
    #[error("the database address {reason}")]
    Address {
        /// Continues "the database address …".
        reason: &'static str,
    },

    /// The database is gone, too busy, locked by another program, or its disk is full.
    /// Holds what was seen, for the log.
    #[error("the database is not available: {0}")]
    Unavailable(String),

    /// The database refused a statement. Neither the row nor the values it was about are repeated, so
    /// that they get into no log.
    #[error("the database refused a statement: {message} ({code})")]
    Refused {
        /// SQLSTATE, or SQLite's extended result code.
        code: String,
        message: String,
    },

    /// The driver could not do its part.
    #[error("the database driver failed: {0}")]
    Driver(#[source] sqlx::Error),

    /// A row holds what no version of the program writes.
    #[error("inconsistent data in {table}.{column} of row {row}")]
    Inconsistent {
        table: &'static str,
        column: &'static str,
        /// The row's primary key.
        row: String,
    },

    /// A row like this exists already.
    #[error("there is a row like this already ({constraint})")]
    Duplicate {
        /// Table and columns, as PostgreSQL names the constraint: `events_slug_key`.
        constraint: String,
    },

    /// What was to be saved was not made from what is stored; or nothing is stored any more.
    #[error("{table} {row} was changed meanwhile")]
    Outdated { table: &'static str, row: String },

    /// The database was written by a newer version of the program.
    #[error(
        "the database is newer than this program: it has migration {found}, the newest known here is {known}"
    )]
    NewerDatabase { found: i64, known: i64 },

    /// A migration failed; the database is as it was before it.
    #[error("the database could not be brought up to date: {0}")]
    Migration(#[source] sqlx::migrate::MigrateError),

    /// The transaction had an error before and was not committed.
    #[error("the transaction failed before and cannot be committed")]
    Aborted,
}

impl StoreError {
    /// Whether a unique constraint of this name was in the way.
    #[cfg(test)]
    pub(crate) fn is_duplicate_of(&self, name: &str) -> bool {
        matches!(self, Self::Duplicate { constraint } if constraint == name)
    }

    /// A value could not be written down.
    pub(crate) fn unwritable(error: serde_json::Error) -> Self {
        Self::Driver(sqlx::Error::Encode(Box::new(error)))
    }

    pub(crate) fn unavailable(cause: impl ToString) -> Self {
        Self::Unavailable(cause.to_string())
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        use sqlx::Error::{Database, Io, PoolClosed, PoolTimedOut, Protocol, Tls, WorkerCrashed};
        match error {
            // A connection that ends in the middle of the greeting, as behind a proxy whose database is
            // gone, is a breach of protocol to the driver.
            Io(_) | Tls(_) | Protocol(_) | PoolTimedOut | PoolClosed | WorkerCrashed => {
                Self::unavailable(error)
            }
            Database(ref refusal) if refusal.kind() == ErrorKind::UniqueViolation => {
                Self::Duplicate {
                    constraint: constraint_name(refusal.as_ref()),
                }
            }
            Database(ref refusal) if passes(refusal.as_ref()) => Self::unavailable(error),
            Database(refusal) => Self::Refused {
                code: refusal.code().unwrap_or_default().into_owned(),
                message: refusal.message().to_owned(),
            },
            other => Self::Driver(other),
        }
    }
}

/// Whether a refusal says something about the moment rather than about the statement.
fn passes(refusal: &dyn DatabaseError) -> bool {
    let Some(code) = refusal.code() else {
        return false;
    };
    if refusal
        .try_downcast_ref::<sqlx::sqlite::SqliteError>()
        .is_some()
    {
        // The low byte of an extended result code is the primary one: https://sqlite.org/rescode.html
        // BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN
        return code
            .parse::<i32>()
            .is_ok_and(|code| matches!(code & 0xff, 5 | 6 | 8 | 10 | 13 | 14));
    }
    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    // Connection exceptions, transaction rollback (deadlock), insufficient resources, operator
    // intervention (shutdown, statement timeout), idle in transaction, lock not available.
    ["08", "40", "53", "57"]
        .iter()
        .any(|class| code.starts_with(class))
        || matches!(code.as_ref(), "25P03" | "55P03")
}

/// The name PostgreSQL gives a unique constraint, made for SQLite from the columns it names instead.
fn constraint_name(refusal: &dyn DatabaseError) -> String {
    if let Some(name) = refusal.constraint() {
        return name.to_owned();
    }
    // UNIQUE constraint failed: members.network_id, members.address_lower
    let columns = refusal.message().rsplit(": ").next().unwrap_or_default();
    let (table, _) = columns.split_once('.').unwrap_or_default();
    let columns = columns.replace(&format!("{table}."), "").replace(", ", "_");
    format!("{table}_{columns}_key")
}
