//! When a search ends, as a problem states it.

use serde::Serialize;

use crate::input::Field;

/// When a search ends.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Limit {
    /// Seconds of wall time. The library reads no clock: the caller ends the search by
    /// [`crate::SearchControl::should_stop`].
    Seconds(f64),
    /// Steps of the search. The plan is then the same on every machine. A step of a café is a proposal, over all
    /// searches; one of workshops is a question whether the search is to end.
    Iterations(u64),
}

impl Limit {
    /// Reads the `limit` of a problem. `None` if it states none, or both.
    pub(crate) fn read(limit: &Field<'_>) -> Option<Self> {
        let (seconds, iterations) = (limit.at("seconds"), limit.at("iterations"));
        if seconds.present().is_some() && iterations.present().is_some() {
            limit.add_fault("must be seconds or iterations, not both");
            return None;
        }
        let seconds = seconds.present().and_then(Field::number);
        let iterations = iterations.present().and_then(Field::whole_number);
        iterations
            .map(Self::Iterations)
            .or(seconds.map(Self::Seconds))
    }

    /// Whether a problem may state it.
    pub(crate) fn is_valid(self) -> bool {
        match self {
            Self::Seconds(seconds) => seconds.is_finite() && seconds >= 0.0,
            Self::Iterations(_) => true,
        }
    }

    /// The number of steps, unless the time is limited.
    pub fn iterations(self) -> Option<u64> {
        match self {
            Self::Seconds(_) => None,
            Self::Iterations(iterations) => Some(iterations),
        }
    }
}
