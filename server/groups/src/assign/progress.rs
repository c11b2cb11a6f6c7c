//! Progress reports of the workshop solver.

use std::fmt;

/// State of the search for one goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The goal in words.
    pub goal: String,
    /// Its value in the incumbent; smaller is better.
    pub value: i64,
    /// The proved lower bound.
    pub bound: i64,
}

impl fmt::Display for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}, at least {}", self.goal, self.value, self.bound)
    }
}
