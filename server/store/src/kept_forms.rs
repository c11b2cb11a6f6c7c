//! Refused and half-filled forms that are kept for a while.

use jiff::Timestamp;
use uuid::Uuid;

use crate::{Reader, Tx, connection::rows_affected, error::Result, time::micros};

statements! {
    INSERT = "
        INSERT INTO kept_forms (id, keeper_hash, client_hash, content, created_at)
        VALUES ($1, $2, $3, $4, $5)";
    COUNT = "SELECT COUNT(*) FROM kept_forms WHERE client_hash = $1 AND created_at > $2";
    CONTENT = "
        SELECT content FROM kept_forms WHERE id = $1 AND keeper_hash = $2 AND created_at > $3";
    DELETE = "DELETE FROM kept_forms WHERE id = $1 AND keeper_hash = $2";
    DELETE_BEFORE = "DELETE FROM kept_forms WHERE created_at <= $1";
}

/// A form to keep.
#[derive(Debug, Clone, Copy)]
pub struct NewKeptForm<'a> {
    pub id: Uuid,
    /// The browser that gets it back.
    pub keeper_hash: &'a [u8],
    /// Whose forms are counted together.
    pub client_hash: &'a [u8],
    pub content: &'a str,
    pub at: Timestamp,
}

impl Reader {
    /// The number of forms that are kept for a client since an instant.
    pub async fn count_kept_forms(&mut self, client_hash: &[u8], after: Timestamp) -> Result<i64> {
        dispatch!(self, query_scalar(COUNT), |query, c| query
            .bind(client_hash)
            .bind(micros(after))
            .fetch_one(c))
    }

    /// A form that was kept after an instant, for its browser.
    pub async fn kept_form(
        &mut self,
        id: Uuid,
        keeper_hash: &[u8],
        after: Timestamp,
    ) -> Result<Option<String>> {
        dispatch!(self, query_scalar(CONTENT), |query, c| query
            .bind(id)
            .bind(keeper_hash)
            .bind(micros(after))
            .fetch_optional(c))
    }
}

impl Tx {
    /// Keeps a form.
    pub async fn insert_kept_form(&mut self, form: NewKeptForm<'_>) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            query
                .bind(form.id)
                .bind(form.keeper_hash)
                .bind(form.client_hash)
                .bind(form.content)
                .bind(micros(form.at))
                .execute(c)
        ))
        .map(drop)
    }

    /// Deletes a form of a browser.
    pub async fn delete_kept_form(&mut self, id: Uuid, keeper_hash: &[u8]) -> Result<()> {
        dispatch!(self, query(DELETE), |query, c| rows_affected(
            query.bind(id).bind(keeper_hash).execute(c)
        ))
        .map(drop)
    }

    /// Deletes the forms that were kept at this instant or before.
    pub async fn delete_kept_forms_before(&mut self, instant: Timestamp) -> Result<u64> {
        dispatch!(self, query(DELETE_BEFORE), |query, c| rows_affected(
            query.bind(micros(instant)).execute(c)
        ))
    }
}
