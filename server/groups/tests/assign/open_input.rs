//! Any input gets an answer: no panic, and no plan that breaks a rule.

use std::sync::atomic::AtomicU64;

use groups::assign::{Problem, solve};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::cases::{Size, problem};
use super::{StopAfter, plan_of};

fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[a-z0-9]{0,3}".prop_map(Value::from),
        prop::sample::select(vec!["w0", "p0", "s0", "leximin"]).prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 5, |inner| {
        let names = prop::sample::select(vec![
            "id", "slots", "wishes", "min", "max", "person", "workshop", "slot",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((names, inner), 0..5).prop_map(|fields| fields
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect()),
        ]
    })
}

/// Replaces a value somewhere in the tree. The numbers choose the path.
fn replace(tree: &mut Value, path: &[usize], value: Value) {
    match (path, tree) {
        ([step, rest @ ..], Value::Array(list)) if !list.is_empty() => {
            let at = step % list.len();
            replace(&mut list[at], rest, value);
        }
        ([step, rest @ ..], Value::Object(fields)) if !fields.is_empty() => {
            let at = step % fields.len();
            if let Some(field) = fields.values_mut().nth(at) {
                replace(field, rest, value);
            }
        }
        (_, tree) => *tree = value,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered(text in ".{0,200}") {
        let _ = Problem::from_json(&text);
    }

    #[test]
    fn a_problem_with_something_odd_in_it_is_answered(
        problem in problem(Size { people: 4, workshops: 3, slots: 2, fixed: 2, groups: 2 }),
        path in prop::collection::vec(0..20_usize, 1..6),
        odd in anything(),
    ) {
        let mut problem = problem;
        replace(&mut problem, &path, odd);
        match Problem::from_json(&problem.to_string()) {
            Err(faults) => prop_assert!(!faults.is_empty() && faults.iter().all(|fault| !fault.path.is_empty())),
            Ok(_) => {
                let _ = plan_of(&problem, 100_000);
            }
        }
    }
}

#[test]
fn numbers_at_their_limits_are_counted_with() {
    let problem = json!({
        "slots": ["A"],
        "workshops": [{"id": "w", "min": 0, "max": u64::MAX, "organisation_max": u64::MAX}, {"id": "v", "min": u64::MAX}],
        "people": [{"id": "p", "organisation": "o", "wishes": ["v", "w"]}, {"id": "q", "organisation": "o"}],
        "seed": u64::MAX,
    });
    let plan = plan_of(&problem, 100_000).expect("a plan");
    assert_eq!(plan["profile"], json!([0, 1]));
    assert_eq!(plan["cancelled"], json!(["v"]));
}

#[test]
fn nobody_at_all_is_an_empty_plan() {
    let plan = plan_of(
        &json!({"slots": ["A"], "workshops": [{"id": "w", "min": 1}], "people": []}),
        1000,
    )
    .expect("a plan");
    assert_eq!(plan["seats"], json!([]));
    assert_eq!(plan["proven"], true);
}

/// Many people, slots and workshops: an early end of the search still gives a plan.
#[test]
fn a_large_problem_that_is_stopped_at_once_has_a_plan() {
    let slots: Vec<String> = (0..6).map(|slot| format!("s{slot}")).collect();
    let workshops: Vec<Value> = (0..40)
        .map(|w| json!({"id": format!("w{w}"), "min": 3, "max": 20, "organisation_max": 4}))
        .collect();
    let people: Vec<Value> = (0..400)
        .map(|p| {
            let wishes: Vec<String> = (0..6)
                .map(|i| format!("w{}", (p * 7 + i * 11) % 40))
                .collect();
            json!({"id": format!("p{p}"), "organisation": format!("o{}", p % 50), "wishes": wishes})
        })
        .collect();
    let problem = json!({"slots": slots, "workshops": workshops, "people": people});
    let read = Problem::from_json(&problem.to_string()).expect("sound");
    let plan = solve(&read, &StopAfter(AtomicU64::new(0))).expect("a plan");
    let plan: Value = serde_json::to_value(&plan).expect("JSON");
    super::checker::Checked::new(&problem, &plan).expect("no broken rule");
}

#[test]
fn a_flow_that_is_stopped_anywhere_still_gives_a_plan() {
    let workshops: Vec<Value> = (0..12)
        .map(|w| json!({"id": format!("w{w}"), "min": w % 3, "max": 14 + 2 * w}))
        .collect();
    let people: Vec<Value> = (0..250)
        .map(|p| {
            let wishes: Vec<String> = (0..4)
                .map(|i| format!("w{}", (p * p + 5 * i) % 12))
                .collect();
            json!({"id": format!("p{p}"), "organisation": format!("o{}", p % 9), "wishes": wishes})
        })
        .collect();
    let problem = json!({"slots": ["s"], "workshops": workshops, "people": people});
    for stop_checks in 0..24 {
        let plan = plan_of(&problem, stop_checks).expect("no fixed seats, so no contradiction");
        assert!(
            plan["seats"]
                .as_array()
                .is_some_and(|seats| !seats.is_empty())
        );
    }
}

/// The linear program would give each person all but a thousandth of a seat.
#[test]
fn a_group_of_one_too_many_goes_without() {
    for limit in ["max", "organisation_max"] {
        let names: Vec<String> = (0..1002).map(|p| format!("p{p}")).collect();
        let people: Vec<Value> = names
            .iter()
            .map(|id| json!({"id": id, "organisation": "o", "wishes": ["w"]}))
            .collect();
        let problem = json!({"slots": ["s"], "workshops": [{"id": "w", limit: 1001}, {"id": "v", "max": 1}], "people": people,
            "rules": {"together": [names]}});
        let plan = plan_of(&problem, 100_000).expect("no fixed seats, so no contradiction");
        assert_eq!(
            (plan["seats"].as_array().map(Vec::len), &plan["proven"]),
            (Some(0), &json!(true))
        );
    }
}
