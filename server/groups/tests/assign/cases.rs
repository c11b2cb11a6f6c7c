//! Generators of small problems.

use proptest::prelude::*;
use serde_json::{Value, json};

/// Upper limits of a case.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub people: usize,
    pub workshops: usize,
    pub slots: usize,
    pub fixed: usize,
    pub groups: usize,
}

prop_compose! {
    fn workshop(size: Size)(
        slots in prop::collection::vec(any::<bool>(), size.slots),
        min in 0..4_u64,
        room in 0..4_u64,
        organisation_max in prop::option::weighted(0.3, 1..3_u64),
        clash in prop::option::weighted(0.3, 0..size.workshops),
    ) -> (Vec<bool>, u64, u64, Option<u64>, Option<usize>) {
        (slots, min, min.max(1) + room - 1, organisation_max, clash)
    }
}

prop_compose! {
    fn person(size: Size)(
        slots in prop::collection::vec(prop::bool::weighted(0.8), size.slots),
        organisation in prop::option::weighted(0.8, 0..2),
        order in Just((0..size.workshops).collect::<Vec<_>>()).prop_shuffle(),
        wishes in 0..=size.workshops,
        tie in any::<bool>(),
        allowed in prop::option::weighted(0.15, prop::collection::vec(any::<bool>(), size.workshops)),
    ) -> (Vec<bool>, Option<i32>, Vec<usize>, bool, Option<Vec<bool>>) {
        (slots, organisation, order[..wishes].to_vec(), tie, allowed)
    }
}

fn chosen(mask: &[bool]) -> Vec<String> {
    mask.iter()
        .enumerate()
        .filter(|(_, on)| **on)
        .map(|(i, _)| format!("s{i}"))
        .collect()
}

/// Random problems up to a size, with rules of every kind.
pub fn problem(size: Size) -> impl Strategy<Value = Value> {
    let group = prop::collection::vec(0..size.people, 2..=3);
    (
        prop::collection::vec(workshop(size), 1..=size.workshops),
        prop::collection::vec(person(size), 1..=size.people),
        prop::collection::vec((0..size.people, 0..size.slots, 0..size.workshops), 0..=size.fixed),
        prop::collection::vec(group.clone(), 0..=size.groups),
        prop::collection::vec(group, 0..=size.groups),
        prop::sample::select(vec!["leximin", "rank-maximal", "generous"]),
        prop::sample::select(vec!["anything", "wishes-only"]),
        prop::collection::vec((0..size.people, 0..size.slots, 0..size.workshops), 0..4),
        (0..3_u64, prop::sample::select(vec!["last", "first"]),
            prop::collection::vec((0..size.slots, 0..size.workshops), 0..=size.groups.min(1)),
            prop::collection::vec((0..size.slots, 0..size.workshops), 0..=size.groups.min(1))),
    )
        .prop_map(move |(workshops, people, fixed, together, apart, fairness, fill, previous, (seed, stability, open, closed))| {
            let (w, p) = (workshops.len(), people.len());
            let workshops: Vec<Value> = workshops
                .into_iter()
                .enumerate()
                .map(|(i, (slots, min, max, organisation_max, clash))| {
                    let clashes: Vec<String> =
                        clash.into_iter().filter(|&j| j != i && j < w).map(|j| format!("w{j}")).collect();
                    json!({"id": format!("w{i}"), "slots": chosen(&slots), "min": min.min(max), "max": max,
                        "organisation_max": organisation_max, "clashes": clashes})
                })
                .collect();
            let people: Vec<Value> = people
                .into_iter()
                .enumerate()
                .map(|(i, (slots, organisation, wishes, tie, allowed))| {
                    let allowed = allowed.map(|allowed| -> Vec<String> {
                        (0..w).filter(|&j| allowed[j]).map(|j| format!("w{j}")).collect()
                    });
                    let mut wishes: Vec<Value> =
                        wishes.into_iter().filter(|&j| j < w).map(|j| json!(format!("w{j}"))).collect();
                    if tie && wishes.len() > 1 {
                        let second = wishes.remove(1);
                        wishes[0] = json!([wishes[0], second]);
                    }
                    json!({"id": format!("p{i}"), "slots": chosen(&slots),
                        "organisation": organisation.map(|o| format!("o{o}")), "wishes": wishes, "workshops": allowed})
                })
                .collect();
            let seat = |(person, slot, workshop): (usize, usize, usize)| {
                json!({"person": format!("p{}", person % p), "slot": format!("s{slot}"), "workshop": format!("w{}", workshop % w)})
            };
            let offers = |offers: Vec<(usize, usize)>| -> Vec<Value> {
                let offer = |(slot, workshop)| json!({"slot": format!("s{slot}"), "workshop": format!("w{}", workshop % w)});
                offers.into_iter().map(offer).collect()
            };
            let groups = |groups: Vec<Vec<usize>>| -> Vec<Vec<String>> {
                let members = |group: Vec<usize>| {
                    let members: std::collections::BTreeSet<usize> = group.into_iter().map(|i| i % p).collect();
                    members.into_iter().map(|i| format!("p{i}")).collect()
                };
                groups.into_iter().map(members).collect()
            };
            let mut before: Vec<(usize, usize, usize)> = previous.into_iter().map(|(a, s, c)| (a % p, s, c)).collect();
            before.sort_unstable();
            before.dedup_by_key(|seat| (seat.0, seat.1));
            json!({
                "slots": (0..size.slots).map(|i| format!("s{i}")).collect::<Vec<_>>(),
                "workshops": workshops,
                "people": people,
                "rules": {"fixed": fixed.into_iter().map(seat).collect::<Vec<_>>(),
                    "together": groups(together), "apart": groups(apart),
                    "open": offers(open), "closed": offers(closed)},
                "fairness": fairness,
                "fill": fill,
                "stability": stability,
                "previous": {"seats": before.into_iter().map(seat).collect::<Vec<_>>()},
                "seed": seed,
            })
        })
}
