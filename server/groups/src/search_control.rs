//! The caller's control over a running search.

use crate::progress::Progress;
use crate::{assign, rotate};

/// Ends a search and receives its progress.
///
/// The library reads no clock. A caller with a time limit implements it here.
pub trait SearchControl: Sync {
    /// Returns whether the search ends now and returns the best plan found so far.
    ///
    /// Several threads call this often, so it must be fast.
    fn should_stop(&self) -> bool;

    /// Called before the search for plan `number`, from 0, of at most `count` plans that are searched one after
    /// the other. A caller with a time limit can give each its share. The default does nothing.
    fn on_plan(&self, number: usize, count: usize) {
        let _ = (number, count);
    }

    /// Receives a progress report. The default does nothing.
    fn on_progress(&self, progress: &Progress) {
        let _ = progress;
    }

    /// Receives a café plan that keeps all rules and is better than those before, so that it outlives a search that
    /// is killed. The default does nothing.
    fn on_better_seating(&self, seating: &rotate::Seating) {
        let _ = seating;
    }

    /// As [`Self::on_better_seating`], for a workshop plan of several slots. One slot is solved at once.
    fn on_better_assignment(&self, seating: &assign::Seating) {
        let _ = seating;
    }

    /// Returns the most threads that a search for a café plan uses; at least one. The plan does not depend on it.
    fn most_threads(&self) -> usize {
        usize::MAX
    }
}
