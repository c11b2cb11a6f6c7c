//! Bounds that see rules and absences. The plan meets each of them, so none could be lower.

use serde_json::{Value, json};

use crate::solver::plan;

fn people(count: usize) -> Vec<Value> {
    (1..=count)
        .map(|person| json!({ "id": format!("p{person}") }))
        .collect()
}

/// Tables for at least one and at most `most` people.
fn loose_tables(count: usize, most: usize) -> Vec<Value> {
    (1..=count)
        .map(|table| json!({ "id": format!("t{table}"), "min": 1, "max": most }))
        .collect()
}

/// The pairs that meet, which are proven to be the most.
fn proven_meetings(mut problem: Value) -> u64 {
    problem["order"] = json!(["meetings"]);
    problem["limit"] = json!({ "iterations": 200_000 });
    let quality = plan(&problem)["quality"].clone();
    let proven = quality["proven"].as_array().unwrap();
    assert!(proven.contains(&json!("meetings")), "{quality}");
    quality["meetings"]["value"].as_u64().unwrap()
}

#[test]
fn people_kept_apart_do_not_meet() {
    let problem = json!({ "rounds": 3, "tables": loose_tables(2, 3), "people": people(4),
                          "rules": { "apart": [["p1", "p2"]] } });
    assert_eq!(proven_meetings(problem), 5);
}

#[test]
fn two_hosts_never_meet() {
    let mut tables = loose_tables(2, 3);
    tables[0]["host"] = json!("p1");
    tables[1]["host"] = json!("p2");
    let problem = json!({ "rounds": 3, "tables": tables, "people": people(4) });
    assert_eq!(proven_meetings(problem), 5);
}

#[test]
fn people_of_different_rounds_do_not_meet() {
    let mut guests = people(5);
    guests[0]["rounds"] = json!([1]);
    guests[1]["rounds"] = json!([2, 3]);
    let problem = json!({ "rounds": 3, "tables": loose_tables(1, 5), "people": guests });
    assert_eq!(proven_meetings(problem), 9);
}

#[test]
fn whoever_stays_together_meets_once() {
    let tables: Vec<Value> = (1..=4)
        .map(|table| json!({ "id": format!("t{table}") }))
        .collect();
    let problem = json!({ "rounds": 2, "tables": tables, "people": people(8),
                          "rules": { "together": [["p1", "p2"]] } });
    assert_eq!(proven_meetings(problem), 7);
}

#[test]
fn a_seat_fixed_among_colleagues_leaves_fewer_people_to_meet() {
    let mut guests = people(6);
    for colleague in &mut guests[..3] {
        colleague["organisation"] = json!("one");
    }
    let fixed: Vec<Value> = (1..=3)
        .map(|person| json!({ "person": format!("p{person}"), "round": 1, "table": "t1" }))
        .collect();
    let problem = json!({ "rounds": 1, "people": guests, "rules": { "fixed": fixed },
                          "tables": [{ "id": "t1", "min": 3, "max": 4 }, { "id": "t2", "min": 2, "max": 2 }] });
    // Each of the three meets the fourth at the table, and two meet at the other.
    assert_eq!(proven_meetings(problem), 4);
}

#[test]
fn a_topic_is_closed_to_whoever_is_kept_apart_from_its_host() {
    let tables: Vec<Value> = (1..=3)
        .map(|table| json!({ "id": format!("t{table}"), "host": format!("p{table}"), "min": 1, "max": 6 }))
        .collect();
    let problem = json!({ "rounds": 3, "tables": tables, "people": people(9), "order": ["topics"],
                          "rules": { "apart": [["p1", "p9"]] }, "limit": { "iterations": 200_000 } });
    let topics = plan(&problem)["quality"]["topics"].clone();
    assert_eq!(
        topics,
        json!({ "min": 2, "bound_min": 2, "sum": 17, "bound_sum": 17 })
    );
}
