//! Mailings and their recipients.

use std::collections::HashMap;

use jiff::Timestamp;
use model::{
    EventId, JobId, Mailing, MailingId, MailingPurpose, MailingState, MemberId, Recipient,
    RecipientState,
};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    listed::Listed,
    row_decoder::RowDecoder,
    time::{local_text, micros},
};

macro_rules! columns {
    () => {
        "id, network_id, event_id, purpose, state, subject, body, audience, event_state, due_local, due_at, \
         job_id, created_at, started_at, halted_at"
    };
}

statements! {
    BY_ID = concat!("SELECT ", columns!(), " FROM mailings WHERE id = $1");
    /// The latest first.
    BY_EVENT = concat!(
        "SELECT ", columns!(), " FROM mailings WHERE event_id = $1 ORDER BY id DESC LIMIT $2",
    );
    DUE = "
        SELECT id, event_id FROM mailings WHERE state = 'scheduled' AND due_at <= $1
        ORDER BY due_at, id LIMIT $2";
    SCHEDULED = "
        SELECT id, purpose, due_at FROM mailings
        WHERE event_id = $1 AND state = 'scheduled' AND due_at IS NOT NULL ORDER BY due_at, id";
    INSERT = "
        INSERT INTO mailings (id, network_id, event_id, purpose, state, subject, body, audience, event_state,
            due_local, due_at, member_id, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    START = "
        UPDATE mailings SET state = 'started', job_id = $2, started_at = $3
        WHERE id = $1 AND state = 'scheduled'";
    WITHDRAW = "UPDATE mailings SET state = 'withdrawn' WHERE id = $1 AND state = 'scheduled'";
    RECIPIENTS = "
        SELECT position, registration_id, contact_id FROM mailing_recipients
        WHERE mailing_id = $1 AND state = 'waiting' ORDER BY position LIMIT $2";
    COUNT_RECIPIENTS = "
        SELECT mailing_id, state, COUNT(*) AS people FROM mailing_recipients
        WHERE mailing_id IN (SELECT id FROM mailings WHERE event_id = $1)
        GROUP BY mailing_id, state";
}

rows_statements! {
    /// Somebody who is listed already is left out.
    ADD_RECIPIENTS [Uuid, Integer, Uuid, Uuid] = "
        INSERT INTO mailing_recipients (mailing_id, position, registration_id, contact_id, state)
        SELECT column1, column2, column3, column4, 'waiting' FROM {rows}
        WHERE TRUE ON CONFLICT DO NOTHING RETURNING position";
    SETTLE [Uuid, Integer, Text] = "
        UPDATE mailing_recipients SET state = column3 FROM {rows}
        WHERE mailing_recipients.mailing_id = column1 AND mailing_recipients.position = column2
        RETURNING mailing_recipients.position";
}

/// A recipient and its place on the list of a mailing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListedRecipient {
    pub position: i64,
    pub recipient: Recipient,
}

/// How many recipients of a mailing are in each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RecipientCounts {
    pub waiting: u32,
    pub written: u32,
    pub left_out: u32,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    network_id: Uuid,
    event_id: Uuid,
    purpose: String,
    state: String,
    subject: String,
    body: String,
    audience: String,
    event_state: String,
    due_local: Option<String>,
    due_at: Option<i64>,
    job_id: Option<Uuid>,
    created_at: i64,
    started_at: Option<i64>,
    halted_at: Option<i64>,
}

impl TryFrom<Row> for Mailing {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "mailings",
            row: row.id,
        };
        let due = row.due_local.as_deref().zip(row.due_at);
        Ok(Self {
            id: row.id.into(),
            network: row.network_id.into(),
            event: row.event_id.into(),
            purpose: from.word("purpose", &row.purpose)?,
            state: from.word("state", &row.state)?,
            subject: from.parsed("subject", &row.subject)?,
            text: from.parsed("body", &row.body)?,
            audience: from.json("audience", &row.audience)?,
            event_state: from.word("event_state", &row.event_state)?,
            due: due
                .map(|(local, at)| from.event_time(("due_local", local), ("due_at", at)))
                .transpose()?,
            job: row.job_id.map(JobId::from),
            created_at: from.time("created_at", row.created_at)?,
            started_at: from.optional_time("started_at", row.started_at)?,
            halted_at: from.optional_time("halted_at", row.halted_at)?,
        })
    }
}

#[derive(FromRow)]
struct RecipientRow {
    position: i64,
    registration_id: Option<Uuid>,
    contact_id: Option<Uuid>,
}

impl TryFrom<RecipientRow> for ListedRecipient {
    type Error = StoreError;

    fn try_from(row: RecipientRow) -> Result<Self> {
        let from = RowDecoder {
            table: "mailing_recipients",
            row: row.position,
        };
        let recipient = match (row.registration_id, row.contact_id) {
            (Some(id), None) => Recipient::Registration(id.into()),
            (None, Some(id)) => Recipient::Contact(id.into()),
            _ => return Err(from.inconsistent("registration_id")),
        };
        Ok(Self {
            position: row.position,
            recipient,
        })
    }
}

#[derive(FromRow)]
struct CountRow {
    mailing_id: Uuid,
    state: String,
    people: i64,
}

impl Reader {
    /// The mailing of this id.
    pub async fn mailing(&mut self, id: MailingId) -> Result<Option<Mailing>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_ID), |query, c| query
            .bind(id.uuid())
            .fetch_optional(c))?;
        row.map(Mailing::try_from).transpose()
    }

    /// The latest mailings of an event, the latest first.
    pub async fn mailings_of_event(
        &mut self,
        event: EventId,
        limit: u32,
    ) -> Result<Listed<Mailing>> {
        let rows: Vec<Row> = dispatch!(self, query_as(BY_EVENT), |query, c| query
            .bind(event.uuid())
            .bind(i64::from(limit))
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// The mailings whose time has come, with their events; no more than `limit`.
    pub async fn due_mailings(
        &mut self,
        now: Timestamp,
        limit: u32,
    ) -> Result<Vec<(MailingId, EventId)>> {
        let rows: Vec<(Uuid, Uuid)> = dispatch!(self, query_as(DUE), |query, c| query
            .bind(micros(now))
            .bind(i64::from(limit))
            .fetch_all(c))?;
        let due = |(mailing, event): (Uuid, Uuid)| (mailing.into(), event.into());
        Ok(rows.into_iter().map(due).collect())
    }

    /// When the scheduled mailings of an event are due, and what they are for; the next one first.
    pub async fn scheduled_mailings(
        &mut self,
        event: EventId,
    ) -> Result<Vec<(Timestamp, MailingPurpose)>> {
        let rows: Vec<(Uuid, String, i64)> =
            dispatch!(self, query_as(SCHEDULED), |query, c| query
                .bind(event.uuid())
                .fetch_all(c))?;
        rows.into_iter()
            .map(|(row, purpose, due)| {
                let from = RowDecoder {
                    table: "mailings",
                    row,
                };
                Ok((from.time("due_at", due)?, from.word("purpose", &purpose)?))
            })
            .collect()
    }

    /// The next recipients of a mailing who wait, in the order of the list.
    pub async fn waiting_recipients(
        &mut self,
        mailing: MailingId,
        limit: u32,
    ) -> Result<Vec<ListedRecipient>> {
        let rows: Vec<RecipientRow> = dispatch!(self, query_as(RECIPIENTS), |query, c| query
            .bind(mailing.uuid())
            .bind(i64::from(limit))
            .fetch_all(c))?;
        rows.into_iter().map(ListedRecipient::try_from).collect()
    }

    /// How many recipients the mailings of an event have, by state. Those without any are left out.
    pub async fn count_recipients(
        &mut self,
        event: EventId,
    ) -> Result<Vec<(MailingId, RecipientCounts)>> {
        let rows: Vec<CountRow> = dispatch!(self, query_as(COUNT_RECIPIENTS), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        let mut counts: HashMap<MailingId, RecipientCounts> = HashMap::new();
        for row in rows {
            let from = RowDecoder {
                table: "mailing_recipients",
                row: row.mailing_id,
            };
            let people = from.number("state", row.people)?;
            let of_mailing = counts.entry(row.mailing_id.into()).or_default();
            match from.word("state", &row.state)? {
                RecipientState::Waiting => of_mailing.waiting = people,
                RecipientState::Written => of_mailing.written = people,
                RecipientState::LeftOut => of_mailing.left_out = people,
            }
        }
        Ok(counts.into_iter().collect())
    }
}

impl Tx {
    /// Saves a new mailing that has not begun.
    pub async fn insert_mailing(
        &mut self,
        mailing: &Mailing,
        member: Option<MemberId>,
    ) -> Result<()> {
        let audience =
            serde_json::to_string(&mailing.audience).map_err(StoreError::encode_error)?;
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            query
                .bind(mailing.id.uuid())
                .bind(mailing.network.uuid())
                .bind(mailing.event.uuid())
                .bind(mailing.purpose.as_str())
                .bind(MailingState::Scheduled.as_str())
                .bind(mailing.subject.source())
                .bind(mailing.text.source())
                .bind(audience.as_str())
                .bind(mailing.event_state.as_str())
                .bind(mailing.due.map(|due| local_text(due.local)))
                .bind(mailing.due.map(|due| micros(due.at)))
                .bind(member.map(MemberId::uuid))
                .bind(micros(mailing.created_at))
                .execute(c)
        ))
        .map(drop)
    }

    /// Notes that a mailing has begun, with its job if it has recipients. Returns `false` if it was not scheduled.
    pub async fn start_mailing(
        &mut self,
        id: MailingId,
        job: Option<JobId>,
        now: Timestamp,
    ) -> Result<bool> {
        let started = dispatch!(self, query(START), |query, c| rows_affected(
            query
                .bind(id.uuid())
                .bind(job.map(JobId::uuid))
                .bind(micros(now))
                .execute(c)
        ))?;
        Ok(started == 1)
    }

    /// Takes a mailing back that has not begun. Returns `false` if it has.
    pub async fn withdraw_mailing(&mut self, id: MailingId) -> Result<bool> {
        let withdrawn = dispatch!(self, query(WITHDRAW), |query, c| rows_affected(
            query.bind(id.uuid()).execute(c)
        ))?;
        Ok(withdrawn == 1)
    }

    /// Lists the recipients of a mailing, in this order. Each is listed once. Returns how many there are.
    pub async fn add_recipients(
        &mut self,
        mailing: MailingId,
        recipients: &[Recipient],
    ) -> Result<usize> {
        self.flush().await?;
        let place = |index: usize| i64::try_from(index + 1).unwrap_or(i64::MAX);
        let rows: Vec<_> = recipients
            .iter()
            .enumerate()
            .map(|(index, recipient)| {
                let (registration, contact) = match recipient {
                    Recipient::Registration(id) => (Some(id.uuid()), None),
                    Recipient::Contact(id) => (None, Some(id.uuid())),
                };
                [
                    mailing.uuid().into(),
                    place(index).into(),
                    registration.into(),
                    contact.into(),
                ]
            })
            .collect();
        let added: Vec<(i64,)> = self.write_rows(ADD_RECIPIENTS, &rows).await?;
        Ok(added.len())
    }

    /// Notes what became of recipients, by their positions.
    pub async fn settle_recipients(
        &mut self,
        mailing: MailingId,
        settled: &[(i64, RecipientState)],
    ) -> Result<()> {
        let rows: Vec<_> = settled
            .iter()
            .map(|(position, state)| {
                [
                    mailing.uuid().into(),
                    (*position).into(),
                    state.as_str().into(),
                ]
            })
            .collect();
        self.write_rows::<(i64,), _>(SETTLE, &rows).await.map(drop)
    }
}
