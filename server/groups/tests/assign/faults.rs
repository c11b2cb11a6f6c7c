//! Faults of the input are reported with the path of the field.

use groups::Limit;
use groups::assign::Problem;
use serde_json::{Value, json};

fn paths(problem: &Value) -> Vec<String> {
    match Problem::from_json(&problem.to_string()) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.into_iter().map(|fault| fault.path).collect(),
    }
}

fn sound() -> Value {
    json!({
        "slots": ["A", "B"],
        "workshops": [{"id": "w1"}, {"id": "w2", "slots": ["A"], "min": 1, "max": 2, "clashes": ["w1"], "room": "Saal"}],
        "people": [{"id": "p1", "wishes": ["w1", ["w2"]]}, {"id": "p2", "slots": []}],
    })
}

#[test]
fn what_is_left_out_or_unknown_is_no_fault() {
    assert!(paths(&sound()).is_empty());
    let problem = Problem::from_json(&sound().to_string()).expect("sound");
    assert_eq!(problem.people[0].slots, [0, 1]);
    assert_eq!(problem.workshops[0].slots, [0, 1]);
    assert!(problem.people[1].slots.is_empty());
    assert_eq!(problem.limit, Limit::Seconds(20.0));
}

#[test]
fn one_line_for_every_fault() {
    let problem = json!({
        "slots": ["A", "A", 3],
        "workshops": [
            {"id": "w1", "min": 5, "max": 4},
            {"id": "w1", "slots": ["C"], "min": -1, "max": 1.5, "clashes": ["w1", "w9"]},
            "w3",
            {"max": "ten", "clashes": "w1"},
        ],
        "people": [
            {"id": "p1", "organisation": 7, "slots": ["A", "A"], "wishes": ["w1", ["w1", "w8"], 5]},
            {"id": 4, "wishes": {}},
        ],
        "rules": {"fixed": [{"person": "p1", "slot": "A"}, 1], "together": [["p1", "p7"], "p1"], "apart": {}},
        "fairness": "egalitarian",
        "fill": true,
        "stability": "always",
        "previous": {"seats": [{"person": "gone", "slot": "A", "workshop": "w1"}, {"person": "p1"}]},
        "seed": -3,
        "limit": {"seconds": -1},
    });
    let expected = [
        "slots[1]",
        "slots[2]",
        "workshops[2]",
        "workshops[1].id",
        "workshops[3].id",
        "people[1].id",
        "workshops[0].min",
        "workshops[1].min",
        "workshops[1].max",
        "workshops[1].clashes[0]",
        "workshops[1].clashes[1]",
        "workshops[1].slots[0]",
        "workshops[3].max",
        "workshops[3].clashes",
        "people[0].organisation",
        "people[0].slots[1]",
        "people[0].wishes[1][0]",
        "people[0].wishes[1][1]",
        "people[0].wishes[2]",
        "people[1].wishes",
        "rules.fixed[0].workshop",
        "rules.fixed[1]",
        "rules.together[0][1]",
        "rules.together[1]",
        "rules.apart",
        "fairness",
        "fill",
        "stability",
        "previous.seats[1].slot",
        "previous.seats[1].workshop",
        "seed",
        "limit.seconds",
    ];
    let mut found = paths(&problem);
    let mut expected: Vec<String> = expected.into_iter().map(str::to_owned).collect();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn lists_that_must_not_be_missing_or_empty() {
    assert_eq!(paths(&json!({})), ["slots", "workshops", "people"]);
    assert_eq!(
        paths(&json!({"slots": [], "workshops": [], "people": []})),
        ["slots", "workshops"]
    );
    let empty = json!({"slots": ["A"], "workshops": [{}, 1], "people": [{}]});
    assert_eq!(
        paths(&empty),
        ["workshops[0].id", "workshops[1]", "people[0].id"]
    );
    assert_eq!(paths(&json!([])), ["input"]);
    assert_eq!(
        Problem::from_json("{\"slots\": [")
            .expect_err("no JSON")
            .len(),
        1
    );
}
