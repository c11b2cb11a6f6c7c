//! The rate of mails per recipient's domain.
//!
//! Each server process keeps its own, so several of them together send more. A restart forgets it.

use std::{
    collections::HashMap,
    num::NonZeroU32,
    time::{Duration, Instant},
};

const MINUTE: Duration = Duration::from_mins(1);

/// The longest wait. Mails beyond it wait in the outbox and ask again.
const LONGEST_WAIT: Duration = Duration::from_hours(1);

/// The number of domains above which idle ones are forgotten.
const MAX_DOMAINS: usize = 1_000;

/// Admits mails at a rate per domain, by the generic cell rate algorithm: a minute's mails at once, then one
/// after the other.
#[derive(Debug)]
pub(super) struct DomainRate {
    per_minute: u32,
    domains: HashMap<String, Domain>,
}

#[derive(Debug)]
struct Domain {
    /// When the mails admitted so far would be sent if they kept their distance.
    admitted_until: Instant,
    /// When the last mail of those that wait asks again.
    waiting_until: Instant,
}

impl DomainRate {
    pub(super) fn new(per_minute: NonZeroU32) -> Self {
        Self {
            per_minute: per_minute.get(),
            domains: HashMap::new(),
        }
    }

    /// Admits a mail, or says how long it waits before it asks again. Mails that wait ask one after the
    /// other.
    pub(super) fn admit(&mut self, domain: &str, now: Instant) -> Result<(), Duration> {
        let distance = MINUTE / self.per_minute;
        if self.domains.len() >= MAX_DOMAINS {
            self.domains
                .retain(|_, domain| domain.admitted_until > now || domain.waiting_until > now);
        }
        let domain = self
            .domains
            .entry(domain.to_owned())
            .or_insert_with(|| Domain {
                admitted_until: now,
                waiting_until: now,
            });
        let next = domain.admitted_until.max(now) + distance;
        let earliest = next.checked_sub(MINUTE).unwrap_or(now);
        if earliest <= now {
            domain.admitted_until = next;
            return Ok(());
        }
        let turn = domain.waiting_until.max(earliest) + distance;
        let wait = turn.duration_since(now);
        if wait > LONGEST_WAIT {
            return Err(LONGEST_WAIT);
        }
        domain.waiting_until = turn;
        Err(wait)
    }
}

#[cfg(test)]
mod tests {
    use std::{
        collections::BTreeMap,
        num::NonZeroU32,
        time::{Duration, Instant},
    };

    use super::DomainRate;

    #[test]
    fn a_full_domain_waits_and_the_others_do_not() {
        let mut rate = DomainRate::new(NonZeroU32::new(2).unwrap());
        let now = Instant::now();
        assert_eq!(rate.admit("slow.example", now), Ok(()));
        assert_eq!(rate.admit("slow.example", now), Ok(()));
        let wait = rate.admit("slow.example", now).unwrap_err();
        assert!(wait >= Duration::from_secs(30), "{wait:?}");
        assert_eq!(rate.admit("other.example", now), Ok(()));
        assert_eq!(rate.admit("slow.example", now + wait), Ok(()));
    }

    #[test]
    fn mails_that_wait_are_admitted_at_the_rate() {
        const RATE: u32 = 60;
        const MAILS: u32 = 5_000;
        let mut rate = DomainRate::new(NonZeroU32::new(RATE).unwrap());
        let begin = Instant::now();
        let mut asks: BTreeMap<(Instant, u32), u32> =
            (0..MAILS).map(|mail| ((begin, mail), 0)).collect();
        let (mut admitted, mut last) = (Vec::new(), begin);
        while let Some(((now, mail), asked)) = asks.pop_first() {
            assert!(asked < 10, "mail {mail} asks too often");
            match rate.admit("slow.example", now) {
                Ok(()) => {
                    admitted.push(now);
                    last = last.max(now);
                }
                Err(wait) => {
                    asks.insert((now + wait, mail), asked + 1);
                }
            }
        }
        let minutes = last.duration_since(begin).as_secs_f64() / 60.0;
        assert!(minutes < f64::from(MAILS / RATE) * 1.2, "{minutes}");
        for window in admitted.windows(2 * RATE as usize + 1) {
            let took = window[window.len() - 1].duration_since(window[0]);
            assert!(took >= Duration::from_mins(1), "{took:?}");
        }
    }
}
