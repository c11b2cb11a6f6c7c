//! What the screens of a café need from the solver: allowed and closed tables, past meetings, plans to start from, plans
//! drawn by lot, counts in contradictions.

use groups::rotate::{self, Problem, Rule, Shortage, SolveError};
use serde_json::{Value, json};

use crate::checker::{self, Seats};
use crate::solver::{NeverStop, plan, try_plan};

/// Thirty people, five of each organisation, at six tables of three topics.
pub fn cafe() -> Value {
    let tables = (0..6).map(|table| json!({ "id": format!("t{table}"), "topic": format!("s{}", table % 3), "min": 3, "max": 6 }));
    let people = (0..30).map(
        |person| json!({ "id": format!("p{person}"), "organisation": format!("o{}", person / 5) }),
    );
    json!({ "rounds": 3, "tables": tables.collect::<Vec<_>>(), "people": people.collect::<Vec<_>>(),
            "limit": { "iterations": 20_000 }, "seed": 5 })
}

pub fn parsed(problem: &Value) -> Problem {
    Problem::from_json(&problem.to_string()).unwrap()
}

fn contradiction(problem: &Value) -> rotate::Contradiction {
    match rotate::solve(&parsed(problem), &NeverStop) {
        Err(SolveError::Contradiction(contradiction)) => contradiction,
        other => panic!("{other:?} for {problem}"),
    }
}

#[test]
fn a_step_free_table_with_too_few_seats_is_named_with_the_people_who_need_it() {
    let mut problem = cafe();
    for person in 0..13 {
        problem["people"][person]["tables"] = json!(["t4", "t1"]);
    }
    let found = contradiction(&problem);
    let people: Vec<usize> = (0..13).collect();
    assert_eq!(
        found.shortage,
        Some(Shortage::Seats {
            people: people.clone(),
            tables: vec![1, 4],
            seats: 12
        })
    );
    let mut rules: Vec<Rule> = people.into_iter().map(Rule::Tables).collect();
    rules.extend([Rule::Max(1), Rule::Max(4)]);
    assert_eq!(found.rules, rules);
    problem["people"][12]["tables"] = Value::Null;
    plan(&problem);
}

#[test]
fn counts_say_why_rules_contradict() {
    let mut problem = cafe();
    problem["rules"] = json!({ "together": [["p0", "p1", "p2", "p3", "p4", "p5", "p6"]] });
    let found = contradiction(&problem);
    assert!(
        matches!(found.shortage, Some(Shortage::Group { ref people, seats: 6 }) if people.len() == 7),
        "{found:?}"
    );
    problem["rules"] = json!({ "apart": [["p0", "p1", "p2", "p3", "p4", "p5", "p6"]] });
    let found = contradiction(&problem);
    assert!(
        matches!(found.shortage, Some(Shortage::Tables { ref people, ref tables }) if (people.len(), tables.len()) == (7, 6)),
        "{found:?}"
    );
    problem["rules"] = json!({});
    for table in 0..6 {
        problem["tables"][table]["min"] = json!(6);
    }
    let found = contradiction(&problem);
    assert!(
        matches!(found.shortage, Some(Shortage::People { ref people, needed: 36, .. }) if people.len() == 30),
        "{found:?}"
    );
    for table in 0..6 {
        problem["tables"][table] = json!({ "id": format!("t{table}"), "max": 4 });
    }
    let found = contradiction(&problem);
    assert!(
        matches!(found.shortage, Some(Shortage::Seats { ref people, seats: 24, .. }) if people.len() == 30),
        "{found:?}"
    );
}

#[test]
fn the_rest_is_solved_around_a_locked_table_and_a_locked_round() {
    let mut problem = cafe();
    // Eight sit at t0 in round 1, which takes six; two of them are to be apart. Round 2 is locked as it is.
    let there = ["p0", "p1", "p5", "p6", "p10", "p11", "p15", "p16"];
    let mut fixed: Vec<Value> = there
        .iter()
        .map(|person| json!({ "person": person, "round": 1, "table": "t0" }))
        .collect();
    let mut closed = vec![json!({ "round": 1, "table": "t0" })];
    for person in 0..30 {
        fixed.push(json!({ "person": format!("p{person}"), "round": 2, "table": format!("t{}", person / 15) }));
    }
    closed.extend((0..6).map(|table| json!({ "round": 2, "table": format!("t{table}") })));
    problem["rules"] = json!({ "apart": [["p0", "p1"]], "fixed": fixed, "closed": closed });
    let plan = plan(&problem);
    assert_eq!(plan["rounds"][0][0]["people"], json!(there));
    assert_eq!(plan["rounds"][1][0]["people"].as_array().unwrap().len(), 15);
    // Whoever is not fixed there must not sit at a closed table, and without it there are too few seats.
    let empty = [0, 1, 2].map(|table| json!({ "round": 3, "table": format!("t{table}") }));
    problem["rules"] = json!({ "closed": empty });
    let found = contradiction(&problem);
    assert_eq!(found.round, 2);
    assert!(found.rules.contains(&Rule::Closed(1)), "{found:?}");
    assert!(
        matches!(found.shortage, Some(Shortage::Seats { seats: 18, .. })),
        "{found:?}"
    );
}

#[test]
fn pairs_of_past_meetings_come_last() {
    let mut problem = cafe();
    problem["people"] = (0..12)
        .map(|person| json!({ "id": format!("p{person}") }))
        .collect();
    problem["tables"] = (0..4)
        .map(|table| json!({ "id": format!("t{table}") }))
        .collect();
    problem["met"] = json!([{ "people": ["p0", "p1", "p2", "p3"] }, { "people": ["p4", "p5", "p6", "p7", "p8"], "weight": 3 }]);
    problem["order"] = json!(["topics", "meetings", "met"]);
    let plan = plan(&problem);
    // Five people at four tables: one pair of weight three in each round.
    assert_eq!(plan["quality"]["met"], json!({ "value": 9, "bound": 9 }));
    assert_eq!(
        plan["quality"]["proven"],
        json!(["topics", "meetings", "mix", "met"])
    );
}

#[test]
fn a_plan_to_start_from_is_never_made_worse_and_is_no_goal() {
    let mut problem = cafe();
    problem["limit"] = json!({ "iterations": 300_000 });
    let best = plan(&problem);
    problem["limit"] = json!({ "iterations": 0 });
    problem["seed"] = json!(99);
    let drawn = plan(&problem);
    problem["start"] = best.clone();
    let started = plan(&problem);
    assert_eq!(started["rounds"], best["rounds"]);
    assert_eq!(started["method"], "given plan");
    assert_ne!(drawn["rounds"], best["rounds"]);
    assert_eq!(drawn["method"], "random");
    // Half of the plan, without the last round: the rest is filled up.
    let mut half = best.clone();
    half["rounds"].as_array_mut().unwrap().pop();
    half["rounds"][0][0]["people"] = json!([]);
    problem["start"] = half;
    let filled = plan(&problem);
    assert_eq!(filled["rounds"][1], best["rounds"][1]);
    assert_eq!(started["quality"]["changed_people"], 0);
}

#[test]
fn a_plan_is_drawn_by_its_seed() {
    let mut json = cafe();
    json["people"][0]["tables"] = json!(["t5"]);
    json["rules"] = json!({ "together": [["p1", "p9"]], "apart": [["p2", "p3"]] });
    let problem = parsed(&json);
    let draw = |seed| rotate::random_seating(&problem, seed, &NeverStop).unwrap();
    assert_eq!(draw(1), draw(1));
    assert_ne!(draw(1), draw(2));
    for seed in 0..20 {
        for (round, seats) in (1..).zip(&draw(seed).rounds) {
            let names =
                |(person, table): (usize, &u16)| (format!("p{person}"), format!("t{table}"));
            let seats: Seats = seats.iter().enumerate().map(names).collect();
            assert_eq!(checker::broken(&json, round, &seats), [""; 0]);
        }
    }
    json["limit"] = json!({ "iterations": 0 });
    json["seed"] = json!(2);
    let printed = rotate::solve(&parsed(&json), &NeverStop).unwrap();
    assert_eq!(printed.seating, draw(2));
}

#[test]
fn five_hundred_people_with_needs_are_seated_or_refused_at_once() {
    let tables: Vec<Value> = (0..60)
        .map(|table| json!({ "id": format!("t{table}"), "min": 7, "max": 9 }))
        .collect();
    let needs = |person: usize| match person % 5 {
        0 => Some((0..12).collect::<Vec<usize>>()),
        1 => Some((6..24).collect()),
        2 => Some((18..60).collect()),
        _ => None,
    };
    let people: Vec<Value> = (0..500)
        .map(|person| {
            let mut row =
                json!({ "id": format!("p{person}"), "organisation": format!("o{}", person % 90) });
            if let Some(tables) = needs(person) {
                row["tables"] = tables.iter().map(|table| format!("t{table}")).collect();
            }
            row
        })
        .collect();
    let apart: Vec<Value> = (0..40)
        .map(|pair| {
            json!([
                format!("p{}", pair * 5 + 10),
                format!("p{}", pair * 10 + 21)
            ])
        })
        .collect();
    let mut problem = json!({ "rounds": 4, "tables": tables, "people": people, "limit": { "iterations": 2_000 },
        "rules": { "apart": apart, "together": [["p0", "p1", "p3"], ["p2", "p4", "p7"]] } });
    let begin = std::time::Instant::now();
    plan(&problem);
    // Two hundred people at twenty tables of nine.
    for table in 0..20 {
        problem["tables"][table]["max"] = json!(9);
    }
    for person in 0..181 {
        problem["people"][person]["tables"] = (0..20).map(|table| format!("t{table}")).collect();
    }
    let lines = try_plan(&problem).unwrap_err();
    assert!(lines.len() <= 201, "{}", lines.len());
    assert!(begin.elapsed().as_secs() < 60, "{:?}", begin.elapsed());
}
