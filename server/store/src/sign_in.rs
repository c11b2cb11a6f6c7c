//! Links that sign somebody in, once.

use jiff::Timestamp;

use crate::{Tx, connection::affected, error::Result, time::micros};

statements! {
    INSERT = "
        INSERT INTO sign_in_links (token_hash, address_lower, created_at, expires_at)
        VALUES ($1, $2, $3, $4)";
    /// Of several that use the same link at the same time, one finds it unused.
    USE = "
        UPDATE sign_in_links SET used_at = $2
        WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2
        RETURNING address_lower";
    DELETE_EXPIRED = "DELETE FROM sign_in_links WHERE expires_at <= $1";
}

impl Tx {
    /// Keeps the hash of a link's token, for an address in lower case.
    pub async fn insert_sign_in_link(
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

    /// Uses a link up; the address, in lower case, that it was sent to. `None` where there is no such
    /// link, or it was used before, or it is too old.
    pub async fn use_sign_in_link(
        &mut self,
        token_hash: &[u8],
        now: Timestamp,
    ) -> Result<Option<String>> {
        dispatch!(self, |c| sqlx::query_scalar(USE)
            .bind(token_hash)
            .bind(micros(now))
            .fetch_optional(c))
    }

    /// How many links were too old, and are gone.
    pub async fn delete_expired_sign_in_links(&mut self, now: Timestamp) -> Result<u64> {
        dispatch!(self, |c| affected(
            sqlx::query(DELETE_EXPIRED).bind(micros(now)).execute(c)
        ))
    }
}
