//! Group plans: numbers in, seats out.
//!
//! Two questions come up at every meeting of some size, and both are hard to answer well by hand.
//!
//! **Who sits where in a world café?** People move from table to table, round by round. Everyone should see as many topics
//! as there is time for, meet as many people of *other* organisations as can be, and meet nobody twice. [`rotate`]
//! answers it:
//!
//! ```
//! use groups::{Watch, rotate::{Problem, best}};
//!
//! struct Patient;
//! impl Watch for Patient {
//!     fn stop(&self) -> bool { false }
//! }
//!
//! let problem = Problem::from_json(r#"{
//!     "rounds": 3,
//!     "tables": [{"id": "red"}, {"id": "green"}, {"id": "blue"}],
//!     "people": [{"id": "Ada"}, {"id": "Ben"}, {"id": "Cem"}, {"id": "Dora"}, {"id": "Eva"}, {"id": "Finn"}],
//!     "limit": {"iterations": 100000}
//! }"#).expect("a sound problem");
//! let plan = best(&problem, &Patient).expect("rules that can hold together");
//! assert_eq!(plan.quality.topics_min, 3); // everyone sees all three tables …
//! assert_eq!(plan.quality.repeats, 0);    // … and meets nobody twice
//! ```
//!
//! **Who goes to which workshop?** People rank what they would like; seats are few. [`assign`] fills as many seats as can be
//! filled, shares disappointment out as fairly as was asked for, and tells everybody left without a seat what stood against
//! each wish.
//!
//! What comes back is not only a plan but how good it is: each number stands beside a *bound*, a number that no plan can
//! surpass. Where the two are equal the plan is proved best; where they are not, the organiser sees how much could be
//! missing at most. A plan never breaks a rule; rules that cannot hold together are named.
//!
//! The package knows no clock, no files, no database: time limits and progress go through the caller. How the plans are
//! found is told in the package's README, and at the top of each file.

pub mod assign;
mod error;
mod input;
mod progress;
pub mod rotate;
mod search_control;

pub use error::SolveError;
pub use progress::Progress;
pub use search_control::SearchControl;
