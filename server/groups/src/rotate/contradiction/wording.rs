//! Text of a rule.

use crate::error::quote_id;

use super::super::problem::{Index, Problem};
use super::super::rules::Rule;

/// A rule as one line: path, ids, meaning.
pub fn describe_rule(problem: &Problem, rule: Rule) -> String {
    let person = |index: Index| quote_id(&problem.people[index].id);
    let table = |index: Index| quote_id(&problem.tables[index].id);
    let people = |group: &[Index]| {
        group
            .iter()
            .map(|&index| person(index))
            .collect::<Vec<_>>()
            .join(", ")
    };
    match rule {
        Rule::Presence(index) => {
            let rounds = problem.people[index]
                .present
                .iter()
                .enumerate()
                .filter(|(_, present)| **present);
            let rounds: Vec<String> = rounds.map(|(round, _)| (round + 1).to_string()).collect();
            let rounds = if rounds.is_empty() {
                "no round".to_owned()
            } else {
                format!("rounds {}", rounds.join(", "))
            };
            format!(
                "people[{index}].rounds: {} is there in {rounds}",
                person(index)
            )
        }
        Rule::Tables(index) => {
            let allowed = problem.people[index].tables.as_deref().unwrap_or_default();
            let allowed = if allowed.is_empty() {
                "no table".to_owned()
            } else {
                allowed
                    .iter()
                    .map(|&index| table(index))
                    .collect::<Vec<_>>()
                    .join(", ")
            };
            format!(
                "people[{index}].tables: {} may sit only at {allowed}",
                person(index)
            )
        }
        Rule::Min(index) => {
            format!(
                "tables[{index}].min: {} needs at least {}",
                table(index),
                problem.tables[index].min.unwrap_or(0)
            )
        }
        Rule::Max(index) => {
            format!(
                "tables[{index}].max: {} takes at most {}",
                table(index),
                problem.tables[index].max.unwrap_or(0)
            )
        }
        Rule::Balance => {
            let balanced = problem.tables.iter().filter(|table| table.is_balanced());
            let ids: Vec<String> = balanced.map(|table| quote_id(&table.id)).collect();
            format!(
                "tables: {} have neither min nor max, so their sizes differ by at most one",
                ids.join(", ")
            )
        }
        Rule::Host(index) => {
            let host = problem.tables[index].host.map(person).unwrap_or_default();
            format!("tables[{index}].host: {host} stays at {}", table(index))
        }
        Rule::Together(index) => {
            format!(
                "rules.together[{index}]: {} share a table",
                people(&problem.together[index])
            )
        }
        Rule::Apart(index) => {
            format!(
                "rules.apart[{index}]: {} sit at different tables",
                people(&problem.apart[index])
            )
        }
        Rule::Fixed(index) => {
            let fixed = problem.fixed[index];
            let (person, table) = (person(fixed.person), table(fixed.table));
            format!(
                "rules.fixed[{index}]: {person} sits at {table} in round {}",
                fixed.round + 1
            )
        }
        Rule::Closed(index) => {
            let closed = problem.closed[index];
            format!(
                "rules.closed[{index}]: at {} sit only the people whose seats are fixed there in round {}",
                table(closed.table),
                closed.round + 1
            )
        }
    }
}
