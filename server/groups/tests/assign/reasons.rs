//! Every reason for a missing seat is true, and every wish has one.

use std::collections::BTreeSet;

use groups::assign::{Obstacle, Problem, ProblemLayout, Reasons, Seating};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::cases::{Size, problem};
use super::checker::{Contract, Seats, texts};
use super::plan_of;
use super::refused::Refused;

/// Checks all refusals of a plan. Returns the number of wishes that were explained.
fn reasons_are_true(problem: &Value, plan: &Value) -> usize {
    let contract = Contract::new(problem);
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let seats: Seats = plan["seats"]
        .as_array()
        .expect("seats")
        .iter()
        .map(|seat| {
            (
                (text(&seat["person"]), text(&seat["slot"])),
                text(&seat["workshop"]),
            )
        })
        .collect();
    let mut explained = 0;
    for refusal in plan["unplaced"].as_array().expect("a list") {
        let (person, slot, why) = (
            text(&refusal["person"]),
            text(&refusal["slot"]),
            text(&refusal["why"]),
        );
        let refused = Refused {
            contract: &contract,
            plan: &seats,
            seats: &seats,
            person: &person,
            slot: &slot,
        };
        let offered: BTreeSet<&str> = contract
            .workshops
            .iter()
            .filter(|(_, object)| contract.slots_of(object).contains(&slot.as_str()))
            .map(|(id, _)| *id)
            .collect();
        let wishes = contract.wishes(&person);
        let written = contract.people[person.as_str()]["wishes"].as_array();
        let asked: BTreeSet<&str> = (written.into_iter().flatten())
            .flat_map(|wish| wish.as_str().map_or_else(|| texts(wish), |one| vec![one]))
            .filter(|workshop| offered.contains(workshop))
            .collect();
        let written = contract.people[person.as_str()]["wishes"]
            .as_array()
            .map_or(0, Vec::len);
        let mut named = BTreeSet::new();
        for part in why.split("; ") {
            let others = part.strip_prefix(if written == 0 {
                "workshops: "
            } else {
                "other workshops: "
            });
            if let Some(others) = others {
                let told: usize = others
                    .split(", ")
                    .map(|o| {
                        o.split(' ')
                            .next()
                            .unwrap_or("")
                            .parse::<usize>()
                            .expect("a count")
                    })
                    .sum();
                let most = offered.len() - asked.len();
                // With `wishes-only` only wishes are granted, so other workshops do not count.
                assert!(
                    problem["fill"] != "wishes-only" || wishes.is_empty(),
                    "{why}\n{problem}"
                );
                assert!(told == most, "{told} of {most} others: {why}\n{problem}");
            } else if part == "no wishes were given" {
                assert!(written == 0 && !offered.is_empty(), "{why}\n{problem}");
            } else if part.starts_with("nothing is offered in ") {
                assert!(offered.is_empty(), "{why}\n{problem}");
            } else if part.starts_with("no wish is offered in ") {
                assert!(
                    asked.is_empty() && written > 0 && !offered.is_empty(),
                    "{why}\n{problem}"
                );
            } else {
                let (workshop, reason) = part.split_once(' ').expect("a workshop and a reason");
                assert!(
                    refused.is_true(workshop, reason),
                    "{person} in {slot}: {part}\n{problem}\n{plan}"
                );
                named.insert(workshop.to_owned());
                explained += 1;
            }
        }
        assert!(
            named.iter().map(String::as_str).eq(asked.iter().copied()),
            "{why} should name {asked:?}\n{problem}"
        );
    }
    explained + refused_wishes_are_explained(&contract, &seats, plan)
}

/// Checks that exactly the wishes that rank before a seat are explained, and truly. Returns their number.
fn refused_wishes_are_explained(contract: &Contract<'_>, plan: &Seats, written: &Value) -> usize {
    let mut expected: BTreeSet<(String, String, String)> = BTreeSet::new();
    for ((person, slot), held) in plan {
        let wishes = contract.people[person.as_str()]["wishes"].as_array();
        let ranked = wishes
            .into_iter()
            .flatten()
            .enumerate()
            .flat_map(|(rank, wish)| {
                let tied = wish.as_str().map_or_else(|| texts(wish), |one| vec![one]);
                tied.into_iter().map(move |workshop| (rank, workshop))
            });
        let ranked: Vec<(usize, &str)> = ranked.collect();
        let rank_held = ranked
            .iter()
            .find(|(_, workshop)| workshop == held)
            .map_or(usize::MAX, |found| found.0);
        for (rank, workshop) in ranked {
            let is_offered = contract
                .slots_of(contract.workshops[workshop])
                .contains(&slot.as_str());
            if rank < rank_held && is_offered {
                expected.insert((person.clone(), slot.clone(), workshop.to_owned()));
            }
        }
    }
    let mut found = BTreeSet::new();
    for refusal in written["refused"].as_array().expect("a list") {
        let text = |field: &str| refusal[field].as_str().expect("text");
        let (person, slot) = (text("person"), text("slot"));
        let seat = (person.to_owned(), slot.to_owned());
        assert_eq!(plan.get(&seat).map(String::as_str), Some(text("workshop")));
        let everybody = Refused {
            contract,
            plan,
            seats: plan,
            person,
            slot,
        };
        let mut others = plan.clone();
        for partner in everybody.partners() {
            others.remove(&(partner.to_owned(), slot.to_owned()));
        }
        let refused = Refused {
            seats: &others,
            ..everybody
        };
        for part in text("why").split("; ") {
            let (workshop, reason) = part.split_once(' ').expect("a workshop and a reason");
            assert!(
                refused.is_true(workshop, reason),
                "{person} in {slot}: {part}\n{}\n{written}",
                contract.problem
            );
            assert!(
                written["proven"] != true || !reason.ends_with("the plan would be better"),
                "{part} in a proven plan: {}",
                contract.problem
            );
            found.insert((person.to_owned(), slot.to_owned(), workshop.to_owned()));
        }
    }
    assert_eq!(found, expected, "{}", contract.problem);
    found.len()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_reason_is_true(problem in problem(Size { people: 7, workshops: 4, slots: 2, fixed: 1, groups: 2 })) {
        if let Ok(plan) = plan_of(&problem, 1_000_000) {
            reasons_are_true(&problem, &plan);
        }
    }

    #[test]
    fn every_reason_is_true_where_only_wishes_count(
        problem in problem(Size { people: 8, workshops: 5, slots: 2, fixed: 0, groups: 0 }),
    ) {
        let mut problem = problem;
        problem["fill"] = json!("wishes-only");
        let plan = plan_of(&problem, 1_000_000).expect("no fixed seats, no contradiction");
        reasons_are_true(&problem, &plan);
    }
}

#[test]
fn who_comes_too_late_reads_who_sits_there() {
    let problem = json!({
        "slots": ["A"],
        "workshops": [{"id": "w1", "max": 2}, {"id": "w2", "min": 3}],
        "people": [
            {"id": "p1", "wishes": ["w1"]},
            {"id": "p2", "wishes": ["w1"]},
            {"id": "p3", "wishes": ["w2", "w1"]},
        ],
        "fill": "wishes-only",
    });
    let plan = plan_of(&problem, 1_000_000).expect("a plan");
    assert_eq!(reasons_are_true(&problem, &plan), 2);
    assert_eq!(plan["unplaced"][0]["person"], "p3");
    assert_eq!(
        plan["unplaced"][0]["why"],
        "w2 does not take place (it needs 3); w1 is full (2 of 2: 2 with rank 1) with people who could sit nowhere else and come first"
    );
}

#[test]
fn among_equals_a_lot_was_drawn_and_says_so() {
    let problem = json!({
        "slots": ["A"],
        "workshops": [{"id": "w1", "max": 1}, {"id": "w2", "max": 0}],
        "people": [{"id": "p1", "wishes": ["w1", "w2"]}, {"id": "p2", "wishes": ["w1", "w2"]}, {"id": "p3"}],
    });
    let plan = plan_of(&problem, 1_000_000).expect("a plan");
    reasons_are_true(&problem, &plan);
    let why = |i: usize| plan["unplaced"][i]["why"].as_str().expect("text");
    assert_eq!(
        why(0),
        "w1 is full (1 of 1: 1 with rank 1) with people who could sit nowhere else, and a lot was drawn; \
         w2 has no seats"
    );
    assert_eq!(
        why(1),
        "no wishes were given; workshops: 1 full, 1 without seats"
    );
}

/// Two people want the one seat of w1. The seed drew who sits in w2.
#[test]
fn a_person_with_a_seat_reads_why_the_better_wish_was_refused() {
    let mut problem = json!({
        "slots": ["A", "B"],
        "workshops": [{"id": "w1", "max": 1, "slots": ["A"]}, {"id": "w2"}, {"id": "w3", "slots": ["B"]}],
        "people": [{"id": "p1", "wishes": ["w1", "w2"]}, {"id": "p2", "wishes": ["w1", "w2"]}],
    });
    let plan = plan_of(&problem, 1_000_000).expect("a plan");
    assert_eq!(reasons_are_true(&problem, &plan), 2);
    let why = |plan: &Value, i: usize| plan["refused"][i]["why"].as_str().expect("text").to_owned();
    assert_eq!(
        why(&plan, 0),
        "w1 is full (1 of 1: 1 with rank 1), and a lot was drawn"
    );
    assert!(why(&plan, 1).starts_with("w2 is attended in A"));
    problem["people"][1]["wishes"] = json!(["w1"]);
    let plan = plan_of(&problem, 1_000_000).expect("a plan");
    reasons_are_true(&problem, &plan);
    assert_eq!(plan["refused"][0]["person"], "p1");
    assert_eq!(
        why(&plan, 0),
        "w1 is full (1 of 1: 1 with rank 1) with people who come first"
    );
}

/// The reasons of a plan that was changed by hand are those of the changed plan.
#[test]
fn a_plan_changed_by_hand_has_reasons() {
    let problem = json!({
        "slots": ["A"],
        "workshops": [{"id": "w1", "min": 2, "max": 3}, {"id": "w2", "max": 3}],
        "people": [{"id": "p1", "wishes": ["w1"]}, {"id": "p2", "wishes": ["w2", "w1"]}, {"id": "p3", "wishes": ["w2"]}],
    });
    let problem = Problem::from_json(&problem.to_string()).expect("sound");
    let layout = ProblemLayout::new(&problem);
    let seating = |workshops: [usize; 3]| Seating {
        workshops: workshops
            .iter()
            .map(|&workshop| vec![Some(workshop)])
            .collect(),
    };
    let reasons = |seating: Seating| Reasons::new(&problem, &layout, &seating).of_everybody();
    let needed = &reasons(seating([0, 0, 1]))[0];
    assert_eq!((needed.person, needed.held), (1, Some(0)));
    assert_eq!(
        needed.wishes,
        [(
            1,
            Obstacle::NeededElsewhere {
                workshop: 0,
                min: 2
            }
        )]
    );
    let free = &reasons(seating([0, 0, 0]))[0];
    assert_eq!(free.wishes, [(1, Obstacle::Free)]);
    assert_eq!(reasons(seating([0, 1, 1])), []);
}
