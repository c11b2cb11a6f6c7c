//! Time slots.

use model::{EventId, SlotId, workshops::TimeSlot};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
    time::local_text,
};

statements! {
    OF_EVENT = "
        SELECT id, event_id, starts_local, starts_occurrence, minutes, way, revision
        FROM slots WHERE event_id = $1 ORDER BY starts_local, starts_occurrence, id";
    INSERT = "
        INSERT INTO slots (id, starts_local, starts_occurrence, minutes, way, revision, event_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    UPDATE = "
        UPDATE slots SET starts_local = $2, starts_occurrence = $3, minutes = $4, way = $5, revision = $6
        WHERE id = $1";
    DELETE = "DELETE FROM slots WHERE id = $1";
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    event_id: Uuid,
    starts_local: String,
    starts_occurrence: String,
    minutes: i64,
    way: String,
    revision: i64,
}

impl TryFrom<Row> for TimeSlot {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "slots",
            row: row.id,
        };
        Ok(Self {
            id: row.id.into(),
            event: row.event_id.into(),
            starts: from.local_time("starts_local", &row.starts_local)?,
            occurrence: from.word("starts_occurrence", &row.starts_occurrence)?,
            minutes: from.number("minutes", row.minutes)?,
            way: from.word("way", &row.way)?,
            revision: row.revision,
        })
    }
}

/// Binds the parameters that [`INSERT`] and [`UPDATE`] share.
macro_rules! bind_row {
    ($query:expr, $slot:expr) => {
        $query
            .bind($slot.id.uuid())
            .bind(local_text($slot.starts))
            .bind($slot.occurrence.as_str())
            .bind(i64::from($slot.minutes))
            .bind($slot.way.as_str())
            .bind($slot.revision)
    };
}

impl Reader {
    /// The slots of an event, by time.
    pub async fn slots(&mut self, event: EventId) -> Result<Vec<TimeSlot>> {
        let rows: Vec<Row> = dispatch!(self, query_as(OF_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        rows.into_iter().map(TimeSlot::try_from).collect()
    }
}

impl Tx {
    /// Adds a slot.
    pub async fn insert_slot(&mut self, slot: &TimeSlot) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            bind_row!(query, slot).bind(slot.event.uuid()).execute(c)
        ))
        .map(drop)
    }

    /// Saves a slot. The items of its offers are saved on their own.
    pub async fn update_slot(&mut self, slot: &TimeSlot) -> Result<()> {
        dispatch!(self, query(UPDATE), |query, c| rows_affected(
            bind_row!(query, slot).execute(c)
        ))
        .map(drop)
    }

    /// Deletes a slot with its offers, if it exists.
    pub async fn delete_slot(&mut self, id: SlotId) -> Result<()> {
        dispatch!(self, query(DELETE), |query, c| rows_affected(
            query.bind(id.uuid()).execute(c)
        ))
        .map(drop)
    }
}
