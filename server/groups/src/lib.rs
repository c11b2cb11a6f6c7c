//! Group plans: numbers in, seats out.
//!
//! [`rotate`] plans a world café: who sits at which table in which round. People see as many topics as there are
//! rounds for, meet as many people of *other* organisations as possible, and meet nobody twice.
//!
//! ```
//! use groups::{SearchControl, rotate::{Problem, solve}};
//!
//! struct Unlimited;
//! impl SearchControl for Unlimited {
//!     fn should_stop(&self) -> bool { false }
//! }
//!
//! let problem = Problem::from_json(r#"{
//!     "rounds": 3,
//!     "tables": [{"id": "red"}, {"id": "green"}, {"id": "blue"}],
//!     "people": [{"id": "Ada"}, {"id": "Ben"}, {"id": "Cem"}, {"id": "Dora"}, {"id": "Eva"}, {"id": "Finn"}],
//!     "limit": {"iterations": 100000}
//! }"#).expect("a valid problem");
//! let plan = solve(&problem, &Unlimited).expect("consistent rules");
//! assert_eq!(plan.quality.topics_min, 3); // everybody sees all three tables
//! assert_eq!(plan.quality.repeats, 0); // nobody meets anybody twice
//! ```
//!
//! [`assign`] plans workshops: who gets which seat, from ranked wishes. It fills as many seats as possible, shares them
//! by the fairness chosen, and gives reasons for every refused wish.
//!
//! A plan states its quality. Each value stands beside a *bound* that no plan surpasses. If both are equal, the plan is
//! proved optimal; otherwise the gap limits what another plan could gain. A plan never breaks a rule. Rules that
//! contradict one another are named.
//!
//! The package uses no clock, files or database. The caller limits the time and receives progress through
//! [`SearchControl`]. The README describes the methods, and so does the head of each file.

pub mod assign;
mod compact;
mod disjoint_sets;
mod distinct;
mod error;
mod input;
mod limit;
mod progress;
pub mod rotate;
mod search_control;

pub use error::SolveError;
pub use input::{Fault, Parsed};
pub use limit::Limit;
pub use progress::Progress;
pub use search_control::SearchControl;
