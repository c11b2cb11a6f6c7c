//! Series of events, and what copied events still need.

use jiff::Timestamp;
use model::{
    CopiedPart, CopyNote, EventId, EventInSeries, EventSeries, NetworkId, SeriesId, name_key,
};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    listed::Listed,
    row_decoder::RowDecoder,
    time::micros,
};

statements! {
    BY_NETWORK = "
        SELECT id, network_id, name FROM event_series WHERE network_id = $1 ORDER BY name_key, id";
    BY_NAME = "SELECT id, network_id, name FROM event_series WHERE network_id = $1 AND name_key = $2";
    OF_EVENT = "
        SELECT event_series.id, event_series.network_id, event_series.name
        FROM events JOIN event_series ON event_series.id = events.series_id WHERE events.id = $1";
    SERIES_OF_EVENTS = "SELECT id, series_id FROM events WHERE network_id = $1 AND series_id IS NOT NULL";
    EVENTS = "
        SELECT id, title, language, time_zone, starts_local, starts_at, state FROM events
        WHERE series_id = $1 ORDER BY starts_at, id";
    COPIED_FROM = "SELECT copied_from FROM events WHERE id = $1";
    NOTES = "SELECT event_id, part, found FROM event_copy_notes WHERE event_id = $1 ORDER BY part";
    INSERT = "
        INSERT INTO event_series (id, network_id, name, name_key, created_at) VALUES ($1, $2, $3, $4, $5)";
    SET_SERIES = "UPDATE events SET series_id = $2 WHERE id = $1";
    SET_COPIED_FROM = "UPDATE events SET copied_from = $2 WHERE id = $1";
    DELETE_EMPTY = "
        DELETE FROM event_series WHERE network_id = $1
            AND NOT EXISTS (SELECT 1 FROM events WHERE events.series_id = event_series.id)";
    INSERT_NOTE = "
        INSERT INTO event_copy_notes (event_id, part, found) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    DELETE_NOTE = "DELETE FROM event_copy_notes WHERE event_id = $1 AND part = $2";
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    network_id: Uuid,
    name: String,
}

impl TryFrom<Row> for EventSeries {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "event_series",
            row: row.id,
        };
        Ok(Self {
            id: row.id.into(),
            network: row.network_id.into(),
            name: from.parsed("name", &row.name)?,
        })
    }
}

#[derive(FromRow)]
struct EventRow {
    id: Uuid,
    title: String,
    language: String,
    time_zone: String,
    starts_local: String,
    starts_at: i64,
    state: String,
}

impl TryFrom<EventRow> for EventInSeries {
    type Error = StoreError;

    fn try_from(row: EventRow) -> Result<Self> {
        let from = RowDecoder {
            table: "events",
            row: row.id,
        };
        Ok(Self {
            id: row.id.into(),
            title: from.parsed("title", &row.title)?,
            language: from.word("language", &row.language)?,
            time_zone: from.parsed("time_zone", &row.time_zone)?,
            starts: from.event_time(
                ("starts_local", &row.starts_local),
                ("starts_at", row.starts_at),
            )?,
            state: from.word("state", &row.state)?,
        })
    }
}

#[derive(FromRow)]
struct NoteRow {
    event_id: Uuid,
    part: String,
    found: String,
}

impl TryFrom<NoteRow> for CopyNote {
    type Error = StoreError;

    fn try_from(row: NoteRow) -> Result<Self> {
        let from = RowDecoder {
            table: "event_copy_notes",
            row: format!("{} of event {}", row.part, row.event_id),
        };
        Ok(Self {
            part: from.word("part", &row.part)?,
            found: from.json("found", &row.found)?,
        })
    }
}

impl Reader {
    /// A network's series, by name.
    pub async fn series_of_network(&mut self, network: NetworkId) -> Result<Listed<EventSeries>> {
        let rows: Vec<Row> = dispatch!(self, query_as(BY_NETWORK), |query, c| query
            .bind(network.uuid())
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// The series of this name, however it is spelt.
    pub async fn series_by_name(
        &mut self,
        network: NetworkId,
        name: &str,
    ) -> Result<Option<EventSeries>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_NAME), |query, c| query
            .bind(network.uuid())
            .bind(name_key(name))
            .fetch_optional(c))?;
        row.map(EventSeries::try_from).transpose()
    }

    /// The series that an event belongs to.
    pub async fn series_of_event(&mut self, event: EventId) -> Result<Option<EventSeries>> {
        let row: Option<Row> = dispatch!(self, query_as(OF_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_optional(c))?;
        row.map(EventSeries::try_from).transpose()
    }

    /// The events of a network that belong to a series, each with it.
    pub async fn events_in_series(
        &mut self,
        network: NetworkId,
    ) -> Result<Vec<(EventId, SeriesId)>> {
        let rows: Vec<(Uuid, Uuid)> =
            dispatch!(self, query_as(SERIES_OF_EVENTS), |query, c| query
                .bind(network.uuid())
                .fetch_all(c))?;
        let ids = |(event, series): (Uuid, Uuid)| (event.into(), series.into());
        Ok(rows.into_iter().map(ids).collect())
    }

    /// The events of a series, the earliest first.
    pub async fn events_of_series(&mut self, series: SeriesId) -> Result<Listed<EventInSeries>> {
        let rows: Vec<EventRow> = dispatch!(self, query_as(EVENTS), |query, c| query
            .bind(series.uuid())
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// The event that another one was copied from, unless it was discarded.
    pub async fn copied_from(&mut self, event: EventId) -> Result<Option<EventId>> {
        let row: Option<(Option<Uuid>,)> =
            dispatch!(self, query_as(COPIED_FROM), |query, c| query
                .bind(event.uuid())
                .fetch_optional(c))?;
        Ok(row.and_then(|(from,)| from).map(EventId::from))
    }

    /// What a copied event still needs.
    pub async fn copy_notes(&mut self, event: EventId) -> Result<Listed<CopyNote>> {
        let rows: Vec<NoteRow> = dispatch!(self, query_as(NOTES), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }
}

impl Tx {
    /// Adds a series. [`StoreError::Duplicate`] `event_series_network_id_name_key_key` if the name is taken.
    pub async fn insert_series(&mut self, series: &EventSeries, at: Timestamp) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            query
                .bind(series.id.uuid())
                .bind(series.network.uuid())
                .bind(series.name.as_str())
                .bind(name_key(series.name.as_str()))
                .bind(micros(at))
                .execute(c)
        ))
        .map(drop)
    }

    /// Puts an event into a series of its network, or into none. A series without events is deleted.
    pub async fn set_series(
        &mut self,
        (network, event): (NetworkId, EventId),
        series: Option<SeriesId>,
    ) -> Result<()> {
        dispatch!(self, query(SET_SERIES), |query, c| rows_affected(
            query
                .bind(event.uuid())
                .bind(series.map(SeriesId::uuid))
                .execute(c)
        ))?;
        dispatch!(self, query(DELETE_EMPTY), |query, c| rows_affected(
            query.bind(network.uuid()).execute(c)
        ))
        .map(drop)
    }

    /// Notes which event another one was copied from.
    pub async fn set_copied_from(&mut self, event: EventId, from: EventId) -> Result<()> {
        dispatch!(self, query(SET_COPIED_FROM), |query, c| rows_affected(
            query.bind(event.uuid()).bind(from.uuid()).execute(c)
        ))
        .map(drop)
    }

    /// Notes what a copied event still needs.
    pub async fn insert_copy_note(&mut self, event: EventId, note: &CopyNote) -> Result<()> {
        let found = serde_json::to_string(&note.found).map_err(StoreError::encode_error)?;
        dispatch!(self, query(INSERT_NOTE), |query, c| rows_affected(
            query
                .bind(event.uuid())
                .bind(note.part.as_str())
                .bind(found.as_str())
                .execute(c)
        ))
        .map(drop)
    }

    /// Deletes what a copied event needed. Returns `false` if it is not there.
    pub async fn delete_copy_note(&mut self, event: EventId, part: CopiedPart) -> Result<bool> {
        let deleted = dispatch!(self, query(DELETE_NOTE), |query, c| rows_affected(
            query.bind(event.uuid()).bind(part.as_str()).execute(c)
        ))?;
        Ok(deleted == 1)
    }
}
