//! Sessions of people who are signed in. A session belongs to an address.

use jiff::Timestamp;

use crate::{Reader, Tx, connection::affected, error::Result, time::micros};

statements! {
    BY_HASH = "SELECT address_lower FROM sessions WHERE token_hash = $1 AND expires_at > $2";
    INSERT = "
        INSERT INTO sessions (token_hash, address_lower, created_at, last_seen_at, expires_at)
        VALUES ($1, $2, $3, $3, $4)";
    DELETE = "DELETE FROM sessions WHERE token_hash = $1";
    DELETE_EXPIRED = "DELETE FROM sessions WHERE expires_at <= $1";
}

impl Reader {
    /// The address, in lower case, that a session belongs to; `None` where it has ended.
    pub async fn session(&mut self, token_hash: &[u8], now: Timestamp) -> Result<Option<String>> {
        on!(self, |c| sqlx::query_scalar(BY_HASH)
            .bind(token_hash)
            .bind(micros(now))
            .fetch_optional(c))
    }
}

impl Tx {
    /// Begins a session of an address in lower case.
    pub async fn insert_session(
        &mut self,
        token_hash: &[u8],
        address_lower: &str,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<()> {
        on!(self, |c| affected(
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
    pub async fn delete_session(&mut self, token_hash: &[u8]) -> Result<()> {
        on!(self, |c| affected(
            sqlx::query(DELETE).bind(token_hash).execute(c)
        ))
        .map(drop)
    }

    /// How many sessions had run out, and are gone.
    pub async fn delete_expired_sessions(&mut self, now: Timestamp) -> Result<u64> {
        on!(self, |c| affected(
            sqlx::query(DELETE_EXPIRED).bind(micros(now)).execute(c)
        ))
    }
}
