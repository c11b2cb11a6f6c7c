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
pub use output::{Cancelled, Level, Plan, PlannedSeat, Price, Unplaced};
pub use problem::{Fairness, Fill, Person, Problem, Seat, Workshop};
pub use solve::solve;
pub use why::{Holders, Obstacle, Refusal};

pub use crate::reading::Fault;

use std::fmt;

use crate::Watch;

/// How far a search is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The goal in words.
    pub goal: String,
    /// Its value in the best plan so far; smaller is better.
    pub value: i64,
    /// What it cannot go below.
    pub bound: i64,
}

impl fmt::Display for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}, at least {}", self.goal, self.value, self.bound)
    }
}

impl Progress {
    /// Tells the watch about a goal.
    fn tell(watch: &dyn Watch, goal: standing::Goal, value: i64, bound: i64) {
        watch.progress(&crate::Progress::Assign(Self {
            goal: goal.to_string(),
            value,
            bound,
        }));
    }
}
