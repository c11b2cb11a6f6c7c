//! Login sessions: signed-in browsers. A session belongs to an address; its rights follow from the
//! memberships of that address.

use jiff::Timestamp;

use crate::{Reader, Tx, connection::rows_affected, error::Result, time::micros};

statements! {
    BY_HASH = "SELECT address_lower FROM login_sessions WHERE token_hash = $1 AND expires_at > $2";
    INSERT = "
        INSERT INTO login_sessions (token_hash, address_lower, created_at, expires_at)
        VALUES ($1, $2, $3, $4)";
    DELETE = "DELETE FROM login_sessions WHERE token_hash = $1";
    DELETE_BY_ADDRESS = "DELETE FROM login_sessions WHERE address_lower = $1";
    DELETE_EXPIRED = "DELETE FROM login_sessions WHERE expires_at <= $1";
}

impl Reader {
    /// The address that a session belongs to, in its comparison form; `None` if the session has ended.
    pub async fn login_session(
        &mut self,
        token_hash: &[u8],
        now: Timestamp,
    ) -> Result<Option<String>> {
        dispatch!(self, query_scalar(BY_HASH), |query, c| query
            .bind(token_hash)
            .bind(micros(now))
            .fetch_optional(c))
    }
}

impl Tx {
    /// Begins a session of an address, which is given in its comparison form.
    pub async fn insert_login_session(
        &mut self,
        token_hash: &[u8],
        address_lower: &str,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            query
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
        dispatch!(self, query(DELETE), |query, c| rows_affected(
            query.bind(token_hash).execute(c)
        ))
        .map(drop)
    }

    /// Ends all sessions of an address, which is given in its comparison form.
    pub async fn delete_login_sessions_of(&mut self, address_lower: &str) -> Result<u64> {
        dispatch!(self, query(DELETE_BY_ADDRESS), |query, c| rows_affected(
            query.bind(address_lower).execute(c)
        ))
    }

    /// Deletes expired sessions and returns their number.
    pub async fn delete_expired_login_sessions(&mut self, now: Timestamp) -> Result<u64> {
        dispatch!(self, query(DELETE_EXPIRED), |query, c| rows_affected(
            query.bind(micros(now)).execute(c)
        ))
    }
}
