//! Plans are as good as they can be, and say so only then.

use groups::assign::NoPlan;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::cases::{Size, problem};
use super::checker::Checked;
use super::enumeration::best;
use super::plan_of;

const ENOUGH: u64 = 2_000_000;

/// The plan equals the best of all plans, goal by goal; and there is one exactly if there can be.
fn agrees_with_enumeration(problem: &Value) {
    match (best(problem), plan_of(problem, ENOUGH)) {
        (None, Err(NoPlan::Contradiction(_))) => {}
        (None, other) => panic!("no plan exists, but {other:?} for {problem}"),
        (Some(best), Err(none)) => panic!("{none} though {:?} can be had: {problem}", best.goals),
        (Some(best), Ok(plan)) => {
            let found = Checked::new(problem, &plan).expect("checked before");
            assert_eq!(
                found.goals[..found.levels],
                best.goals[..best.levels],
                "{problem}\n{plan}"
            );
            assert_eq!(plan["proven"], true, "{problem}\n{plan}");
            assert_eq!(
                found.goals, best.goals,
                "spread or stability: {problem}\n{plan}"
            );
            prices_are_right(problem, &plan, best.granted);
        }
    }
}

fn prices_are_right(problem: &Value, plan: &Value, granted: i64) {
    let first = plan["profile"].get(0).and_then(Value::as_i64).unwrap_or(0);
    assert_eq!(plan["price"]["of_fairness"], granted - first, "{problem}");
    let mut without = problem.clone();
    for workshop in without["workshops"].as_array_mut().expect("a list") {
        workshop["min"] = json!(0);
    }
    let most = best(&without).map_or(0, |best| best.granted);
    assert_eq!(
        plan["price"]["of_minimum_sizes"],
        (most - granted).max(0),
        "{problem}"
    );
}

const ONE_SLOT: Size = Size {
    people: 5,
    workshops: 3,
    slots: 1,
    fixed: 1,
    groups: 0,
};
const ONE_SLOT_RULES: Size = Size {
    people: 5,
    workshops: 3,
    slots: 1,
    fixed: 2,
    groups: 1,
};
const TWO_SLOTS: Size = Size {
    people: 3,
    workshops: 3,
    slots: 2,
    fixed: 0,
    groups: 0,
};
const TWO_SLOTS_RULES: Size = Size {
    people: 4,
    workshops: 2,
    slots: 2,
    fixed: 1,
    groups: 1,
};
const THREE_SLOTS: Size = Size {
    people: 2,
    workshops: 3,
    slots: 3,
    fixed: 1,
    groups: 1,
};

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_slot_is_optimal(problem in problem(ONE_SLOT)) {
        agrees_with_enumeration(&problem);
    }

    #[test]
    fn one_slot_with_groups_is_optimal(problem in problem(ONE_SLOT_RULES)) {
        agrees_with_enumeration(&problem);
    }

    #[test]
    fn two_slots_are_optimal(problem in problem(TWO_SLOTS)) {
        agrees_with_enumeration(&problem);
    }

    #[test]
    fn two_slots_with_rules_are_optimal(problem in problem(TWO_SLOTS_RULES)) {
        agrees_with_enumeration(&problem);
    }

    #[test]
    fn three_slots_with_rules_are_optimal(problem in problem(THREE_SLOTS)) {
        agrees_with_enumeration(&problem);
    }

    #[test]
    fn the_order_of_the_input_changes_nothing(problem in problem(TWO_SLOTS_RULES)) {
        let mut turned = problem.clone();
        for list in ["slots", "workshops", "people"] {
            turned[list].as_array_mut().expect("a list").reverse();
        }
        let (Ok(plan), Ok(other)) = (plan_of(&problem, ENOUGH), plan_of(&turned, ENOUGH)) else { return Ok(()) };
        for field in ["profile", "best_wish", "spread", "changed", "proven", "gap"] {
            prop_assert_eq!(&plan[field], &other[field], "{}", field);
        }
        let seats = |plan: &Value| {
            let mut seats: Vec<String> = plan["seats"].as_array().expect("seats").iter().map(Value::to_string).collect();
            seats.sort();
            seats
        };
        prop_assert_eq!(seats(&plan), seats(&other));
    }

    #[test]
    fn a_search_that_is_stopped_early_breaks_no_rule(problem in problem(TWO_SLOTS_RULES), patience in 0..60_u64) {
        // `plan_of` checks the plan; there may be none yet.
        let _ = plan_of(&problem, patience);
    }
}
