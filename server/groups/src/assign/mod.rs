//! Workshop seats from ranked wishes: as many as possible, then fairly. Pure: a problem in, a plan out.
//!
//! `problem` and `reading` say what is asked, `standing` what a plan is measured by, `single_slot` and
//! `slots` find it, `why`, `price` and `output` tell about it. No clock and no I/O may live here.

mod branch_and_price;
mod combination_search;
mod contradiction;
mod convert;
mod goals;
mod greedy_repair;
mod incumbent;
mod initial_plan;
mod inspection;
mod lexicographic;
mod lp;
mod master;
mod model;
mod network_simplex;
mod output;
mod parse;
mod price_of_fairness;
mod pricing;
mod problem;
mod progress;
mod refusal;
mod report;
mod single_slot;
mod slot_flow;
mod solve;

pub use contradiction::{Contradiction, Rule, SolveError};
pub use output::{Cancelled, GoalValue, Plan, PlannedSeat, Price, Unplaced};
pub use problem::{Fairness, Fill, Person, Problem, Seat, Workshop};
pub use progress::Progress;
pub use refusal::{HolderPriority, Obstacle, Refusal};
pub use solve::solve;

pub use crate::input::Fault;
