//! The reminders of events.

use jiff::Timestamp;
use model::{EventId, EventReminder, ReminderEvent, ReminderTime};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
    time::micros,
};

macro_rules! columns {
    () => {
        "r.event_id, r.kind, r.is_on, r.days, r.minute_of_day, r.subject, r.body, r.armed_at, r.sent_for"
    };
}

statements! {
    OF_EVENT = concat!("SELECT ", columns!(), " FROM event_reminders r WHERE r.event_id = $1 ORDER BY r.kind");
    /// Those of events whose dates are not too far from $1: parameters 2 and 3.
    AWAITED = concat!(
        "SELECT ", columns!(), ", e.starts_local, e.starts_at, e.ends_local, e.ends_at, e.time_zone
         FROM event_reminders r JOIN events e ON e.id = r.event_id
         WHERE r.is_on = 1 AND r.armed_at IS NOT NULL AND e.state = 'published'
            AND e.starts_at < $1 AND e.ends_at > $2
         ORDER BY r.event_id, r.kind",
    );
    SAVE = "
        INSERT INTO event_reminders (event_id, kind, is_on, days, minute_of_day, subject, body, armed_at, sent_for)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (event_id, kind) DO UPDATE SET is_on = excluded.is_on, days = excluded.days,
            minute_of_day = excluded.minute_of_day, subject = excluded.subject, body = excluded.body,
            armed_at = excluded.armed_at, sent_for = excluded.sent_for";
    ARM = "UPDATE event_reminders SET armed_at = $2 WHERE event_id = $1 AND armed_at IS NULL";
}

#[derive(FromRow)]
struct Row {
    event_id: Uuid,
    kind: String,
    is_on: i64,
    days: i64,
    minute_of_day: i64,
    subject: Option<String>,
    body: Option<String>,
    armed_at: Option<i64>,
    sent_for: Option<i64>,
}

impl TryFrom<Row> for EventReminder {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "event_reminders",
            row: format!("{} of event {}", row.kind, row.event_id),
        };
        let minute = row.minute_of_day;
        let at = i8::try_from(minute / 60)
            .ok()
            .zip(i8::try_from(minute % 60).ok())
            .and_then(|(hour, minute)| jiff::civil::Time::new(hour, minute, 0, 0).ok());
        let words = row.subject.as_deref().zip(row.body.as_deref());
        let words = words.map(|(subject, body)| {
            Ok::<_, StoreError>((from.parsed("subject", subject)?, from.parsed("body", body)?))
        });
        Ok(Self {
            kind: from.word("kind", &row.kind)?,
            is_on: row.is_on != 0,
            time: ReminderTime {
                days: from.number("days", row.days)?,
                at: at.ok_or_else(|| from.inconsistent("minute_of_day"))?,
            },
            words: words.transpose()?,
            armed_at: from.optional_time("armed_at", row.armed_at)?,
            sent_for: from.optional_time("sent_for", row.sent_for)?,
        })
    }
}

#[derive(FromRow)]
struct AwaitedRow {
    #[sqlx(flatten)]
    reminder: Row,
    starts_local: String,
    starts_at: i64,
    ends_local: String,
    ends_at: i64,
    time_zone: String,
}

/// A reminder that may go out soon, with what its time depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwaitedReminder {
    pub event: EventId,
    pub reminder: EventReminder,
    pub times: ReminderEvent,
}

impl TryFrom<AwaitedRow> for AwaitedReminder {
    type Error = StoreError;

    fn try_from(row: AwaitedRow) -> Result<Self> {
        let event = row.reminder.event_id;
        let from = RowDecoder {
            table: "events",
            row: event,
        };
        let (starts, ends) = (&row.starts_local, &row.ends_local);
        Ok(Self {
            event: event.into(),
            times: ReminderEvent {
                starts: from.event_time(("starts_local", starts), ("starts_at", row.starts_at))?,
                ends: from.event_time(("ends_local", ends), ("ends_at", row.ends_at))?,
                zone: from.parsed("time_zone", &row.time_zone)?,
            },
            reminder: row.reminder.try_into()?,
        })
    }
}

impl Reader {
    /// The reminders of an event. None for an event of an earlier version.
    pub async fn reminders(&mut self, event: EventId) -> Result<Vec<EventReminder>> {
        let rows: Vec<Row> = dispatch!(self, query_as(OF_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        rows.into_iter().map(EventReminder::try_from).collect()
    }

    /// The reminders of published events that begin before one instant and end after another. One that cannot be read
    /// hides no other.
    pub async fn awaited_reminders(
        &mut self,
        starts_before: Timestamp,
        ends_after: Timestamp,
    ) -> Result<Vec<AwaitedReminder>> {
        let rows: Vec<AwaitedRow> = dispatch!(self, query_as(AWAITED), |query, c| query
            .bind(micros(starts_before))
            .bind(micros(ends_after))
            .fetch_all(c))?;
        Ok(crate::Listed::from_rows(rows)?.rows)
    }
}

impl Tx {
    /// Saves a reminder of an event.
    pub async fn save_reminder(&mut self, event: EventId, reminder: &EventReminder) -> Result<()> {
        let at = reminder.time.at;
        let minute = i64::from(at.hour()) * 60 + i64::from(at.minute());
        let words = reminder.words.as_ref();
        dispatch!(self, query(SAVE), |query, c| rows_affected(
            query
                .bind(event.uuid())
                .bind(reminder.kind.as_str())
                .bind(i64::from(reminder.is_on))
                .bind(i64::from(reminder.time.days))
                .bind(minute)
                .bind(words.map(|(subject, _)| subject.source()))
                .bind(words.map(|(_, text)| text.source()))
                .bind(reminder.armed_at.map(micros))
                .bind(reminder.sent_for.map(micros))
                .execute(c)
        ))
        .map(drop)
    }

    /// Lets the reminders of an event go out from now on.
    pub async fn arm_reminders(&mut self, event: EventId, now: Timestamp) -> Result<()> {
        dispatch!(self, query(ARM), |query, c| rows_affected(
            query.bind(event.uuid()).bind(micros(now)).execute(c)
        ))
        .map(drop)
    }
}
