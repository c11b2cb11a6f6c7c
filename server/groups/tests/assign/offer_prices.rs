//! The price of keeping or cancelling an offer is that of the best plan with the opposite decision.

use std::sync::atomic::AtomicU64;

use groups::assign::{Goal, Offer, Opposite, Problem, Seating, price_offers, small_offers, solve};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::cases::{Size, problem};
use super::checker::Contract;
use super::enumeration::best;
use super::{StopAfter, seats_by_id};

fn never() -> StopAfter {
    StopAfter(AtomicU64::new(5_000_000))
}

/// Compares with a complete enumeration of the plans after each opposite decision.
fn prices_are_right(problem: &Value) {
    let read = Problem::from_json(&problem.to_string()).expect("sound");
    let Ok(plan) = solve(&read, &never()) else {
        return;
    };
    let offers: Vec<Offer> = (read.workshops.iter().enumerate())
        .flat_map(|(workshop, limits)| {
            (limits.slots.iter()).map(move |&slot| Offer { workshop, slot })
        })
        .filter(|offer| !read.open.contains(offer) && !read.closed.contains(offer))
        .collect();
    for price in price_offers(&read, &plan.seating, &offers, &never(), |_| {}) {
        let Offer { workshop, slot } = price.offer;
        let kind = if price.people == 0 { "open" } else { "closed" };
        let mut decided = problem.clone();
        let rule = json!({"workshop": read.workshops[workshop].id, "slot": read.slots[slot]});
        decided["rules"][kind]
            .as_array_mut()
            .expect("a list")
            .push(rule);
        match (best(&decided), &price.opposite) {
            (None, Opposite::Impossible) => {}
            (Some(best), Opposite::Plan(found)) => {
                let contract = Contract::new(&decided);
                let seats = seats_by_id(&read, &found.seating);
                assert_eq!(contract.broken(&seats), None, "{decided}");
                let (goals, levels) = contract.goals(&seats);
                assert!(found.is_proven, "{price:?}\n{decided}");
                assert_eq!(
                    goals[..levels],
                    best.goals[..levels],
                    "{price:?}\n{decided}"
                );
                assert_eq!(found.figures.seats, seats.len());
            }
            (best, _) => panic!("{:?}: {price:?}\n{decided}", best.map(|best| best.goals)),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn in_one_slot(problem in problem(Size { people: 5, workshops: 3, slots: 1, fixed: 1, groups: 0 })) {
        prices_are_right(&problem);
    }

    #[test]
    fn in_two_slots_with_rules(
        problem in problem(Size { people: 3, workshops: 3, slots: 2, fixed: 1, groups: 1 }),
    ) {
        prices_are_right(&problem);
    }
}

/// w2 takes place with two people who have another wish; w3 does not, since nobody wishes for it.
#[test]
fn small_workshops_are_found_and_priced() {
    let problem = json!({
        "slots": ["A"],
        "workshops": [{"id": "w1", "max": 6}, {"id": "w2", "min": 2, "max": 4}, {"id": "w3", "min": 3, "max": 4}],
        "people": [
            {"id": "p1", "wishes": ["w2", "w1"]}, {"id": "p2", "wishes": ["w2", "w1"]},
            {"id": "p3", "wishes": ["w1"]}, {"id": "p4", "wishes": ["w1", "w3"]},
        ],
    });
    let problem = Problem::from_json(&problem.to_string()).expect("sound");
    let plan = solve(&problem, &never()).expect("a plan");
    let offers = small_offers(&problem, &plan.seating);
    let workshops: Vec<usize> = offers.iter().map(|offer| offer.workshop).collect();
    assert_eq!(workshops, [2, 1]);
    let mut heard = 0;
    let prices = price_offers(&problem, &plan.seating, &offers, &never(), |_| heard += 1);
    assert_eq!(heard, 2);
    let plans: Vec<_> = prices
        .iter()
        .map(|price| match &price.opposite {
            Opposite::Plan(plan) => plan,
            other => panic!("{other:?}"),
        })
        .collect();
    // Two of the three who must go to w3 have no wish for it.
    assert_eq!(plans[0].difference, Some((Goal::BestLevel(3), 2)));
    assert_eq!(plans[1].difference, Some((Goal::BestLevel(2), 2)));
    assert_eq!(plans[1].people_moved, 2);
    assert_eq!(plans[1].figures.best_wish, [2, 2]);
}

#[test]
fn a_search_that_is_stopped_knows_nothing() {
    let problem = json!({
        "slots": ["A"], "workshops": [{"id": "w1", "min": 2}], "people": [{"id": "p1"}, {"id": "p2"}],
    });
    let problem = Problem::from_json(&problem.to_string()).expect("sound");
    let offers = [Offer {
        workshop: 0,
        slot: 0,
    }];
    let stopped = StopAfter(AtomicU64::new(0));
    let prices = price_offers(
        &problem,
        &Seating::empty(&problem),
        &offers,
        &stopped,
        |_| {},
    );
    assert_eq!(prices[0].opposite, Opposite::Unknown);
}
