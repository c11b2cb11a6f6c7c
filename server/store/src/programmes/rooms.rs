//! Rooms of an event.

use model::{EventId, workshops::Room};
use sqlx_macros::FromRow;

use crate::{Reader, Tx, connection::rows_affected, error::Result, row_decoder::RowDecoder};

statements! {
    OF_EVENT = "SELECT name, seats FROM rooms WHERE event_id = $1 ORDER BY name";
    SAVE = "
        INSERT INTO rooms (event_id, name, seats) VALUES ($1, $2, $3)
        ON CONFLICT (event_id, name) DO UPDATE SET seats = excluded.seats";
    DELETE = "DELETE FROM rooms WHERE event_id = $1 AND name = $2";
}

#[derive(FromRow)]
struct Row {
    name: String,
    seats: i64,
}

impl Reader {
    /// The rooms of an event whose number of seats is known, by name.
    pub(super) async fn rooms(&mut self, event: EventId) -> Result<Vec<Room>> {
        let rows: Vec<Row> = dispatch!(self, query_as(OF_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        let from = RowDecoder {
            table: "rooms",
            row: event,
        };
        let decode = |row: Row| {
            Ok(Room {
                name: from.parsed("name", &row.name)?,
                seats: from.number("seats", row.seats)?,
            })
        };
        rows.into_iter().map(decode).collect()
    }
}

impl Tx {
    /// Saves how many seats a room has.
    pub async fn save_room(&mut self, event: EventId, room: &Room) -> Result<()> {
        dispatch!(self, query(SAVE), |query, c| rows_affected(
            query
                .bind(event.uuid())
                .bind(room.name.as_str())
                .bind(i64::from(room.seats))
                .execute(c)
        ))
        .map(drop)
    }

    /// Forgets how many seats a room has.
    pub async fn delete_room(&mut self, event: EventId, room: &Room) -> Result<()> {
        dispatch!(self, query(DELETE), |query, c| rows_affected(
            query.bind(event.uuid()).bind(room.name.as_str()).execute(c)
        ))
        .map(drop)
    }
}
