//! Workshop plans from ranked wishes: as many seats as possible are filled, then fairly.
//!
//! `problem` and `parse` hold the input, `goals` the objective. `single_slot` and `branch_and_price` search
//! the plan. `refusal`, `price_of_fairness` and `output` report it. The module does no I/O and reads no
//! clock.

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
pub use problem::{Fairness, Fill, Offer, Person, Problem, Seat, Stability, Workshop};
pub use progress::Progress;
pub use refusal::{HolderPriority, Obstacle, Refusal};
pub use solve::solve;

pub use crate::input::Fault;
