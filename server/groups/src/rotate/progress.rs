//! Progress reports of the café solver.

use std::fmt;

use super::bounds::Bounds;
use super::plan::Quality;

/// State of the search after an epoch.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    pub iterations: u64,
    pub quality: Quality,
    pub bounds: Bounds,
}

impl fmt::Display for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (quality, bounds) = (self.quality, self.bounds);
        write!(
            f,
            "{} proposals: topics {} to {}, meetings {} of {}, mix {} ({} at least)",
            self.iterations,
            quality.topics_min,
            bounds.topics_min,
            quality.meetings,
            bounds.meetings,
            quality.mix,
            bounds.mix
        )
    }
}
