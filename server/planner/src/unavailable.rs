//! Logs why the database is unavailable. The visitor is only asked to try again, and whoever runs the server has to
//! learn the cause; under load it is the same for hundreds of requests.

use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// A cause is logged once in this time.
const INTERVAL: Duration = Duration::from_secs(10);

/// The most causes that are told apart.
const MOST_CAUSES: usize = 16;

static CAUSES: Mutex<Vec<Cause>> = Mutex::new(Vec::new());

#[derive(Debug)]
struct Cause {
    text: String,
    logged_at: Instant,
    /// Since it was logged.
    refusals: u64,
}

/// Logs a cause, unless it was logged a moment ago.
pub(crate) fn log_unavailable(cause: &str) {
    let mut causes = CAUSES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(refusals) = refusals_to_log(&mut causes, cause, Instant::now()) {
        tracing::warn!(cause, refusals, "the database is not available");
    }
}

/// The number of refusals for this cause since it was last logged; `None` if that was within the interval.
fn refusals_to_log(causes: &mut Vec<Cause>, cause: &str, now: Instant) -> Option<u64> {
    if let Some(known) = causes.iter_mut().find(|known| known.text == cause) {
        known.refusals += 1;
        if now.duration_since(known.logged_at) < INTERVAL {
            return None;
        }
        known.logged_at = now;
        return Some(std::mem::take(&mut known.refusals));
    }
    if causes.len() == MOST_CAUSES {
        causes.remove(0);
    }
    causes.push(Cause {
        text: cause.to_owned(),
        logged_at: now,
        refusals: 0,
    });
    Some(1)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{MOST_CAUSES, refusals_to_log};

    #[test]
    fn each_cause_is_logged_once_in_an_interval_with_its_refusals() {
        let (mut causes, start) = (Vec::new(), Instant::now());
        let mut log = |cause: &str, second: u64| {
            refusals_to_log(&mut causes, cause, start + Duration::from_secs(second))
        };
        assert_eq!(log("disk full", 0), Some(1));
        assert_eq!(log("disk full", 1), None);
        assert_eq!(log("no answer", 1), Some(1));
        assert_eq!(log("disk full", 9), None);
        assert_eq!(log("disk full", 10), Some(3));
        assert_eq!(log("disk full", 11), None);
    }

    #[test]
    fn ever_new_causes_take_no_more_memory() {
        let mut causes = Vec::new();
        for number in 0..100 {
            let cause = number.to_string();
            assert_eq!(
                refusals_to_log(&mut causes, &cause, Instant::now()),
                Some(1)
            );
        }
        assert_eq!(causes.len(), MOST_CAUSES);
    }
}
