//! Until when people wish, and how.

use model::{
    EventId,
    workshops::{TieSeed, WishSetup},
};
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
    OF_EVENT = "
        SELECT event_id, closes_local, closes_at, least, shows_demand, seed, revision
        FROM wish_setups WHERE event_id = $1";
    SAVE = "
        INSERT INTO wish_setups (event_id, closes_local, closes_at, least, shows_demand, seed, revision)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (event_id) DO UPDATE SET closes_local = excluded.closes_local, closes_at = excluded.closes_at,
            least = excluded.least, shows_demand = excluded.shows_demand, revision = excluded.revision";
}

#[derive(FromRow)]
struct Row {
    event_id: Uuid,
    closes_local: String,
    closes_at: i64,
    least: Option<i64>,
    shows_demand: i64,
    seed: i64,
    revision: i64,
}

impl TryFrom<Row> for WishSetup {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "wish_setups",
            row: row.event_id,
        };
        Ok(Self {
            event: row.event_id.into(),
            closes: from.event_time(
                ("closes_local", &row.closes_local),
                ("closes_at", row.closes_at),
            )?,
            least: from.optional_number("least", row.least)?,
            shows_demand: row.shows_demand != 0,
            seed: TieSeed::stored(row.seed).ok_or_else(|| from.inconsistent("seed"))?,
            revision: row.revision,
        })
    }
}

impl Reader {
    /// How people wish for the workshops of an event, if that is set up.
    pub async fn wish_setup(&mut self, event: EventId) -> Result<Option<WishSetup>> {
        let row: Option<Row> = dispatch!(self, query_as(OF_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_optional(c))?;
        row.map(WishSetup::try_from).transpose()
    }
}

impl Tx {
    /// Saves how people wish. The seed is saved once: another one for the same event is ignored.
    pub async fn save_wish_setup(&mut self, setup: &WishSetup) -> Result<()> {
        // 63 bits at most.
        let seed = i64::try_from(setup.seed.number()).unwrap_or(i64::MAX);
        dispatch!(self, query(SAVE), |query, c| rows_affected(
            query
                .bind(setup.event.uuid())
                .bind(local_text(setup.closes.local))
                .bind(micros(setup.closes.at))
                .bind(setup.least.map(i64::from))
                .bind(i64::from(setup.shows_demand))
                .bind(seed)
                .bind(setup.revision)
                .execute(c)
        ))
        .map(drop)
    }
}
