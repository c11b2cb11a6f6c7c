//! Compares the figures that a plan states with recounted ones.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Contract, Seats, texts};

/// A plan that passed the check, with its recounted goals.
#[derive(Debug)]
pub struct Checked {
    pub goals: Vec<i64>,
    /// Number of goals that concern seats and levels.
    pub levels: usize,
}

impl Checked {
    pub fn new(problem: &Value, plan: &Value) -> Result<Self, String> {
        let contract = Contract::new(problem);
        let mut seats = Seats::new();
        let mut profile: Vec<u64> = Vec::new();
        for seat in plan["seats"].as_array().ok_or("no seats")? {
            let text = |field: &str| {
                seat[field]
                    .as_str()
                    .map(str::to_owned)
                    .ok_or(format!("{field} of {seat}"))
            };
            let (person, slot, workshop) = (text("person")?, text("slot")?, text("workshop")?);
            if !contract.people.contains_key(person.as_str())
                || !contract.workshops.contains_key(workshop.as_str())
            {
                return Err(format!("{seat} is of nobody or nowhere"));
            }
            let rank = contract.wishes(&person).get(workshop.as_str()).copied();
            same("rank", &seat["rank"], &json!(rank))?;
            if let Some(rank) = rank {
                if profile.len() < rank {
                    profile.resize(rank, 0);
                }
                profile[rank - 1] += 1;
            }
            if seats.insert((person, slot), workshop).is_some() {
                return Err(format!("{seat} is a second one"));
            }
        }
        if let Some(broken) = contract.broken(&seats) {
            return Err(broken);
        }
        same("profile", &plan["profile"], &json!(profile))?;
        same(
            "best_wish",
            &plan["best_wish"],
            &json!(best_wishes(&contract, &seats)),
        )?;
        same("spread", &plan["spread"], &json!(contract.pairs(&seats)))?;
        same(
            "changed",
            &plan["changed"],
            &json!(contract.changed(&seats)),
        )?;
        same(
            "seed",
            &plan["seed"],
            &json!(problem["seed"].as_u64().unwrap_or(0)),
        )?;
        same(
            "cancelled",
            &plan["cancelled"],
            &json!(cancelled(&contract, &seats)),
        )?;
        unplaced(&contract, &seats, plan)?;
        let (proven, gap) = (
            plan["proven"].as_bool().ok_or("proven")?,
            plan["gap"].as_i64().ok_or("gap")?,
        );
        if gap < 0 || proven != (gap == 0) {
            return Err(format!("proven {proven} with a gap of {gap}"));
        }
        let (goals, levels) = contract.goals(&seats);
        Ok(Self { goals, levels })
    }
}

fn same(what: &str, found: &Value, expected: &Value) -> Result<(), String> {
    if found == expected {
        Ok(())
    } else {
        Err(format!("{what} is {found}, not {expected}"))
    }
}

fn best_wishes(contract: &Contract<'_>, seats: &Seats) -> Vec<u64> {
    let mut people: Vec<u64> = Vec::new();
    for (person, object) in &contract.people {
        let wishes = contract.wishes(person);
        let held = contract.slots_of(object).into_iter();
        let held = held.filter_map(|slot| seats.get(&((*person).to_owned(), slot.to_owned())));
        if let Some(&best) = held
            .filter_map(|workshop| wishes.get(workshop.as_str()))
            .min()
        {
            if people.len() < best {
                people.resize(best, 0);
            }
            people[best - 1] += 1;
        }
    }
    people
}

fn cancelled(contract: &Contract<'_>, seats: &Seats) -> Vec<Value> {
    let mut cancelled = Vec::new();
    for workshop in contract.problem["workshops"].as_array().expect("a list") {
        let id = workshop["id"].as_str().expect("an id");
        // In the order of the slots, whatever their order in the workshop.
        let named = contract.slots_of(workshop);
        let offered: Vec<&str> = texts(&contract.problem["slots"])
            .into_iter()
            .filter(|slot| named.contains(slot))
            .collect();
        let used = |slot: &&&str| {
            seats
                .iter()
                .any(|((_, s), w)| s.as_str() == **slot && w == id)
        };
        let none: Vec<&str> = offered.iter().filter(|slot| !used(slot)).copied().collect();
        let is_closed = |slot: &&str| contract.is_named("closed", id, slot);
        let none: Vec<&str> = if contract.limit(id, "min", 0) == 0 {
            none.into_iter().filter(is_closed).collect()
        } else {
            none
        };
        if none.is_empty() {
            continue;
        }
        if none.len() == offered.len() {
            cancelled.push(json!(id));
        } else {
            cancelled.extend(
                none.into_iter()
                    .map(|slot| json!({"workshop": id, "slot": slot})),
            );
        }
    }
    cancelled
}

fn unplaced(contract: &Contract<'_>, seats: &Seats, plan: &Value) -> Result<(), String> {
    let mut expected = BTreeSet::new();
    for (person, object) in &contract.people {
        for slot in contract.slots_of(object) {
            if !seats.contains_key(&((*person).to_owned(), slot.to_owned())) {
                expected.insert(((*person).to_owned(), slot.to_owned()));
            }
        }
    }
    let mut found = BTreeSet::new();
    for refusal in plan["unplaced"].as_array().ok_or("no unplaced")? {
        let text = |field: &str| refusal[field].as_str().unwrap_or_default().to_owned();
        if text("why").is_empty() {
            return Err(format!("{refusal} has no reason"));
        }
        found.insert((text("person"), text("slot")));
    }
    if found == expected {
        Ok(())
    } else {
        Err(format!("unplaced {found:?}, not {expected:?}"))
    }
}
