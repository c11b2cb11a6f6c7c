//! World-café plans: who sits at which table in which round.
//!
//! [`Problem::from_json`] parses a problem; one that is built by hand is checked by [`Problem::validated`].
//! [`solve()`] returns the best plan found, [`solve_with_alternatives`] also others, [`random_seating`] one drawn at
//! random. Rules that contradict one another are a [`Contradiction`] in [`SolveError`]. The module does no I/O and
//! reads no clock: [`crate::SearchControl`] ends the search and receives its progress.
//!
//! [`Draft`] evaluates changes by hand, also in the browser, which gets its problem from [`write_compact`].
//! [`Figures`] and [`OrganisationMatrix`] count what people get from a plan.

mod alternatives;
mod annealing;
mod bounds;
mod candidate;
mod compact;
mod conflict_graph;
mod construct;
mod contradiction;
mod draft;
mod energy;
mod figures;
mod initial_seating;
mod layout;
mod output;
mod parse;
mod plan;
mod portfolio;
mod problem;
mod problem_json;
mod progress;
mod random;
mod rules;
mod seating;
mod solve;
mod state;
mod validation;

pub use alternatives::{changes_between, find_alternatives, solve_with_alternatives};
pub use bounds::{Bounds, most_people_met};
pub use compact::{read_compact, write_compact};
pub use contradiction::{Contradiction, SolveError};
pub use draft::{ChangeEffect, Draft, SeatChange};
pub use figures::{Figures, OrganisationMatrix, PersonFigures, Repeat};
pub use layout::ProblemLayout;
pub use plan::{Objective, Plan, Quality, Seating};
pub use problem::{
    ClosedTable, FixedSeat, GivenPlan, Goal, Index, PastMeeting, Person, Problem, Table,
};
pub use progress::Progress;
pub use rules::{ABSENT, Rule};
pub use seating::Shortage;
pub use solve::{random_seating, solve};

pub use validation::InvalidPart;

pub use crate::input::Fault;
