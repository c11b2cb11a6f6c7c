//! What became of claimed mails. A worker whose lease has ended and been given to another changes nothing.

use jiff::Timestamp;
use model::{EmailAddress, NetworkId};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::claims::MailLease;
use crate::{Reader, Tx, connection::rows_affected, error::Result, time::micros};

statements! {
    ACCEPTED = "
        UPDATE outbox SET state = 'accepted', settled_at = $1, last_error = NULL, lease_token = NULL,
            leased_until = NULL
        WHERE lease_token = $2 AND id IN ($3)";
    REFUSED = "
        UPDATE outbox SET state = 'refused', settled_at = $3, last_error = $4, lease_token = NULL,
            leased_until = NULL
        WHERE id = $1 AND lease_token = $2";
    RETRY = "
        UPDATE outbox SET state = 'queued', last_error = $3, next_attempt_at = $4,
            lease_token = NULL, leased_until = NULL
        WHERE id = $1 AND lease_token = $2";
    HAND_BACK = "
        UPDATE outbox SET state = 'queued', attempts = attempts - 1, next_attempt_at = $3,
            lease_token = NULL, leased_until = NULL
        WHERE id = $1 AND lease_token = $2";
    /// The queued mails about the same registration are due no earlier: they wait for this one, and a claim
    /// would look at them each time.
    DELAY_LATER = "
        UPDATE outbox SET next_attempt_at = $2
        WHERE registration_id = (SELECT mail.registration_id FROM outbox AS mail WHERE mail.id = $1)
        AND state = 'queued' AND next_attempt_at < $2";
    STOP_ADDRESS = "
        INSERT INTO stopped_addresses (network_id, address_lower, reason, stopped_at)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (network_id, address_lower) DO UPDATE SET reason = $3, stopped_at = $4";
    RESUME_ADDRESS = "DELETE FROM stopped_addresses WHERE network_id = $1 AND address_lower = $2";
    STOPPED = "
        SELECT reason FROM stopped_addresses WHERE network_id = $1 AND address_lower = $2";
    ALL_STOPPED = "
        SELECT address_lower, reason FROM stopped_addresses WHERE network_id = $1
        ORDER BY address_lower";
}

/// The outcome of an attempt to send a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailOutcome {
    /// The mail server took it.
    Accepted,
    /// It is not tried again.
    Refused { error: String },
    /// It is tried again.
    Retry { error: String, at: Timestamp },
    /// It was not tried. The attempt does not count.
    HandedBack { at: Timestamp },
}

/// The sizes of the lists in [`ACCEPTED`]: few different statements, so that they stay prepared.
const LIST_SIZES: [usize; 3] = [1, 10, 100];

impl Tx {
    /// Records what became of mails, and returns how many of their leases were still valid.
    pub async fn settle_mails(
        &mut self,
        outcomes: &[(MailLease, MailOutcome)],
        now: Timestamp,
    ) -> Result<u64> {
        let mut settled = 0;
        let mut accepted: Vec<MailLease> = Vec::new();
        for (lease, outcome) in outcomes {
            settled += match outcome {
                MailOutcome::Accepted => {
                    accepted.push(*lease);
                    0
                }
                MailOutcome::Refused { error } => self.mark_refused(*lease, error, now).await?,
                MailOutcome::Retry { error, at } => {
                    let settled = self.retry(*lease, error, *at).await?;
                    if settled > 0 {
                        self.delay_later(*lease, *at).await?;
                    }
                    settled
                }
                MailOutcome::HandedBack { at } => {
                    let settled = self.hand_back(*lease, *at).await?;
                    if settled > 0 && *at > now {
                        self.delay_later(*lease, *at).await?;
                    }
                    settled
                }
            };
        }
        accepted.sort_by_key(|lease| lease.token);
        for of_one_claim in accepted.chunk_by(|one, other| one.token == other.token) {
            for leases in of_one_claim.chunks(LIST_SIZES[2]) {
                settled += self.mark_accepted(leases, now).await?;
            }
        }
        Ok(settled)
    }

    /// Marks mails of one claim.
    async fn mark_accepted(&mut self, leases: &[MailLease], now: Timestamp) -> Result<u64> {
        let Some(last) = leases.last() else {
            return Ok(0);
        };
        let size = LIST_SIZES
            .into_iter()
            .find(|size| *size >= leases.len())
            .unwrap_or(leases.len());
        let list: Vec<String> = (0..size).map(|index| format!("${}", index + 3)).collect();
        let sql = ACCEPTED.replace("$3", &list.join(", "));
        let mut ids: Vec<Uuid> = leases.iter().map(|lease| lease.mail.uuid()).collect();
        // An id that is named twice changes nothing.
        ids.resize(size, last.mail.uuid());
        dispatch!(self, query(AssertSqlSafe(sql)), |query, c| {
            let mut query = query.bind(micros(now)).bind(last.token);
            for id in ids {
                query = query.bind(id);
            }
            rows_affected(query.execute(c))
        })
    }

    async fn mark_refused(&mut self, lease: MailLease, error: &str, now: Timestamp) -> Result<u64> {
        dispatch!(self, query(REFUSED), |query, c| rows_affected(
            query
                .bind(lease.mail.uuid())
                .bind(lease.token)
                .bind(micros(now))
                .bind(error)
                .execute(c)
        ))
    }

    async fn retry(&mut self, lease: MailLease, error: &str, at: Timestamp) -> Result<u64> {
        dispatch!(self, query(RETRY), |query, c| rows_affected(
            query
                .bind(lease.mail.uuid())
                .bind(lease.token)
                .bind(error)
                .bind(micros(at))
                .execute(c)
        ))
    }

    async fn hand_back(&mut self, lease: MailLease, at: Timestamp) -> Result<u64> {
        dispatch!(self, query(HAND_BACK), |query, c| rows_affected(
            query
                .bind(lease.mail.uuid())
                .bind(lease.token)
                .bind(micros(at))
                .execute(c)
        ))
    }

    async fn delay_later(&mut self, lease: MailLease, until: Timestamp) -> Result<()> {
        dispatch!(self, query(DELAY_LATER), |query, c| rows_affected(
            query.bind(lease.mail.uuid()).bind(micros(until)).execute(c)
        ))
        .map(drop)
    }

    /// Stops the mails of a network to an address. A claim of such a mail says why.
    pub async fn stop_address(
        &mut self,
        network: NetworkId,
        address: &EmailAddress,
        reason: &str,
        now: Timestamp,
    ) -> Result<()> {
        dispatch!(self, query(STOP_ADDRESS), |query, c| rows_affected(
            query
                .bind(network.uuid())
                .bind(address.lower())
                .bind(reason)
                .bind(micros(now))
                .execute(c)
        ))
        .map(drop)
    }

    /// Writes to an address again. Returns `false` if its mails were not stopped.
    pub async fn resume_address(
        &mut self,
        network: NetworkId,
        address: &EmailAddress,
    ) -> Result<bool> {
        let resumed = dispatch!(self, query(RESUME_ADDRESS), |query, c| rows_affected(
            query.bind(network.uuid()).bind(address.lower()).execute(c)
        ))?;
        Ok(resumed == 1)
    }
}

impl Reader {
    /// Why a network writes to an address no longer. `None` if it does.
    pub async fn stopped_address(
        &mut self,
        network: NetworkId,
        address: &EmailAddress,
    ) -> Result<Option<String>> {
        dispatch!(self, query_scalar(STOPPED), |query, c| query
            .bind(network.uuid())
            .bind(address.lower())
            .fetch_optional(c))
    }

    /// The addresses that a network writes to no longer, with the mail server's reply.
    pub async fn stopped_addresses(&mut self, network: NetworkId) -> Result<Vec<(String, String)>> {
        dispatch!(self, query_as(ALL_STOPPED), |query, c| query
            .bind(network.uuid())
            .fetch_all(c))
    }
}
