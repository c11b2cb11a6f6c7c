//! Whether a reason for a refused wish is true, from the JSON of the problem and of the plan alone.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use serde_json::Value;

use super::checker::{Contract, Seats, texts};

/// A person in a slot with a refused wish.
pub struct Refused<'a> {
    pub contract: &'a Contract<'a>,
    pub plan: &'a Seats,
    /// The plan without the seats that the person and the partners hold in the slot.
    pub seats: &'a Seats,
    pub person: &'a str,
    pub slot: &'a str,
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
    pub fn partners(&self) -> BTreeSet<&str> {
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

    /// Whether the reason is true of the plan.
    pub fn is_true(&self, workshop: &str, reason: &str) -> bool {
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
        if let Some(rest) = reason.strip_prefix("is free") {
            return self.is_free(workshop, rest);
        }
        let holders = reason
            .strip_prefix("is full (")
            .unwrap_or_else(|| panic!("unknown reason: {reason}"));
        self.is_full_with(workshop, holders)
    }

    fn is_free(&self, workshop: &str, rest: &str) -> bool {
        let moved = self.moved(workshop);
        match rest.strip_prefix(", but ").unwrap_or(rest) {
            "the previous plan is kept" => {
                self.contract.problem["stability"] == "first"
                    && self.changed_by(workshop) > 0
                    && moved.is_some_and(Ordering::is_gt)
            }
            "would make the plan worse" => moved.is_some_and(Ordering::is_gt),
            ", and a lot was drawn" => moved.is_some_and(Ordering::is_eq),
            ", and the plan would be better" => moved.is_some_and(Ordering::is_lt),
            rest => {
                let (held, min) = rest.split_once(" needs ").expect("a workshop");
                let left = self.people_in(held).len() as u64;
                // An offer that was decided to take place needs somebody.
                let is_open = self.contract.is_named("open", held, self.slot);
                let needed = self.contract.limit(held, "min", 0).max(is_open.into());
                min.parse() == Ok(needed) && left < needed.max(1) && moved.is_none()
            }
        }
    }

    fn is_full_with(&self, workshop: &str, rest: &str) -> bool {
        let (holders, why) = rest.split_once(')').expect("a bracket");
        let (count, ranks) = holders.split_once(": ").expect("who sits there");
        let about_holders = match why.strip_prefix(" with people who could sit nowhere else") {
            None => match why {
                "" => true,
                " with people who come first" => {
                    self.best_exchange(workshop).is_some_and(Ordering::is_gt)
                }
                ", and a lot was drawn" => {
                    self.best_exchange(workshop).is_some_and(Ordering::is_eq)
                }
                other => panic!("unknown: {other}"),
            },
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

    /// The best plan in which the person takes a seat in the workshop, whose holder takes any other seat or none,
    /// compared with the plan as it is.
    fn best_exchange(&self, workshop: &str) -> Option<Ordering> {
        let (as_it_is, _) = self.contract.goals(self.plan);
        let workshops = self.contract.workshops.iter();
        let elsewhere = workshops.filter(|(id, object)| {
            **id != workshop && self.contract.slots_of(object).contains(&self.slot)
        });
        let destinations: Vec<Option<&str>> =
            elsewhere.map(|(id, _)| Some(*id)).chain([None]).collect();
        let exchange = |holder: &str, destination: Option<&str>| {
            let mut seats = self.plan.clone();
            let seat = |person: &str| (person.to_owned(), self.slot.to_owned());
            seats.remove(&seat(holder));
            if let Some(destination) = destination {
                seats.insert(seat(holder), destination.to_owned());
            }
            seats.insert(seat(self.person), workshop.to_owned());
            let is_allowed = self.contract.broken(&seats).is_none();
            is_allowed.then(|| self.contract.goals(&seats).0.cmp(&as_it_is))
        };
        let timetables = |holder: &str| {
            let (person, other) = (self.person, holder);
            let slots = self.contract.slots_of(self.contract.people[person]);
            if slots != self.contract.slots_of(self.contract.people[other]) {
                return None;
            }
            let mut seats = self.plan.clone();
            for (from, to) in [(person, other), (other, person)] {
                for slot in &slots {
                    let seat = (to.to_owned(), (*slot).to_owned());
                    match self.plan.get(&(from.to_owned(), (*slot).to_owned())) {
                        Some(workshop) => seats.insert(seat, workshop.clone()),
                        None => seats.remove(&seat),
                    };
                }
            }
            let is_allowed = self.contract.broken(&seats).is_none();
            is_allowed.then(|| self.contract.goals(&seats).0.cmp(&as_it_is))
        };
        let holders = self.people_in(workshop);
        let exchanged = holders.iter().filter_map(|holder| timetables(holder)).min();
        let holders = holders.iter().copied();
        let in_slot = holders
            .flat_map(|holder| {
                destinations
                    .iter()
                    .map(move |&destination| (holder, destination))
            })
            .filter_map(|(holder, destination)| exchange(holder, destination))
            .min();
        in_slot.into_iter().chain(exchanged).min()
    }

    fn with_all_moved(&self, workshop: &str) -> Seats {
        let mut seats = self.plan.clone();
        for partner in self.partners() {
            seats.insert(
                (partner.to_owned(), self.slot.to_owned()),
                workshop.to_owned(),
            );
        }
        seats
    }

    /// The plan in which the person and the partners sit in the workshop, compared with the plan as it is.
    fn moved(&self, workshop: &str) -> Option<Ordering> {
        let seats = self.with_all_moved(workshop);
        let is_allowed = self.contract.broken(&seats).is_none();
        is_allowed.then(|| {
            self.contract
                .goals(&seats)
                .0
                .cmp(&self.contract.goals(self.plan).0)
        })
    }

    fn changed_by(&self, workshop: &str) -> i64 {
        let moved = self.with_all_moved(workshop);
        self.contract.changed(&moved) - self.contract.changed(self.plan)
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
