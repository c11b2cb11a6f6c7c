//! Reading a problem: JSON in, a [`Problem`] or every fault out.

mod terms;
mod walk;

use std::collections::HashMap;
use std::fmt;

use serde_json::Value;

use super::problem::{
    Index, MOST_PEOPLE, MOST_ROUNDS, MOST_SEATS, MOST_TABLES, Person, Problem, Table,
};
use terms::{read_fixed, read_frozen, read_groups, read_limit, read_order, read_previous};
use walk::{Faults, Field};

/// One thing wrong with the input, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field, as `people[3].rounds`; empty where the text is no JSON at all.
    pub path: String,
    /// What is wrong with it.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            return f.write_str(&self.message);
        }
        write!(f, "{}: {}", self.path, self.message)
    }
}

impl std::error::Error for Fault {}

impl Problem {
    /// Reads a problem; on bad input returns every fault found, in the order of the fields.
    pub fn from_json(text: &str) -> Result<Self, Vec<Fault>> {
        let value: Value = serde_json::from_str(text).map_err(|error| {
            vec![Fault {
                path: String::new(),
                message: format!("no JSON: {error}"),
            }]
        })?;
        let faults = Faults::default();
        let problem = read(&Field::root(&value, &faults));
        let found = faults.into_inner();
        match problem {
            Some(problem) if found.is_empty() => Ok(problem),
            _ => Err(found),
        }
    }
}

/// Names met so far, with their indices in the order of appearance.
#[derive(Default)]
struct Names<'a>(HashMap<&'a str, Index>);

impl<'a> Names<'a> {
    fn index(&mut self, name: &'a str) -> Index {
        let next = self.0.len();
        *self.0.entry(name).or_insert(next)
    }

    fn find(&self, field: &Field<'_>, kind: &str) -> Option<Index> {
        let name = field.text()?;
        let found = self.0.get(name).copied();
        if found.is_none() {
            field.fault(&format!("there is no {kind} {name:?}"));
        }
        found
    }
}

fn read(root: &Field<'_>) -> Option<Problem> {
    if !root.is_object() {
        root.fault("the problem is an object");
        return None;
    }
    let rounds = read_rounds(root);
    let table_fields = root.list("tables", true);
    let person_fields = root.list("people", true);
    if root.has("tables") && table_fields.is_empty() && root.is_list("tables") {
        root.at("tables").fault("there is no table");
    }
    for (name, count, most) in [
        ("tables", table_fields.len(), MOST_TABLES),
        ("people", person_fields.len(), MOST_PEOPLE),
    ] {
        if count > most {
            root.at(name)
                .fault(&format!("{count} are too many, at most {most}"));
            return None;
        }
    }
    if rounds * person_fields.len() > MOST_SEATS {
        root.at("rounds")
            .fault(&format!("rounds times people is more than {MOST_SEATS}"));
        return None;
    }

    let table_ids = ids(&table_fields);
    let person_ids = ids(&person_fields);
    let (people, organisations) = read_people(&person_fields, rounds);
    let (tables, topics) = read_tables(&table_fields, &person_ids);
    let rules = root.at("rules");
    rules.expect_object();
    let together = read_groups(&rules, "together", &person_ids);
    let apart = read_groups(&rules, "apart", &person_ids);
    let fixed = read_fixed(&rules, rounds, &person_ids, &table_ids);
    let previous = read_previous(&root.at("previous"), &person_ids, &table_ids);
    let frozen_rounds = read_frozen(root, rounds, previous.as_ref());
    Some(Problem {
        rounds,
        tables,
        topics,
        people,
        organisations,
        together,
        apart,
        fixed,
        order: read_order(root),
        previous,
        frozen_rounds,
        limit: read_limit(&root.at("limit")),
        seed: root.at("seed").optional(Field::whole).unwrap_or(0),
    })
}

fn read_rounds(root: &Field<'_>) -> usize {
    let field = root.at("rounds");
    match field.required(Field::count) {
        Some(0) => {
            field.fault("there is at least one round");
            0
        }
        Some(rounds) if rounds > MOST_ROUNDS => {
            field.fault(&format!("at most {MOST_ROUNDS} rounds"));
            0
        }
        rounds => rounds.unwrap_or(0),
    }
}

fn ids<'a>(fields: &[Field<'a>]) -> Names<'a> {
    let mut names = Names::default();
    for field in fields {
        if !field.expect_object() {
            continue;
        }
        let id = field.at("id");
        let Some(text) = id.required(Field::text) else {
            continue;
        };
        let known = names.0.len();
        if names.index(text) < known {
            id.fault(&format!("{text:?} is named twice"));
        }
    }
    names
}

fn read_people(fields: &[Field<'_>], rounds: usize) -> (Vec<Person>, usize) {
    let mut names = Names::default();
    for field in fields {
        if let Some(name) = field.at("organisation").optional(Field::text) {
            names.index(name);
        }
    }
    let mut organisations = names.0.len();
    let people = fields.iter().map(|field| {
        let organisation = field.at("organisation").quiet_text().map_or_else(
            || {
                organisations += 1;
                organisations - 1
            },
            |name| names.index(name),
        );
        Person {
            id: field.at("id").quiet_text().unwrap_or_default().to_owned(),
            organisation,
            present: presence(field, rounds),
        }
    });
    let people = people.collect();
    (people, organisations)
}

fn presence(person: &Field<'_>, rounds: usize) -> Vec<bool> {
    if !person.has("rounds") {
        return vec![true; rounds];
    }
    let mut present = vec![false; rounds];
    for entry in person.list("rounds", false) {
        let Some(round) = round_index(&entry, rounds) else {
            continue;
        };
        if std::mem::replace(&mut present[round], true) {
            entry.fault(&format!("round {} is named twice", round + 1));
        }
    }
    present
}

fn round_index(field: &Field<'_>, rounds: usize) -> Option<Index> {
    let round = field.count()?;
    if round == 0 || (rounds > 0 && round > rounds) {
        field.fault(&format!("there is no round {round}"));
    }
    (1..=rounds).contains(&round).then(|| round - 1)
}

fn read_tables(fields: &[Field<'_>], people: &Names<'_>) -> (Vec<Table>, usize) {
    // A table without a topic has one alone, whatever the others call theirs.
    let mut names = Names::default();
    for field in fields {
        if let Some(topic) = field.at("topic").optional(Field::text) {
            names.index(topic);
        }
    }
    let mut topics = names.0.len();
    let tables = fields.iter().map(|field| {
        let topic = field.at("topic").quiet_text().map_or_else(
            || {
                topics += 1;
                topics - 1
            },
            |name| names.index(name),
        );
        let min = field.at("min").optional(Field::count);
        let max = field.at("max").optional(Field::count);
        if let (Some(min), Some(max)) = (min, max)
            && min > max
        {
            field
                .at("min")
                .fault(&format!("{min} is more than max, {max}"));
        }
        let host = field.at("host");
        let host = if host.is_null() {
            None
        } else {
            people.find(&host, "person")
        };
        Table {
            id: field.at("id").quiet_text().unwrap_or_default().to_owned(),
            topic,
            min,
            max,
            host,
        }
    });
    let tables = tables.collect();
    (tables, topics)
}
