//! Lists of mails, for people: recipient, subject and state.

use jiff::Timestamp;
use model::{EventId, Language, MailId, MailKind, MailState, MailingId, NetworkId, RegistrationId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader,
    error::{Result, StoreError},
    listed::Listed,
    paging::{Paginated, Paging},
    row_decoder::RowDecoder,
    search_pattern::like_pattern,
};

macro_rules! columns {
    () => {
        "id, network_id, event_id, registration_id, recipient, kind, language, subject, sequence, \
         method, state, attempts, next_attempt_at, last_error, created_at, settled_at"
    };
}

/// The filter of a list: parameters 1 to 7.
macro_rules! from_filtered {
    () => {
        " FROM outbox WHERE network_id = $1 \
         AND (CAST($2 AS TEXT) IS NULL OR state = $2) \
         AND (CAST($3 AS UUID) IS NULL OR event_id = $3) \
         AND (CAST($4 AS TEXT) IS NULL OR kind = $4) \
         AND (CAST($5 AS BIGINT) IS NULL OR event_revision = $5) \
         AND (CAST($6 AS TEXT) IS NULL OR recipient_lower LIKE $6 ESCAPE '\\') \
         AND (CAST($7 AS UUID) IS NULL OR mailing_id = $7) "
    };
}

statements! {
    BY_ID = concat!("SELECT ", columns!(), " FROM outbox WHERE id = $1");
    MESSAGE = "SELECT message FROM mail_messages WHERE mail_id = $1";
    BY_REGISTRATION = concat!(
        "SELECT ", columns!(), " FROM outbox WHERE registration_id = $1 ORDER BY position, id",
    );
    /// The latest first.
    PAGE = concat!(
        "SELECT ", columns!(), from_filtered!(), "ORDER BY created_at DESC, id DESC LIMIT $8 OFFSET $9",
    );
    /// The mails of an occasion: those first that were refused or wait for a decision, then the latest.
    PAGE_OF_OCCASION = concat!(
        "SELECT ", columns!(), from_filtered!(), "ORDER BY
            CASE WHEN state = 'refused' THEN 0 WHEN ", is_undecided!(), " THEN 0 ELSE 1 END,
            created_at DESC, id DESC
         LIMIT $8 OFFSET $9",
    );
    COUNT = concat!("SELECT COUNT(*)", from_filtered!());
    /// The mails without a later one about the same registration.
    LAST_OF_EACH = "
        SELECT registration_id, state, last_error FROM outbox mail
        WHERE event_id = $1 AND registration_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM outbox later WHERE later.registration_id = mail.registration_id
            AND (later.position > mail.position
                OR (later.position = mail.position AND later.id > mail.id)))";
    BY_STATE = "
        SELECT state, COUNT(*) AS mails FROM outbox
        WHERE network_id = $1 AND (CAST($2 AS UUID) IS NULL OR event_id = $2) GROUP BY state";
}

/// A mail without its message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailLine {
    pub id: MailId,
    pub network: NetworkId,
    pub event: Option<EventId>,
    pub registration: Option<RegistrationId>,
    pub recipient: String,
    pub kind: MailKind,
    pub language: Language,
    pub subject: String,
    /// SEQUENCE and METHOD of the calendar message it carries.
    pub calendar: Option<(u32, String)>,
    pub state: MailState,
    pub attempts: u32,
    /// Meaningful while the mail is queued.
    pub next_attempt_at: Timestamp,
    /// The mail server's last refusal.
    pub last_error: Option<String>,
    pub created_at: Timestamp,
    /// When the mail server accepted the mail or refused it for good.
    pub settled_at: Option<Timestamp>,
}

/// Selects mails of a network. The default selects all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MailFilter {
    pub state: Option<MailState>,
    pub event: Option<EventId>,
    pub kind: Option<MailKind>,
    /// The revision of the event that the mails tell.
    pub revision: Option<i64>,
    /// The mailing that the mails belong to.
    pub mailing: Option<MailingId>,
    /// A part of the address. Empty: all.
    pub address: String,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    network_id: Uuid,
    event_id: Option<Uuid>,
    registration_id: Option<Uuid>,
    recipient: String,
    kind: String,
    language: String,
    subject: String,
    sequence: Option<i64>,
    method: Option<String>,
    state: String,
    attempts: i64,
    next_attempt_at: i64,
    last_error: Option<String>,
    created_at: i64,
    settled_at: Option<i64>,
}

impl TryFrom<Row> for MailLine {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "outbox",
            row: row.id,
        };
        let sequence = from.optional_number("sequence", row.sequence)?;
        Ok(Self {
            id: row.id.into(),
            network: row.network_id.into(),
            event: row.event_id.map(EventId::from),
            registration: row.registration_id.map(RegistrationId::from),
            recipient: row.recipient,
            kind: from.word("kind", &row.kind)?,
            language: from.word("language", &row.language)?,
            subject: row.subject,
            calendar: sequence.zip(row.method),
            state: from.word("state", &row.state)?,
            attempts: from.number("attempts", row.attempts)?,
            next_attempt_at: from.time("next_attempt_at", row.next_attempt_at)?,
            last_error: row.last_error,
            created_at: from.time("created_at", row.created_at)?,
            settled_at: from.optional_time("settled_at", row.settled_at)?,
        })
    }
}

/// The state of the last mail about a registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastMail {
    pub registration: RegistrationId,
    pub state: MailState,
    /// The mail server's last refusal.
    pub error: Option<String>,
}

#[derive(FromRow)]
struct LastRow {
    registration_id: Uuid,
    state: String,
    last_error: Option<String>,
}

#[derive(FromRow)]
struct CountRow {
    state: String,
    mails: i64,
}

impl Reader {
    /// The mail of this id.
    pub async fn mail(&mut self, id: MailId) -> Result<Option<MailLine>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_ID), |query, c| query
            .bind(id.uuid())
            .fetch_optional(c))?;
        row.map(MailLine::try_from).transpose()
    }

    /// Header and body as they are handed to the mail server.
    pub async fn mail_message(&mut self, id: MailId) -> Result<Option<Vec<u8>>> {
        dispatch!(self, query_scalar(MESSAGE), |query, c| query
            .bind(id.uuid())
            .fetch_optional(c))
    }

    /// All mails about a registration, the earliest first.
    pub async fn mails_of_registration(
        &mut self,
        registration: RegistrationId,
    ) -> Result<Listed<MailLine>> {
        let rows: Vec<Row> = dispatch!(self, query_as(BY_REGISTRATION), |query, c| query
            .bind(registration.uuid())
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// The last mail about each registration for an event, in no particular order.
    pub async fn last_mails(&mut self, event: EventId) -> Result<Listed<LastMail>> {
        let rows: Vec<LastRow> = dispatch!(self, query_as(LAST_OF_EACH), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        let last = |row: LastRow| {
            let from = RowDecoder {
                table: "outbox",
                row: format!("of registration {}", row.registration_id),
            };
            Ok(LastMail {
                registration: row.registration_id.into(),
                state: from.word("state", &row.state)?,
                error: row.last_error,
            })
        };
        Listed::decode(rows, last)
    }

    /// A page of a network's mails. A filter for a kind selects those of an occasion.
    pub async fn find_mails(
        &mut self,
        network: NetworkId,
        filter: &MailFilter,
        paging: Paging,
    ) -> Result<Paginated<MailLine>> {
        let state = filter.state.map(MailState::as_str);
        let event = filter.event.map(EventId::uuid);
        let kind = filter.kind.map(MailKind::as_str);
        let address = like_pattern(&filter.address.to_lowercase());
        let mailing = filter.mailing.map(MailingId::uuid);
        let total: i64 = dispatch!(self, query_scalar(COUNT), |query, c| query
            .bind(network.uuid())
            .bind(state)
            .bind(event)
            .bind(kind)
            .bind(filter.revision)
            .bind(&address)
            .bind(mailing)
            .fetch_one(c))?;
        let page = match filter.kind {
            Some(_) => PAGE_OF_OCCASION,
            None => PAGE,
        };
        let rows: Vec<Row> = dispatch!(self, query_as(page), |query, c| query
            .bind(network.uuid())
            .bind(state)
            .bind(event)
            .bind(kind)
            .bind(filter.revision)
            .bind(&address)
            .bind(mailing)
            .bind(paging.limit)
            .bind(paging.offset)
            .fetch_all(c))?;
        Ok(Paginated::new(Listed::from_rows(rows)?, total))
    }

    /// The number of mails in each state: of a network, or of one of its events.
    pub async fn count_mails(
        &mut self,
        network: NetworkId,
        event: Option<EventId>,
    ) -> Result<Vec<(MailState, i64)>> {
        let rows: Vec<CountRow> = dispatch!(self, query_as(BY_STATE), |query, c| query
            .bind(network.uuid())
            .bind(event.map(EventId::uuid))
            .fetch_all(c))?;
        let from = RowDecoder {
            table: "outbox",
            row: format!("of network {network}"),
        };
        rows.into_iter()
            .map(|row| Ok((from.word("state", &row.state)?, row.mails)))
            .collect()
    }
}
