//! The outbox: mails that are decided on. `claims` hands them to workers, `lists` shows them to people,
//! `correspondence` says what a person has been told.

pub(crate) mod claims;
pub(crate) mod correspondence;
pub(crate) mod lists;

use jiff::Timestamp;
use model::{
    EmailAddress, EventId, Language, MailId, MailKind, MailState, NetworkId, RegistrationId,
};

use crate::{Tx, connection::rows_affected, error::Result, time::micros};

statements! {
    INSERT = "
        INSERT INTO outbox (id, network_id, event_id, registration_id, recipient, recipient_lower, kind,
            language, subject, message, message_id, envelope_from, calendar_uid, sequence, method,
            event_revision, state, next_attempt_at, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $18)
        ON CONFLICT (calendar_uid, recipient_lower, sequence, method) DO NOTHING";
    DROP_QUEUED = "
        UPDATE outbox SET state = 'dropped'
        WHERE registration_id = $1 AND kind = $2 AND state = 'queued'";
}

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
    /// Queues a mail. Returns `false` and queues nothing if the outbox has the same calendar message to
    /// the same person.
    pub async fn insert_mail(&mut self, mail: &NewMail) -> Result<bool> {
        let state = if mail.kept {
            MailState::Kept
        } else {
            MailState::Queued
        };
        let calendar = mail.calendar.as_ref();
        let inserted = dispatch!(self, query(INSERT), |query, c| rows_affected(
            query
                .bind(mail.id.uuid())
                .bind(mail.network.uuid())
                .bind(mail.event.map(EventId::uuid))
                .bind(mail.registration.map(RegistrationId::uuid))
                .bind(mail.recipient.as_str())
                .bind(mail.recipient.lower())
                .bind(mail.kind.as_str())
                .bind(mail.language.as_str())
                .bind(mail.subject.as_str())
                .bind(mail.message.as_slice())
                .bind(mail.message_id.as_str())
                .bind(mail.envelope_from.as_str())
                .bind(calendar.map(|calendar| calendar.uid.as_str()))
                .bind(calendar.map(|calendar| i64::from(calendar.sequence)))
                .bind(calendar.map(|calendar| calendar.method.as_str()))
                .bind(mail.event_revision)
                .bind(state.as_str())
                .bind(micros(mail.at))
                .execute(c)
        ))?;
        Ok(inserted == 1)
    }

    /// Drops the queued mails of a kind about a registration and returns their number.
    pub async fn drop_queued_mails(
        &mut self,
        registration: RegistrationId,
        kind: MailKind,
    ) -> Result<u64> {
        dispatch!(self, query(DROP_QUEUED), |query, c| rows_affected(
            query
                .bind(registration.uuid())
                .bind(kind.as_str())
                .execute(c)
        ))
    }
}
