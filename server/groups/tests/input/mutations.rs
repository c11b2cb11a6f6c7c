//! Randomly mutated problems: no panic, and every fault is one line about one field.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::Kind;

/// A value of the wrong kind, or one that is valid elsewhere.
fn odd_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        prop::sample::select(vec![
            json!(null),
            json!(false),
            json!(-1),
            json!(0),
            json!(1),
            json!(3),
            json!(1.5),
            json!(1e300),
            json!(u64::MAX),
            json!(""),
            json!("p1"),
            json!("p2"),
            json!("x1"),
            json!("x2"),
            json!("A"),
            json!("mix"),
            json!("a\nb"),
            json!([]),
            json!({}),
            json!([[]]),
            json!(["p1", "p1"]),
            json!(["x1", "x9"]),
            json!([1, 1, 2]),
            json!({"id": "p1"}),
            json!({"id": "new"}),
            json!({"seconds": 1, "iterations": 1}),
        ]),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,4}".prop_map(Value::from),
    ]
}

/// Mutates one value of the tree. The numbers choose the path.
fn mutate(tree: &mut Value, path: &[usize], odd_value: &Value) {
    let [step, rest @ ..] = path else {
        *tree = odd_value.clone();
        return;
    };
    match tree {
        Value::Array(list) if !list.is_empty() => {
            let at = step % list.len();
            match (rest.is_empty(), step % 3) {
                (true, 0) => list.push(odd_value.clone()),
                (true, 1) => list.push(list[at].clone()),
                _ => mutate(&mut list[at], rest, odd_value),
            }
        }
        Value::Object(fields) if !fields.is_empty() => {
            let at = step % fields.len();
            if let Some(field) = fields.values_mut().nth(at) {
                mutate(field, rest, odd_value);
            }
        }
        tree => *tree = odd_value.clone(),
    }
}

/// The segments of a path such as `people[3].id`.
fn path_segments(path: &str) -> Vec<String> {
    path.split(['.', '['])
        .map(|step| step.trim_end_matches(']').to_owned())
        .collect()
}

/// Properties of the faults of any input.
fn check(kind: Kind, text: &str) {
    let faults = kind.faults(text);
    let known = |step: &str| kind.fields().contains(&step);
    for fault in &faults {
        let line = fault.to_string();
        assert_eq!(line.lines().count(), 1, "{line}\n{text}");
        assert!(
            known(&path_segments(&fault.path)[0]) || (fault.path == "input" && faults.len() == 1),
            "{line}\n{text}"
        );
    }
    // One cause is one line: no path is reported twice, nor a path inside a faulty one.
    for (index, one) in faults.iter().enumerate() {
        for other in &faults[..index] {
            let (one, other) = (path_segments(&one.path), path_segments(&other.path));
            assert!(
                !one.starts_with(&other) && !other.starts_with(&one),
                "{other:?}, {one:?} in {text}"
            );
        }
    }
    let Ok(problem) = serde_json::from_str::<Value>(text) else {
        return;
    };
    for fault in faults.iter().filter(|fault| fault.path != "input") {
        let path_segments = path_segments(&fault.path);
        let holder = format!("/{}", path_segments[..path_segments.len() - 1].join("/"));
        let holder = if path_segments.len() == 1 {
            ""
        } else {
            &holder
        };
        assert!(
            problem.pointer(holder).is_some(),
            "{fault} is nowhere in {text}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_value_anywhere_is_accepted_or_named(
        changes in prop::collection::vec((prop::collection::vec(0..30_usize, 1..7), odd_value()), 1..5),
    ) {
        for kind in Kind::BOTH {
            let mut problem = kind.valid_problem();
            for (path, odd_value) in &changes {
                mutate(&mut problem, path, odd_value);
            }
            check(kind, &problem.to_string());
        }
    }

    #[test]
    fn any_slip_of_the_keyboard_is_accepted_or_named(
        slips in prop::collection::vec((any::<prop::sample::Index>(), "[\\PC\\[\\]{}\",:0-9-]{0,2}"), 1..3),
    ) {
        for kind in Kind::BOTH {
            let mut text: Vec<char> = kind.valid_problem().to_string().chars().collect();
            for (place, typed) in &slips {
                let place = place.index(text.len());
                text.splice(place..=place, typed.chars());
            }
            check(kind, &text.iter().collect::<String>());
        }
    }
}
