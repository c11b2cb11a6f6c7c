//! What is asked beyond people and tables: rules, goals, an earlier plan, a limit.

use super::super::problem::{Fixed, Goal, Index, Limit, MOST_ROUNDS, Previous};
use super::Names;
use super::round_index;
use super::walk::Field;

pub fn read_groups(rules: &Field<'_>, name: &'static str, people: &Names<'_>) -> Vec<Vec<Index>> {
    let mut groups = Vec::new();
    for field in rules.list(name, false) {
        let mut group = Vec::new();
        for entry in field.entries() {
            let Some(person) = people.find(&entry, "person") else {
                continue;
            };
            if group.contains(&person) {
                entry.fault("the person is named twice in one group");
                continue;
            }
            group.push(person);
        }
        groups.push(group);
    }
    groups
}

pub fn read_fixed(
    rules: &Field<'_>,
    rounds: usize,
    people: &Names<'_>,
    tables: &Names<'_>,
) -> Vec<Fixed> {
    let mut fixed = Vec::new();
    for field in rules.list("fixed", false) {
        if !field.expect_object() {
            continue;
        }
        let round_field = field.at("round");
        let person = field
            .at("person")
            .present()
            .and_then(|field| people.find(&field, "person"));
        let round = round_field
            .present()
            .and_then(|field| round_index(&field, rounds));
        let table = field
            .at("table")
            .present()
            .and_then(|field| tables.find(&field, "table"));
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

pub fn read_order(root: &Field<'_>) -> Vec<Goal> {
    let all = [Goal::Topics, Goal::Meetings, Goal::Mix];
    if !root.has("order") {
        return all.to_vec();
    }
    let mut order = Vec::new();
    for entry in root.list("order", false) {
        let Some(name) = entry.text() else { continue };
        match all.into_iter().find(|goal| goal.name() == name) {
            None => entry.fault(&format!(
                "{name:?} is no goal; goals are topics, meetings, mix"
            )),
            Some(goal) if order.contains(&goal) => entry.fault(&format!("{name:?} is named twice")),
            Some(goal) => order.push(goal),
        }
    }
    if root.is_list("order") && root.list("order", false).is_empty() {
        root.at("order").fault("there is no goal");
    }
    order
}

pub fn read_previous(
    field: &Field<'_>,
    people: &Names<'_>,
    tables: &Names<'_>,
) -> Option<Previous> {
    if field.is_null() || !field.expect_object() {
        return None;
    }
    let mut seats = Vec::new();
    for round in field.list("rounds", true).into_iter().take(MOST_ROUNDS) {
        let mut seated = vec![None; people.0.len()];
        let mut used = vec![false; tables.0.len()];
        for seating in round.entries() {
            if !seating.expect_object() {
                continue;
            }
            let table_field = seating.at("table");
            let table = table_field
                .clone()
                .present()
                .and_then(|field| tables.find(&field, "table"));
            if let Some(table) = table
                && std::mem::replace(&mut used[table], true)
            {
                table_field.fault("the table is named twice in one round");
            }
            for entry in seating.list("people", true) {
                // Somebody unknown here is a no-show, no fault.
                let Some(&person) = entry.text().and_then(|name| people.0.get(name)) else {
                    continue;
                };
                if seated[person].is_some() {
                    entry.fault("the person sits twice in one round");
                }
                seated[person] = table;
            }
        }
        seats.push(seated);
    }
    Some(Previous { seats })
}

pub fn read_frozen(root: &Field<'_>, rounds: usize, previous: Option<&Previous>) -> usize {
    let field = root.at("frozen_rounds");
    let frozen = field.optional(Field::count).unwrap_or(0);
    match previous {
        None if frozen > 0 && !root.has("previous") => {
            field.fault("frozen rounds need a previous plan");
        }
        Some(_) if frozen > rounds && rounds > 0 => {
            field.fault(&format!("there are {rounds} rounds"));
        }
        Some(previous) if frozen > previous.seats.len() => {
            field.fault(&format!(
                "the previous plan has {} rounds",
                previous.seats.len()
            ));
        }
        None | Some(_) => {}
    }
    frozen.min(rounds)
}

pub fn read_limit(field: &Field<'_>) -> Limit {
    const DEFAULT: Limit = Limit::Seconds(5.0);
    if field.is_null() || !field.expect_object() {
        return DEFAULT;
    }
    let iterations = field.at("iterations").optional(Field::whole);
    let seconds = field.at("seconds").optional(Field::positive);
    match (seconds, iterations) {
        (Some(_), Some(_)) => {
            field.fault("give seconds or iterations, not both");
            DEFAULT
        }
        (None, Some(iterations)) => Limit::Iterations(iterations),
        (Some(seconds), None) => Limit::Seconds(seconds),
        (None, None) => DEFAULT,
    }
}
