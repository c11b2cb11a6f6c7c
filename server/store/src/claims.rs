//! How mails leave the outbox.
//!
//! A worker claims mails for a while, hands them over, and notes what the mail server said. A claim
//! that is not settled in time runs out and the mail is claimed again, by whomever; what the first
//! worker notes after that is ignored.
//!
//! Of calendar messages about the same entry to the same person, SEQUENCE n never follows n + 1
//! (RFC 5546 §2.1.4): n is dropped if it still waits when n + 1 exists, and n + 1 waits while n is on
//! its way. That holds as long as no worker hands a mail over after its claim has run out.

use jiff::Timestamp;
use model::{EmailAddress, MailId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Tx,
    connection::affected,
    error::{Result, StoreError},
    origin::Origin,
    time::micros,
};

/// Drops what waits although a later message exists.
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

/// Claims what is due. An earlier message that is still queued here was either queued after the first
/// statement or is being claimed by another worker at this moment; its successor waits.
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

// SQLite has one writer at a time, so there is nothing to be locked and nobody to skip.
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
    PUT_OFF = "
        UPDATE outbox SET state = 'queued', last_error = $3, next_attempt_at = $4,
            lease_token = NULL, leased_until = NULL
        WHERE id = $1 AND lease_token = $2";
    RELEASE = "
        UPDATE outbox SET state = 'queued', next_attempt_at = $1, lease_token = NULL,
            leased_until = NULL
        WHERE state = 'sending'";
}

/// A mail in one worker's hands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    pub id: MailId,
    pub recipient: EmailAddress,
    pub envelope_from: EmailAddress,
    pub message: Vec<u8>,
    /// How many attempts there were, this one included.
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
    fn claimed(self, lease: Uuid) -> Result<Claimed, StoreError> {
        let from = Origin {
            table: "outbox",
            row: self.id,
        };
        Ok(Claimed {
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
    /// Claims up to `most` mails that are due, until the lease ends: no other worker gets them before.
    /// `lease` is fresh for every call. Drops those that a later message has superseded.
    pub async fn claim_mails(
        &mut self,
        most: u32,
        now: Timestamp,
        lease_ends: Timestamp,
        lease: Uuid,
    ) -> Result<Vec<Claimed>> {
        let drop = self.on_engine(SQLITE_DROP, POSTGRES_DROP);
        on!(self, |c| affected(
            sqlx::query(drop).bind(micros(now)).execute(c)
        ))?;
        let claim = self.on_engine(SQLITE_CLAIM, POSTGRES_CLAIM);
        let mut rows: Vec<Row> = on!(self, |c| sqlx::query_as(claim)
            .bind(micros(now))
            .bind(micros(lease_ends))
            .bind(lease)
            .bind(i64::from(most))
            .fetch_all(c))?;
        // RETURNING has no order; the oldest goes first.
        rows.sort_by_key(|row| row.id);
        rows.into_iter().map(|row| row.claimed(lease)).collect()
    }

    /// Notes that the mail server took a mail; `false` where the claim had run out and somebody else
    /// claimed it.
    pub async fn mail_accepted(&mut self, mail: &Claimed, now: Timestamp) -> Result<bool> {
        let noted = on!(self, |c| affected(
            sqlx::query(ACCEPTED)
                .bind(mail.id.uuid())
                .bind(mail.lease)
                .bind(micros(now))
                .execute(c)
        ))?;
        Ok(noted == 1)
    }

    /// Notes that a mail will not be tried again, and why; `false` where the claim had run out.
    pub async fn mail_refused(
        &mut self,
        mail: &Claimed,
        error: &str,
        now: Timestamp,
    ) -> Result<bool> {
        let noted = on!(self, |c| affected(
            sqlx::query(REFUSED)
                .bind(mail.id.uuid())
                .bind(mail.lease)
                .bind(micros(now))
                .bind(error)
                .execute(c)
        ))?;
        Ok(noted == 1)
    }

    /// Queues a mail again, to be tried at a later time; `false` where the claim had run out.
    pub async fn mail_put_off(
        &mut self,
        mail: &Claimed,
        error: &str,
        again_at: Timestamp,
    ) -> Result<bool> {
        let noted = on!(self, |c| affected(
            sqlx::query(PUT_OFF)
                .bind(mail.id.uuid())
                .bind(mail.lease)
                .bind(error)
                .bind(micros(again_at))
                .execute(c)
        ))?;
        Ok(noted == 1)
    }

    /// Ends all claims, whosever they are; how many there were. Only for a program that knows that no
    /// other one sends from this database.
    pub async fn release_leases(&mut self, now: Timestamp) -> Result<u64> {
        on!(self, |c| affected(
            sqlx::query(RELEASE).bind(micros(now)).execute(c)
        ))
    }
}
