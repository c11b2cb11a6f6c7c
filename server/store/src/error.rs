//! Errors of the store.
//!
//! [`StoreError::Unavailable`] is transient: the visitor is asked to try again. [`StoreError::Duplicate`]
//! and [`StoreError::Outdated`] are races that an earlier look-up did not see. All others are faults of
//! the program, its configuration or the database, and belong in the log.
//!
//! After an error a transaction can only be dropped: PostgreSQL refuses further statements, and
//! [`Tx::commit`](crate::Tx::commit) refuses on both engines.

use sqlx::error::{DatabaseError, ErrorKind};
use thiserror::Error;

/// The result of the store's operations.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// Why an operation of the store failed.
#[derive(Debug, Error)]
pub enum StoreError {
    /// Malformed database URL. The message leaves the URL out: it can hold a password.
    #[error("the database address {reason}")]
    Address {
        /// Continues "the database address …".
        reason: &'static str,
    },

    /// The database is gone, overloaded or locked by another program, or its disk is full. Holds the
    /// cause for the log.
    #[error("the database is not available: {0}")]
    Unavailable(String),

    /// The database refused a statement. The message leaves out the row and its values: errors are
    /// logged.
    #[error("the database refused a statement: {message} ({code})")]
    Refused {
        /// SQLSTATE, or SQLite's extended result code.
        code: String,
        message: String,
    },

    /// The driver failed.
    #[error("the database driver failed: {0}")]
    Driver(#[source] sqlx::Error),

    /// A row holds a value that no version of the program writes.
    #[error("inconsistent data in {table}.{column} of row {row}")]
    Inconsistent {
        table: &'static str,
        column: &'static str,
        /// The row's primary key.
        row: String,
    },

    /// A unique constraint is violated.
    #[error("there is a row like this already ({constraint})")]
    Duplicate {
        /// The constraint's name in PostgreSQL, made of table and columns: `events_slug_key`.
        constraint: String,
    },

    /// The stored row is not the one that the change was made from, or no longer exists.
    #[error("{table} {row} was changed meanwhile")]
    Outdated { table: &'static str, row: String },

    /// A newer version of the program has migrated the database.
    #[error(
        "the database is newer than this program: it has migration {found}, the newest known here is {known}"
    )]
    NewerDatabase { found: i64, known: i64 },

    /// A migration failed and was rolled back.
    #[error("the database could not be brought up to date: {0}")]
    Migration(#[source] sqlx::migrate::MigrateError),

    /// A statement of the transaction failed, so it was not committed.
    #[error("the transaction failed before and cannot be committed")]
    Aborted,
}

impl StoreError {
    /// Whether a unique constraint of this name is violated.
    #[cfg(test)]
    pub(crate) fn is_duplicate_of(&self, name: &str) -> bool {
        matches!(self, Self::Duplicate { constraint } if constraint == name)
    }

    /// Whether a text with a NUL was looked for. PostgreSQL refuses the statement; no row has such a text.
    pub fn is_of_nul(&self) -> bool {
        // character_not_in_repertoire
        matches!(self, Self::Refused { code, .. } if code == "22021")
    }

    /// A value that cannot be encoded.
    pub(crate) fn encode_error(error: serde_json::Error) -> Self {
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
            // The driver reports a connection that ends during the greeting as a protocol error. A proxy
            // whose database is gone ends it there.
            Io(_) | Tls(_) | Protocol(_) | PoolTimedOut | PoolClosed | WorkerCrashed => {
                Self::unavailable(error)
            }
            Database(ref refusal) if refusal.kind() == ErrorKind::UniqueViolation => {
                Self::Duplicate {
                    constraint: constraint_name(refusal.as_ref()),
                }
            }
            Database(ref refusal) if is_transient(refusal.as_ref()) => Self::unavailable(error),
            Database(refusal) => Self::Refused {
                code: refusal.code().unwrap_or_default().into_owned(),
                message: refusal.message().to_owned(),
            },
            other => Self::Driver(other),
        }
    }
}

/// Whether the same statement can succeed later.
fn is_transient(refusal: &dyn DatabaseError) -> bool {
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

/// The name of a unique constraint. SQLite reports columns only, from which PostgreSQL's name is made.
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
