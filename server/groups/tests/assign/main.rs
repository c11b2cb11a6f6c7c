//! The workshop solver against an independent checker and a complete enumeration.

#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a test that cannot go on should stop"
)]

mod cases;
mod checker;
mod contradictions;
mod drafts;
mod enumeration;
mod faults;
mod offer_prices;
mod open_input;
mod passes;
mod plans;
mod reasons;
mod refused;
mod restrictions;
mod stability;
mod starts;
mod steps;

use std::sync::atomic::{AtomicU64, Ordering};

use groups::SearchControl;
use groups::assign::{Problem, Seating, SolveError, solve};
use serde_json::Value;

/// Ends the search after so many stop checks, so that tests need no clock.
#[derive(Debug)]
pub struct StopAfter(AtomicU64);

impl SearchControl for StopAfter {
    fn should_stop(&self) -> bool {
        self.0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
                left.checked_sub(1)
            })
            .is_err()
    }
}

/// Solves with at most so many stop checks, and checks the plan.
pub fn plan_of(problem: &Value, stop_checks: u64) -> Result<Value, SolveError> {
    let text = problem.to_string();
    let read = Problem::from_json(&text).unwrap_or_else(|faults| panic!("{faults:?} in {text}"));
    let plan = solve(&read, &StopAfter(AtomicU64::new(stop_checks)))?;
    let plan: Value = serde_json::to_value(&plan).expect("a plan is JSON");
    checker::Checked::new(problem, &plan)
        .unwrap_or_else(|fault| panic!("{fault}\nin {text}\nwith {plan}"));
    Ok(plan)
}

/// The seats of a plan by ids, as the checker takes them.
pub fn seats_by_id(problem: &Problem, seating: &Seating) -> checker::Seats {
    let mut seats = checker::Seats::new();
    for (person, row) in seating.workshops.iter().enumerate() {
        for (slot, workshop) in row.iter().enumerate() {
            if let Some(workshop) = workshop {
                let seat = (
                    problem.people[person].id.clone(),
                    problem.slots[slot].clone(),
                );
                seats.insert(seat, problem.workshops[*workshop].id.clone());
            }
        }
    }
    seats
}
