//! Searches that a request waits for.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use groups::SearchControl;
use tokio::sync::{Semaphore, oneshot};

use super::search::most_threads;
use crate::{PlannerError, Result, jobs::lower_priority};

/// The turns of searches that requests wait for. Each uses all cores but one, so two at once would slow down pages.
#[derive(Debug)]
pub(crate) struct ShortSearches {
    turns: Arc<Semaphore>,
}

/// When a short search ends.
#[derive(Debug)]
pub(crate) struct SearchTime {
    ends: Instant,
    is_abandoned: Arc<AtomicBool>,
}

/// Marks a search as abandoned when the request that waits for it is dropped.
struct Waiting(Arc<AtomicBool>);

impl Default for ShortSearches {
    fn default() -> Self {
        Self {
            turns: Arc::new(Semaphore::new(1)),
        }
    }
}

impl ShortSearches {
    /// Runs a search at low priority, on a thread of its own, when its turn has come. It ends after `limit`, and when
    /// nobody waits for it any more.
    pub async fn run<T: Send + 'static>(
        &self,
        limit: Duration,
        search: impl FnOnce(&SearchTime) -> T + Send + 'static,
    ) -> Result<T> {
        let turn = Arc::clone(&self.turns).acquire_owned().await;
        let turn = turn.map_err(PlannerError::internal)?;
        let waiting = Waiting(Arc::default());
        let time = SearchTime {
            ends: Instant::now() + limit,
            is_abandoned: Arc::clone(&waiting.0),
        };
        let (sender, receiver) = oneshot::channel();
        let run = move || {
            lower_priority();
            let found = search(&time);
            drop(turn);
            // Nobody need be waiting any more.
            let _ = sender.send(found);
        };
        thread::Builder::new()
            .name("search".to_owned())
            .spawn(run)
            .map_err(PlannerError::internal)?;
        receiver.await.map_err(PlannerError::internal)
    }
}

impl SearchControl for SearchTime {
    fn should_stop(&self) -> bool {
        self.is_abandoned.load(Ordering::Relaxed) || Instant::now() >= self.ends
    }

    fn most_threads(&self) -> usize {
        most_threads()
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use groups::SearchControl as _;

    use super::{SearchTime, ShortSearches};

    #[tokio::test(flavor = "multi_thread")]
    async fn a_search_that_nobody_waits_for_ends_and_gives_up_its_turn() {
        let searches = ShortSearches::default();
        let endless = searches.run(Duration::from_hours(1), |time| {
            while !time.should_stop() {
                std::thread::sleep(Duration::from_millis(1));
            }
        });
        let hangs_up = tokio::time::timeout(Duration::from_millis(50), endless).await;
        assert!(hangs_up.is_err());
        let asked = Instant::now();
        let next = searches.run(Duration::from_secs(1), SearchTime::most_threads);
        assert!(next.await.unwrap() >= 1);
        assert!(asked.elapsed() < Duration::from_secs(10));
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_search_ends_with_its_time() {
        let searches = ShortSearches::default();
        let search = searches.run(Duration::from_millis(20), |time| {
            while !time.should_stop() {
                std::thread::sleep(Duration::from_millis(1));
            }
        });
        tokio::time::timeout(Duration::from_secs(10), search)
            .await
            .unwrap()
            .unwrap();
    }
}
