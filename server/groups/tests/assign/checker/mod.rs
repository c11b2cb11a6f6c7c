//! Checks a plan against the contract, from the JSON of the problem and of the plan alone.

mod answer;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

pub use answer::Checked;

pub type Seats = BTreeMap<(String, String), String>;

/// The problem, indexed by id.
pub struct Contract<'a> {
    pub problem: &'a Value,
    pub workshops: BTreeMap<&'a str, &'a Value>,
    pub people: BTreeMap<&'a str, &'a Value>,
}

pub fn texts(value: &Value) -> Vec<&str> {
    value
        .as_array()
        .map(|list| list.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default()
}

impl<'a> Contract<'a> {
    pub fn new(problem: &'a Value) -> Self {
        let by_id = |field: &str| -> BTreeMap<&'a str, &'a Value> {
            let list = problem[field].as_array().expect("a list");
            list.iter()
                .map(|object| (object["id"].as_str().expect("an id"), object))
                .collect()
        };
        Self {
            problem,
            workshops: by_id("workshops"),
            people: by_id("people"),
        }
    }

    pub fn slots_of(&self, object: &'a Value) -> Vec<&'a str> {
        if object["slots"].is_null() {
            texts(&self.problem["slots"])
        } else {
            texts(&object["slots"])
        }
    }

    pub fn limit(&self, workshop: &str, field: &str, default: u64) -> u64 {
        self.workshops[workshop][field].as_u64().unwrap_or(default)
    }

    /// Rank by workshop, for workshops that the person can attend.
    pub fn wishes(&self, person: &str) -> BTreeMap<&'a str, usize> {
        let attended = self.slots_of(self.people[person]);
        let mut ranks = BTreeMap::new();
        for (position, wish) in self.people[person]["wishes"]
            .as_array()
            .into_iter()
            .flatten()
            .enumerate()
        {
            let tied = wish.as_str().map_or_else(|| texts(wish), |one| vec![one]);
            for workshop in tied {
                if self.may_attend(person, workshop)
                    && self
                        .slots_of(self.workshops[workshop])
                        .iter()
                        .any(|slot| attended.contains(slot))
                {
                    ranks.insert(workshop, position + 1);
                }
            }
        }
        ranks
    }

    pub fn may_attend(&self, person: &str, workshop: &str) -> bool {
        let allowed = &self.people[person]["workshops"];
        allowed.is_null() || texts(allowed).contains(&workshop)
    }

    /// Whether a rule of this kind names the offer.
    pub fn is_named(&self, kind: &str, workshop: &str, slot: &str) -> bool {
        let mut rules = self.rules(kind).into_iter();
        rules.any(|rule| rule["workshop"] == workshop && rule["slot"] == slot)
    }

    pub fn clash(&self, one: &str, other: &str) -> bool {
        let named = |a: &str, b: &str| texts(&self.workshops[a]["clashes"]).contains(&b);
        named(one, other) || named(other, one)
    }

    pub fn rules(&self, kind: &str) -> Vec<&'a Value> {
        self.problem["rules"][kind]
            .as_array()
            .map(|list| list.iter().collect())
            .unwrap_or_default()
    }

    pub fn fairness(&self) -> &'a str {
        self.problem["fairness"].as_str().unwrap_or("leximin")
    }

    /// The first hard rule that the seats break.
    pub fn broken(&self, seats: &Seats) -> Option<String> {
        let mut offers: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
        for ((person, slot), workshop) in seats {
            if !self
                .slots_of(self.people[person.as_str()])
                .contains(&slot.as_str())
            {
                return Some(format!("{person} does not attend {slot}"));
            }
            if !self
                .slots_of(self.workshops[workshop.as_str()])
                .contains(&slot.as_str())
            {
                return Some(format!("{workshop} is not offered in {slot}"));
            }
            if !self.may_attend(person, workshop) {
                return Some(format!("{person} may not attend {workshop}"));
            }
            if self.is_named("closed", workshop, slot) {
                return Some(format!("{workshop} is closed in {slot}"));
            }
            for other in self.slots_of(self.people[person.as_str()]) {
                if other != slot
                    && let Some(second) = seats.get(&(person.clone(), other.to_owned()))
                    && (second == workshop || self.clash(second, workshop))
                {
                    return Some(format!("{person} attends {workshop} and {second}"));
                }
            }
            let wishes = self.wishes(person);
            // `allowed` exists for tests only: a fixed seat that may be kept, but need not be.
            let mut may_be_held = self.rules("fixed").into_iter().chain(self.rules("allowed"));
            let is_fixed = may_be_held.any(|fixed| {
                fixed["person"] == person.as_str()
                    && fixed["slot"] == slot.as_str()
                    && fixed["workshop"] == workshop.as_str()
            });
            if self.problem["fill"] == "wishes-only"
                && !wishes.is_empty()
                && !wishes.contains_key(workshop.as_str())
                && !is_fixed
                // Exists for tests only, as `allowed`.
                && !texts(&self.people[person.as_str()]["also"]).contains(&workshop.as_str())
            {
                return Some(format!("{person} did not ask for {workshop}"));
            }
            offers.entry((workshop, slot)).or_default().push(person);
        }
        for (&(workshop, slot), people) in &offers {
            let broken = self.broken_in_offer((workshop, slot), people);
            if broken.is_some() {
                return broken;
            }
        }
        for rule in self.rules("open") {
            let offer = (rule["workshop"].as_str()?, rule["slot"].as_str()?);
            if !offers.contains_key(&offer) {
                return Some(format!("{rule} does not take place"));
            }
        }
        for group in self.rules("together") {
            let group = texts(group);
            for slot in texts(&self.problem["slots"]) {
                let attend = |person: &&&str| self.slots_of(self.people[**person]).contains(&slot);
                if group.len() > 1 && group.iter().filter(attend).count() == group.len() {
                    let held: BTreeSet<Option<&String>> = group
                        .iter()
                        .map(|person| seats.get(&((*person).to_owned(), slot.to_owned())))
                        .collect();
                    if held.len() > 1 {
                        return Some(format!("{group:?} are split in {slot}"));
                    }
                }
            }
        }
        for fixed in self.rules("fixed") {
            let key = (
                fixed["person"].as_str()?.to_owned(),
                fixed["slot"].as_str()?.to_owned(),
            );
            if seats.get(&key).map(String::as_str) != fixed["workshop"].as_str() {
                return Some(format!("{fixed} is not held"));
            }
        }
        None
    }

    fn broken_in_offer(&self, (workshop, slot): (&str, &str), people: &[&str]) -> Option<String> {
        let count = people.len() as u64;
        if count < self.limit(workshop, "min", 0) || count > self.limit(workshop, "max", u64::MAX) {
            return Some(format!("{count} sit in {workshop} in {slot}"));
        }
        let mut organisations: BTreeMap<&str, u64> = BTreeMap::new();
        for person in people {
            if let Some(organisation) = self.people[person]["organisation"].as_str() {
                *organisations.entry(organisation).or_default() += 1;
            }
        }
        if organisations
            .values()
            .any(|&count| count > self.limit(workshop, "organisation_max", u64::MAX))
        {
            return Some(format!(
                "too many of one organisation in {workshop} in {slot}"
            ));
        }
        for group in self.rules("apart") {
            if texts(group)
                .iter()
                .filter(|person| people.contains(person))
                .count()
                > 1
            {
                return Some(format!("{group} meet in {workshop}"));
            }
        }
        None
    }

    /// The goals in their order, smaller is better, and the number of them that concern seats and levels.
    pub fn goals(&self, seats: &Seats) -> (Vec<i64>, usize) {
        let ranks: usize = self
            .people
            .keys()
            .flat_map(|person| self.wishes(person).into_values())
            .max()
            .unwrap_or(0);
        let (unwished, nowhere) = (ranks + 1, ranks + 2);
        let (mut empty, mut empty_wishing) = (0, 0);
        let mut seats_on = vec![0_i64; nowhere + 1];
        let mut people_on = vec![0_i64; nowhere + 1];
        for (person, object) in &self.people {
            let wishes = self.wishes(person);
            let mut best = nowhere;
            for slot in self.slots_of(object) {
                let level = match seats.get(&((*person).to_owned(), slot.to_owned())) {
                    None => nowhere,
                    Some(workshop) => wishes.get(workshop.as_str()).copied().unwrap_or(unwished),
                };
                empty += i64::from(level == nowhere);
                empty_wishing += i64::from(level == nowhere && !wishes.is_empty());
                if !wishes.is_empty() {
                    seats_on[level] += 1;
                    best = best.min(level);
                }
            }
            if !wishes.is_empty() {
                people_on[best] += 1;
            }
        }
        let mut goals = vec![empty, empty_wishing];
        let is_stability_first = self.problem["stability"] == "first";
        if is_stability_first {
            goals.push(self.changed(seats));
        }
        match self.fairness() {
            "rank-maximal" => goals.extend((1..=ranks).map(|rank| -seats_on[rank])),
            "generous" => goals.extend((1..=nowhere).rev().map(|level| seats_on[level])),
            _ => {
                goals.extend((1..=nowhere).rev().map(|level| people_on[level]));
                goals.extend((1..=nowhere).rev().map(|level| seats_on[level]));
            }
        }
        let levels = goals.len();
        goals.push(self.pairs(seats));
        if !is_stability_first {
            goals.push(self.changed(seats));
        }
        (goals, levels)
    }

    pub fn pairs(&self, seats: &Seats) -> i64 {
        let mut sharing: BTreeMap<(&str, &str, &str), i64> = BTreeMap::new();
        for ((person, slot), workshop) in seats {
            if let Some(organisation) = self.people[person.as_str()]["organisation"].as_str() {
                *sharing.entry((organisation, slot, workshop)).or_default() += 1;
            }
        }
        sharing.values().map(|count| count * (count - 1) / 2).sum()
    }

    /// Seats of the previous plan that are not kept, of people who still attend the slot.
    pub fn changed(&self, seats: &Seats) -> i64 {
        let before = self.problem["previous"]["seats"].as_array();
        let lost = before.into_iter().flatten().filter(|seat| {
            let (person, slot) = (
                seat["person"].as_str().expect("text"),
                seat["slot"].as_str().expect("text"),
            );
            self.people
                .get(person)
                .is_some_and(|object| self.slots_of(object).contains(&slot))
                && seats
                    .get(&(person.to_owned(), slot.to_owned()))
                    .map(String::as_str)
                    != seat["workshop"].as_str()
        });
        i64::try_from(lost.count()).expect("few seats")
    }
}
