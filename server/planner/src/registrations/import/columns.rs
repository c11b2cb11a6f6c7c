//! Which column of a table holds what.

use std::collections::{HashMap, HashSet};

use model::{Question, name_key};

use super::{
    super::table::{Heading, Table, recognise},
    options::Options,
    preview::{Chosen, Column, ImportColumn, TableFault},
};

/// The columns of a table: as chosen by hand; else by their headings; else by their contents, where they are
/// nothing but options of one of the questions.
pub(super) fn columns(table: &Table, questions: &[Question], chosen: &Chosen) -> Vec<ImportColumn> {
    let mut taken: HashSet<Column> = chosen.values().copied().collect();
    let by_label = Labels::of(questions);
    let headings: Vec<Option<Heading>> = table.headings.iter().map(|one| recognise(one)).collect();
    let mut columns: Vec<Option<Column>> = Vec::with_capacity(headings.len());
    for (number, heading) in headings.iter().enumerate() {
        let column = chosen.get(&number).copied().or_else(|| {
            let fixed = heading.map(|heading| of_heading(heading, &headings));
            let answer = || by_label.find(&table.headings[number], &taken);
            fixed
                .filter(|column| !taken.contains(column))
                .or_else(answer)
                .or(fixed)
        });
        taken.extend(column);
        columns.push(column);
    }
    let with_options: Vec<(Column, Options<'_>)> = questions
        .iter()
        .filter(|question| question.kind.has_options())
        .map(|question| (Column::Answer(question.id), Options::of(question)))
        .collect();
    for (number, column) in columns.iter_mut().enumerate() {
        if column.is_none() {
            *column = by_contents(table, number, &with_options, &taken);
            taken.extend(*column);
        }
    }
    let headings = table.headings.iter().cloned();
    headings
        .zip(columns)
        .map(|(heading, column)| ImportColumn {
            heading,
            holds: column.unwrap_or(Column::Nothing),
        })
        .collect()
}

fn of_heading(heading: Heading, all: &[Option<Heading>]) -> Column {
    let has = |heading| all.contains(&Some(heading));
    match heading {
        Heading::GivenName => Column::GivenName,
        Heading::FamilyName => Column::FamilyName,
        Heading::Name | Heading::FullName
            if has(Heading::GivenName) && has(Heading::FamilyName) =>
        {
            Column::Nothing
        }
        Heading::Name if has(Heading::GivenName) => Column::FamilyName,
        Heading::Name | Heading::FullName => Column::FullName,
        Heading::Address => Column::Address,
        Heading::Organisation => Column::Organisation,
        Heading::Language => Column::Language,
        Heading::State => Column::State,
    }
}

/// Questions by the keys of their labels. Two questions can have the same label.
struct Labels(HashMap<String, Vec<Column>>);

impl Labels {
    fn of(questions: &[Question]) -> Self {
        let mut labels: HashMap<String, Vec<Column>> = HashMap::new();
        for question in questions {
            let key = name_key(question.label.as_str());
            labels
                .entry(key)
                .or_default()
                .push(Column::Answer(question.id));
        }
        Self(labels)
    }

    fn find(&self, heading: &str, taken: &HashSet<Column>) -> Option<Column> {
        let found = self.0.get(&name_key(heading))?.iter();
        found.copied().find(|column| !taken.contains(column))
    }
}

fn by_contents(
    table: &Table,
    number: usize,
    questions: &[(Column, Options<'_>)],
    taken: &HashSet<Column>,
) -> Option<Column> {
    table.column(number).find(|cell| !cell.is_empty())?;
    let fits = |options: &Options<'_>| {
        table
            .column(number)
            .all(|cell| cell.is_empty() || options.in_cell(cell).is_some())
    };
    let mut open = questions
        .iter()
        .filter(|(column, _)| !taken.contains(column));
    open.find(|(_, options)| fits(options))
        .map(|(column, _)| *column)
}

/// Columns that are missing, and contents that two columns have.
pub(super) fn faults(columns: &[ImportColumn]) -> Vec<TableFault> {
    let mut counts: HashMap<Column, usize> = HashMap::new();
    for column in columns {
        *counts.entry(column.holds).or_default() += 1;
    }
    let has = |column| counts.contains_key(&column);
    let mut needed = vec![Column::Address];
    if !has(Column::FullName) {
        needed.splice(0..0, [Column::GivenName, Column::FamilyName]);
    }
    let missing = needed.into_iter().filter(|needed| !has(*needed));
    let mut faults: Vec<TableFault> = missing.map(TableFault::NoColumn).collect();
    if has(Column::FullName) && (has(Column::GivenName) || has(Column::FamilyName)) {
        faults.push(TableFault::ColumnTwice(Column::FullName));
    }
    for column in columns {
        let count = counts.remove(&column.holds).unwrap_or_default();
        if column.holds != Column::Nothing && count > 1 {
            faults.push(TableFault::ColumnTwice(column.holds));
        }
    }
    faults
}
