//! World-café plans: who sits at which table in which round.
//!
//! [`Problem::from_json`] reads what is asked, [`best`] returns the best plan found and [`solve`] that plan with
//! alternatives; both answer rules that cannot hold together with a [`Contradiction`] (in [`NoPlan`]). No clock and no input or output in
//! here: the caller's [`crate::Watch`] ends the search and hears of its progress.

mod anneal;
mod apart;
mod board;
mod bounds;
mod construct;
mod contradiction;
mod delta;
mod energy;
mod input;
mod output;
mod plan;
mod problem;
mod random;
mod repair;
mod rules;
mod seating;
mod setting;
mod solve;
mod team;
mod trade_offs;

pub use bounds::Bounds;
pub use contradiction::{Contradiction, NoPlan};
pub use delta::{Change, Draft, Effect};
pub use plan::{Plan, Quality, Rank, Seating};
pub use problem::{Fixed, Goal, Index, Limit, Person, Previous, Problem, Table};
pub use rules::{ABSENT, Rule};
pub use setting::Setting;
pub use solve::{best, solve};
pub use team::Progress;

pub use crate::reading::Fault;
