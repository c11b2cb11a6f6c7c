//! Faults are reported completely; no input causes a panic or a long run.

use crate::solver;
use groups::SearchControl;
use groups::rotate::{self, Problem};
use proptest::prelude::*;
use serde_json::{Value, json};

fn faults(problem: &Value) -> Vec<String> {
    let faults = Problem::from_json(&problem.to_string()).unwrap_err();
    faults.iter().map(|fault| fault.path.clone()).collect()
}

#[test]
fn every_fault_is_named_by_its_field() {
    let problem = json!({
        "rounds": 2,
        "tables": [{ "id": "t1", "min": 3, "max": 2 }, { "id": "t1", "host": "nobody" }, { "max": -1 }],
        "people": [{ "id": "p1", "rounds": [3, "x"] }, { "id": 5 }, "p3"],
        "rules": { "together": [["p1", "p9"]], "apart": "p1", "fixed": [{ "person": "p1", "round": 0, "table": "t7" }] },
        "order": ["topics", "topics", "fame"], "previous": { "rounds": [[{ "table": "t8", "people": ["p1"] }]] },
        "frozen_rounds": 2, "limit": { "seconds": 1, "iterations": 2 }, "seed": -4
    });
    let mut found = faults(&problem);
    found.sort();
    assert_eq!(
        found,
        [
            "frozen_rounds",
            "limit",
            "order[1]",
            "order[2]",
            "people[0].rounds[0]",
            "people[0].rounds[1]",
            "people[1].id",
            "people[2]",
            "previous.rounds[0][0].table",
            "rules.apart",
            "rules.fixed[0].round",
            "rules.fixed[0].table",
            "rules.together[0][1]",
            "seed",
            "tables[0].min",
            "tables[1].host",
            "tables[1].id",
            "tables[2].id",
            "tables[2].max",
        ]
    );
}

#[test]
fn what_is_missing_or_empty_is_a_fault() {
    assert_eq!(faults(&json!({})), ["rounds", "tables", "people"]);
    assert_eq!(
        faults(&json!({ "rounds": 1, "tables": [], "people": [] })),
        ["tables"]
    );
    assert_eq!(
        faults(&json!({ "rounds": 0, "tables": [{ "id": "t" }], "people": [] })),
        ["rounds"]
    );
    assert_eq!(
        faults(&json!({ "rounds": 1, "tables": [{ "id": "t" }], "people": [], "order": [] })),
        ["order"]
    );
    assert_eq!(
        faults(
            &json!({ "rounds": 1, "tables": [{ "id": "t" }], "people": [], "frozen_rounds": 1 })
        ),
        ["frozen_rounds"]
    );
    assert!(Problem::from_json("{").is_err());
    assert_eq!(
        Problem::from_json("{\n").unwrap_err()[0]
            .to_string()
            .lines()
            .count(),
        1
    );
}

#[test]
fn more_than_memory_holds_is_one_line() {
    let problem = |rounds: usize, tables: usize, people: usize| {
        let ids = |count: usize| {
            (0..count)
                .map(|id| json!({ "id": id.to_string() }))
                .collect::<Vec<_>>()
        };
        json!({ "rounds": rounds, "tables": ids(tables), "people": ids(people) })
    };
    let line = |problem: &Value| {
        let faults = Problem::from_json(&problem.to_string()).unwrap_err();
        assert_eq!(faults.len(), 1);
        faults[0].to_string()
    };
    assert_eq!(
        line(&problem(1, 1_001, 1)),
        "tables: 1001 are too many, at most 1000"
    );
    assert_eq!(
        line(&problem(1, 1, 10_001)),
        "people: 10001 are too many, at most 10000"
    );
    assert_eq!(
        line(&problem(60, 1, 10_000)),
        "rounds: 60 for 10000 people are too many, at most 500000 seats"
    );
    let mut problem = problem(1, 1, 1);
    problem["previous"] = json!({ "rounds": vec![json!([]); 101] });
    assert_eq!(
        line(&problem),
        "previous.rounds: 101 are too many, at most 100"
    );
}

#[test]
fn unknown_fields_are_ignored_and_null_is_left_out() {
    let problem = json!({ "rounds": 1, "tables": [{ "id": "t", "colour": "red", "min": null }], "people": [{ "id": "p", "organisation": null }], "mood": [] });
    assert!(Problem::from_json(&problem.to_string()).is_ok());
}

#[test]
fn a_table_that_closes_stays_in_the_list_and_in_the_rounds_that_have_happened() {
    let problem = json!({
        "rounds": 2, "frozen_rounds": 1, "limit": { "iterations": 1_000 },
        "tables": [{ "id": "closed", "max": 0 }, { "id": "open" }],
        "people": [{ "id": "p1" }, { "id": "p2" }, { "id": "p3" }],
        "previous": { "rounds": [
            [{ "table": "closed", "people": ["p1", "p2"] }, { "table": "open", "people": ["p3"] }],
            [{ "table": "closed", "people": ["p3"] }, { "table": "open", "people": ["p1", "p2"] }],
        ] },
    });
    let plan = solver::plan(&problem);
    assert_eq!(plan["rounds"][0][0]["people"], json!(["p1", "p2"]));
    assert_eq!(plan["quality"]["changed_people"], 1);
}

struct StopSoon(std::time::Instant);

impl SearchControl for StopSoon {
    fn should_stop(&self) -> bool {
        self.0.elapsed().as_millis() > 50
    }
}

fn any_value(depth: u32) -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        prop_oneof![-3_i64..8, any::<i64>()].prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop_oneof!["[ptab][0-9]?", "\\PC{0,4}"].prop_map(Value::from),
    ];
    leaf.prop_recursive(depth, 24, 5, |inner| {
        let name = prop_oneof![
            Just("rounds"),
            Just("tables"),
            Just("people"),
            Just("rules"),
            Just("id"),
            Just("min"),
            Just("max"),
            Just("host"),
            Just("together"),
            Just("apart"),
            Just("fixed"),
            Just("person"),
            Just("round"),
            Just("table"),
            Just("order"),
            Just("previous"),
            Just("frozen_rounds"),
            Just("limit"),
            Just("seconds"),
            Just("iterations"),
            Just("seed"),
            Just("topic"),
            Just("organisation"),
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((name, inner), 0..6).prop_map(|fields| Value::Object(
                fields
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value))
                    .collect()
            )),
        ]
    })
    .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_input_panics(value in any_value(6)) {
        if let Ok(problem) = Problem::from_json(&value.to_string()) {
            let _ = rotate::solve(&problem, &StopSoon(std::time::Instant::now()));
        }
    }

    #[test]
    fn a_sound_problem_with_one_field_spoilt_is_refused_or_planned(
        pointer in prop::sample::select(vec![
            "/rounds", "/tables", "/tables/0", "/tables/0/id", "/tables/0/min", "/tables/0/max", "/tables/1/host", "/people",
            "/people/0", "/people/0/id", "/people/1/rounds", "/rules", "/rules/together", "/rules/apart/0", "/rules/fixed/0/round",
            "/order", "/previous", "/previous/rounds", "/previous/rounds/0", "/frozen_rounds", "/limit", "/seed",
        ]),
        value in any_value(3),
    ) {
        let mut problem = json!({
            "rounds": 2,
            "tables": [{ "id": "t1", "topic": "a", "min": 1, "max": 6 }, { "id": "t2", "host": "p1" }],
            "people": [{ "id": "p1", "organisation": "o" }, { "id": "p2", "rounds": [2] }, { "id": "p3" }, { "id": "p4" }],
            "rules": { "together": [["p3", "p4"]], "apart": [["p2", "p3"]], "fixed": [{ "person": "p3", "round": 2, "table": "t2" }] },
            "order": ["topics"], "previous": { "rounds": [[{ "table": "t1", "people": ["p3", "p9"] }]] }, "frozen_rounds": 1,
            "limit": { "iterations": 200 }, "seed": 1,
        });
        if let Some(field) = problem.pointer_mut(pointer) {
            *field = value;
        }
        if let Ok(parsed) = Problem::from_json(&problem.to_string()) {
            let _ = rotate::solve(&parsed, &StopSoon(std::time::Instant::now()));
        }
    }
}

#[test]
fn the_largest_problems_end_in_time() {
    let people: Vec<Value> = (0..5_000).map(|index| json!({ "id": format!("p{index}"), "organisation": format!("o{}", index % 700) })).collect();
    let tables: Vec<Value> = (0..500)
        .map(|index| json!({ "id": format!("t{index}"), "min": 0 }))
        .collect();
    for (tables, rules) in [
        (tables.clone(), json!({})),
        (
            (0..500)
                .map(|index| json!({ "id": format!("t{index}") }))
                .collect(),
            json!({ "apart": (0..200).map(|group| (0..20).map(|member| format!("p{}", group * 20 + member)).collect::<Vec<_>>()).collect::<Vec<_>>(),
                    "together": (0..400).map(|pair| [format!("p{pair}"), format!("p{}", 4_000 + pair)]).collect::<Vec<_>>() }),
        ),
    ] {
        let mut problem = json!({ "rounds": 50, "tables": tables, "people": people, "rules": rules, "limit": { "iterations": 2_000 } });
        let start = std::time::Instant::now();
        let parsed = Problem::from_json(&problem.to_string()).unwrap();
        rotate::solve(&parsed, &StopSoon(std::time::Instant::now())).unwrap();
        println!("{:?}", start.elapsed());
        problem["rounds"] = json!(2);
        solver::plan(&problem);
    }
}
