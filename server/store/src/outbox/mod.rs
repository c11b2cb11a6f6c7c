//! The outbox: mails that are decided on. `claims` hands them to workers, `settle` records what became of
//! them, `lists` and `occasions` show them to
//! people, `correspondence` says what a person has been told, `by_hand` has what
//! people decide.

pub(crate) mod by_hand;
pub(crate) mod claims;
pub(crate) mod correspondence;
pub(crate) mod lists;
pub(crate) mod occasions;
pub(crate) mod settle;

use jiff::Timestamp;
use model::{
    EmailAddress, EventId, Language, MailId, MailKind, MailState, NetworkId, RegistrationId,
};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::Result,
    statements::{repeat_row, row_chunks},
    time::micros,
};

/// One mail. It comes after the mails about its registration, and is not due before those that are queued.
macro_rules! inserted_row {
    () => {
        "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18 + COALESCE((SELECT MAX(position) FROM outbox WHERE registration_id = $4), 0),
            COALESCE((SELECT MAX(next_attempt_at) FROM outbox
                WHERE registration_id = $4 AND state = 'queued' AND next_attempt_at > $17), $17))"
    };
}

statements! {
    INSERT = concat!(
        "INSERT INTO outbox (id, network_id, event_id, registration_id, recipient, recipient_lower, kind,
            language, subject, message_id, envelope_from, calendar_uid, sequence, method, event_revision,
            state, created_at, position, next_attempt_at)
         VALUES ", inserted_row!(), "
         ON CONFLICT (calendar_uid, recipient_lower, sequence, method) DO NOTHING RETURNING id",
    );
    INSERT_MESSAGE = "INSERT INTO mail_messages (mail_id, message) VALUES ($1, $2)";
    DROP_KIND = "
        UPDATE outbox SET state = 'dropped'
        WHERE registration_id = $1 AND kind = $2 AND state = 'queued'";
}

/// The number of values in [`inserted_row`], and in a row of [`INSERT_MESSAGE`].
const INSERTED_VALUES: usize = 18;
const MESSAGE_VALUES: usize = 2;

/// A mail to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMail {
    pub id: MailId,
    pub network: NetworkId,
    pub event: Option<EventId>,
    pub registration: Option<RegistrationId>,
    pub recipient: EmailAddress,
    pub kind: MailKind,
    pub language: Language,
    pub subject: String,
    /// Header and body as they are handed to the mail server. They never change: a retry sends the same
    /// message.
    pub message: Vec<u8>,
    pub message_id: String,
    pub envelope_from: EmailAddress,
    pub calendar: Option<CalendarPart>,
    /// The revision of the event whose facts the mail tells; `None` if it tells no news of an event.
    pub event_revision: Option<i64>,
    /// Whether the mail is kept for reading because no mail server is configured.
    pub kept: bool,
    pub at: Timestamp,
}

/// The calendar message that a mail carries (RFC 5546).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarPart {
    pub uid: String,
    pub sequence: u32,
    /// `REQUEST` or `CANCEL`.
    pub method: String,
}

impl Tx {
    /// Queues a mail, after those about the same registration.
    ///
    /// The transaction fails with [`StoreError::Duplicate`](crate::StoreError::Duplicate), at the latest at
    /// its commit, if the outbox has the same calendar message to the same person.
    pub async fn insert_mail(&mut self, mail: NewMail) -> Result<()> {
        self.deferred.mails.push(mail);
        self.flush_if_full().await
    }
}

impl Reader {
    /// Returns the mails that are not queued because the outbox has the same calendar message to the same
    /// person.
    pub(crate) async fn insert_mail_rows(&mut self, mails: &[NewMail]) -> Result<Vec<MailId>> {
        let mut duplicates = Vec::new();
        for mails in row_chunks(mails) {
            let inserted = self.insert_lines(mails).await?;
            let (inserted, refused): (Vec<&NewMail>, Vec<&NewMail>) = mails
                .iter()
                .partition(|mail| inserted.contains(&mail.id.uuid()));
            self.insert_messages(&inserted).await?;
            duplicates.extend(refused.iter().map(|mail| mail.id));
        }
        Ok(duplicates)
    }

    /// Inserts the mails without their bytes, and returns the ids of those that are new.
    async fn insert_lines(&mut self, mails: &[NewMail]) -> Result<Vec<Uuid>> {
        let row = inserted_row!();
        let sql = INSERT.replace(row, &repeat_row(row, INSERTED_VALUES, mails.len()));
        dispatch!(unflushed self, query_scalar(AssertSqlSafe(sql)), |query, c| {
            let mut query = query;
            for (index, mail) in mails.iter().enumerate() {
                let calendar = mail.calendar.as_ref();
                let state = if mail.kept {
                    MailState::Kept
                } else {
                    MailState::Queued
                };
                let earlier = mails[..index]
                    .iter()
                    .filter(|earlier| earlier.registration == mail.registration)
                    .count();
                query = query
                    .bind(mail.id.uuid())
                    .bind(mail.network.uuid())
                    .bind(mail.event.map(EventId::uuid))
                    .bind(mail.registration.map(RegistrationId::uuid))
                    .bind(mail.recipient.as_str())
                    .bind(mail.recipient.lower())
                    .bind(mail.kind.as_str())
                    .bind(mail.language.as_str())
                    .bind(mail.subject.as_str())
                    .bind(mail.message_id.as_str())
                    .bind(mail.envelope_from.as_str())
                    .bind(calendar.map(|calendar| calendar.uid.as_str()))
                    .bind(calendar.map(|calendar| i64::from(calendar.sequence)))
                    .bind(calendar.map(|calendar| calendar.method.as_str()))
                    .bind(mail.event_revision)
                    .bind(state.as_str())
                    .bind(micros(mail.at))
                    .bind(i64::try_from(earlier + 1).unwrap_or(i64::MAX));
            }
            query.fetch_all(c)
        })
    }

    async fn insert_messages(&mut self, mails: &[&NewMail]) -> Result<()> {
        if mails.is_empty() {
            return Ok(());
        }
        let rows = repeat_row("($1, $2)", MESSAGE_VALUES, mails.len());
        let sql = INSERT_MESSAGE.replace("($1, $2)", &rows);
        dispatch!(unflushed self, query(AssertSqlSafe(sql)), |query, c| {
            let mut query = query;
            for mail in mails {
                query = query.bind(mail.id.uuid()).bind(mail.message.as_slice());
            }
            rows_affected(query.execute(c))
        })
        .map(drop)
    }
}

impl Tx {
    /// Drops the queued mails of a kind about a registration and returns their number.
    pub async fn drop_queued_mails(
        &mut self,
        registration: RegistrationId,
        kind: MailKind,
    ) -> Result<u64> {
        dispatch!(self, query(DROP_KIND), |query, c| rows_affected(
            query
                .bind(registration.uuid())
                .bind(kind.as_str())
                .execute(c)
        ))
    }
}
