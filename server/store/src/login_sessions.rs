//! Sessions of people who are signed in. A login session belongs to an address.

use jiff::Timestamp;

use crate::{Reader, Tx, connection::affected, error::Result, time::micros};

statements! {
    BY_HASH = "SELECT address_lower FROM login_sessions WHERE token_hash = $1 AND expires_at > $2";
    INSERT = "
        INSERT INTO login_sessions (token_hash, address_lower, created_at, expires_at)
        VALUES ($1, $2, $3, $4)";
    DELETE = "DELETE FROM login_sessions WHERE token_hash = $1";
    DELETE_EXPIRED = "DELETE FROM login_sessions WHERE expires_at <= $1";
}

impl Reader {
    /// The address, in lower case, that a session belongs to; `None` where it has ended.
    pub async fn login_session(
        &mut self,
        token_hash: &[u8],
        now: Timestamp,
    ) -> Result<Option<String>> {
        dispatch!(self, |c| sqlx::query_scalar(BY_HASH)
            .bind(token_hash)
            .bind(micros(now))
            .fetch_optional(c))
    }
}

impl Tx {
    /// Begins a session of an address in lower case.
    pub async fn insert_login_session(
        &mut self,
        token_hash: &[u8],
        address_lower: &str,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<()> {
        dispatch!(self, |c| affected(
            sqlx::query(INSERT)
                .bind(token_hash)
                .bind(address_lower)
                .bind(micros(now))
                .bind(micros(expires_at))
                .execute(c)
        ))
        .map(drop)
    }

    /// Ends a session.
    pub async fn delete_login_session(&mut self, token_hash: &[u8]) -> Result<()> {
        dispatch!(self, |c| affected(
            sqlx::query(DELETE).bind(token_hash).execute(c)
        ))
        .map(drop)
    }

    /// Deletes those that have expired, and returns their number.
    pub async fn delete_expired_login_sessions(&mut self, now: Timestamp) -> Result<u64> {
        dispatch!(self, |c| affected(
            sqlx::query(DELETE_EXPIRED).bind(micros(now)).execute(c)
        ))
    }
}
