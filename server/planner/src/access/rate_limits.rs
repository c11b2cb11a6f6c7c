//! Rate limits per client and per address. The counts are in the database because several servers share
//! them.

use jiff::{SignedDuration, Timestamp};
use store::Tx;

use crate::{Planner, PlannerConfig, PlannerError, Result, access::Token};

/// The network address of a client. The database holds only its hash.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ClientKey(String);

impl ClientKey {
    /// A client, by its IP address. An IPv6 customer has a /64 at least (RFC 6177), so that counts
    /// as one.
    pub fn from_ip(ip: std::net::IpAddr) -> Self {
        Self(match ip.to_canonical() {
            std::net::IpAddr::V4(ip) => ip.to_string(),
            std::net::IpAddr::V6(ip) => {
                let [a, b, c, d, ..] = ip.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}")
            }
        })
    }

    /// The address, or the first 64 bits of an IPv6 address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A rate limit, named by what it counts.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Limit {
    SignInByClient,
    SignInByAddress,
    /// A whole organisation may sit behind one address when it registers.
    RegistrationByClient,
    /// Of one client and one address: strangers do not use up what the owner of the address may.
    RegistrationByClientAndAddress,
    /// Mails that a form causes, to one address about one event, whoever sends it.
    RegistrationMailByAddress,
    /// People whom an organisation enters for one event by its links, each of whom gets a mail.
    EntryByOrganisation,
    /// Confirmations and personal links that were not found: somebody is guessing.
    WrongLinkByClient,
    /// Points that tables write down. All tables of a hall may share one address.
    PointByClient,
    /// Points of one table.
    PointByTable,
}

impl Limit {
    fn most_in(self, config: &PlannerConfig) -> (i64, SignedDuration) {
        match self {
            Self::SignInByClient => (30, SignedDuration::from_mins(15)),
            Self::SignInByAddress => (5, SignedDuration::from_mins(15)),
            Self::RegistrationByClient => (
                config.registrations_per_client.into(),
                SignedDuration::from_mins(10),
            ),
            Self::RegistrationByClientAndAddress | Self::RegistrationMailByAddress => {
                (10, SignedDuration::from_mins(60))
            }
            Self::EntryByOrganisation => (200, SignedDuration::from_mins(60)),
            Self::WrongLinkByClient => (60, SignedDuration::from_mins(10)),
            Self::PointByClient => (3_000, SignedDuration::from_mins(10)),
            Self::PointByTable => (300, SignedDuration::from_mins(10)),
        }
    }
}

impl Planner {
    /// Counts a hit. [`PlannerError::TooManyRequests`] over the limit, until the window ends.
    pub(crate) async fn count_towards(&self, tx: &mut Tx, limit: Limit, of: &str) -> Result<()> {
        let mut counted = self
            .count_all_towards(tx, &[(limit, of.to_owned())])
            .await?;
        counted.pop().unwrap_or(Ok(()))
    }

    /// Counts hits, in their order. Returns for each the error of its limit, over the limit.
    pub(crate) async fn count_all_towards(
        &self,
        tx: &mut Tx,
        hits: &[(Limit, String)],
    ) -> Result<Vec<Result<()>>> {
        let now = self.now();
        let buckets: Vec<_> = hits
            .iter()
            .map(|(limit, of)| {
                let (_, window) = limit.most_in(self.config());
                let bucket = Token::hash_of(&format!("{limit:?} {of}"));
                (bucket, now - elapsed(now, window))
            })
            .collect();
        let rows: Vec<_> = buckets
            .iter()
            .map(|(bucket, window_start)| (bucket.as_bytes(), *window_start))
            .collect();
        let counts = tx.hit_rate_limits(&rows).await?;
        let decide = |((limit, _), count): (&(Limit, String), i64)| {
            let (most, window) = limit.most_in(self.config());
            if count <= most {
                return Ok(());
            }
            let retry_after = (window - elapsed(now, window)).unsigned_abs();
            Err(match limit {
                Limit::RegistrationByClient => PlannerError::TooManyRegistrations { retry_after },
                _ => PlannerError::TooManyRequests { retry_after },
            })
        };
        Ok(hits.iter().zip(counts).map(decide).collect())
    }

    /// Counts a link that was not found. Returns [`PlannerError::NotFound`], or
    /// [`PlannerError::TooManyRequests`] over the limit.
    pub(crate) async fn wrong_link(&self, client: &ClientKey) -> PlannerError {
        let counted = async {
            let mut tx = self.store().begin().await?;
            self.count_towards(&mut tx, Limit::WrongLinkByClient, client.as_str())
                .await?;
            tx.commit().await?;
            Ok(())
        };
        match counted.await {
            Ok(()) => PlannerError::NotFound,
            Err(error) => error,
        }
    }
}

/// How much of the window that is open now has passed.
fn elapsed(now: Timestamp, window: SignedDuration) -> SignedDuration {
    SignedDuration::from_secs(now.as_second().rem_euclid(window.as_secs()))
        + SignedDuration::from_nanos(now.subsec_nanosecond().into())
}

#[cfg(test)]
mod tests {
    use super::ClientKey;

    #[test]
    fn a_customers_ipv6_network_counts_as_one_client() {
        let key = |ip: &str| ClientKey::from_ip(ip.parse().unwrap());
        assert_eq!(key("2001:db8:1:2::1"), key("2001:db8:1:2:ffff::9"));
        assert_ne!(key("2001:db8:1:2::1"), key("2001:db8:1:3::1"));
        assert_eq!(key("::ffff:192.0.2.1"), key("192.0.2.1"));
    }
}
