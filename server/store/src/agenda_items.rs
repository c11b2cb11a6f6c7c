//! Agendas.

use model::{AgendaItem, AgendaItemId, EventId, workshops::OfferKey};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    listed::Listed,
    row_decoder::RowDecoder,
    time::local_text,
};

statements! {
    BY_EVENT = "
        SELECT id, event_id, position, kind, title, details, room, speakers, starts_local,
            starts_occurrence, minutes, slot_id, workshop_id
        FROM agenda_items WHERE event_id = $1 ORDER BY starts_local, position, id";
    INSERT = "
        INSERT INTO agenda_items (id, position, kind, title, details, room, speakers,
            starts_local, starts_occurrence, minutes, event_id, slot_id, workshop_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    UPDATE = "
        UPDATE agenda_items SET position = $2, kind = $3, title = $4, details = $5, room = $6,
            speakers = $7, starts_local = $8, starts_occurrence = $9, minutes = $10
        WHERE id = $1";
    DELETE = "DELETE FROM agenda_items WHERE id = $1";
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    event_id: Uuid,
    position: i64,
    kind: String,
    title: String,
    details: String,
    room: Option<String>,
    speakers: Option<String>,
    starts_local: String,
    starts_occurrence: String,
    minutes: i64,
    slot_id: Option<Uuid>,
    workshop_id: Option<Uuid>,
}

impl TryFrom<Row> for AgendaItem {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "agenda_items",
            row: row.id,
        };
        Ok(Self {
            id: row.id.into(),
            event: row.event_id.into(),
            position: row.position,
            kind: from.word("kind", &row.kind)?,
            title: from.parsed("title", &row.title)?,
            details: from.parsed("details", &row.details)?,
            room: from.optional("room", row.room.as_deref())?,
            speakers: from.optional("speakers", row.speakers.as_deref())?,
            starts: from.local_time("starts_local", &row.starts_local)?,
            occurrence: from.word("starts_occurrence", &row.starts_occurrence)?,
            minutes: from.number("minutes", row.minutes)?,
            offer: row
                .slot_id
                .zip(row.workshop_id)
                .map(|(slot, workshop)| OfferKey {
                    slot: slot.into(),
                    workshop: workshop.into(),
                }),
        })
    }
}

/// Binds the parameters that [`INSERT`] and [`UPDATE`] share.
macro_rules! bind_row {
    ($query:expr, $item:expr) => {
        $query
            .bind($item.id.uuid())
            .bind($item.position)
            .bind($item.kind.as_str())
            .bind($item.title.as_str())
            .bind($item.details.as_str())
            .bind($item.room.as_ref().map(|line| line.as_str()))
            .bind($item.speakers.as_ref().map(|line| line.as_str()))
            .bind(local_text($item.starts))
            .bind($item.occurrence.as_str())
            .bind(i64::from($item.minutes))
    };
}

impl Reader {
    /// An event's agenda, by time and then by position.
    pub async fn agenda(&mut self, event: EventId) -> Result<Listed<AgendaItem>> {
        let rows: Vec<Row> = dispatch!(self, query_as(BY_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }
}

impl Tx {
    /// Adds an item to the agenda of its event.
    pub async fn insert_agenda_item(&mut self, item: &AgendaItem) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            bind_row!(query, item)
                .bind(item.event.uuid())
                .bind(item.offer.map(|offer| offer.slot.uuid()))
                .bind(item.offer.map(|offer| offer.workshop.uuid()))
                .execute(c)
        ))
        .map(drop)
    }

    /// Saves an item; whether it is an offer, and which, stays. Returns `false` if it no longer exists.
    pub async fn update_agenda_item(&mut self, item: &AgendaItem) -> Result<bool> {
        let saved = dispatch!(self, query(UPDATE), |query, c| rows_affected(
            bind_row!(query, item).execute(c)
        ))?;
        Ok(saved == 1)
    }

    /// Deletes an item if it exists.
    pub async fn delete_agenda_item(&mut self, id: AgendaItemId) -> Result<()> {
        dispatch!(self, query(DELETE), |query, c| rows_affected(
            query.bind(id.uuid()).execute(c)
        ))
        .map(drop)
    }
}
