//! An independent checker of café plans, written from the contract alone (JSON in, complaints out). It shares
//! no code with the solver: do not call `groups` here.

#![expect(clippy::cast_possible_wrap, reason = "counts are small")]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// The recounted quality of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecountedQuality {
    pub topics_min: i64,
    pub topics_sum: i64,
    pub value: i64,
    pub repeats: i64,
    pub min_person: i64,
    pub mix: i64,
    pub met: i64,
    pub changed: i64,
}

/// Seats of one round: person to table.
pub type Seats = BTreeMap<String, String>;

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

fn number(value: &Value) -> i64 {
    value.as_i64().unwrap_or(-1)
}

/// Whether the person is present in the round (from 1).
pub fn is_present(person: &Value, round: usize) -> bool {
    match person["rounds"].as_array() {
        None => true,
        Some(rounds) => rounds
            .iter()
            .any(|entry| entry.as_u64() == Some(round as u64)),
    }
}

/// The seats of a plan's rounds, with complaints about double seats and unknown names.
pub fn seats(plan: &Value, complaints: &mut Vec<String>) -> Vec<Seats> {
    let mut rounds = Vec::new();
    for round in list(&plan["rounds"]) {
        let mut seats = Seats::new();
        let mut tables = BTreeSet::new();
        for table in list(&round) {
            if !tables.insert(text(&table["table"])) {
                complaints.push(format!("table {} appears twice", table["table"]));
            }
            for person in list(&table["people"]) {
                if seats.insert(text(&person), text(&table["table"])).is_some() {
                    complaints.push(format!("{person} sits twice"));
                }
            }
        }
        rounds.push(seats);
    }
    rounds
}

/// The hard rules of one round (from 1) that the seats break.
pub fn broken(problem: &Value, round: usize, seats: &Seats) -> Vec<String> {
    let mut broken = Vec::new();
    let people = list(&problem["people"]);
    let tables = list(&problem["tables"]);
    let ids: BTreeSet<String> = tables.iter().map(|table| text(&table["id"])).collect();
    for person in &people {
        let id = text(&person["id"]);
        if is_present(person, round) != seats.contains_key(&id) {
            broken.push(format!(
                "round {round}: {id} there: {}",
                is_present(person, round)
            ));
        }
    }
    let known: BTreeSet<String> = people.iter().map(|person| text(&person["id"])).collect();
    for (person, table) in seats {
        if !known.contains(person) || !ids.contains(table) {
            broken.push(format!("round {round}: {person} at {table} is unknown"));
        }
    }
    if round as i64 <= problem["frozen_rounds"].as_i64().unwrap_or(0) {
        let before = &seats_of_previous(problem)[round - 1];
        for (person, table) in seats {
            if before.get(person).is_some_and(|before| before != table) {
                broken.push(format!("round {round} is frozen, yet {person} moved"));
            }
        }
        return broken;
    }
    let closed = closed_tables(problem, round);
    let exempt = exempt_people(problem, round, seats, &mut broken);
    for person in &people {
        let id = text(&person["id"]);
        if let (Some(allowed), Some(seat)) = (person["tables"].as_array(), seats.get(&id))
            && !exempt.contains(&id)
            && !allowed.iter().any(|table| text(table) == *seat)
        {
            broken.push(format!("round {round}: {id} may not sit at {seat}"));
        }
    }
    let mut even = Vec::new();
    for table in &tables {
        let id = text(&table["id"]);
        if closed.contains_key(&id) {
            continue;
        }
        let size = seats.values().filter(|seat| **seat == id).count() as i64;
        match (table["min"].as_i64(), table["max"].as_i64()) {
            (None, None) => even.push(size),
            (min, max) => {
                if size < min.unwrap_or(0) || size > max.unwrap_or(i64::MAX) {
                    broken.push(format!("round {round}: {size} at {id}"));
                }
            }
        }
        if let Some(host) = table["host"].as_str()
            && !exempt.contains(host)
            && seats.get(host).is_some_and(|seat| *seat != id)
        {
            broken.push(format!("round {round}: host {host} left {id}"));
        }
    }
    if even.iter().max().unwrap_or(&0) - even.iter().min().unwrap_or(&0) > 1 {
        broken.push(format!("round {round}: sizes {even:?}"));
    }
    for fixed in list(&problem["rules"]["fixed"]) {
        if fixed["round"].as_u64() == Some(round as u64)
            && fixed["lifted"] != true
            && seats.get(&text(&fixed["person"])) != Some(&text(&fixed["table"]))
        {
            broken.push(format!("round {round}: fixed seat {fixed}"));
        }
    }
    for (name, wanted) in [("together", true), ("apart", false)] {
        for group in list(&problem["rules"][name]) {
            let found: Vec<&String> = list(&group)
                .iter()
                .filter(|person| !exempt.contains(&text(person)))
                .filter_map(|person| seats.get(&text(person)))
                .collect();
            for (position, one) in found.iter().enumerate() {
                if found[position + 1..]
                    .iter()
                    .any(|other| (one == other) != wanted)
                {
                    broken.push(format!("round {round}: {name} {group}"));
                    break;
                }
            }
        }
    }
    broken
}

/// Whoever has a fixed seat at a closed table, with complaints about more people there.
fn exempt_people(
    problem: &Value,
    round: usize,
    seats: &Seats,
    broken: &mut Vec<String>,
) -> BTreeSet<String> {
    let mut exempt = BTreeSet::new();
    for (table, is_lifted) in &closed_tables(problem, round) {
        let fixed: BTreeSet<String> = list(&problem["rules"]["fixed"])
            .iter()
            .filter(|fixed| fixed["round"].as_u64() == Some(round as u64))
            .filter(|fixed| text(&fixed["table"]) == *table)
            .map(|fixed| text(&fixed["person"]))
            .filter(|person| seats.contains_key(person))
            .collect();
        let sitting = seats.values().filter(|seat| *seat == table).count();
        if sitting > fixed.len() && !is_lifted {
            broken.push(format!("round {round}: {sitting} at closed {table}"));
        }
        exempt.extend(fixed);
    }
    exempt
}

/// The closed tables of a round (from 1), each with whether others may sit there, too. Tests lift the rule to ask
/// whether it is needed; whoever is exempt stays so. A lifted fixed seat works alike.
fn closed_tables(problem: &Value, round: usize) -> BTreeMap<String, bool> {
    list(&problem["rules"]["closed"])
        .iter()
        .filter(|closed| closed["round"].as_u64() == Some(round as u64))
        .map(|closed| (text(&closed["table"]), closed["lifted"] == true))
        .collect()
}

fn seats_of_previous(problem: &Value) -> Vec<Seats> {
    seats(&problem["previous"], &mut Vec::new())
}

/// Recounts the quality of the seats.
pub fn recounted_quality(problem: &Value, rounds: &[Seats]) -> RecountedQuality {
    let people = list(&problem["people"]);
    let tables = list(&problem["tables"]);
    let hosts: BTreeSet<String> = tables
        .iter()
        .filter_map(|table| table["host"].as_str())
        .map(String::from)
        .collect();
    let topic_of: BTreeMap<String, String> = tables
        .iter()
        .map(|table| {
            let id = text(&table["id"]);
            let topic = table["topic"].as_str().map_or_else(
                || format!("the table {id}"),
                |topic| format!("topic {topic}"),
            );
            (id, topic)
        })
        .collect();
    let mut together: BTreeMap<(usize, usize), i64> = BTreeMap::new();
    for seats in rounds {
        let seat: Vec<Option<&String>> = people
            .iter()
            .map(|person| seats.get(&text(&person["id"])))
            .collect();
        for one in 0..people.len() {
            for other in one + 1..people.len() {
                if seat[one].is_some() && seat[one] == seat[other] {
                    *together.entry((one, other)).or_default() += 1;
                }
            }
        }
    }
    let same = |one: usize, other: usize| {
        let organisation = people[one]["organisation"].as_str();
        organisation.is_some() && organisation == people[other]["organisation"].as_str()
    };
    let mut met = vec![0; people.len()];
    let (mut value, mut repeats, mut mix) = (0, 0, 0);
    for (&(one, other), &times) in &together {
        repeats += times - 1;
        if same(one, other) {
            mix += times;
        } else {
            value += 1;
            met[one] += 1;
            met[other] += 1;
        }
    }
    // People without a round do not count in the smallest counts.
    let attends: Vec<bool> = people
        .iter()
        .map(|person| (1..=rounds.len()).any(|round| is_present(person, round)))
        .collect();
    let mut met_again = 0;
    for past in list(&problem["met"]) {
        let names: BTreeSet<String> = list(&past["people"]).iter().map(text).collect();
        let weight = past["weight"].as_i64().unwrap_or(1);
        for (&(one, other), &times) in &together {
            if names.contains(&text(&people[one]["id"]))
                && names.contains(&text(&people[other]["id"]))
            {
                met_again += weight * times;
            }
        }
    }
    let seen: Vec<i64> = people
        .iter()
        .map(|person| text(&person["id"]))
        .zip(&attends)
        .filter(|(id, attends)| **attends && !hosts.contains(id))
        .map(|(id, _)| {
            rounds
                .iter()
                .filter_map(|seats| seats.get(&id))
                .map(|table| &topic_of[table])
                .collect::<BTreeSet<_>>()
                .len() as i64
        })
        .collect();
    let previous = seats_of_previous(problem);
    let changed = people
        .iter()
        .map(|person| text(&person["id"]))
        .filter(|id| {
            rounds.iter().zip(&previous).any(|(now, before)| {
            matches!((now.get(id), before.get(id)), (Some(now), Some(before)) if now != before)
        })
        });
    RecountedQuality {
        topics_min: seen.iter().copied().min().unwrap_or(0),
        topics_sum: seen.iter().sum(),
        value,
        repeats,
        min_person: (met.into_iter().zip(attends).filter(|(_, attends)| *attends))
            .map(|(met, _)| met)
            .min()
            .unwrap_or(0),
        mix,
        met: met_again,
        changed: changed.count() as i64,
    }
}

/// All complaints about a plan; empty for a valid one.
pub fn complaints(problem: &Value, plan: &Value) -> Vec<String> {
    let mut complaints = Vec::new();
    let rounds = seats(plan, &mut complaints);
    if Some(rounds.len() as u64) != problem["rounds"].as_u64() {
        complaints.push(format!("{} rounds", rounds.len()));
        return complaints;
    }
    for (index, seats) in rounds.iter().enumerate() {
        complaints.extend(broken(problem, index + 1, seats));
    }
    if !complaints.is_empty() {
        return complaints;
    }
    let recounted_quality = recounted_quality(problem, &rounds);
    let quality = &plan["quality"];
    let stated = RecountedQuality {
        topics_min: number(&quality["topics"]["min"]),
        topics_sum: number(&quality["topics"]["sum"]),
        value: number(&quality["meetings"]["value"]),
        repeats: number(&quality["meetings"]["repeats"]),
        min_person: number(&quality["meetings"]["min_person"]),
        mix: number(&quality["mix"]["value"]),
        met: quality["met"]["value"].as_i64().unwrap_or(0),
        changed: number(&quality["changed_people"]),
    };
    if stated != recounted_quality {
        complaints.push(format!("stated {stated:?}, counted {recounted_quality:?}"));
    }
    let bound_min = number(&quality["topics"]["bound_min"]);
    let bound_sum = number(&quality["topics"]["bound_sum"]);
    let bound_value = number(&quality["meetings"]["bound"]);
    let least_mix = number(&quality["mix"]["bound"]);
    let least_met = quality["met"]["bound"].as_i64();
    if recounted_quality.topics_min > bound_min
        || recounted_quality.topics_sum > bound_sum
        || recounted_quality.value > bound_value
        || recounted_quality.mix < least_mix
        || least_met.is_some_and(|least| recounted_quality.met < least)
    {
        complaints.push(format!("better than a bound: {quality}"));
    }
    let mut proven = Vec::new();
    if (recounted_quality.topics_min, recounted_quality.topics_sum) == (bound_min, bound_sum) {
        proven.push("topics");
    }
    if recounted_quality.value == bound_value {
        proven.push("meetings");
    }
    if recounted_quality.mix == least_mix {
        proven.push("mix");
    }
    if least_met == Some(recounted_quality.met) {
        proven.push("met");
    }
    if list(&problem["met"]).is_empty() != least_met.is_none() {
        complaints.push(format!(
            "past meetings are stated where there are some: {quality}"
        ));
    }
    let stated: Vec<String> = list(&quality["proven"]).iter().map(text).collect();
    if stated != proven {
        complaints.push(format!("proven should be {proven:?}, is {stated:?}"));
    }
    complaints
}
