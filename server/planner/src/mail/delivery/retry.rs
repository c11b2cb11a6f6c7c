//! When a mail is tried again, and when no more.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use mail::SendError;

/// How long a mail server that does not answer, or asks to be tried later, is tried.
const GIVE_UP_AFTER: SignedDuration = SignedDuration::from_hours(72);

/// The number of attempts that [`backoff`] always makes within [`GIVE_UP_AFTER`]. A mail has them before it is
/// given up: a clock that is set forward, or a server that is stopped for days, makes no mail old.
const GIVE_UP_ATTEMPTS: u32 = 22;

/// The first and the longest delay, in seconds, without the random part.
const FIRST: u64 = 30;
const LONGEST: u64 = 4 * 60 * 60;

/// The delay after the nth attempt: twice as long each time, plus up to a quarter at random, so that mails
/// that failed together are not tried together.
pub(super) fn backoff(attempts: u32, random: u16) -> Duration {
    let seconds = FIRST
        .saturating_mul(1 << attempts.saturating_sub(1).min(16))
        .min(LONGEST);
    let jitter = seconds * u64::from(random) / u64::from(u16::MAX) / 4;
    Duration::from_secs(seconds + jitter)
}

/// Whether a mail is not tried again.
pub(super) fn is_final(
    error: &SendError,
    attempts: u32,
    created_at: Timestamp,
    now: Timestamp,
) -> bool {
    let refused_for_good = matches!(
        error,
        SendError::Refused {
            permanent: true,
            ..
        }
    );
    let is_old = now.duration_since(created_at) > GIVE_UP_AFTER;
    refused_for_good || (is_old && attempts >= GIVE_UP_ATTEMPTS)
}

/// Whether the mail server refused the address for good.
pub(super) const fn refuses_address(error: &SendError) -> bool {
    matches!(
        error,
        SendError::Refused {
            by_address: true,
            ..
        }
    )
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{GIVE_UP_AFTER, GIVE_UP_ATTEMPTS, backoff};

    #[test]
    fn the_delay_doubles_up_to_four_hours() {
        let seconds = |attempts| backoff(attempts, 0).as_secs();
        assert_eq!([1, 2, 3, 9].map(seconds), [30, 60, 120, 7_680]);
        assert_eq!(backoff(10, 0), Duration::from_hours(4));
        assert_eq!(backoff(4_000_000, u16::MAX), Duration::from_hours(5));
    }

    #[test]
    fn the_attempts_that_are_asked_for_fit_in_the_time() {
        for random in [0, u16::MAX] {
            let longest: Duration = (1..GIVE_UP_ATTEMPTS)
                .map(|attempt| backoff(attempt, random))
                .sum();
            assert!(longest < GIVE_UP_AFTER.unsigned_abs(), "{longest:?}");
        }
    }
}
