//! Parses JSON into a [`Problem`], by the rules of `crate::input`.

mod round_number;
mod rules;

use crate::Limit;
use crate::input::{self, Fault, Field, IdIndex, Parsed, number_values};

use super::problem::{
    Index, MAX_PEOPLE, MAX_ROUNDS, MAX_SEATS, MAX_TABLES, Person, Problem, Table,
};
use round_number::round_index;
use rules::{read_closed, read_fixed, read_frozen, read_met, read_order, read_plan};

impl Problem {
    /// Parses a problem and ignores unknown fields.
    ///
    /// # Errors
    ///
    /// Every fault found, each with the path of its field. The list is never empty.
    pub fn from_json(text: &str) -> Result<Self, Vec<Fault>> {
        Self::parse(text).map(|parsed| parsed.problem)
    }

    /// Parses a problem and names unknown fields.
    ///
    /// # Errors
    ///
    /// As [`Self::from_json`].
    pub fn parse(text: &str) -> Result<Parsed<Self>, Vec<Fault>> {
        input::parse(text, read)
    }
}

fn read(root: &Field<'_>) -> Option<Problem> {
    let rounds = read_rounds(root);
    let listed_tables = root.at("tables").required().and_then(Field::non_empty_list);
    let listed_people = root.at("people").required().and_then(Field::list);
    let table_ids = IdIndex::from_objects("table", listed_tables.as_deref());
    let person_ids = IdIndex::from_objects("person", listed_people.as_deref());
    let table_fields = listed_tables.unwrap_or_default();
    let person_fields = listed_people.unwrap_or_default();
    if !is_within_limits(root, rounds, table_fields.len(), person_fields.len()) {
        return None;
    }

    let (people, organisations) = read_people(&person_fields, &person_ids, &table_ids, rounds);
    let (tables, topics) = read_tables(&table_fields, &table_ids, &person_ids);
    let rules = root.optional_object("rules");
    let together = person_ids.resolve_groups(&rules.at("together"));
    let apart = person_ids.resolve_groups(&rules.at("apart"));
    let fixed = read_fixed(&rules.at("fixed"), rounds, &person_ids, &table_ids);
    let closed = read_closed(&rules.at("closed"), rounds, &table_ids);
    let previous = read_plan(&root.at("previous"), &person_ids, &table_ids);
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
        closed,
        met: read_met(&root.at("met"), &person_ids),
        order: read_order(&root.at("order")),
        previous,
        free_changes: 0,
        start: read_plan(&root.at("start"), &person_ids, &table_ids),
        frozen_rounds,
        limit: Limit::read(&root.optional_object("limit")).unwrap_or(Problem::DEFAULT_LIMIT),
        seed: root
            .at("seed")
            .present()
            .and_then(Field::whole_number)
            .unwrap_or(0),
    })
}

/// Whether the problem is within the size limits. A larger one is a fault.
fn is_within_limits(root: &Field<'_>, rounds: usize, tables: usize, people: usize) -> bool {
    let mut fits = true;
    for (name, count, most) in [
        ("tables", tables, MAX_TABLES),
        ("people", people, MAX_PEOPLE),
    ] {
        if count > most {
            root.at(name)
                .add_fault(format!("{count} are too many, at most {most}"));
            fits = false;
        }
    }
    if fits && rounds * people > MAX_SEATS {
        root.at("rounds").add_fault(format!(
            "{rounds} for {people} people are too many, at most {MAX_SEATS} seats"
        ));
        fits = false;
    }
    fits
}

/// The number of rounds; 0 if it could not be read.
fn read_rounds(root: &Field<'_>) -> usize {
    let field = root.at("rounds");
    let Some(rounds) = field.required().and_then(Field::whole_number) else {
        return 0;
    };
    match usize::try_from(rounds) {
        Ok(rounds) if (1..=MAX_ROUNDS).contains(&rounds) => rounds,
        _ => {
            field.add_fault(format!("must be 1 to {MAX_ROUNDS}, not {rounds}"));
            0
        }
    }
}

fn read_people(
    fields: &[Field<'_>],
    ids: &IdIndex<'_>,
    tables: &IdIndex<'_>,
    rounds: usize,
) -> (Vec<Person>, usize) {
    let (numbers, labels) = number_values(fields, "organisation");
    let mut organisations = labels.len();
    let people = (fields.iter().zip(ids.list()).zip(numbers))
        .map(|((field, &id), organisation)| Person {
            id: id.to_owned(),
            organisation: organisation.unwrap_or_else(|| next_index(&mut organisations)),
            present: presence(&field.at("rounds"), rounds),
            tables: field.at("tables").present().map(|list| {
                let allowed = tables.resolve_each(list).into_iter();
                allowed.map(|(table, _)| table).collect()
            }),
        })
        .collect();
    (people, organisations)
}

/// Numbers something without a name: it equals nothing else.
fn next_index(count: &mut usize) -> Index {
    *count += 1;
    *count - 1
}

fn presence(field: &Field<'_>, rounds: usize) -> Vec<bool> {
    if field.present().is_none() {
        return vec![true; rounds];
    }
    let mut present = vec![false; rounds];
    for entry in field.optional_list() {
        let Some(round) = round_index(&entry, rounds) else {
            continue;
        };
        if std::mem::replace(&mut present[round], true) {
            entry.add_fault("is named twice");
        }
    }
    present
}

fn read_tables(
    fields: &[Field<'_>],
    ids: &IdIndex<'_>,
    people: &IdIndex<'_>,
) -> (Vec<Table>, usize) {
    /// Exceeds the number of people. Keeps sums and squares of limits far from overflow.
    const SIZE_CAP: u64 = 1_000_000;
    let size = |given: u64| usize::try_from(given.min(SIZE_CAP)).unwrap_or(usize::MAX);
    let (numbers, labels) = number_values(fields, "topic");
    let mut topics = labels.len();
    let tables = (fields.iter().zip(ids.list()).zip(numbers))
        .map(|((field, &id), topic)| {
            let (min, max) = field.min_and_max();
            Table {
                id: id.to_owned(),
                topic: topic.unwrap_or_else(|| next_index(&mut topics)),
                min: min.map(size),
                max: max.map(size),
                host: field
                    .at("host")
                    .present()
                    .and_then(|host| people.resolve(host)),
            }
        })
        .collect();
    (tables, topics)
}
