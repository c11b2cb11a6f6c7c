//! Links that open one person's registration without an account.

use std::str::FromStr;

use jiff::Timestamp;
use model::{RegistrationId, UnknownWord};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::affected,
    error::{Result, StoreError},
    origin::Origin,
    time::micros,
};

statements! {
    BY_HASH = "
        SELECT registration_id, purpose, created_at, expires_at
        FROM personal_links WHERE token_hash = $1";
    INSERT = "
        INSERT INTO personal_links (token_hash, registration_id, purpose, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5)";
    SET_PURPOSE = "UPDATE personal_links SET purpose = $2, expires_at = $3 WHERE token_hash = $1";
    DELETE_CONFIRM = "DELETE FROM personal_links WHERE registration_id = $1 AND purpose = 'confirm'";
}

/// What a personal link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkPurpose {
    /// Confirms that the address is the person's.
    Confirm,
    /// Shows, changes and cancels the registration.
    Manage,
}

impl LinkPurpose {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Manage => "manage",
        }
    }
}

impl FromStr for LinkPurpose {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        match word {
            "confirm" => Ok(Self::Confirm),
            "manage" => Ok(Self::Manage),
            _ => Err(UnknownWord {
                kind: "LinkPurpose",
                word: word.to_owned(),
            }),
        }
    }
}

/// A personal link, but for its token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalLink {
    pub registration: RegistrationId,
    pub purpose: LinkPurpose,
    pub created_at: Timestamp,
    /// `None`: as long as the registration is kept.
    pub expires_at: Option<Timestamp>,
}

#[derive(FromRow)]
struct Row {
    registration_id: Uuid,
    purpose: String,
    created_at: i64,
    expires_at: Option<i64>,
}

impl TryFrom<Row> for PersonalLink {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = Origin {
            table: "personal_links",
            // The hash is next to a secret: the log gets the registration instead.
            row: format!("of registration {}", row.registration_id),
        };
        Ok(Self {
            registration: row.registration_id.into(),
            purpose: from.word("purpose", &row.purpose)?,
            created_at: from.time("created_at", row.created_at)?,
            expires_at: from.optional_time("expires_at", row.expires_at)?,
        })
    }
}

impl Reader {
    /// The link of a token, whether it is still good or not.
    pub async fn personal_link(&mut self, token_hash: &[u8]) -> Result<Option<PersonalLink>> {
        let row: Option<Row> = on!(self, |c| sqlx::query_as(BY_HASH)
            .bind(token_hash)
            .fetch_optional(c))?;
        row.map(PersonalLink::try_from).transpose()
    }
}

impl Tx {
    /// Keeps the hash of a link's token.
    pub async fn insert_personal_link(
        &mut self,
        token_hash: &[u8],
        registration: RegistrationId,
        purpose: LinkPurpose,
        now: Timestamp,
        expires_at: Option<Timestamp>,
    ) -> Result<()> {
        on!(self, |c| affected(
            sqlx::query(INSERT)
                .bind(token_hash)
                .bind(registration.uuid())
                .bind(purpose.as_str())
                .bind(micros(now))
                .bind(expires_at.map(micros))
                .execute(c)
        ))
        .map(drop)
    }

    /// Turns a link into one for something else, as when the one that confirmed an address becomes
    /// the personal one. Whether there is such a link (any more).
    pub async fn set_link_purpose(
        &mut self,
        token_hash: &[u8],
        purpose: LinkPurpose,
        expires_at: Option<Timestamp>,
    ) -> Result<bool> {
        on!(self, |c| affected(
            sqlx::query(SET_PURPOSE)
                .bind(token_hash)
                .bind(purpose.as_str())
                .bind(expires_at.map(micros))
                .execute(c)
        ))
        .map(|links| links > 0)
    }

    /// Deletes the links that could still confirm a registration; how many there were.
    pub async fn delete_confirmation_links(&mut self, registration: RegistrationId) -> Result<u64> {
        on!(self, |c| affected(
            sqlx::query(DELETE_CONFIRM)
                .bind(registration.uuid())
                .execute(c)
        ))
    }
}
