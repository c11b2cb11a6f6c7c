//! A plan names the steps that reproduce it.

use std::sync::atomic::AtomicU64;

use groups::assign::{Plan, Problem, solve};
use groups::{Limit, SearchControl};
use proptest::prelude::*;

use super::StopAfter;
use super::cases::{Size, problem};

const SIZE: Size = Size {
    people: 8,
    workshops: 4,
    slots: 2,
    fixed: 1,
    groups: 1,
};

/// Only the problem ends the search.
struct NeverStop;

impl SearchControl for NeverStop {
    fn should_stop(&self) -> bool {
        false
    }
}

fn everything(plan: &Plan) -> String {
    plan.to_json().expect("a plan is JSON")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    /// Wherever the clock ended the first search.
    #[test]
    fn the_steps_of_a_plan_reproduce_it(json in problem(SIZE), end in 0_u64..400) {
        let problem = Problem::from_json(&json.to_string()).expect("sound");
        let Ok(ended) = solve(&problem, &StopAfter(AtomicU64::new(end))) else { return Ok(()) };
        prop_assert!(ended.iterations <= end);
        let limited = Problem { limit: Limit::Iterations(ended.iterations), ..problem };
        let again = solve(&limited, &NeverStop).expect("the same plan");
        prop_assert_eq!(everything(&again), everything(&ended), "{}", json);
    }
}
