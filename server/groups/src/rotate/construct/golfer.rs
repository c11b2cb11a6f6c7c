//! Instances of the social golfer problem.

/// Groups (tables), people per group, and rounds without a repeated pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GolferInstance {
    pub tables: usize,
    pub size: usize,
    pub rounds: usize,
}
