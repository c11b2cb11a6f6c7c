//! Until when people wish, and how.

use jiff::Timestamp;
use model::{
    EventId,
    workshops::{TieSeed, WishReminder, WishSetup},
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
        SELECT event_id, closes_local, closes_at, least, shows_demand, seed, revision, allows_swaps, reminder_days,
            reminder_is_due, reminded_at
        FROM wish_setups WHERE event_id = $1";
    SAVE = "
        INSERT INTO wish_setups (event_id, closes_local, closes_at, least, shows_demand, seed, revision, allows_swaps,
            reminder_days, reminder_is_due, reminded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (event_id) DO UPDATE SET closes_local = excluded.closes_local, closes_at = excluded.closes_at,
            least = excluded.least, shows_demand = excluded.shows_demand, seed = excluded.seed,
            revision = excluded.revision,
            allows_swaps = excluded.allows_swaps, reminder_days = excluded.reminder_days,
            reminder_is_due = excluded.reminder_is_due, reminded_at = excluded.reminded_at";
    SAVE_REMINDER = "UPDATE wish_setups SET reminder_is_due = $2, reminded_at = $3 WHERE event_id = $1";
    // Few events have wishes at one time.
    TO_REMIND = "
        SELECT w.event_id FROM wish_setups w JOIN events e ON e.id = w.event_id
        WHERE w.reminder_is_due = 1 AND w.closes_at > $1 AND e.state = 'published' ORDER BY w.closes_at";
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
    allows_swaps: i64,
    reminder_days: Option<i64>,
    reminder_is_due: i64,
    reminded_at: Option<i64>,
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
            allows_swaps: row.allows_swaps != 0,
            reminder: WishReminder {
                days_before: from.optional_number("reminder_days", row.reminder_days)?,
                is_due: row.reminder_is_due != 0,
                sent_at: from.optional_time("reminded_at", row.reminded_at)?,
            },
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

    /// The published events whose people are still to be reminded of their wishes, and can wish at an instant.
    pub async fn events_to_remind(&mut self, now: Timestamp) -> Result<Vec<EventId>> {
        let ids: Vec<Uuid> = dispatch!(self, query_scalar(TO_REMIND), |query, c| query
            .bind(micros(now))
            .fetch_all(c))?;
        Ok(ids.into_iter().map(EventId::from).collect())
    }
}

impl Tx {
    /// Saves how people wish.
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
                .bind(i64::from(setup.allows_swaps))
                .bind(setup.reminder.days_before.map(i64::from))
                .bind(i64::from(setup.reminder.is_due))
                .bind(setup.reminder.sent_at.map(micros))
                .execute(c)
        ))
        .map(drop)
    }

    /// Saves whether a reminder is still to be sent automatically, and when the last one was sent.
    pub async fn save_wish_reminder(
        &mut self,
        event: EventId,
        reminder: WishReminder,
    ) -> Result<()> {
        dispatch!(self, query(SAVE_REMINDER), |query, c| rows_affected(
            query
                .bind(event.uuid())
                .bind(i64::from(reminder.is_due))
                .bind(reminder.sent_at.map(micros))
                .execute(c)
        ))
        .map(drop)
    }
}
