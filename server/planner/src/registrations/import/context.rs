//! Reading the lines of a table of people: which column holds what, and what is wrong with each line.

use std::collections::{HashMap, HashSet};

use model::{
    Answers, EmailAddress, Fault, Faults, Language, Line, Organisation, Person, Question,
    QuestionId, RegistrationState,
};

use super::{
    super::{decide::AddedPerson, table::Table},
    preview::{Chosen, Column, ImportColumn, ImportLine, ImportPreview, MOST_LINES, TableFault},
};

/// The data that lines are checked against.
pub(super) struct ImportContext {
    pub organisations: Vec<Organisation>,
    pub questions: Vec<Question>,
    /// Addresses that were registered before, in lower case.
    pub known: HashMap<String, RegistrationState>,
    pub language: Language,
}

impl ImportContext {
    /// Reads a table as it would be imported.
    pub fn read(self, text: &str, chosen: &Chosen) -> ImportPreview {
        let table = Table::parse(text);
        let columns: Vec<ImportColumn> = table
            .headings
            .iter()
            .enumerate()
            .map(|(number, heading)| ImportColumn {
                heading: heading.clone(),
                holds: chosen
                    .get(&number)
                    .copied()
                    .unwrap_or_else(|| self.recognise(heading, table.column(number))),
            })
            .collect();
        let mut faults = column_faults(&columns);
        if table.lines.is_empty() {
            faults.push(TableFault::Empty);
        }
        if table.lines.len() > MOST_LINES {
            faults.push(TableFault::TooManyLines { most: MOST_LINES });
        }
        let (mut seen, mut lines) = (HashSet::new(), Vec::new());
        let (mut known, mut returning) = (0, 0);
        for (number, cells) in table.lines.into_iter().take(MOST_LINES) {
            let mut person = self.person(&columns, &cells);
            if let Ok(added) = &person {
                let address = added.person.address.lower();
                let before = self.known.get(&address);
                if !seen.insert(address) {
                    person = Err(Faults::one("address", Fault::Twice));
                } else if before.is_some_and(|state| state.is_active()) {
                    known += 1;
                    continue;
                } else if before.is_some() {
                    returning += 1;
                }
            }
            lines.push(ImportLine {
                number,
                cells,
                person,
            });
        }
        ImportPreview {
            questions: self.questions,
            columns,
            lines,
            faults,
            seated: 0,
            waiting: 0,
            known,
            returning,
        }
    }

    /// What a column holds, by its heading; else by its contents, where they are nothing but options
    /// of one of the questions.
    fn recognise<'a>(&self, heading: &str, cells: impl Iterator<Item = &'a str>) -> Column {
        let plain = heading.trim().to_lowercase().replace(['_', '-', ' '], "");
        match plain.as_str() {
            "givenname" | "firstname" | "vorname" => return Column::GivenName,
            "familyname" | "lastname" | "surname" | "nachname" | "name" => {
                return Column::FamilyName;
            }
            "email" | "emailaddress" | "address" | "emailadresse" | "adresse" | "mail" => {
                return Column::Address;
            }
            "organisation" | "organization" | "einrichtung" | "firma" => {
                return Column::Organisation;
            }
            "language" | "sprache" => return Column::Language,
            _ => {}
        }
        let label = heading.trim().to_lowercase();
        if let Some(question) = self
            .questions
            .iter()
            .find(|question| question.label.as_str().to_lowercase() == label)
        {
            return Column::Answer(question.id);
        }
        let filled: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        let fits = |question: &&Question| {
            question.kind.has_options()
                && filled.iter().all(|cell| {
                    options_in(cell).all(|cell| {
                        question
                            .options
                            .iter()
                            .any(|option| option.as_str() == cell)
                    })
                })
        };
        match self.questions.iter().find(fits) {
            Some(question) if !filled.is_empty() => Column::Answer(question.id),
            _ => Column::Nothing,
        }
    }

    fn person(&self, columns: &[ImportColumn], cells: &[String]) -> Result<AddedPerson, Faults> {
        let cell = |wanted: Column| {
            columns
                .iter()
                .position(|column| column.holds == wanted)
                .and_then(|number| cells.get(number))
                .map_or("", String::as_str)
        };
        let mut faults = Faults::none();
        let given_name = faults.keep("given_name", Line::parse(cell(Column::GivenName)));
        let family_name = faults.keep("family_name", Line::parse(cell(Column::FamilyName)));
        let address = faults.keep(
            "address",
            EmailAddress::parse_deliverable(cell(Column::Address)),
        );
        let language = faults.keep(
            "language",
            match cell(Column::Language).trim().to_lowercase().as_str() {
                "" => Ok(self.language),
                word => word.parse().map_err(|_| Fault::NoSuchChoice),
            },
        );
        let organisation = faults.keep(
            "organisation",
            self.organisation(cell(Column::Organisation)),
        );
        let sent: HashMap<QuestionId, Vec<String>> = self
            .questions
            .iter()
            .map(|question| {
                let cell = cell(Column::Answer(question.id));
                let values = if question.kind.has_options() {
                    options_in(cell).map(str::to_owned).collect()
                } else {
                    vec![cell.to_owned()]
                };
                (question.id, values)
            })
            .collect();
        // An organiser who adds people need not know what only they can answer.
        let optional: Vec<Question> = self
            .questions
            .iter()
            .cloned()
            .map(Question::asked_of_organiser)
            .collect();
        let answers = match Answers::parse(&optional, |id| sent.get(&id).map_or(&[], Vec::as_slice))
        {
            Ok(answers) => Some(answers),
            Err(wrong) => {
                faults.extend(wrong);
                None
            }
        };
        let added = given_name
            .zip(family_name)
            .zip(address)
            .zip(language)
            .zip(organisation)
            .zip(answers)
            .map(
                |(
                    (
                        (((given_name, family_name), address), language),
                        (organisation, organisation_name),
                    ),
                    answers,
                )| {
                    AddedPerson {
                        person: Person {
                            given_name,
                            family_name,
                            address,
                            organisation,
                            organisation_name,
                            language,
                        },
                        answers,
                    }
                },
            );
        faults.or(added)
    }

    fn organisation(
        &self,
        text: &str,
    ) -> Result<(Option<model::OrganisationId>, Option<Line<200>>), Fault> {
        let Some(entered) = Line::<200>::optional(text)? else {
            return Ok((None, None));
        };
        let (organisation, name) = Organisation::entered(entered, &self.organisations);
        Ok((organisation, Some(name)))
    }
}

/// The options in a cell, several of them separated by semicolons or bars.
fn options_in(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([';', '|'])
        .map(str::trim)
        .filter(|option| !option.is_empty())
}

fn column_faults(columns: &[ImportColumn]) -> Vec<TableFault> {
    let count = |wanted: Column| {
        columns
            .iter()
            .filter(|column| column.holds == wanted)
            .count()
    };
    let mut faults: Vec<TableFault> = [Column::GivenName, Column::FamilyName, Column::Address]
        .into_iter()
        .filter(|needed| count(*needed) == 0)
        .map(TableFault::NoColumn)
        .collect();
    let mut twice: Vec<Column> = Vec::new();
    for column in columns {
        if column.holds != Column::Nothing
            && count(column.holds) > 1
            && !twice.contains(&column.holds)
        {
            twice.push(column.holds);
        }
    }
    faults.extend(twice.into_iter().map(TableFault::ColumnTwice));
    faults
}
