//! The steps of a search, which end it at the same place on every machine.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::seating::Seating;
use crate::{Progress, SearchControl};

/// Counts how often a search asks whether it is to end. It runs on one thread and asks at the same places in every run,
/// so the number at which it was ended reproduces its plan.
pub(super) struct CountedSteps<'a> {
    control: &'a dyn SearchControl,
    limit: Option<u64>,
    steps: AtomicU64,
    has_ended: AtomicBool,
}

impl<'a> CountedSteps<'a> {
    /// Ends the search after so many steps, or when `control` does.
    pub fn new(control: &'a dyn SearchControl, limit: Option<u64>) -> Self {
        Self {
            control,
            limit,
            steps: AtomicU64::new(0),
            has_ended: AtomicBool::new(false),
        }
    }

    /// The number of steps before the end. As a limit they give the same plan.
    pub fn count(&self) -> u64 {
        self.steps.load(Ordering::Relaxed)
    }
}

impl SearchControl for CountedSteps<'_> {
    fn should_stop(&self) -> bool {
        if self.has_ended.load(Ordering::Relaxed) {
            return true;
        }
        let is_at_limit = self.limit.is_some_and(|limit| self.count() >= limit);
        if is_at_limit || self.control.should_stop() {
            self.has_ended.store(true, Ordering::Relaxed);
            return true;
        }
        self.steps.fetch_add(1, Ordering::Relaxed);
        false
    }

    fn on_progress(&self, progress: &Progress) {
        self.control.on_progress(progress);
    }

    fn on_better_assignment(&self, seating: &Seating) {
        self.control.on_better_assignment(seating);
    }
}
