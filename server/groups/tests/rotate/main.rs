//! Tests of the café solver. An independent checker examines every plan.

#![expect(clippy::unwrap_used, reason = "a test that stumbles fails")]

mod bounds;
mod cases;
#[path = "../checker/rotate.rs"]
mod checker;
mod contract;
mod drafts;
mod enumeration;
mod input;
mod limits;
mod met_before;
mod random;
mod repair;
mod solver;
mod stuck;
