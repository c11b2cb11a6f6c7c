//! What is asked beyond people and tables: fixed seats, goals, an earlier plan, a limit.

use crate::reading::{Field, Names};

use super::super::problem::{Fixed, Goal, Index, Limit, MOST_ROUNDS, Previous};
use super::round_index;

pub fn read_fixed(
    list: &Field<'_>,
    rounds: usize,
    people: &Names<'_>,
    tables: &Names<'_>,
) -> Vec<Fixed> {
    let mut fixed = Vec::new();
    for field in list.entries() {
        if field.object().is_none() {
            continue;
        }
        let person = (field.at("person").required()).and_then(|field| people.find(field));
        let round = (field.at("round").required()).and_then(|field| round_index(field, rounds));
        let table = (field.at("table").required()).and_then(|field| tables.find(field));
        if let (Some(person), Some(round), Some(table)) = (person, round, table) {
            fixed.push(Fixed {
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
    let Some(field) = field.given() else {
        return all.to_vec();
    };
    let words = all.map(|goal| (goal.name(), goal));
    let mut order = Vec::new();
    for entry in field.some_list().unwrap_or_default() {
        match entry.choice(&words) {
            None => {}
            Some(goal) if order.contains(&goal) => entry.fault("is named twice"),
            Some(goal) => order.push(goal),
        }
    }
    order
}

/// The plan that is to be repaired.
///
/// Somebody unknown in it is a no-show and no fault. An unknown table is one: a frozen round is printed with its
/// tables, and somebody whose table is gone counts as changed. A table that closes stays in `tables`, with `max` 0.
pub fn read_previous(
    field: &Field<'_>,
    people: &Names<'_>,
    tables: &Names<'_>,
) -> Option<Previous> {
    let field = field.given()?.object()?.at("rounds");
    let rounds = field.required()?.list()?;
    if rounds.len() > MOST_ROUNDS {
        field.fault(format!(
            "{} are too many, at most {MOST_ROUNDS}",
            rounds.len()
        ));
        return None;
    }
    let seats = rounds.iter().map(|round| read_round(round, people, tables));
    Some(Previous {
        seats: seats.collect(),
    })
}

fn read_round(round: &Field<'_>, people: &Names<'_>, tables: &Names<'_>) -> Vec<Option<Index>> {
    let mut seated = vec![None; people.list().len()];
    let mut met = vec![false; people.list().len()];
    let mut used = vec![false; tables.list().len()];
    for seating in round.entries() {
        if seating.object().is_none() {
            continue;
        }
        let field = seating.at("table");
        let table = field.required().and_then(|field| tables.find(field));
        if let Some(table) = table
            && std::mem::replace(&mut used[table], true)
        {
            field.fault("is named twice in this round");
        }
        let listed = seating.at("people").required().and_then(Field::list);
        for entry in listed.unwrap_or_default() {
            let Some(person) = entry.text().and_then(|name| people.get(name)) else {
                continue;
            };
            if std::mem::replace(&mut met[person], true) {
                entry.fault("sits twice in this round");
            }
            seated[person] = table;
        }
    }
    seated
}

pub fn read_frozen(root: &Field<'_>, rounds: usize, previous: Option<&Previous>) -> usize {
    let field = root.at("frozen_rounds");
    let given = field.given().and_then(Field::whole).unwrap_or(0);
    let frozen = usize::try_from(given).unwrap_or(usize::MAX);
    match previous {
        None if frozen > 0 && root.at("previous").given().is_none() => {
            field.fault("needs a previous plan");
        }
        Some(_) if frozen > rounds && rounds > 0 => {
            field.fault(format!("{given} is more than rounds, which is {rounds}"));
        }
        Some(previous) if frozen > previous.seats.len() => {
            let seated = previous.seats.len();
            field.fault(format!(
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
    if seconds.given().is_some() && iterations.given().is_some() {
        limit.fault("must be seconds or iterations, not both");
        return DEFAULT;
    }
    let seconds = seconds.given().and_then(Field::number);
    let iterations = iterations.given().and_then(Field::whole);
    match (seconds, iterations) {
        (_, Some(iterations)) => Limit::Iterations(iterations),
        (Some(seconds), None) => Limit::Seconds(seconds),
        (None, None) => DEFAULT,
    }
}
