//! Workshops that a person may attend, offers that are decided, and fixed seats.

use groups::assign::SolveError;
use serde_json::{Value, json};

use super::plan_of;

fn conference() -> Value {
    json!({
        "slots": ["A"],
        "workshops": [{"id": "w1", "min": 2, "max": 4}, {"id": "w2", "max": 4}, {"id": "w3", "min": 2, "max": 4}],
        "people": [
            {"id": "p1", "wishes": ["w2"]}, {"id": "p2", "wishes": ["w2", "w1"]},
            {"id": "p3", "wishes": ["w2", "w3"]}, {"id": "p4", "wishes": ["w2"]},
        ],
        "rules": {},
    })
}

fn workshop_of<'a>(plan: &'a Value, person: &str) -> Option<&'a str> {
    let mut seats = plan["seats"].as_array().expect("seats").iter();
    seats.find(|seat| seat["person"] == person)?["workshop"].as_str()
}

fn lines(problem: &Value) -> Vec<String> {
    match plan_of(problem, 100_000) {
        Err(SolveError::Contradiction(contradiction)) => contradiction.lines,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_person_attends_only_what_is_allowed() {
    let mut problem = conference();
    problem["people"][0]["workshops"] = json!(["w1", "w3"]);
    problem["people"][3]["workshops"] = json!([]);
    let plan = plan_of(&problem, 100_000).expect("a plan");
    assert_eq!(workshop_of(&plan, "p4"), None);
    assert_eq!(
        plan["unplaced"][0]["why"],
        "w2 is not open; other workshops: 2 not open to the person"
    );
    assert_ne!(workshop_of(&plan, "p1"), Some("w2"));
    problem["fill"] = json!("wishes-only");
    let plan = plan_of(&problem, 100_000).expect("a plan");
    // Who can attend none of the own wishes may sit anywhere that is allowed.
    assert!(matches!(workshop_of(&plan, "p1"), None | Some("w1" | "w3")));
}

#[test]
fn an_open_offer_takes_place_although_few_wish_for_it() {
    let mut problem = conference();
    let plan = plan_of(&problem, 100_000).expect("a plan");
    assert_eq!(plan["cancelled"], json!(["w1", "w3"]));
    problem["rules"]["open"] = json!([{"workshop": "w1", "slot": "A"}]);
    let plan = plan_of(&problem, 100_000).expect("a plan");
    assert_eq!(plan["cancelled"], json!(["w3"]));
    assert_eq!(workshop_of(&plan, "p2"), Some("w1"));
    assert_eq!(plan["proven"], true);
}

#[test]
fn open_offers_that_share_too_few_people_contradict_one_another() {
    let mut problem = conference();
    problem["workshops"][0]["min"] = json!(3);
    problem["rules"]["open"] =
        json!([{"workshop": "w1", "slot": "A"}, {"workshop": "w3", "slot": "A"}]);
    assert_eq!(
        lines(&problem),
        [
            "rules.open[0]: w1 in slot A takes place",
            "rules.open[1]: w3 in slot A takes place",
            "workshops[0].min: w1 takes place from 3",
            "workshops[2].min: w3 takes place from 2",
        ]
    );
}

#[test]
fn a_closed_offer_takes_nobody_and_says_so() {
    let mut problem = conference();
    problem["rules"]["closed"] = json!([{"workshop": "w2", "slot": "A"}]);
    problem["fill"] = json!("wishes-only");
    let plan = plan_of(&problem, 100_000).expect("a plan");
    assert_eq!(plan["cancelled"], json!(["w1", "w2", "w3"]));
    assert_eq!(plan["unplaced"][0]["why"], "w2 was called off");
    problem["rules"]["open"] = problem["rules"]["closed"].clone();
    assert_eq!(
        lines(&problem),
        [
            "rules.open[0]: w2 in slot A takes place",
            "rules.closed[0]: w2 in slot A does not take place",
        ]
    );
}

#[test]
fn a_fixed_seat_needs_no_wish_but_the_permission() {
    let mut problem = conference();
    problem["fill"] = json!("wishes-only");
    problem["rules"]["fixed"] = json!([
        {"person": "p1", "slot": "A", "workshop": "w3"}, {"person": "p3", "slot": "A", "workshop": "w3"},
    ]);
    let plan = plan_of(&problem, 100_000).expect("a plan");
    assert_eq!(workshop_of(&plan, "p1"), Some("w3"));
    problem["people"][0]["workshops"] = json!(["w2", "w1"]);
    assert_eq!(
        lines(&problem),
        [
            "rules.fixed[0]: p1 sits in w3 in slot A",
            "people[0].workshops: p1 may attend w2, w1",
        ]
    );
}

#[test]
fn more_fixed_seats_than_seats_are_a_contradiction() {
    let mut problem = conference();
    problem["workshops"][1]["max"] = json!(1);
    problem["rules"]["fixed"] = json!([
        {"person": "p1", "slot": "A", "workshop": "w2"}, {"person": "p3", "slot": "A", "workshop": "w2"},
    ]);
    assert_eq!(lines(&problem)[2], "workshops[1].max: w2 has room for 1");
}
