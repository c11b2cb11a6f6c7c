//! Claims of mails by workers that send them.
//!
//! A worker claims mails under a lease, hands them to the mail server and records the answer. After the
//! lease has ended any worker can claim the mail again, and what the first one records is ignored.
//!
//! Calendar messages about one entry reach a person in the order of their SEQUENCE (RFC 5546 §2.1.4): a
//! queued message is dropped when a later one exists, and a later one waits while an earlier one is
//! being sent. Workers keep this order by handing no mail over after its lease has ended.

use jiff::Timestamp;
use model::{EmailAddress, MailId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::{
    Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
    time::micros,
};

/// Drops unsent messages that a later one supersedes.
macro_rules! drop_superseded {
    ($lock:literal) => {
        concat!(
            "WITH superseded AS MATERIALIZED (
                SELECT mail.id FROM outbox AS mail
                WHERE (mail.state = 'queued'
                    OR (mail.state = 'sending' AND mail.leased_until <= $1))
                AND EXISTS (
                    SELECT 1 FROM outbox AS later
                    WHERE later.calendar_uid = mail.calendar_uid
                    AND later.recipient_lower = mail.recipient_lower
                    AND later.sequence > mail.sequence
                ) ",
            $lock,
            ")
             UPDATE outbox SET state = 'dropped', lease_token = NULL, leased_until = NULL
             WHERE id IN (SELECT id FROM superseded)",
        )
    };
}

/// Claims mails that are due, except those with an unsent earlier message. Such a message was queued
/// after the first statement, or another worker is claiming it at this moment.
macro_rules! claim {
    ($lock:literal) => {
        concat!(
            "WITH due AS MATERIALIZED (
                SELECT mail.id FROM outbox AS mail
                WHERE ((mail.state = 'queued' AND mail.next_attempt_at <= $1)
                    OR (mail.state = 'sending' AND mail.leased_until <= $1))
                AND NOT EXISTS (
                    SELECT 1 FROM outbox AS earlier
                    WHERE earlier.calendar_uid = mail.calendar_uid
                    AND earlier.recipient_lower = mail.recipient_lower
                    AND earlier.sequence < mail.sequence
                    AND earlier.state IN ('queued', 'sending')
                )
                ORDER BY mail.next_attempt_at, mail.id LIMIT $4 ",
            $lock,
            ")
             UPDATE outbox
             SET state = 'sending', attempts = attempts + 1, leased_until = $2, lease_token = $3
             WHERE id IN (SELECT id FROM due)
             RETURNING id, recipient, envelope_from, message, attempts, created_at",
        )
    };
}

// SQLite has one writer at a time and needs no row locks.
statements! { for sqlite:
    SQLITE_DROP = drop_superseded!("");
    SQLITE_CLAIM = claim!("");
}

statements! { for postgres:
    POSTGRES_DROP = drop_superseded!("FOR UPDATE OF mail SKIP LOCKED");
    POSTGRES_CLAIM = claim!("FOR UPDATE OF mail SKIP LOCKED");
}

statements! {
    ACCEPTED = "
        UPDATE outbox SET state = 'accepted', settled_at = $3, last_error = NULL, lease_token = NULL,
            leased_until = NULL
        WHERE id = $1 AND lease_token = $2";
    REFUSED = "
        UPDATE outbox SET state = 'refused', settled_at = $3, last_error = $4, lease_token = NULL,
            leased_until = NULL
        WHERE id = $1 AND lease_token = $2";
    RESCHEDULE = "
        UPDATE outbox SET state = 'queued', last_error = $3, next_attempt_at = $4,
            lease_token = NULL, leased_until = NULL
        WHERE id = $1 AND lease_token = $2";
    RELEASE = "
        UPDATE outbox SET state = 'queued', next_attempt_at = $1, lease_token = NULL,
            leased_until = NULL
        WHERE state = 'sending'";
}

/// A mail under a worker's lease.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimedMail {
    pub id: MailId,
    pub recipient: EmailAddress,
    pub envelope_from: EmailAddress,
    pub message: Vec<u8>,
    /// The number of attempts including this one.
    pub attempts: u32,
    pub created_at: Timestamp,
    lease: Uuid,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    recipient: String,
    envelope_from: String,
    message: Vec<u8>,
    attempts: i64,
    created_at: i64,
}

impl Row {
    fn into_claimed(self, lease: Uuid) -> Result<ClaimedMail, StoreError> {
        let from = RowDecoder {
            table: "outbox",
            row: self.id,
        };
        Ok(ClaimedMail {
            id: self.id.into(),
            recipient: from.parsed("recipient", &self.recipient)?,
            envelope_from: from.parsed("envelope_from", &self.envelope_from)?,
            message: self.message,
            attempts: from.number("attempts", self.attempts)?,
            created_at: from.time("created_at", self.created_at)?,
            lease,
        })
    }
}

impl Tx {
    /// Drops superseded messages and claims up to `limit` mails that are due, the oldest first. No other
    /// worker gets them until the lease ends. `lease` is a new id for each call.
    pub async fn claim_mails(
        &mut self,
        limit: u32,
        now: Timestamp,
        lease_ends: Timestamp,
        lease: Uuid,
    ) -> Result<Vec<ClaimedMail>> {
        let drop = self.on_engine(SQLITE_DROP, POSTGRES_DROP);
        dispatch!(self, query(drop), |query, c| rows_affected(
            query.bind(micros(now)).execute(c)
        ))?;
        let claim = self.on_engine(SQLITE_CLAIM, POSTGRES_CLAIM);
        let mut rows: Vec<Row> = dispatch!(self, query_as(claim), |query, c| query
            .bind(micros(now))
            .bind(micros(lease_ends))
            .bind(lease)
            .bind(i64::from(limit))
            .fetch_all(c))?;
        // RETURNING has no order.
        rows.sort_by_key(|row| row.id);
        rows.into_iter()
            .map(|row| row.into_claimed(lease))
            .collect()
    }

    /// Records that the mail server accepted a mail. Returns `false` if another worker has claimed it
    /// since.
    pub async fn mark_mail_accepted(&mut self, mail: &ClaimedMail, now: Timestamp) -> Result<bool> {
        let settled = dispatch!(self, query(ACCEPTED), |query, c| rows_affected(
            query
                .bind(mail.id.uuid())
                .bind(mail.lease)
                .bind(micros(now))
                .execute(c)
        ))?;
        Ok(settled == 1)
    }

    /// Records that a mail is not tried again, and why. Returns `false` if another worker has claimed it
    /// since.
    pub async fn mark_mail_refused(
        &mut self,
        mail: &ClaimedMail,
        error: &str,
        now: Timestamp,
    ) -> Result<bool> {
        let settled = dispatch!(self, query(REFUSED), |query, c| rows_affected(
            query
                .bind(mail.id.uuid())
                .bind(mail.lease)
                .bind(micros(now))
                .bind(error)
                .execute(c)
        ))?;
        Ok(settled == 1)
    }

    /// Queues a mail again for a later attempt. Returns `false` if another worker has claimed it since.
    pub async fn reschedule_mail(
        &mut self,
        mail: &ClaimedMail,
        error: &str,
        again_at: Timestamp,
    ) -> Result<bool> {
        let settled = dispatch!(self, query(RESCHEDULE), |query, c| rows_affected(
            query
                .bind(mail.id.uuid())
                .bind(mail.lease)
                .bind(error)
                .bind(micros(again_at))
                .execute(c)
        ))?;
        Ok(settled == 1)
    }

    /// Ends all leases and returns their number. Only for a process that knows that no other one sends
    /// from this database.
    pub async fn release_leases(&mut self, now: Timestamp) -> Result<u64> {
        dispatch!(self, query(RELEASE), |query, c| rows_affected(
            query.bind(micros(now)).execute(c)
        ))
    }
}
