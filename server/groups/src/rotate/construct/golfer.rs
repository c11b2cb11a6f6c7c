//! Instances of the social golfer problem.

/// Tables, people at each, rounds without a repeat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GolferInstance {
    pub tables: usize,
    pub size: usize,
    pub rounds: usize,
}
