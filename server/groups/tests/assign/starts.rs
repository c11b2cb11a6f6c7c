//! A search that begins with a plan, and the plans that a search reports while it runs.

use std::sync::Mutex;
use std::sync::atomic::AtomicU64;

use groups::SearchControl;
use groups::assign::{Problem, Seating, solve};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::cases::{Size, problem};
use super::checker::Contract;
use super::{StopAfter, seats_by_id};

const SIZE: Size = Size {
    people: 6,
    workshops: 4,
    slots: 2,
    fixed: 1,
    groups: 1,
};

/// Keeps the plans that are reported.
#[derive(Default)]
struct Listener(Mutex<Vec<Seating>>);

impl SearchControl for Listener {
    fn should_stop(&self) -> bool {
        false
    }

    fn on_better_assignment(&self, seating: &Seating) {
        self.0.lock().expect("no panic").push(seating.clone());
    }
}

/// The goals of a plan that keeps the rules.
fn goals(problem: &Problem, json: &Value, seating: &Seating) -> Vec<i64> {
    let contract = Contract::new(json);
    let seats = seats_by_id(problem, seating);
    assert_eq!(contract.broken(&seats), None, "{json}");
    contract.goals(&seats).0
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    /// Also one that is stopped at once.
    #[test]
    fn a_search_is_no_worse_than_its_start(json in problem(SIZE)) {
        let problem = Problem::from_json(&json.to_string()).expect("sound");
        let listener = Listener::default();
        let Ok(best) = solve(&problem, &listener) else { return Ok(()) };
        let best_goals = goals(&problem, &json, &best.seating);
        for start in listener.0.into_inner().expect("no panic") {
            let start_goals = goals(&problem, &json, &start);
            prop_assert!(start_goals >= best_goals);
            let continued = Problem { start: Some(start), ..problem.clone() };
            let plan = solve(&continued, &StopAfter(AtomicU64::new(0))).expect("a plan");
            prop_assert!(goals(&problem, &json, &plan.seating) <= start_goals, "{}", json);
        }
        let continued = Problem { start: Some(best.seating), ..problem.clone() };
        let plan = solve(&continued, &StopAfter(AtomicU64::new(0))).expect("a plan");
        prop_assert_eq!(goals(&problem, &json, &plan.seating), best_goals);
    }
}

#[test]
fn a_start_that_breaks_a_rule_is_left_aside() {
    let json = json!({
        "slots": ["A"], "workshops": [{"id": "w1", "max": 1}, {"id": "w2"}],
        "people": [{"id": "p1", "wishes": ["w1"]}, {"id": "p2", "wishes": ["w1"]}],
        "start": {"seats": [
            {"person": "p1", "slot": "A", "workshop": "w1"}, {"person": "p2", "slot": "A", "workshop": "w1"},
        ]},
    });
    let problem = Problem::from_json(&json.to_string()).expect("sound");
    let plan = solve(&problem, &StopAfter(AtomicU64::new(0))).expect("a plan");
    goals(&problem, &json, &plan.seating);
}
