//! Candidate solutions, and what every search shares.

use super::bounds::Bounds;
use super::layout::ProblemLayout;
use super::plan::{Objective, Quality, Seating};
use super::problem::Problem;

/// A seating with what it is worth.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub objective: Objective,
    pub quality: Quality,
    pub seating: Seating,
    /// The construction it began with, in words; empty where it began at random.
    pub origin: &'static str,
    /// Has the search changed it since?
    pub is_searched: bool,
}

impl Candidate {
    /// A seating, counted.
    pub fn new(problem: &Problem, seating: Seating, origin: &'static str) -> Self {
        let quality = Quality::new(problem, &seating);
        Self {
            objective: quality.objective(&problem.order),
            quality,
            seating,
            origin,
            is_searched: false,
        }
    }
}

/// What all searches share.
#[derive(Clone, Copy, Debug)]
pub struct SearchContext<'a> {
    pub problem: &'a Problem,
    pub layout: &'a ProblemLayout,
    pub bounds: &'a Bounds,
}
