//! Plans are optimal whenever they claim it.

use std::collections::BTreeMap;

use groups::assign::SolveError;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::cases::{Size, problem};
use super::checker::Checked;
use super::enumeration::best;
use super::plan_of;

const ENOUGH: u64 = 2_000_000;

/// The plan equals the best of all plans, goal by goal, and exists exactly if one can.
fn agrees_with_enumeration(problem: &Value) {
    match (best(problem), plan_of(problem, ENOUGH)) {
        (None, Err(SolveError::Contradiction(_))) => {}
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
    fn a_search_that_is_stopped_early_breaks_no_rule(problem in problem(TWO_SLOTS_RULES), stop_checks in 0..60_u64) {
        // `plan_of` checks the plan. There may be none yet.
        let _ = plan_of(&problem, stop_checks);
    }
}

/// The best profile of ten people and ten seats, by dynamic programming over sets of seats. `worst_first`
/// minimises from the last rank on; otherwise seats are maximised from rank 1 on.
fn best_profile(ranks: &[Vec<usize>], worst_first: bool) -> Vec<i64> {
    let size = ranks.len();
    let mut best: BTreeMap<u32, Vec<i64>> = BTreeMap::from([(0, vec![0; size])]);
    for person in ranks {
        let mut next: BTreeMap<u32, Vec<i64>> = BTreeMap::new();
        for (taken, cost) in &best {
            for (seat, &rank) in person
                .iter()
                .enumerate()
                .filter(|(seat, _)| taken & (1 << seat) == 0)
            {
                let mut cost = cost.clone();
                let at = if worst_first { size - rank } else { rank - 1 };
                cost[at] += if worst_first { 1 } else { -1 };
                let known = next
                    .entry(taken | 1 << seat)
                    .or_insert_with(|| cost.clone());
                *known = cost.min(known.clone());
            }
        }
        best = next;
    }
    let mut profile: Vec<i64> = best
        .into_values()
        .next()
        .expect("everybody sits")
        .into_iter()
        .map(i64::abs)
        .collect();
    if worst_first {
        profile.reverse();
    }
    while profile.last() == Some(&0) {
        profile.pop();
    }
    profile
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ten_people_and_ten_seats_have_the_profiles_of_complete_enumeration(
        orders in prop::collection::vec(Just((0..10_usize).collect::<Vec<_>>()).prop_shuffle(), 10),
    ) {
        let mut ranks = vec![vec![0; 10]; 10];
        for (person, order) in orders.iter().enumerate() {
            for (position, &seat) in order.iter().enumerate() {
                ranks[person][seat] = position + 1;
            }
        }
        let people: Vec<Value> = orders
            .iter()
            .enumerate()
            .map(|(p, order)| json!({"id": format!("p{p}"), "wishes": order.iter().map(|w| format!("w{w}")).collect::<Vec<_>>()}))
            .collect();
        let workshops: Vec<Value> = (0..10).map(|w| json!({"id": format!("w{w}"), "max": 1})).collect();
        for (fairness, worst_first) in [("rank-maximal", false), ("generous", true), ("leximin", true)] {
            let problem = json!({"slots": ["A"], "workshops": workshops, "people": people, "fairness": fairness});
            let plan = plan_of(&problem, ENOUGH).expect("a plan");
            prop_assert_eq!(&plan["proven"], true);
            prop_assert_eq!(&plan["profile"], &json!(best_profile(&ranks, worst_first)));
        }
    }

    #[test]
    fn larger_plans_break_no_rule(
        problem in problem(Size { people: 30, workshops: 8, slots: 4, fixed: 2, groups: 4 }),
    ) {
        // `plan_of` checks the plan. Fixed seats may contradict one another.
        let _ = plan_of(&problem, 20_000);
    }
}

#[test]
fn a_plan_solved_again_changes_nothing() {
    let workshops: Vec<Value> = (0..6)
        .map(|w| json!({"id": format!("w{w}"), "min": 2, "max": 6}))
        .collect();
    let people: Vec<Value> = (0..18)
        .map(|p| json!({"id": format!("p{p}"), "wishes": [format!("w{}", p % 6), format!("w{}", (p + 1) % 3)]}))
        .collect();
    let mut problem = json!({"slots": ["A", "B"], "workshops": workshops, "people": people});
    let first = plan_of(&problem, ENOUGH).expect("a plan");
    problem["previous"] = first.clone();
    problem["seed"] = json!(99);
    let again = plan_of(&problem, ENOUGH).expect("a plan");
    assert_eq!(again["changed"], 0);
    assert_eq!(again["seats"], first["seats"]);
}

/// Costs of many goals take many words. One person with many ranks must not worsen the plan of the others.
#[test]
fn long_lists_of_wishes_are_planned_exactly() {
    let workshops: Vec<Value> = (0..60)
        .map(|w| json!({"id": format!("w{w}"), "max": 2}))
        .collect();
    let wishes = |p: usize, count: usize| -> Vec<String> {
        (0..count)
            .map(|i| format!("w{}", (p * 7 + i * 13 + p * i) % 60))
            .collect()
    };
    let mut people: Vec<Value> = (0..40)
        .map(|p| json!({"id": format!("p{p}"), "wishes": wishes(p % 9, 3)}))
        .collect();
    people
        .push(json!({"id": "all", "wishes": (0..60).map(|w| format!("w{w}")).collect::<Vec<_>>()}));
    for fairness in ["leximin", "rank-maximal", "generous"] {
        let problem =
            json!({"slots": ["A"], "workshops": workshops, "people": people, "fairness": fairness});
        let plan = plan_of(&problem, ENOUGH).expect("a plan");
        assert_eq!(plan["proven"], true, "{fairness}: {}", plan["goals"]);
    }
}
