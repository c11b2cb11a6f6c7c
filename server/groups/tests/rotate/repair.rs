//! Repairs: who is missing, who walks in, and what a change of seats buys.

use std::sync::Mutex;

use groups::SearchControl;
use groups::rotate::{self, Problem};
use serde_json::{Value, json};

use crate::checker;
use crate::solver::{NeverStop, plan};

/// A café, and the same on the day: some people miss all rounds or the rounds after the first, others walk in.
///
/// The first plan takes so many proposals, and so does the repair.
fn repair(people: usize, tables: usize, (first, repair): (u64, u64)) -> Value {
    let sizes = json!({ "min": people / tables - 1, "max": people / tables + 2 });
    let tables: Vec<Value> = (0..tables)
        .map(|table| json!({ "id": format!("t{table}"), "min": sizes["min"], "max": sizes["max"] }))
        .collect();
    let person = |index: usize| json!({ "id": format!("p{index}"), "organisation": format!("o{}", index / 5) });
    let mut problem = json!({ "rounds": 4, "tables": tables, "people": (0..people).map(person).collect::<Vec<_>>(),
                              "limit": { "iterations": first }, "seed": 5 });
    let first = plan(&problem);
    let mut there: Vec<Value> = (0..people)
        .filter(|index| index % 25 != 3)
        .map(person)
        .collect();
    for leaver in there.iter_mut().skip(7).step_by(29) {
        leaver["rounds"] = json!([1]);
    }
    for late in 0..people / 40 {
        there.push(
            json!({ "id": format!("late{late}"), "organisation": "o1", "rounds": [2, 3, 4] }),
        );
    }
    // Everybody of one table stays away, so that people have to change.
    let missing = first["rounds"][2][0]["people"].as_array().unwrap().clone();
    there.retain(|person| !missing.contains(&person["id"]));
    problem["people"] = json!(there);
    problem["limit"]["iterations"] = json!(repair);
    problem["previous"] = first;
    problem["frozen_rounds"] = json!(1);
    problem
}

/// Notes the plans that are searched.
#[derive(Default)]
struct Notes(Mutex<Vec<(usize, usize)>>);

impl SearchControl for Notes {
    fn should_stop(&self) -> bool {
        false
    }

    fn on_plan(&self, number: usize, count: usize) {
        self.0.lock().unwrap().push((number, count));
    }
}

#[test]
fn a_repair_offers_trade_offs_from_the_fewest_changes_to_the_best_goals() {
    let problem = repair(120, 15, (0, 200_000));
    let parsed = Problem::from_json(&problem.to_string()).unwrap();
    let notes = Notes::default();
    let plans = rotate::solve_with_alternatives(&parsed, &notes).unwrap();
    assert_eq!(*notes.0.lock().unwrap(), [(0, 3), (1, 3), (2, 3)]);
    let changes: Vec<usize> = plans
        .iter()
        .map(|plan| plan.quality.changed_people)
        .collect();
    assert_eq!(plans.len(), 3, "{changes:?}");
    assert!(
        changes.is_sorted() && changes[0] < changes[1] && changes[1] < changes[2],
        "{changes:?}"
    );
    let goals = |index: usize| {
        let quality = rotate::Quality {
            changed_people: 0,
            ..plans[index].quality
        };
        quality.objective(&parsed.order)
    };
    assert!(goals(0) > goals(1) && goals(1) > goals(2));
    for plan in &plans {
        let plan: Value = serde_json::from_str(&plan.to_json(&parsed).unwrap()).unwrap();
        assert_eq!(checker::complaints(&problem, &plan), Vec::<String>::new());
    }
    assert_eq!(
        plans[0].seating,
        rotate::solve(&parsed, &NeverStop).unwrap().seating
    );
}

#[test]
fn a_chain_through_a_third_table_changes_the_fewest_people() {
    // The nearest seating found first puts p0 and p2 at t1. They take the seat of p1, who goes to t0.
    for seed in 0..6 {
        let problem = json!({
            "rounds": 1, "order": ["meetings"], "seed": seed, "limit": { "iterations": 20_000 },
            "tables": [{ "id": "t0", "max": 1 }, { "id": "t1" }, { "id": "t2", "min": 1, "max": 2 }],
            "people": [{ "id": "p0" }, { "id": "p1", "tables": ["t0", "t2"] }, { "id": "p2" }],
            "rules": { "together": [["p0", "p2"]] },
            "previous": { "rounds": [[{ "table": "t0", "people": ["p0", "p1"] }, { "table": "t2", "people": ["p2"] }]] }
        });
        assert_eq!(plan(&problem)["quality"]["changed_people"], 1, "{seed}");
    }
}

#[test]
fn a_repair_of_five_hundred_moves_few_and_takes_few_proposals() {
    let problem = repair(500, 60, (60_000, 60_000));
    let parsed = Problem::from_json(&problem.to_string()).unwrap();
    let start = std::time::Instant::now();
    let repaired = plan(&problem);
    println!("{:?}: {}", start.elapsed(), repaired["quality"]);
    // Seven people fill the table that everybody left, in that round, and others fill tables that lost several.
    let changed = repaired["quality"]["changed_people"].as_u64().unwrap();
    assert!((7..=20).contains(&changed), "{changed}");
    let plans = rotate::solve_with_alternatives(&parsed, &NeverStop).unwrap();
    assert_eq!(plans[0].quality.changed_people as u64, changed);
}

#[test]
fn a_plan_between_is_searched_only_where_there_is_room_for_one() {
    assert_eq!(rotate::changes_between(0, 40), Some(6));
    assert_eq!(rotate::changes_between(4, 100), Some(20));
    for (few, many) in [(0, 0), (0, 1), (2, 3), (5, 5), (9, 4)] {
        assert_eq!(rotate::changes_between(few, many), None, "{few}, {many}");
    }
}
