//! Links that open a registration without an account. The database holds only hashes of their tokens.

use jiff::Timestamp;
use model::{EventId, LinkPurpose, RegistrationId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
    time::micros,
};

statements! {
    BY_HASH = "
        SELECT registration_id, event_id, purpose, personal_links.created_at, expires_at
        FROM personal_links JOIN registrations ON registrations.id = registration_id
        WHERE token_hash = $1";
    INSERT = "
        INSERT INTO personal_links (token_hash, registration_id, purpose, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5)";
    SET_PURPOSE = "UPDATE personal_links SET purpose = $2, expires_at = $3 WHERE token_hash = $1";
    DELETE_CONFIRM = "DELETE FROM personal_links WHERE registration_id = $1 AND purpose = 'confirm'";
}

/// A personal link without its token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalLink {
    pub registration: RegistrationId,
    /// The event that the registration is for.
    pub event: EventId,
    pub purpose: LinkPurpose,
    pub created_at: Timestamp,
    /// `None`: the link lives as long as the registration.
    pub expires_at: Option<Timestamp>,
}

/// A personal link to be inserted.
#[derive(Debug, Clone, Copy)]
pub struct NewPersonalLink<'a> {
    pub token_hash: &'a [u8],
    pub registration: RegistrationId,
    pub purpose: LinkPurpose,
    /// `None`: the link lives as long as the registration.
    pub expires_at: Option<Timestamp>,
}

#[derive(FromRow)]
struct Row {
    registration_id: Uuid,
    event_id: Uuid,
    purpose: String,
    created_at: i64,
    expires_at: Option<i64>,
}

impl TryFrom<Row> for PersonalLink {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "personal_links",
            // Errors are logged, and the hash of a token is not for the log.
            row: format!("of registration {}", row.registration_id),
        };
        Ok(Self {
            registration: row.registration_id.into(),
            event: row.event_id.into(),
            purpose: from.word("purpose", &row.purpose)?,
            created_at: from.time("created_at", row.created_at)?,
            expires_at: from.optional_time("expires_at", row.expires_at)?,
        })
    }
}

impl Reader {
    /// The link of a token, also if it has expired.
    pub async fn personal_link(&mut self, token_hash: &[u8]) -> Result<Option<PersonalLink>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_HASH), |query, c| query
            .bind(token_hash)
            .fetch_optional(c))?;
        row.map(PersonalLink::try_from).transpose()
    }
}

impl Tx {
    /// Stores a link.
    pub async fn insert_personal_link(
        &mut self,
        link: NewPersonalLink<'_>,
        now: Timestamp,
    ) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            query
                .bind(link.token_hash)
                .bind(link.registration.uuid())
                .bind(link.purpose.as_str())
                .bind(micros(now))
                .bind(link.expires_at.map(micros))
                .execute(c)
        ))
        .map(drop)
    }

    /// Changes the purpose of a link: the link that confirmed an address becomes the personal one.
    /// Returns `false` if the link does not exist.
    pub async fn set_link_purpose(
        &mut self,
        token_hash: &[u8],
        purpose: LinkPurpose,
        expires_at: Option<Timestamp>,
    ) -> Result<bool> {
        dispatch!(self, query(SET_PURPOSE), |query, c| rows_affected(
            query
                .bind(token_hash)
                .bind(purpose.as_str())
                .bind(expires_at.map(micros))
                .execute(c)
        ))
        .map(|links| links > 0)
    }

    /// Deletes the links that confirm a registration and returns their number.
    pub async fn delete_confirmation_links(&mut self, registration: RegistrationId) -> Result<u64> {
        dispatch!(self, query(DELETE_CONFIRM), |query, c| rows_affected(
            query.bind(registration.uuid()).execute(c)
        ))
    }
}
