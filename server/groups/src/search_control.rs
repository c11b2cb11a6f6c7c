//! The caller's control over a running search.

use crate::progress::Progress;

/// Ends a search and receives its progress.
///
/// The library reads no clock. A caller with a time limit implements it here.
pub trait SearchControl: Sync {
    /// Returns whether the search ends now and returns the best plan found so far.
    ///
    /// Several threads call this often, so it must be fast.
    fn should_stop(&self) -> bool;

    /// Receives a progress report. The default does nothing.
    fn on_progress(&self, progress: &Progress) {
        let _ = progress;
    }
}
