//! With `stability` first, nobody moves who need not.

use serde_json::{Value, json};

use super::plan_of;

const ENOUGH: u64 = 2_000_000;

fn workshops(count: usize, max: u64) -> Vec<Value> {
    (0..count)
        .map(|w| json!({"id": format!("w{w}"), "min": 2, "max": max}))
        .collect()
}

fn people(count: usize, workshops: usize) -> Vec<Value> {
    let wish = |p: usize, i: usize| format!("w{}", (p * (i + 2) + i * i) % workshops);
    (0..count)
        .map(|p| {
            let mut wishes: Vec<String> = Vec::new();
            for i in 0..5 {
                if !wishes.contains(&wish(p, i)) {
                    wishes.push(wish(p, i));
                }
            }
            json!({"id": format!("p{p}"), "organisation": format!("o{}", p % 7), "wishes": wishes})
        })
        .collect()
}

/// Seats of the plan in the workshop.
fn seats_in(plan: &Value, workshop: &str) -> usize {
    let seats = plan["seats"].as_array().expect("seats").iter();
    seats.filter(|seat| seat["workshop"] == workshop).count()
}

#[test]
fn only_people_of_a_workshop_that_is_called_off_move() {
    let mut problem =
        json!({"slots": ["A", "B"], "workshops": workshops(8, 8), "people": people(48, 8)});
    let before = plan_of(&problem, ENOUGH).expect("a plan");
    assert_eq!(before["proven"], true);
    let evicted = seats_in(&before, "w3");
    assert!(evicted > 5, "{before}");
    problem["workshops"][3]["max"] = json!(0);
    problem["workshops"][3]["min"] = json!(0);
    problem["previous"] = before.clone();
    let fair = plan_of(&problem, ENOUGH).expect("a plan");
    problem["stability"] = json!("first");
    let stable = plan_of(&problem, ENOUGH).expect("a plan");
    assert_eq!(stable["proven"], true, "{}", stable["goals"]);
    assert_eq!(stable["changed"], evicted);
    assert_eq!(
        stable["seats"].as_array().map(Vec::len),
        fair["seats"].as_array().map(Vec::len),
        "seats filled come first"
    );
    assert!(fair["changed"].as_u64() > stable["changed"].as_u64());
}

#[test]
fn late_cancellations_make_room_only_for_people_without_a_seat() {
    let mut problem =
        json!({"slots": ["A"], "workshops": workshops(5, 6), "people": people(32, 5)});
    let before = plan_of(&problem, ENOUGH).expect("a plan");
    let unplaced = before["unplaced"].as_array().expect("a list").len();
    assert_eq!(unplaced, 2);
    // Nobody who leaves was without a seat.
    let without: Vec<Value> = before["unplaced"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|entry| entry["person"].clone())
        .collect();
    problem["previous"] = before;
    problem["stability"] = json!("first");
    let mut gone = 0;
    let list = problem["people"].as_array_mut().expect("a list");
    list.retain(|person| {
        let leaves = gone < 4 && !without.contains(&person["id"]);
        gone += usize::from(leaves);
        !leaves
    });
    let after = plan_of(&problem, ENOUGH).expect("a plan");
    assert_eq!(after["unplaced"], json!([]));
    assert_eq!(after["changed"], 0, "{after}");
}

#[test]
fn stability_does_not_matter_without_a_previous_plan() {
    let mut problem =
        json!({"slots": ["A", "B"], "workshops": workshops(4, 5), "people": people(12, 4)});
    let last = plan_of(&problem, ENOUGH).expect("a plan");
    problem["stability"] = json!("first");
    let first = plan_of(&problem, ENOUGH).expect("a plan");
    assert_eq!(first, last);
}
