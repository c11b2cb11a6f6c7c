//! The outbox: mails decided on. How they leave it is in `claims`, lists of them in `mail_lists`.

use jiff::Timestamp;
use model::{EmailAddress, EventId, Language, MailId, MailState, NetworkId, RegistrationId};

use crate::{Reader, Tx, connection::affected, error::Result, time::micros};

statements! {
    INSERT = "
        INSERT INTO outbox (id, network_id, event_id, registration_id, recipient, recipient_lower, kind,
            language, subject, message, message_id, envelope_from, calendar_uid, sequence, method,
            state, next_attempt_at, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17)
        ON CONFLICT (calendar_uid, recipient_lower, sequence, method) DO NOTHING";
    FIRST_INVITATION = "
        SELECT message_id FROM outbox WHERE registration_id = $1 AND method = 'REQUEST'
        ORDER BY sequence LIMIT 1";
    DROP_QUEUED = "
        UPDATE outbox SET state = 'dropped'
        WHERE registration_id = $1 AND kind = $2 AND state = 'queued'";
}

/// A mail that is decided on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMail {
    pub id: MailId,
    pub network: NetworkId,
    pub event: Option<EventId>,
    pub registration: Option<RegistrationId>,
    pub recipient: EmailAddress,
    /// The word for its kind of letter.
    pub kind: String,
    pub language: Language,
    pub subject: String,
    /// The message as it is handed over, header and body; never changed after this.
    pub message: Vec<u8>,
    pub message_id: String,
    pub envelope_from: EmailAddress,
    /// Which calendar message it carries.
    pub calendar: Option<Calendar>,
    /// Whether it stays here to be read, because there is no mail server.
    pub kept: bool,
    pub at: Timestamp,
}

/// The calendar message that a mail carries (RFC 5546).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    pub uid: String,
    pub sequence: u32,
    /// `REQUEST` or `CANCEL`.
    pub method: String,
}

impl Reader {
    /// The Message-ID of the first invitation that a registration was sent, for References.
    pub async fn first_invitation(
        &mut self,
        registration: RegistrationId,
    ) -> Result<Option<String>> {
        dispatch!(self, |c| sqlx::query_scalar(FIRST_INVITATION)
            .bind(registration.uuid())
            .fetch_optional(c))
    }
}

impl Tx {
    /// Puts a mail into the outbox; `false`, and nothing is put there, where the same calendar message
    /// to the same person is there already.
    pub async fn insert_mail(&mut self, mail: &NewMail) -> Result<bool> {
        let state = if mail.kept {
            MailState::Kept
        } else {
            MailState::Queued
        };
        let calendar = mail.calendar.as_ref();
        let inserted = dispatch!(self, |c| affected(
            sqlx::query(INSERT)
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
                .bind(state.as_str())
                .bind(micros(mail.at))
                .execute(c)
        ))?;
        Ok(inserted == 1)
    }

    /// Drops the mails of a kind about a registration that are still to be sent; how many there were.
    pub async fn drop_queued_mails(
        &mut self,
        registration: RegistrationId,
        kind: &str,
    ) -> Result<u64> {
        dispatch!(self, |c| affected(
            sqlx::query(DROP_QUEUED)
                .bind(registration.uuid())
                .bind(kind)
                .execute(c)
        ))
    }
}
