//! Links by which contacts opt out. The database holds only hashes of their tokens.

use jiff::Timestamp;
use model::ContactId;
use uuid::Uuid;

use crate::{Reader, Tx, connection::rows_affected, error::Result, time::micros};

statements! {
    CONTACT = "SELECT contact_id FROM opt_out_links WHERE token_hash = $1";
    INSERT = "INSERT INTO opt_out_links (token_hash, contact_id, created_at) VALUES ($1, $2, $3)";
}

impl Reader {
    /// The contact whom a link is for.
    pub async fn contact_of_opt_out_link(&mut self, hash: &[u8]) -> Result<Option<ContactId>> {
        let id: Option<Uuid> = dispatch!(self, query_scalar(CONTACT), |query, c| query
            .bind(hash)
            .fetch_optional(c))?;
        Ok(id.map(ContactId::from))
    }
}

impl Tx {
    /// Adds a link for a contact.
    pub async fn insert_opt_out_link(
        &mut self,
        hash: &[u8],
        contact: ContactId,
        now: Timestamp,
    ) -> Result<()> {
        dispatch!(unflushed self, query(INSERT), |query, c| rows_affected(
            query
                .bind(hash)
                .bind(contact.uuid())
                .bind(micros(now))
                .execute(c)
        ))
        .map(drop)
    }
}
