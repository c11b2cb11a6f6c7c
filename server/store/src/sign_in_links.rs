//! Links that sign a person in once. The database holds only hashes of their tokens.

use jiff::Timestamp;

use crate::{Tx, connection::rows_affected, error::Result, time::micros};

statements! {
    INSERT = "
        INSERT INTO sign_in_links (token_hash, address_lower, created_at, expires_at)
        VALUES ($1, $2, $3, $4)";
    /// One of several concurrent uses finds the link unused.
    USE = "
        UPDATE sign_in_links SET used_at = $2
        WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2
        RETURNING address_lower";
    DELETE_EXPIRED = "DELETE FROM sign_in_links WHERE expires_at <= $1";
}

impl Tx {
    /// Stores a link for an address, which is given in its comparison form.
    pub async fn insert_sign_in_link(
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

    /// Marks a link as used and returns the address it was sent to, in its comparison form. Returns `None`
    /// if the link does not exist, has been used or has expired.
    pub async fn use_sign_in_link(
        &mut self,
        token_hash: &[u8],
        now: Timestamp,
    ) -> Result<Option<String>> {
        dispatch!(self, query_scalar(USE), |query, c| query
            .bind(token_hash)
            .bind(micros(now))
            .fetch_optional(c))
    }

    /// Deletes expired links and returns their number.
    pub async fn delete_expired_sign_in_links(&mut self, now: Timestamp) -> Result<u64> {
        dispatch!(self, query(DELETE_EXPIRED), |query, c| rows_affected(
            query.bind(micros(now)).execute(c)
        ))
    }
}
