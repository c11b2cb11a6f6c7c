//! Workshop plans from ranked wishes: as many seats as possible are filled, then fairly.
//!
//! [`Problem::from_json`] parses a problem; one that is built by hand is checked by [`Problem::validated`]. [`solve()`]
//! returns the best plan found: `goals` is the objective, `single_slot` and `branch_and_price` search.
//!
//! [`Reasons`] explains any plan, [`Figures`] counts it, [`Draft`] evaluates changes by hand, also in the browser, which
//! gets its problem from [`write_compact`], and [`price_offers`] says what keeping or cancelling an offer costs. The module does no I/O and reads no clock: [`crate::SearchControl`] ends
//! the search and receives its progress.

mod branch_and_price;
mod change;
mod combination_search;
mod compact;
mod contradiction;
mod convert;
mod draft;
mod figures;
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
mod offer_price;
mod output;
mod parse;
mod price_of_fairness;
mod pricing;
mod problem;
mod problem_json;
mod progress;
mod reasons;
mod refusal;
mod report;
mod rule;
mod seating;
mod single_slot;
mod slot_flow;
mod solve;
mod steps;
mod validation;

pub use compact::{read_compact, write_compact};
pub use contradiction::{Contradiction, SolveError};
pub use draft::{BrokenRule, ChangeEffect, Draft, SeatChange, SeatEffect};
pub use figures::Figures;
pub use goals::Goal;
pub use layout::ProblemLayout;
pub use offer_price::{OfferPrice, Opposite, OppositePlan, price_offers, small_offers};
pub use output::{Cancelled, GoalValue, Plan, PlannedSeat, Price, Refused, Unplaced};
pub use problem::{Fairness, Fill, Offer, Person, Problem, Seat, Stability, Workshop};
pub use progress::Progress;
pub use reasons::Reasons;
pub use refusal::{HolderPriority, Obstacle, Refusal};
pub use rule::Rule;
pub use seating::Seating;
pub use solve::solve;
pub use validation::InvalidPart;

pub use crate::input::Fault;
