//! Contradictions: every necessary rule is named, and no other.

use groups::assign::{Contradiction, Rule, SolveError};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::cases::{Size, problem};
use super::checker::Contract;
use super::enumeration::best;
use super::plan_of;

fn contradiction(problem: &Value) -> Contradiction {
    match plan_of(problem, 1_000_000) {
        Err(SolveError::Contradiction(contradiction)) => contradiction,
        other => panic!("{other:?}"),
    }
}

type RuleAt = fn(usize) -> Rule;

/// The problem with only some of its rules. Slots stay, unless the contradiction is about slots.
fn with_only(problem: &Value, rules: &[Rule], named: &[Rule]) -> Value {
    let mut kept = problem.clone();
    let has = |rule: Rule| rules.contains(&rule);
    let about_slots = named
        .iter()
        .any(|rule| matches!(rule, Rule::WorkshopSlots(_) | Rule::PersonSlots(_)));
    let dropped = |rule: Rule| about_slots && !rules.contains(&rule);
    for (i, workshop) in kept["workshops"]
        .as_array_mut()
        .expect("a list")
        .iter_mut()
        .enumerate()
    {
        for (field, rule) in [
            ("min", Rule::Min(i)),
            ("max", Rule::Max(i)),
            ("organisation_max", Rule::OrganisationMax(i)),
        ] {
            if !has(rule) {
                workshop[field] = Value::Null;
            }
        }
        if dropped(Rule::WorkshopSlots(i)) {
            workshop["slots"] = Value::Null;
        }
        let clashes = workshop["clashes"].as_array().cloned().unwrap_or_default();
        let clashes = clashes
            .into_iter()
            .enumerate()
            .filter(|(j, _)| has(Rule::Clash(i, *j)));
        workshop["clashes"] = clashes.map(|(_, id)| id).collect();
    }
    for (i, person) in kept["people"]
        .as_array_mut()
        .expect("a list")
        .iter_mut()
        .enumerate()
    {
        if dropped(Rule::PersonSlots(i)) {
            person["slots"] = Value::Null;
        }
        if !has(Rule::PersonWorkshops(i)) {
            // Who could attend no wish may sit where the rule let them, also without it.
            if Contract::new(problem).wishes(&format!("p{i}")).is_empty() {
                person["also"] = person["workshops"].clone();
            }
            person["workshops"] = Value::Null;
        }
    }
    let kinds: [(&str, RuleAt); 5] = [
        ("fixed", Rule::Fixed),
        ("together", Rule::Together),
        ("apart", Rule::Apart),
        ("open", Rule::Open),
        ("closed", Rule::Closed),
    ];
    for (kind, rule) in kinds {
        let list = kept["rules"][kind].as_array().cloned().unwrap_or_default();
        kept["rules"][kind] = list
            .into_iter()
            .enumerate()
            .filter(|(i, _)| has(rule(*i)))
            .map(|(_, v)| v)
            .collect();
    }
    kept["rules"]["allowed"] = problem["rules"]["fixed"].clone();
    if !has(Rule::Fill) {
        kept["fill"] = json!("anything");
    }
    kept["fairness"] = json!("generous");
    kept
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_rules_named_contradict_and_none_can_be_left_out(
        problem in problem(Size { people: 4, workshops: 2, slots: 2, fixed: 3, groups: 2 }),
    ) {
        let Err(SolveError::Contradiction(found)) = plan_of(&problem, 1_000_000) else { return Ok(()) };
        prop_assert_eq!(found.rules.len(), found.lines.len());
        prop_assert!(best(&with_only(&problem, &found.rules, &found.rules)).is_none(), "{:?} in {}", found.rules, problem);
        for left_out in &found.rules {
            let rest: Vec<Rule> = found.rules.iter().copied().filter(|rule| rule != left_out).collect();
            prop_assert!(best(&with_only(&problem, &rest, &found.rules)).is_some(), "{:?} without {:?} in {}", found.rules, left_out, problem);
        }
    }
}

fn conference() -> Value {
    json!({
        "slots": ["A", "B"],
        "workshops": [
            {"id": "w1", "min": 3, "max": 4, "organisation_max": 1, "clashes": ["w2"]},
            {"id": "w2", "min": 0, "max": 1},
            {"id": "w3", "slots": ["B"]},
        ],
        "people": [
            {"id": "p1", "organisation": "X", "wishes": ["w1"]},
            {"id": "p2", "organisation": "X", "wishes": ["w3"]},
            {"id": "p3", "slots": ["A"], "wishes": ["w2"]},
        ],
        "rules": {"fixed": [], "together": [], "apart": []},
    })
}

fn fixed(person: &str, slot: &str, workshop: &str) -> Value {
    json!({"person": person, "slot": slot, "workshop": workshop})
}

#[test]
fn a_seat_in_a_slot_where_the_workshop_is_not_offered() {
    let mut problem = conference();
    problem["rules"]["fixed"] = json!([fixed("p1", "A", "w3")]);
    assert_eq!(
        contradiction(&problem).lines,
        [
            "rules.fixed[0]: p1 sits in w3 in slot A",
            "workshops[2].slots: w3 is offered in B"
        ]
    );
}

#[test]
fn a_seat_in_a_slot_the_person_does_not_attend() {
    let mut problem = conference();
    problem["rules"]["fixed"] = json!([fixed("p3", "B", "w3")]);
    assert_eq!(
        contradiction(&problem).lines,
        [
            "rules.fixed[0]: p3 sits in w3 in slot B",
            "people[2].slots: p3 attends A"
        ]
    );
}

#[test]
fn two_seats_in_workshops_that_clash() {
    let mut problem = conference();
    problem["rules"]["fixed"] = json!([
        fixed("p1", "A", "w2"),
        fixed("p2", "A", "w1"),
        fixed("p1", "B", "w1")
    ]);
    assert_eq!(
        contradiction(&problem).rules,
        [Rule::Fixed(0), Rule::Fixed(2), Rule::Clash(0, 0)]
    );
}

#[test]
fn a_fixed_seat_in_a_workshop_that_cannot_reach_its_minimum() {
    let mut problem = conference();
    // Two people of one organisation may not both come, so at most two people can.
    problem["rules"]["fixed"] = json!([fixed("p1", "A", "w1")]);
    assert_eq!(
        contradiction(&problem).rules,
        [Rule::Fixed(0), Rule::Min(0), Rule::OrganisationMax(0)]
    );
}

#[test]
fn a_fixed_seat_whose_partner_finds_no_room() {
    let mut problem = conference();
    problem["rules"]["fixed"] = json!([fixed("p1", "A", "w2")]);
    problem["rules"]["together"] = json!([["p1", "p2"]]);
    assert_eq!(
        contradiction(&problem).rules,
        [Rule::Fixed(0), Rule::Together(0), Rule::Max(1)]
    );
}

#[test]
fn together_and_apart_alone_only_leave_both_without_a_seat() {
    let mut problem = conference();
    problem["rules"]["together"] = json!([["p1", "p2"]]);
    problem["rules"]["apart"] = json!([["p1", "p2"]]);
    let plan = plan_of(&problem, 1_000_000).expect("a plan");
    let unplaced = plan["unplaced"].as_array().expect("a list");
    assert!(unplaced.iter().all(|refusal| refusal["person"] != "p3"));
    assert_eq!(unplaced.len(), 4);
    let tells = |refusal: &Value| {
        let why = refusal["why"].as_str().expect("text");
        why.contains("would bring p1 together with p2")
    };
    assert!(unplaced.iter().any(tells), "{unplaced:?}");
}

/// More offers than the linear program takes: 27 workshops in each of 27 slots. `w0` needs six people in two
/// slots, and nobody may attend it twice, so its people must be divided between the slots.
fn many_offers(people: usize) -> Value {
    let slots: Vec<String> = (0..27).map(|slot| format!("s{slot}")).collect();
    let mut workshops: Vec<Value> = (1..27)
        .map(|w| json!({"id": format!("w{w}"), "min": 2}))
        .collect();
    workshops.push(json!({"id": "w0", "min": 6}));
    let people: Vec<Value> = (0..people)
        .map(|p| json!({"id": format!("p{p}"), "slots": ["s0", "s1", "s2"], "wishes": ["w0", format!("w{}", p % 5 + 1)]}))
        .collect();
    json!({
        "slots": slots,
        "workshops": workshops,
        "people": people,
        "rules": {"fixed": [fixed("p0", "s0", "w0"), fixed("p1", "s1", "w0"), fixed("p2", "s2", "w3")]},
    })
}

#[test]
fn fixed_seats_among_many_offers_are_held_where_they_can_be() {
    let plan = plan_of(&many_offers(12), 1_000_000).expect("a plan");
    let held = |seat: &&Value| seat["workshop"] == "w0" && seat["slot"] != "s2";
    assert_eq!(
        plan["seats"]
            .as_array()
            .expect("seats")
            .iter()
            .filter(held)
            .count(),
        12
    );
}

#[test]
fn a_contradiction_among_many_offers_is_proved_and_named() {
    assert_eq!(
        contradiction(&many_offers(11)).rules,
        [Rule::Fixed(0), Rule::Fixed(1), Rule::Min(26)]
    );
}

#[test]
fn without_time_nothing_is_called_a_contradiction() {
    for stop_checks in [0, 5, 50] {
        match plan_of(&many_offers(11), stop_checks) {
            Err(SolveError::Contradiction(found)) => assert_eq!(found.rules.len(), 3),
            Err(SolveError::Undecided | SolveError::Unexplained { .. }) => {}
            Ok(plan) => panic!("{plan}"),
        }
    }
}

/// A fixed seat also permits a workshop without a wish for it, even when the rule is left out.
#[test]
fn who_fills_a_workshop_together_is_not_to_blame_for_another_that_stays_empty() {
    for order in [["p1", "p2", "p3"], ["p3", "p1", "p2"], ["p2", "p3", "p1"]] {
        let of = |person: &str| fixed(person, "A", if person == "p3" { "w3" } else { "w" });
        let people = ["p1", "p2", "p3", "q"].map(|id| json!({"id": id, "wishes": ["w2"]}));
        let problem = json!({
            "slots": ["A"],
            "workshops": [{"id": "w", "min": 2}, {"id": "w2"}, {"id": "w3", "min": 2}],
            "people": people,
            "rules": {"fixed": order.map(of)},
            "fill": "wishes-only",
        });
        let alone = order.iter().position(|&person| person == "p3").expect("p3");
        assert_eq!(
            contradiction(&problem).rules,
            [Rule::Fixed(alone), Rule::Min(2), Rule::Fill]
        );
    }
}

/// Six workshops lack two people each, and eleven could come: no smaller set of rules is contradictory.
#[test]
fn too_few_people_for_all_that_must_take_place_is_found_by_counting() {
    let workshops: Vec<Value> = (0..6)
        .map(|w| json!({"id": format!("w{w}"), "min": 3}))
        .collect();
    let all: Vec<String> = (0..6).map(|w| format!("w{w}")).collect();
    let mut people: Vec<Value> = (0..6)
        .map(|p| json!({"id": format!("f{p}"), "wishes": [format!("w{p}")]}))
        .collect();
    people.extend((0..11).map(|p| json!({"id": format!("p{p}"), "wishes": all})));
    people.push(json!({"id": "q", "wishes": ["other"]}));
    let seats: Vec<Value> = (0..6)
        .map(|p| fixed(&format!("f{p}"), "A", &format!("w{p}")))
        .collect();
    let mut problem = json!({"slots": ["A"], "workshops": workshops, "people": people, "rules": {"fixed": seats}, "fill": "wishes-only"});
    let list = problem["workshops"].as_array_mut().expect("a list");
    list.push(json!({"id": "other"}));
    assert_eq!(contradiction(&problem).rules.len(), 13);
}
