//! What people have been told: the mails about a registration, as far as the next one depends on them.

use std::collections::HashMap;

use jiff::Timestamp;
use model::{MailId, MailKind, MailState, RegistrationId};
use sqlx::AssertSqlSafe;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    listed::Listed,
    row_decoder::RowDecoder,
    statements::{padded_lists, repeat_row},
};

statements! {
    OF_REGISTRATIONS = "
        SELECT id, registration_id, kind, state, event_revision, calendar_uid, sequence, method, way, message_id,
            created_at
        FROM outbox
        WHERE registration_id IN ($1) AND state <> 'dropped' AND recipient_lower = (
            SELECT address_lower FROM registrations WHERE registrations.id = outbox.registration_id)
        ORDER BY position";
    DROP_QUEUED = "UPDATE outbox SET state = 'dropped' WHERE id = $1 AND state = 'queued'";
    DROP_ALL_QUEUED = "UPDATE outbox SET state = 'dropped' WHERE id IN ($1) AND state = 'queued'";
}

/// A mail about a registration that no later one took the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentMail {
    pub id: MailId,
    pub registration: RegistrationId,
    pub kind: MailKind,
    pub state: MailState,
    /// The revision of the event whose facts the mail tells.
    pub event_revision: Option<i64>,
    /// UID, SEQUENCE and METHOD of its calendar message.
    pub calendar_uid: Option<String>,
    pub sequence: Option<u32>,
    pub method: Option<String>,
    /// The ways through cafés, or the workshop, that its calendar message says: JSON.
    pub way: Option<String>,
    pub message_id: String,
    pub at: Timestamp,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    registration_id: Uuid,
    kind: String,
    state: String,
    event_revision: Option<i64>,
    calendar_uid: Option<String>,
    sequence: Option<i64>,
    method: Option<String>,
    way: Option<String>,
    message_id: String,
    created_at: i64,
}

impl TryFrom<Row> for SentMail {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "outbox",
            row: row.id,
        };
        Ok(Self {
            id: row.id.into(),
            registration: row.registration_id.into(),
            kind: from.word("kind", &row.kind)?,
            state: from.word("state", &row.state)?,
            event_revision: row.event_revision,
            calendar_uid: row.calendar_uid,
            sequence: from.optional_number("sequence", row.sequence)?,
            method: row.method,
            way: row.way,
            message_id: row.message_id,
            at: from.time("created_at", row.created_at)?,
        })
    }
}

impl Reader {
    /// The mails about a registration, the earliest first, without the dropped ones.
    pub async fn sent_mails(&mut self, registration: RegistrationId) -> Result<Vec<SentMail>> {
        let mut mails = self.sent_mails_of(&[registration]).await?;
        Ok(mails.remove(&registration).unwrap_or_default())
    }

    /// The mails about several registrations. One that cannot be decoded is left out.
    pub async fn sent_mails_of(
        &mut self,
        registrations: &[RegistrationId],
    ) -> Result<HashMap<RegistrationId, Vec<SentMail>>> {
        let mut mails: HashMap<RegistrationId, Vec<SentMail>> = HashMap::new();
        for ids in padded_lists(registrations) {
            let sql = OF_REGISTRATIONS.replace("$1", &repeat_row("$1", 1, ids.len()));
            let rows: Vec<Row> = dispatch!(self, query_as(AssertSqlSafe(sql)), |query, c| {
                let query = ids.iter().fold(query, |query, id| query.bind(id.uuid()));
                query.fetch_all(c)
            })?;
            for mail in Listed::<SentMail>::from_rows(rows)?.rows {
                mails.entry(mail.registration).or_default().push(mail);
            }
        }
        Ok(mails)
    }
}

impl Tx {
    /// Drops a mail that is still queued. Returns `false` if a worker has claimed it meanwhile.
    #[must_use = "a worker may be sending it"]
    pub async fn drop_queued_mail(&mut self, mail: MailId) -> Result<bool> {
        let dropped = dispatch!(self, query(DROP_QUEUED), |query, c| rows_affected(
            query.bind(mail.uuid()).execute(c)
        ))?;
        Ok(dropped == 1)
    }

    /// Drops those of the mails that are still queued.
    pub async fn drop_all_queued(&mut self, mails: &[MailId]) -> Result<()> {
        for ids in padded_lists(mails) {
            let sql = DROP_ALL_QUEUED.replace("$1", &repeat_row("$1", 1, ids.len()));
            dispatch!(self, query(AssertSqlSafe(sql)), |query, c| {
                let query = ids.iter().fold(query, |query, id| query.bind(id.uuid()));
                rows_affected(query.execute(c))
            })?;
        }
        Ok(())
    }
}
