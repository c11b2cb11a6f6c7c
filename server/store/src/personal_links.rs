//! Links that open a registration without an account. The database holds only hashes of their tokens.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use model::{EventId, LinkPurpose, RegistrationId, RegistrationInput};
use sqlx::AssertSqlSafe;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
    statements::{padded_lists, repeat_row},
    time::micros,
};

statements! {
    BY_HASH = "
        SELECT token_hash, registration_id, event_id, purpose, personal_links.created_at, expires_at,
            input
        FROM personal_links JOIN registrations ON registrations.id = registration_id
        WHERE token_hash IN ($1)";
    /// The link that confirmed an address becomes the personal one.
    USE = "
        UPDATE personal_links SET purpose = 'manage', expires_at = NULL, input = NULL
        WHERE token_hash IN ($1)
        RETURNING token_hash";
}

rows_statements! {
    INSERT [Bytes, Uuid, Text, Integer, Integer, Text] = "
        INSERT INTO personal_links (token_hash, registration_id, purpose, created_at, expires_at, input)
        SELECT * FROM {rows}";
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
    /// What the link confirms, if the registration does not hold it.
    pub input: Option<RegistrationInput>,
}

/// A personal link to be inserted.
#[derive(Debug, Clone, Copy)]
pub struct NewPersonalLink<'a> {
    pub token_hash: &'a [u8],
    pub registration: RegistrationId,
    pub purpose: LinkPurpose,
    /// `None`: the link lives as long as the registration.
    pub expires_at: Option<Timestamp>,
    /// What the link confirms, if the registration does not hold it.
    pub input: Option<&'a RegistrationInput>,
}

/// A link that is inserted with the next flush.
#[derive(Debug)]
pub(crate) struct InsertedLink {
    token_hash: Vec<u8>,
    registration: RegistrationId,
    purpose: LinkPurpose,
    expires_at: Option<Timestamp>,
    input: Option<String>,
    now: Timestamp,
}

#[derive(FromRow)]
struct Row {
    token_hash: Vec<u8>,
    registration_id: Uuid,
    event_id: Uuid,
    purpose: String,
    created_at: i64,
    expires_at: Option<i64>,
    input: Option<String>,
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
            input: match row.input {
                Some(input) => Some(from.json("input", &input)?),
                None => None,
            },
        })
    }
}

impl Reader {
    /// The link of a token, also if it has expired.
    pub async fn personal_link(&mut self, token_hash: &[u8]) -> Result<Option<PersonalLink>> {
        let links = self.personal_links(&[token_hash]).await?;
        Ok(links.into_values().next())
    }

    /// The links of tokens by their hashes, also if they have expired.
    pub async fn personal_links(
        &mut self,
        token_hashes: &[&[u8]],
    ) -> Result<HashMap<Vec<u8>, PersonalLink>> {
        let mut links = HashMap::new();
        for hashes in padded_lists(token_hashes) {
            let sql = BY_HASH.replace("$1", &repeat_row("$1", 1, hashes.len()));
            let rows: Vec<Row> = dispatch!(self, query_as(AssertSqlSafe(sql)), |query, c| {
                let query = hashes.iter().fold(query, |query, hash| query.bind(*hash));
                query.fetch_all(c)
            })?;
            for mut row in rows {
                let hash = std::mem::take(&mut row.token_hash);
                links.insert(hash, PersonalLink::try_from(row)?);
            }
        }
        Ok(links)
    }

    pub(crate) async fn insert_links(&mut self, links: &[InsertedLink]) -> Result<()> {
        let rows: Vec<_> = links
            .iter()
            .map(|link| {
                [
                    link.token_hash.as_slice().into(),
                    link.registration.uuid().into(),
                    link.purpose.as_str().into(),
                    micros(link.now).into(),
                    link.expires_at.map(micros).into(),
                    link.input.as_deref().into(),
                ]
            })
            .collect();
        self.write_rows::<(), _>(INSERT, &rows).await.map(drop)
    }
}

impl Tx {
    /// Stores a link.
    pub async fn insert_personal_link(
        &mut self,
        link: NewPersonalLink<'_>,
        now: Timestamp,
    ) -> Result<()> {
        self.deferred.links.push(InsertedLink {
            token_hash: link.token_hash.to_vec(),
            registration: link.registration,
            purpose: link.purpose,
            expires_at: link.expires_at,
            input: link
                .input
                .map(serde_json::to_string)
                .transpose()
                .map_err(StoreError::encode_error)?,
            now,
        });
        self.flush_if_full().await
    }

    /// Turns links that confirm an address into personal ones, which live as long as the registration.
    /// Returns the hashes of those that exist.
    pub async fn use_confirmation_links(
        &mut self,
        token_hashes: &[&[u8]],
    ) -> Result<HashSet<Vec<u8>>> {
        let mut used = HashSet::new();
        for hashes in padded_lists(token_hashes) {
            let sql = USE.replace("$1", &repeat_row("$1", 1, hashes.len()));
            let found: Vec<Vec<u8>> =
                dispatch!(self, query_scalar(AssertSqlSafe(sql)), |query, c| {
                    let query = hashes.iter().fold(query, |query, hash| query.bind(*hash));
                    query.fetch_all(c)
                })?;
            used.extend(found);
        }
        Ok(used)
    }
}
