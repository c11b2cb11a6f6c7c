//! Whether anything changed since.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

/// How many transactions this process has committed to a database. Clones share the count.
#[derive(Debug, Clone, Default)]
pub struct CommitCounter(Arc<AtomicU64>);

impl CommitCounter {
    /// How many there were. What was read after this call is outdated if it counts more by now; what
    /// other processes commit is not counted.
    pub fn count(&self) -> u64 {
        self.0.load(Ordering::Acquire)
    }

    /// Counts one more.
    pub fn count_one(&self) {
        self.0.fetch_add(1, Ordering::AcqRel);
    }
}
