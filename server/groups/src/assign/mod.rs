//! Workshop seats from ranked wishes: as many as possible, then fairly. Pure: a problem in, a plan out.
//!
//! `problem` and `reading` say what is asked, `standing` what a plan is measured by, `one_slot` and
//! `slots` find it, `why`, `price` and `output` tell about it. No clock and no I/O may live here.

mod contradiction;
mod flow;
mod greedy;
mod lexicographic;
mod lp;
mod master;
mod model;
mod one_slot;
mod output;
mod price;
mod pricing;
mod problem;
mod reading;
mod schedule;
mod seated;
mod slot_flow;
mod slots;
mod solve;
mod stability;
mod standing;
mod start;
mod why;

pub use contradiction::{Contradiction, NoPlan, Rule};
pub use output::{Level, Plan, PlannedSeat, Price};
pub use problem::{Fairness, Fault, Fill, Person, Problem, Seat, Workshop};
pub use solve::solve;
pub use why::{Obstacle, Refusal};

/// How the caller watches a search, and ends it.
pub trait Watch: Sync {
    /// Whether to come to an end with the best plan so far. Asked often; must be quick.
    fn stop(&self) -> bool;
    /// A goal, its value in the best plan so far, and what it cannot go below.
    fn progress(&self, stage: &str, value: i64, bound: i64);
}
