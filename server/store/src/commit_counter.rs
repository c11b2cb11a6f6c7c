//! Detects that cached data may be outdated.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

/// The number of transactions that this process has committed to a database. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct CommitCounter(Arc<AtomicU64>);

impl CommitCounter {
    /// The count so far. Data that was read after this call is outdated if the count has risen since.
    /// Commits of other processes are not counted.
    pub fn count(&self) -> u64 {
        self.0.load(Ordering::Acquire)
    }

    /// Counts a commit.
    pub fn increment(&self) {
        self.0.fetch_add(1, Ordering::AcqRel);
    }
}
