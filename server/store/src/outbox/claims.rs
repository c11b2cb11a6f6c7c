//! Claims of mails by workers that send them.
//!
//! A worker claims mails under a lease, hands them to the mail server and records the answers (`settle`).
//! It renews the lease while it talks. After the lease has ended any worker can claim the mail again, and
//! what the first one records is ignored.
//!
//! Mails about one registration reach its person in the order in which they were queued: a mail is claimed
//! when none before it is queued or being sent. The order of SEQUENCE follows (RFC 5546 §2.1.4).

use jiff::{SignedDuration, Timestamp};
use model::{EmailAddress, MailId, MailingId, NetworkId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
    time::micros,
};

// A planner may answer NOT EXISTS and IN by hashing the whole queue, according to the statistics of the moment. It
// answers a scalar subquery row by row.
macro_rules! claim {
    ($lock:literal, $is_due:literal) => {
        concat!(
            "WITH due AS MATERIALIZED (
                SELECT mail.id FROM outbox AS mail
                WHERE mail.state = 'queued' AND mail.next_attempt_at <= $1
                AND (
                    SELECT 1 FROM outbox AS earlier
                    WHERE earlier.registration_id = mail.registration_id
                    AND earlier.position < mail.position
                    AND earlier.recipient_lower = mail.recipient_lower
                    AND earlier.state IN ('queued', 'sending')
                    LIMIT 1
                ) IS NULL
                ORDER BY mail.next_attempt_at, mail.id LIMIT $4 ",
            $lock,
            ")
             UPDATE outbox
             SET state = 'sending', attempts = attempts + 1, leased_until = $2, lease_token = $3
             WHERE ",
            $is_due,
            "
             RETURNING id, network_id, event_id IS NOT NULL AS is_about_event, recipient,
                envelope_from, attempts, created_at, mailing_id,
                (SELECT message FROM mail_messages WHERE mail_id = outbox.id) AS message,
                (SELECT reason FROM stopped_addresses AS stopped
                 WHERE stopped.network_id = outbox.network_id
                 AND stopped.address_lower = outbox.recipient_lower) AS stopped",
        )
    };
}

// SQLite has one writer at a time and needs no row locks.
statements! { for sqlite:
    SQLITE_CLAIM = claim!("", "id IN (SELECT id FROM due)");
}

statements! { for postgres:
    POSTGRES_CLAIM = claim!("FOR UPDATE OF mail SKIP LOCKED", "id = ANY (ARRAY(SELECT id FROM due))");
}

statements! {
    /// Whether a claim, or [`RETURN_ENDED`] or [`RETURN_FAR`] before it, may find something.
    ///
    /// The ends of an index answer it. PostgreSQL may answer EXISTS, MIN and MAX by reading the whole table or the
    /// whole index, according to the statistics of the moment.
    IS_DUE = "
        SELECT COALESCE($1 >= (
                SELECT next_attempt_at FROM outbox WHERE state = 'queued' ORDER BY next_attempt_at LIMIT 1
            ), FALSE) OR COALESCE($2 < (
                SELECT next_attempt_at FROM outbox WHERE state = 'queued' ORDER BY next_attempt_at DESC LIMIT 1
            ), FALSE) OR COALESCE($1 >= (
                SELECT leased_until FROM outbox WHERE state = 'sending' ORDER BY leased_until LIMIT 1
            ), FALSE) OR COALESCE($3 < (
                SELECT leased_until FROM outbox WHERE state = 'sending' ORDER BY leased_until DESC LIMIT 1
            ), FALSE)";
    RETURN_ENDED = "
        UPDATE outbox SET state = 'queued', next_attempt_at = $1, lease_token = NULL, leased_until = NULL
        WHERE state = 'sending' AND (leased_until <= $1 OR leased_until > $2)";
    RETURN_FAR = "
        UPDATE outbox SET next_attempt_at = $1 WHERE state = 'queued' AND next_attempt_at > $2";
    RETURN_ALL = "
        UPDATE outbox SET next_attempt_at = $1 WHERE state = 'queued' AND next_attempt_at > $1";
    RENEW = "
        UPDATE outbox SET leased_until = $1 WHERE state = 'sending' AND lease_token = $2";
    SET_ASIDE = "
        UPDATE outbox SET state = 'refused', settled_at = $2, last_error = $3, lease_token = NULL,
            leased_until = NULL
        WHERE id = $1";
    RELEASE = "
        UPDATE outbox SET state = 'queued', next_attempt_at = $1, lease_token = NULL,
            leased_until = NULL
        WHERE state = 'sending'";
}

/// The longest time until a next attempt, and until a lease ends. What lies beyond it was written before the
/// clock was set back, and counts as due.
const FARTHEST_ATTEMPT: SignedDuration = SignedDuration::from_hours(6);
const FARTHEST_LEASE: SignedDuration = SignedDuration::from_mins(10);

/// The right to say what became of a mail, until the lease ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MailLease {
    pub mail: MailId,
    /// The id of the claim.
    pub token: Uuid,
}

/// A mail under a worker's lease.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimedMail {
    pub lease: MailLease,
    pub network: NetworkId,
    /// Whether it is about an event. Sign-in links are not.
    pub is_about_event: bool,
    pub recipient: EmailAddress,
    pub envelope_from: EmailAddress,
    pub message: Vec<u8>,
    /// The number of attempts including this one.
    pub attempts: u32,
    pub created_at: Timestamp,
    /// The mailing that it belongs to, whose files go with it.
    pub mailing: Option<MailingId>,
    /// Why the network writes to this address no longer.
    pub stopped: Option<String>,
}

/// The result of a claim.
#[derive(Debug, Default)]
pub struct Claim {
    /// The oldest first.
    pub mails: Vec<ClaimedMail>,
    /// Mails that cannot be read. They count as refused.
    pub unreadable: Vec<StoreError>,
}

impl Claim {
    /// Whether nothing was due.
    pub fn is_empty(&self) -> bool {
        self.mails.is_empty() && self.unreadable.is_empty()
    }
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    network_id: Uuid,
    is_about_event: bool,
    recipient: String,
    envelope_from: String,
    attempts: i64,
    created_at: i64,
    mailing_id: Option<Uuid>,
    message: Option<Vec<u8>>,
    stopped: Option<String>,
}

impl Row {
    fn into_claimed(self, token: Uuid) -> Result<ClaimedMail, StoreError> {
        let from = RowDecoder {
            table: "outbox",
            row: self.id,
        };
        Ok(ClaimedMail {
            lease: MailLease {
                mail: self.id.into(),
                token,
            },
            network: self.network_id.into(),
            is_about_event: self.is_about_event,
            recipient: from.parsed("recipient", &self.recipient)?,
            envelope_from: from.parsed("envelope_from", &self.envelope_from)?,
            message: self.message.ok_or_else(|| from.inconsistent("message"))?,
            attempts: from.number("attempts", self.attempts)?,
            created_at: from.time("created_at", self.created_at)?,
            mailing: self.mailing_id.map(MailingId::from),
            stopped: self.stopped,
        })
    }
}

impl Reader {
    /// Whether a claim may find a mail. A worker asks this first, because a claim writes.
    pub async fn is_mail_due(&mut self, now: Timestamp) -> Result<bool> {
        dispatch!(self, query_scalar(IS_DUE), |query, c| query
            .bind(micros(now))
            .bind(micros(now + FARTHEST_ATTEMPT))
            .bind(micros(now + FARTHEST_LEASE))
            .fetch_one(c))
    }
}

impl Tx {
    /// Claims up to `limit` mails that are due, the oldest first. No other worker gets them until the lease
    /// ends. `token` is a new id for each call.
    pub async fn claim_mails(
        &mut self,
        limit: u32,
        now: Timestamp,
        lease_ends: Timestamp,
        token: Uuid,
    ) -> Result<Claim> {
        let returned = [
            (RETURN_ENDED, FARTHEST_LEASE),
            (RETURN_FAR, FARTHEST_ATTEMPT),
        ];
        for (statement, farthest) in returned {
            dispatch!(self, query(statement), |query, c| rows_affected(
                query
                    .bind(micros(now))
                    .bind(micros(now + farthest))
                    .execute(c)
            ))?;
        }
        self.hold_mails_of_halted(now).await?;
        let claim = self.on_engine(SQLITE_CLAIM, POSTGRES_CLAIM);
        let mut rows: Vec<Row> = dispatch!(self, query_as(claim), |query, c| query
            .bind(micros(now))
            .bind(micros(lease_ends))
            .bind(token)
            .bind(i64::from(limit))
            .fetch_all(c))?;
        // RETURNING has no order.
        rows.sort_by_key(|row| row.id);
        let mut claim = Claim::default();
        for row in rows {
            let id = row.id;
            match row.into_claimed(token) {
                Ok(mail) => claim.mails.push(mail),
                Err(error) => {
                    self.set_aside(id, &error, now).await?;
                    claim.unreadable.push(error);
                }
            }
        }
        Ok(claim)
    }

    async fn set_aside(&mut self, id: Uuid, reason: &StoreError, now: Timestamp) -> Result<()> {
        dispatch!(self, query(SET_ASIDE), |query, c| rows_affected(
            query
                .bind(id)
                .bind(micros(now))
                .bind(reason.to_string())
                .execute(c)
        ))
        .map(drop)
    }

    /// Moves the end of a claim's leases, while its mails are being handed over.
    pub async fn renew_mail_leases(&mut self, token: Uuid, lease_ends: Timestamp) -> Result<u64> {
        dispatch!(self, query(RENEW), |query, c| rows_affected(
            query.bind(micros(lease_ends)).bind(token).execute(c)
        ))
    }

    /// Makes all queued mails due. For a worker whose clock was set back: the next attempts were computed
    /// before that.
    pub async fn make_mails_due(&mut self, now: Timestamp) -> Result<u64> {
        dispatch!(self, query(RETURN_ALL), |query, c| rows_affected(
            query.bind(micros(now)).execute(c)
        ))
    }

    /// Ends all leases and returns their number. Only for a process that knows that no other one sends
    /// from this database.
    pub async fn release_leases(&mut self, now: Timestamp) -> Result<u64> {
        dispatch!(self, query(RELEASE), |query, c| rows_affected(
            query.bind(micros(now)).execute(c)
        ))
    }
}
