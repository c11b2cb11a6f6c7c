//! The outbox: mails that are decided on. `claims` hands them to workers, `settle` records what became of them,
//! `lists` and `occasions` show them to people, `correspondence` says what a person has been told, `by_hand` records
//! what people decide.

/// Selects mails that were kept while there was no mail server, and about which nobody has decided while their
/// message was there.
macro_rules! is_undecided {
    () => {
        "outbox.state = 'kept' AND outbox.settled_at IS NULL
            AND EXISTS (SELECT 1 FROM mail_messages WHERE mail_id = outbox.id)"
    };
}

pub(crate) mod by_hand;
pub(crate) mod claims;
pub(crate) mod correspondence;
pub(crate) mod lists;
pub(crate) mod occasions;
pub(crate) mod settle;

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use model::{
    EmailAddress, EventId, Language, MailId, MailKind, MailState, MailingId, NetworkId,
    RegistrationId,
};
use uuid::Uuid;

use crate::{Reader, Tx, connection::rows_affected, error::Result, time::micros};

statements! {
    DROP_WITH_WAYS = "
        UPDATE outbox SET state = 'dropped'
        WHERE event_id = $1 AND way IS NOT NULL AND method = 'REQUEST' AND state = 'queued'
            AND kind NOT IN ('workshop entered', 'workshop removed')
        RETURNING registration_id";
    DROP_KIND = "
        UPDATE outbox SET state = 'dropped'
        WHERE registration_id = $1 AND kind = $2 AND state = 'queued'";
}

rows_statements! {
    /// A mail comes after the mails about its registration, and is not due before those that are queued.
    INSERT [
        Uuid, Uuid, Uuid, Uuid, Text, Text, Text, Text, Text, Text, Text, Text, Integer, Text, Integer, Text,
        Text, Integer, Integer, Uuid
    ] = "
        INSERT INTO outbox (id, network_id, event_id, registration_id, recipient, recipient_lower, kind,
            language, subject, message_id, envelope_from, calendar_uid, sequence, method, event_revision,
            way, state, created_at, position, next_attempt_at, mailing_id)
        SELECT column1, column2, column3, column4, column5, column6, column7, column8, column9, column10,
            column11, column12, column13, column14, column15, column16, column17, column18,
            column19 + COALESCE((SELECT MAX(position) FROM outbox WHERE registration_id = column4), 0),
            COALESCE((SELECT MAX(next_attempt_at) FROM outbox
                WHERE registration_id = column4 AND state = 'queued' AND next_attempt_at > column18),
                column18),
            column20
        FROM {rows} WHERE TRUE
        ON CONFLICT (calendar_uid, recipient_lower, sequence, method)
            WHERE kind NOT IN ('way published', 'workshop entered', 'workshop removed')
        DO NOTHING RETURNING id";
    INSERT_MESSAGE [Uuid, Bytes] = "INSERT INTO mail_messages (mail_id, message) SELECT * FROM {rows}";
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
    /// The ways through cafés, or the workshop, that its calendar message says: JSON.
    pub way: Option<String>,
    /// The mailing that it belongs to. A mailing has one mail for each mailbox.
    pub mailing: Option<MailingId>,
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
        let inserted = self.insert_lines(mails).await?;
        let (inserted, refused): (Vec<&NewMail>, Vec<&NewMail>) = mails
            .iter()
            .partition(|mail| inserted.contains(&mail.id.uuid()));
        let messages: Vec<_> = inserted
            .iter()
            .map(|mail| [mail.id.uuid().into(), mail.message.as_slice().into()])
            .collect();
        self.write_rows::<(), _>(INSERT_MESSAGE, &messages).await?;
        Ok(refused.iter().map(|mail| mail.id).collect())
    }

    /// Inserts the mails without their bytes, and returns the ids of those that are new.
    async fn insert_lines(&mut self, mails: &[NewMail]) -> Result<HashSet<Uuid>> {
        let mut earlier: HashMap<RegistrationId, i64> = HashMap::new();
        let mut rows = Vec::with_capacity(mails.len());
        for mail in mails {
            let calendar = mail.calendar.as_ref();
            let state = if mail.kept {
                MailState::Kept
            } else {
                MailState::Queued
            };
            let place = match mail.registration {
                Some(registration) => {
                    let place = earlier.entry(registration).or_default();
                    *place += 1;
                    *place
                }
                None => 1,
            };
            rows.push([
                mail.id.uuid().into(),
                mail.network.uuid().into(),
                mail.event.map(EventId::uuid).into(),
                mail.registration.map(RegistrationId::uuid).into(),
                mail.recipient.as_str().into(),
                mail.recipient.lower().into(),
                mail.kind.as_str().into(),
                mail.language.as_str().into(),
                mail.subject.as_str().into(),
                mail.message_id.as_str().into(),
                mail.envelope_from.as_str().into(),
                calendar.map(|calendar| calendar.uid.as_str()).into(),
                calendar.map(|calendar| i64::from(calendar.sequence)).into(),
                calendar.map(|calendar| calendar.method.as_str()).into(),
                mail.event_revision.into(),
                mail.way.as_deref().into(),
                state.as_str().into(),
                micros(mail.at).into(),
                place.into(),
                mail.mailing.map(MailingId::uuid).into(),
            ]);
        }
        let ids: Vec<(Uuid,)> = self.write_rows(INSERT, &rows).await?;
        Ok(ids.into_iter().map(|(id,)| id).collect())
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

    /// Drops the queued mails about an event that say a way through a café, and returns how many people they were for.
    pub async fn drop_queued_mails_with_ways(&mut self, event: EventId) -> Result<usize> {
        let people: Vec<Option<Uuid>> =
            dispatch!(self, query_scalar(DROP_WITH_WAYS), |query, c| query
                .bind(event.uuid())
                .fetch_all(c))?;
        Ok(people.into_iter().collect::<HashSet<_>>().len())
    }
}
