//! Every reason for a missing seat is true, and every wish has one.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::cases::{Size, problem};
use super::checker::{Contract, Seats, texts};
use super::plan_of;

struct Refused<'a> {
    contract: &'a Contract<'a>,
    seats: &'a Seats,
    person: &'a str,
    slot: &'a str,
}

impl Refused<'_> {
    fn people_in(&self, workshop: &str) -> Vec<&str> {
        let here =
            |((_, slot), w): &(&(String, String), &String)| slot == self.slot && *w == workshop;
        self.seats
            .iter()
            .filter(here)
            .map(|((person, _), _)| person.as_str())
            .collect()
    }

    /// The person, and the people who must sit in the same offer in this slot.
    fn partners(&self) -> BTreeSet<&str> {
        let mut partners = BTreeSet::from([self.person]);
        loop {
            let before = partners.len();
            for group in self.contract.rules("together") {
                let group = texts(group);
                let attends = |person: &&str| {
                    self.contract
                        .slots_of(self.contract.people[*person])
                        .contains(&self.slot)
                };
                if group.iter().all(attends) && group.iter().any(|person| partners.contains(person))
                {
                    partners.extend(group);
                }
            }
            if partners.len() == before {
                return partners;
            }
        }
    }

    fn is_true(&self, workshop: &str, reason: &str) -> bool {
        let partners = self.partners();
        let (reason, whom) = match reason.split_once(" by ") {
            Some((reason, partner)) => {
                let (partner, rest) = partner.split_once(',').expect("a partner");
                assert_eq!(rest, format!(" with whom {} must sit", self.person));
                (reason, partner)
            }
            None => (reason, self.person),
        };
        assert!(
            partners.contains(whom),
            "{whom} is no partner of {}",
            self.person
        );
        let seat = |person: &str, slot: &str| {
            self.seats
                .get(&(person.to_owned(), slot.to_owned()))
                .map(String::as_str)
        };
        let here = self.people_in(workshop);
        let limit = |field: &str| self.contract.limit(workshop, field, u64::MAX);
        if let Some(slot) = reason.strip_prefix("is attended in ") {
            return slot != self.slot && seat(whom, slot) == Some(workshop);
        }
        if let Some(rest) = reason.strip_prefix("clashes with ") {
            let (other, slot) = rest.split_once(", attended in ").expect("a slot");
            return self.contract.clash(workshop, other) && seat(whom, slot) == Some(other);
        }
        if reason == "is not the fixed seat held" {
            let held = |fixed: &&Value| fixed["person"] == whom && fixed["slot"] == self.slot;
            return self
                .contract
                .rules("fixed")
                .iter()
                .any(|fixed| held(fixed) && fixed["workshop"] != workshop);
        }
        if reason == "is not asked for" {
            return self.contract.problem["fill"] == "wishes-only"
                && !self.contract.wishes(whom).contains_key(workshop);
        }
        if reason == "is not open" {
            return !self.contract.may_attend(whom, workshop);
        }
        if reason == "was called off" {
            return self.contract.is_named("closed", workshop, self.slot);
        }
        if let Some(rest) = reason.strip_prefix("does not take place (it needs ") {
            let needed = rest.trim_end_matches(')').parse::<u64>().expect("a number");
            return here.is_empty() && needed == limit("min") && (partners.len() as u64) < needed;
        }
        if reason == "has no seats" {
            return limit("max") == 0;
        }
        if let Some(rest) = reason.strip_prefix("has ") {
            let numbers = rest
                .strip_suffix(" who must sit together")
                .expect("a group");
            let (free, needed) = numbers.split_once(" free for ").expect("numbers");
            return free.parse::<u64>() == Ok(limit("max") - here.len() as u64)
                && needed.parse() == Ok(partners.len())
                && (here.len() + partners.len()) as u64 > limit("max");
        }
        if let Some(rest) = reason.strip_prefix("takes no more than ") {
            let (most, organisation) = rest.split_once(" of ").expect("an organisation");
            let both = here.iter().copied().chain(partners.iter().copied());
            let colleagues =
                both.filter(|person| self.contract.people[person]["organisation"] == organisation);
            return most.parse() == Ok(limit("organisation_max"))
                && colleagues.count() as u64 > limit("organisation_max");
        }
        if let Some(rest) = reason.strip_prefix("would bring ") {
            let (one, other) = rest.split_once(" together with ").expect("two people");
            let apart =
                |group: &&Value| texts(group).contains(&one) && texts(group).contains(&other);
            return partners.contains(one)
                && (partners.contains(other) || here.contains(&other))
                && self.contract.rules("apart").iter().any(apart);
        }
        let rest = reason
            .strip_prefix("is full (")
            .unwrap_or_else(|| panic!("unknown reason: {reason}"));
        let (holders, why) = rest.split_once(')').expect("a bracket");
        let (count, ranks) = holders.split_once(": ").expect("who sits there");
        let about_holders = match why.strip_prefix(" with people who could sit nowhere else") {
            None => why.is_empty(),
            Some(why) => {
                self.nobody_could_move(workshop)
                    && match why {
                        "" => true,
                        " and come first" => self.exchanged(workshop).is_some_and(Ordering::is_gt),
                        ", and a lot was drawn" => {
                            self.exchanged(workshop).is_some_and(Ordering::is_eq)
                        }
                        other => panic!("unknown: {other}"),
                    }
            }
        };
        self.is_full(workshop, count, ranks) && about_holders
    }

    /// The best plan in which the person replaces somebody in the workshop, compared with the plan as it is.
    fn exchanged(&self, workshop: &str) -> Option<Ordering> {
        let (as_it_is, _) = self.contract.goals(self.seats);
        let exchange = |holder: &str| {
            let mut seats = self.seats.clone();
            seats.remove(&(holder.to_owned(), self.slot.to_owned()));
            let seat = (self.person.to_owned(), self.slot.to_owned());
            seats.insert(seat, workshop.to_owned());
            self.contract
                .broken(&seats)
                .is_none()
                .then(|| self.contract.goals(&seats).0.cmp(&as_it_is))
        };
        self.people_in(workshop)
            .into_iter()
            .filter_map(exchange)
            .min()
    }

    fn is_full(&self, workshop: &str, count: &str, ranks: &str) -> bool {
        let here = self.people_in(workshop);
        let told: usize = ranks
            .split(", ")
            .filter_map(|part| part.split(' ').next()?.parse::<usize>().ok())
            .sum();
        let ranks_are_true = ranks
            .split(", ")
            .filter(|part| !part.is_empty())
            .all(|part| {
                let words: Vec<&str> = part.split(' ').collect();
                let rank = if words[1] == "with" {
                    words[3].parse().ok()
                } else {
                    None
                };
                let holding = here
                    .iter()
                    .filter(|person| self.contract.wishes(person).get(workshop).copied() == rank);
                words[0].parse() == Ok(holding.count())
            });
        let max = self.contract.limit(workshop, "max", u64::MAX);
        count == format!("{max} of {max}")
            && here.len() as u64 == max
            && told == here.len()
            && ranks_are_true
    }

    /// Whether nobody there could sit elsewhere in the slot so that the refused person takes the seat.
    fn nobody_could_move(&self, workshop: &str) -> bool {
        let elsewhere = |holder: &str| {
            self.contract
                .workshops
                .iter()
                .filter(|(id, _)| **id != workshop)
                .any(|(id, object)| {
                    let mut seats = self.seats.clone();
                    seats.insert((holder.to_owned(), self.slot.to_owned()), (*id).to_owned());
                    seats.insert(
                        (self.person.to_owned(), self.slot.to_owned()),
                        workshop.to_owned(),
                    );
                    self.contract.slots_of(object).contains(&self.slot)
                        && self.contract.broken(&seats).is_none()
                })
        };
        !self.people_in(workshop).into_iter().any(elsewhere)
    }
}

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
    explained
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
