//! Parses fixed seats, goals, the previous plan and the limit.

use crate::input::{Field, IdIndex};

use super::super::problem::{
    ClosedTable, FixedSeat, GivenPlan, Goal, Index, MAX_ROUNDS, MAX_WEIGHT, PastMeeting,
};
use super::round_number::round_index;

pub fn read_fixed(
    list: &Field<'_>,
    rounds: usize,
    people: &IdIndex<'_>,
    tables: &IdIndex<'_>,
) -> Vec<FixedSeat> {
    let mut fixed = Vec::new();
    for field in list.optional_list() {
        if field.object().is_none() {
            continue;
        }
        let person = (field.at("person").required()).and_then(|field| people.resolve(field));
        let round = (field.at("round").required()).and_then(|field| round_index(field, rounds));
        let table = (field.at("table").required()).and_then(|field| tables.resolve(field));
        if let (Some(person), Some(round), Some(table)) = (person, round, table) {
            fixed.push(FixedSeat {
                person,
                round,
                table,
            });
        }
    }
    fixed
}

pub fn read_closed(list: &Field<'_>, rounds: usize, tables: &IdIndex<'_>) -> Vec<ClosedTable> {
    let mut closed = Vec::new();
    for field in list.optional_list() {
        if field.object().is_none() {
            continue;
        }
        let round = (field.at("round").required()).and_then(|field| round_index(field, rounds));
        let table = (field.at("table").required()).and_then(|field| tables.resolve(field));
        if let (Some(round), Some(table)) = (round, table) {
            let entry = ClosedTable { round, table };
            if closed.contains(&entry) {
                field.add_fault("is named twice");
            } else {
                closed.push(entry);
            }
        }
    }
    closed
}

pub fn read_met(list: &Field<'_>, people: &IdIndex<'_>) -> Vec<PastMeeting> {
    let mut met = Vec::new();
    for field in list.optional_list() {
        if field.object().is_none() {
            continue;
        }
        let weight = field.at("weight");
        let given = weight.present().and_then(Field::whole_number).unwrap_or(1);
        if given > MAX_WEIGHT as u64 {
            weight.add_fault(format!("{given} is too much, at most {MAX_WEIGHT}"));
        }
        if let Some(group) = field.at("people").required() {
            let resolved = people.resolve_each(group).into_iter();
            met.push(PastMeeting {
                people: resolved.map(|(person, _)| person).collect(),
                weight: usize::try_from(given).unwrap_or(MAX_WEIGHT),
            });
        }
    }
    met
}

pub fn read_order(field: &Field<'_>) -> Vec<Goal> {
    let Some(field) = field.present() else {
        return Goal::DEFAULT_ORDER.to_vec();
    };
    let words = Goal::ALL.map(|goal| (goal.name(), goal));
    let mut order = Vec::new();
    for entry in field.non_empty_list().unwrap_or_default() {
        match entry.one_of(&words) {
            None => {}
            Some(goal) if order.contains(&goal) => entry.add_fault("is named twice"),
            Some(goal) => order.push(goal),
        }
    }
    order
}

/// Parses the previous plan, or a plan to start from.
///
/// An unknown person is a no-show and no fault. An unknown table is a fault: frozen rounds are printed with
/// their tables, and a person whose table is gone counts as changed. A table that closes stays in `tables`,
/// with `max` 0.
pub fn read_plan(
    field: &Field<'_>,
    people: &IdIndex<'_>,
    tables: &IdIndex<'_>,
) -> Option<GivenPlan> {
    let plan = field.present()?.object()?;
    plan.ignore(&["quality", "seed", "iterations", "method"]);
    let field = plan.at("rounds");
    let rounds = field.required()?.list()?;
    if rounds.len() > MAX_ROUNDS {
        field.add_fault(format!(
            "{} are too many, at most {MAX_ROUNDS}",
            rounds.len()
        ));
        return None;
    }
    let seats = rounds.iter().map(|round| read_round(round, people, tables));
    Some(GivenPlan {
        seats: seats.collect(),
    })
}

fn read_round(round: &Field<'_>, people: &IdIndex<'_>, tables: &IdIndex<'_>) -> Vec<Option<Index>> {
    let mut seated = vec![None; people.list().len()];
    let mut met = vec![false; people.list().len()];
    let mut used = vec![false; tables.list().len()];
    for seating in round.optional_list() {
        if seating.object().is_none() {
            continue;
        }
        let field = seating.at("table");
        let table = field.required().and_then(|field| tables.resolve(field));
        if let Some(table) = table
            && std::mem::replace(&mut used[table], true)
        {
            field.add_fault("is named twice in this round");
        }
        let is_readable = seating.at("people").required().and_then(Field::list);
        for entry in is_readable.unwrap_or_default() {
            let Some(person) = entry.text().and_then(|name| people.position(name)) else {
                continue;
            };
            if std::mem::replace(&mut met[person], true) {
                entry.add_fault("sits twice in this round");
            }
            seated[person] = table;
        }
    }
    seated
}

pub fn read_frozen(root: &Field<'_>, rounds: usize, previous: Option<&GivenPlan>) -> usize {
    let field = root.at("frozen_rounds");
    let given = field.present().and_then(Field::whole_number).unwrap_or(0);
    let frozen = usize::try_from(given).unwrap_or(usize::MAX);
    match previous {
        None if frozen > 0 && root.at("previous").present().is_none() => {
            field.add_fault("needs a previous plan");
        }
        Some(_) if frozen > rounds && rounds > 0 => {
            field.add_fault(format!("{given} is more than rounds, which is {rounds}"));
        }
        Some(previous) if frozen > previous.seats.len() => {
            let seated = previous.seats.len();
            field.add_fault(format!(
                "{given} is more than the rounds of the previous plan, which has {seated}"
            ));
        }
        None | Some(_) => {}
    }
    frozen.min(rounds)
}
