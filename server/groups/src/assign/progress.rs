//! Progress reports of the workshop solver.

use std::fmt;

use super::goals::Goal;

/// State of the search for one goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The goal.
    pub goal: Goal,
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
