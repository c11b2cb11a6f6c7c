//! The mails of mailings that are not handed over yet.

use std::collections::HashMap;

use model::{ContactId, EventId, JobId, MailingId, MailingPurpose};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
};

statements! {
    UNSENT_OF_EVENT = "
        SELECT mailing_id, COUNT(*) AS mails FROM outbox
        WHERE mailing_id IN (SELECT id FROM mailings WHERE event_id = $1)
        AND state IN ('queued', 'sending')
        GROUP BY mailing_id";
    OF_JOB = "
        SELECT id AS mailing_id, purpose, (
            SELECT COUNT(*) FROM outbox
            WHERE outbox.mailing_id = mailings.id AND outbox.state IN ('queued', 'sending')
        ) AS mails
        FROM mailings WHERE job_id = $1";
    /// From now on no worker claims them. The token marks them for what follows.
    MARK = "
        UPDATE outbox SET state = 'dropped', lease_token = $2
        WHERE mailing_id = $1 AND state = 'queued' RETURNING recipient_lower";
    DELETE_MESSAGES = "
        DELETE FROM mail_messages WHERE mail_id IN (
            SELECT id FROM outbox WHERE mailing_id = $1 AND lease_token = $2)";
    DELETE_MAILS = "DELETE FROM outbox WHERE mailing_id = $1 AND lease_token = $2";
    WRITTEN = "
        SELECT recipients.position, recipients.contact_id,
            COALESCE(registrations.address_lower, contacts.address_lower) AS address_lower
        FROM mailing_recipients AS recipients
        LEFT JOIN registrations ON registrations.id = recipients.registration_id
        LEFT JOIN contacts ON contacts.id = recipients.contact_id
        WHERE recipients.mailing_id = $1 AND recipients.state = 'written'";
}

rows_statements! {
    UNSEND [Uuid, Uuid] = "
        UPDATE invitations SET sent_at = NULL FROM {rows}
        WHERE invitations.event_id = column1 AND invitations.contact_id = column2
        RETURNING invitations.id";
}

/// A recipient who was written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenRecipient {
    pub position: i64,
    /// `None` for a registration.
    pub contact: Option<ContactId>,
    /// As mails name it ([`model::EmailAddress::lower`]).
    pub address: String,
}

/// A mailing that a job writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MailingOfJob {
    pub id: MailingId,
    pub purpose: MailingPurpose,
    /// How many of its mails are not handed over yet.
    pub unsent: u32,
}

#[derive(FromRow)]
struct OfJobRow {
    mailing_id: Uuid,
    purpose: String,
    mails: i64,
}

impl TryFrom<OfJobRow> for MailingOfJob {
    type Error = StoreError;

    fn try_from(row: OfJobRow) -> Result<Self> {
        let from = RowDecoder {
            table: "mailings",
            row: row.mailing_id,
        };
        Ok(Self {
            id: row.mailing_id.into(),
            purpose: from.word("purpose", &row.purpose)?,
            unsent: from.number("mails", row.mails)?,
        })
    }
}

#[derive(FromRow)]
struct CountRow {
    mailing_id: Uuid,
    mails: i64,
}

#[derive(FromRow)]
struct WrittenRow {
    position: i64,
    contact_id: Option<Uuid>,
    address_lower: String,
}

impl CountRow {
    fn count(&self) -> Result<u32> {
        let from = RowDecoder {
            table: "outbox",
            row: self.mailing_id,
        };
        from.number("state", self.mails)
    }
}

impl Reader {
    /// How many mails of the mailings of an event are not handed over yet. Those without any are left out.
    pub async fn unsent_of_mailings(&mut self, event: EventId) -> Result<HashMap<MailingId, u32>> {
        let rows: Vec<CountRow> = dispatch!(self, query_as(UNSENT_OF_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        rows.into_iter()
            .map(|row| Ok((row.mailing_id.into(), row.count()?)))
            .collect()
    }

    /// The mailing that a job writes.
    pub async fn mailing_of_job(&mut self, job: JobId) -> Result<Option<MailingOfJob>> {
        let row: Option<OfJobRow> = dispatch!(self, query_as(OF_JOB), |query, c| query
            .bind(job.uuid())
            .fetch_optional(c))?;
        row.map(MailingOfJob::try_from).transpose()
    }

    /// The recipients of a mailing who were written to.
    pub async fn written_recipients(
        &mut self,
        mailing: MailingId,
    ) -> Result<Vec<WrittenRecipient>> {
        let rows: Vec<WrittenRow> = dispatch!(self, query_as(WRITTEN), |query, c| query
            .bind(mailing.uuid())
            .fetch_all(c))?;
        let recipients = rows.into_iter().map(|row| WrittenRecipient {
            position: row.position,
            contact: row.contact_id.map(ContactId::from),
            address: row.address_lower,
        });
        Ok(recipients.collect())
    }
}

impl Tx {
    /// Deletes the mails of a mailing that no worker has claimed, and gives their addresses. `token` is a new id.
    pub async fn delete_queued_of_mailing(
        &mut self,
        mailing: MailingId,
        token: Uuid,
    ) -> Result<Vec<String>> {
        self.flush().await?;
        let addresses: Vec<String> = dispatch!(self, query_scalar(MARK), |query, c| query
            .bind(mailing.uuid())
            .bind(token)
            .fetch_all(c))?;
        for statement in [DELETE_MESSAGES, DELETE_MAILS] {
            dispatch!(self, query(statement), |query, c| rows_affected(
                query.bind(mailing.uuid()).bind(token).execute(c)
            ))?;
        }
        Ok(addresses)
    }

    /// Notes that invitations were not sent after all.
    pub async fn unsend_invitations(
        &mut self,
        event: EventId,
        contacts: &[ContactId],
    ) -> Result<()> {
        let rows: Vec<_> = contacts
            .iter()
            .map(|contact| [event.uuid().into(), contact.uuid().into()])
            .collect();
        self.write_rows::<(Uuid,), _>(UNSEND, &rows).await.map(drop)
    }
}
