//! Candidate seatings, and the context that all searches share.

use super::bounds::Bounds;
use super::layout::ProblemLayout;
use super::plan::{Objective, Quality, Seating};
use super::problem::Problem;

/// A seating with its quality.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub objective: Objective,
    pub quality: Quality,
    pub seating: Seating,
    /// The construction it comes from, in words. Empty for a random seating.
    pub origin: &'static str,
    /// Whether annealing has improved it.
    pub is_searched: bool,
}

impl Candidate {
    /// Evaluates a seating.
    pub fn new(problem: &Problem, seating: Seating, origin: &'static str) -> Self {
        let quality = Quality::new(problem, &seating);
        Self {
            objective: quality.objective_of(problem),
            quality,
            seating,
            origin,
            is_searched: false,
        }
    }
}

/// Read-only inputs of all searches.
#[derive(Clone, Copy, Debug)]
pub struct SearchContext<'a> {
    pub problem: &'a Problem,
    pub layout: &'a ProblemLayout,
    pub bounds: &'a Bounds,
}
