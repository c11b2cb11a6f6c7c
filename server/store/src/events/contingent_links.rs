//! The links by which contact people manage the places of their organisation, and when unused places return to all.

use jiff::Timestamp;
use model::{EventId, EventTime, Line, OrganisationId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
    time::{local_text, micros},
};

statements! {
    BY_HASH = "
        SELECT event_id, organisation_id, address, created_at FROM contingent_links WHERE token_hash = $1";
    OF_EVENT = "
        SELECT event_id, organisation_id, address, created_at FROM contingent_links
        WHERE event_id = $1 ORDER BY created_at";
    INSERT = "
        INSERT INTO contingent_links (token_hash, event_id, organisation_id, address, created_at)
        VALUES ($1, $2, $3, $4, $5)";
    REVOKE = "DELETE FROM contingent_links WHERE event_id = $1 AND organisation_id = $2";
    RELEASE = "
        SELECT event_id, due_local, due_at, released_at FROM contingent_releases WHERE event_id = $1";
    DUE = "
        SELECT event_id FROM contingent_releases
        WHERE released_at IS NULL AND due_at <= $1 ORDER BY due_at, event_id LIMIT $2";
    DELETE_RELEASE = "DELETE FROM contingent_releases WHERE event_id = $1";
    INSERT_RELEASE = "
        INSERT INTO contingent_releases (event_id, due_local, due_at) VALUES ($1, $2, $3)";
    NOTE_RELEASED = "UPDATE contingent_releases SET released_at = $2 WHERE event_id = $1";
}

/// A link to the places of an organisation, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContingentLink {
    pub event: EventId,
    pub organisation: OrganisationId,
    /// The address that it was mailed to. `None`: it was copied.
    pub address: Option<Line<320>>,
    pub created_at: Timestamp,
}

/// When the places that nobody uses return to all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContingentRelease {
    pub due: EventTime,
    pub released_at: Option<Timestamp>,
}

#[derive(FromRow)]
struct LinkRow {
    event_id: Uuid,
    organisation_id: Uuid,
    address: Option<String>,
    created_at: i64,
}

impl TryFrom<LinkRow> for ContingentLink {
    type Error = StoreError;

    fn try_from(row: LinkRow) -> Result<Self> {
        let from = RowDecoder {
            table: "contingent_links",
            // Errors are logged, and the hash of a token is not for the log.
            row: format!("{} {}", row.event_id, row.organisation_id),
        };
        Ok(Self {
            event: row.event_id.into(),
            organisation: row.organisation_id.into(),
            address: from.optional("address", row.address.as_deref())?,
            created_at: from.time("created_at", row.created_at)?,
        })
    }
}

#[derive(FromRow)]
struct ReleaseRow {
    event_id: Uuid,
    due_local: String,
    due_at: i64,
    released_at: Option<i64>,
}

impl TryFrom<ReleaseRow> for ContingentRelease {
    type Error = StoreError;

    fn try_from(row: ReleaseRow) -> Result<Self> {
        let from = RowDecoder {
            table: "contingent_releases",
            row: row.event_id,
        };
        Ok(Self {
            due: from.event_time(("due_local", &row.due_local), ("due_at", row.due_at))?,
            released_at: from.optional_time("released_at", row.released_at)?,
        })
    }
}

impl Reader {
    /// The link of a secret.
    pub async fn contingent_link(&mut self, token_hash: &[u8]) -> Result<Option<ContingentLink>> {
        let row: Option<LinkRow> = dispatch!(self, query_as(BY_HASH), |query, c| query
            .bind(token_hash)
            .fetch_optional(c))?;
        row.map(ContingentLink::try_from).transpose()
    }

    /// All working links of an event, the oldest first.
    pub async fn contingent_links(&mut self, event: EventId) -> Result<Vec<ContingentLink>> {
        let rows: Vec<LinkRow> = dispatch!(self, query_as(OF_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        rows.into_iter().map(ContingentLink::try_from).collect()
    }

    /// When the unused places of an event return; `None` if they do not.
    pub async fn contingent_release(
        &mut self,
        event: EventId,
    ) -> Result<Option<ContingentRelease>> {
        let row: Option<ReleaseRow> = dispatch!(self, query_as(RELEASE), |query, c| query
            .bind(event.uuid())
            .fetch_optional(c))?;
        row.map(ContingentRelease::try_from).transpose()
    }

    /// The events whose unused places are to return by now; no more than `limit`.
    pub async fn due_contingent_releases(
        &mut self,
        now: Timestamp,
        limit: u32,
    ) -> Result<Vec<EventId>> {
        let events: Vec<Uuid> = dispatch!(self, query_scalar(DUE), |query, c| query
            .bind(micros(now))
            .bind(i64::from(limit))
            .fetch_all(c))?;
        Ok(events.into_iter().map(EventId::from).collect())
    }
}

impl Tx {
    /// Stores a link.
    pub async fn insert_contingent_link(
        &mut self,
        token_hash: &[u8],
        link: &ContingentLink,
    ) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            query
                .bind(token_hash)
                .bind(link.event.uuid())
                .bind(link.organisation.uuid())
                .bind(link.address.as_ref().map(Line::as_str))
                .bind(micros(link.created_at))
                .execute(c)
        ))
        .map(drop)
    }

    /// Ends all links to the places of an organisation. Returns their number.
    pub async fn revoke_contingent_links(
        &mut self,
        event: EventId,
        organisation: OrganisationId,
    ) -> Result<u64> {
        dispatch!(self, query(REVOKE), |query, c| rows_affected(
            query
                .bind(event.uuid())
                .bind(organisation.uuid())
                .execute(c)
        ))
    }

    /// Sets when the unused places of an event return. `None`: they do not.
    pub async fn set_contingent_release(
        &mut self,
        event: EventId,
        due: Option<EventTime>,
    ) -> Result<()> {
        dispatch!(self, query(DELETE_RELEASE), |query, c| rows_affected(
            query.bind(event.uuid()).execute(c)
        ))?;
        if let Some(due) = due {
            dispatch!(self, query(INSERT_RELEASE), |query, c| rows_affected(
                query
                    .bind(event.uuid())
                    .bind(local_text(due.local))
                    .bind(micros(due.at))
                    .execute(c)
            ))?;
        }
        Ok(())
    }

    /// Notes that the unused places of an event have returned.
    pub async fn note_contingents_released(
        &mut self,
        event: EventId,
        now: Timestamp,
    ) -> Result<()> {
        dispatch!(self, query(NOTE_RELEASED), |query, c| rows_affected(
            query.bind(event.uuid()).bind(micros(now)).execute(c)
        ))
        .map(drop)
    }
}
