//! Workshop plans from ranked wishes: as many seats as possible are filled, then fairly.
//!
//! `problem` and `parse` hold the input, `goals` the objective. `single_slot` and `branch_and_price` search
//! the plan. `refusal`, `price_of_fairness` and `output` report it, [`Reasons`] explains any plan. The module does no I/O and reads no
//! clock.

mod branch_and_price;
mod change;
mod combination_search;
mod contradiction;
mod convert;
mod goals;
mod greedy_repair;
mod incumbent;
mod initial_plan;
mod inspection;
mod layout;
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
mod reasons;
mod refusal;
mod report;
mod rule;
mod seating;
mod single_slot;
mod slot_flow;
mod solve;

pub use contradiction::{Contradiction, SolveError};
pub use goals::Goal;
pub use layout::ProblemLayout;
pub use output::{Cancelled, GoalValue, Plan, PlannedSeat, Price, Refused, Unplaced};
pub use problem::{Fairness, Fill, Offer, Person, Problem, Seat, Stability, Workshop};
pub use progress::Progress;
pub use reasons::Reasons;
pub use refusal::{HolderPriority, Obstacle, Refusal};
pub use rule::Rule;
pub use seating::Seating;
pub use solve::solve;

pub use crate::input::Fault;
