//! Parses fixed seats, goals, the previous plan and the limit.

use crate::input::{Field, IdIndex};

use super::super::problem::{FixedSeat, Goal, Index, Limit, MAX_ROUNDS, PreviousPlan};
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

pub fn read_order(field: &Field<'_>) -> Vec<Goal> {
    let all = [Goal::Topics, Goal::Meetings, Goal::Mix];
    let Some(field) = field.present() else {
        return all.to_vec();
    };
    let words = all.map(|goal| (goal.name(), goal));
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

/// Parses the previous plan.
///
/// An unknown person is a no-show and no fault. An unknown table is a fault: frozen rounds are printed with
/// their tables, and a person whose table is gone counts as changed. A table that closes stays in `tables`,
/// with `max` 0.
pub fn read_previous(
    field: &Field<'_>,
    people: &IdIndex<'_>,
    tables: &IdIndex<'_>,
) -> Option<PreviousPlan> {
    let field = field.present()?.object()?.at("rounds");
    let rounds = field.required()?.list()?;
    if rounds.len() > MAX_ROUNDS {
        field.add_fault(format!(
            "{} are too many, at most {MAX_ROUNDS}",
            rounds.len()
        ));
        return None;
    }
    let seats = rounds.iter().map(|round| read_round(round, people, tables));
    Some(PreviousPlan {
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

pub fn read_frozen(root: &Field<'_>, rounds: usize, previous: Option<&PreviousPlan>) -> usize {
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

pub fn read_limit(limit: &Field<'_>) -> Limit {
    const DEFAULT: Limit = Limit::Seconds(5.0);
    let (seconds, iterations) = (limit.at("seconds"), limit.at("iterations"));
    if seconds.present().is_some() && iterations.present().is_some() {
        limit.add_fault("must be seconds or iterations, not both");
        return DEFAULT;
    }
    let seconds = seconds.present().and_then(Field::number);
    let iterations = iterations.present().and_then(Field::whole_number);
    match (seconds, iterations) {
        (_, Some(iterations)) => Limit::Iterations(iterations),
        (Some(seconds), None) => Limit::Seconds(seconds),
        (None, None) => DEFAULT,
    }
}
