//! Importing people from a table: read first, with the faults of every line; written whole or not at
//! all.

use std::collections::{BTreeMap, HashMap};

use model::{
    Answers, EmailAddress, EventId, Fault, Faults, Language, Line, Organisation, Person, Question,
    QuestionId, RegistrationState, Source,
};

use super::{desk::Desk, organise::AddedPerson};
use crate::{Planner, PlannerError, Result, access::Organises, audit::Who, table::Table};

/// More lines than any event of a network has people; a larger table is a mistake.
pub const MOST_LINES: usize = 5_000;

/// What a column of the table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    GivenName,
    FamilyName,
    Address,
    Organisation,
    Language,
    /// The answer to one of the event's own questions.
    Answer(QuestionId),
    /// It is left out.
    Nothing,
}

/// The columns the organiser chose by hand, by their number from 0; the others are recognised by
/// their headings and contents.
pub type Chosen = BTreeMap<usize, Column>;

/// A table as it would be imported.
#[derive(Debug, Clone)]
pub struct ImportPreview {
    pub questions: Vec<Question>,
    pub columns: Vec<ImportColumn>,
    pub lines: Vec<ImportLine>,
    /// What is wrong with the table as a whole: a missing column, no line at all.
    pub faults: Vec<TableFault>,
    /// How many would get a seat, and how many would wait.
    pub seated: u32,
    pub waiting: u32,
}

/// One column of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportColumn {
    pub heading: String,
    pub holds: Column,
}

/// One line of the table, with its number as a text editor counts.
#[derive(Debug, Clone)]
pub struct ImportLine {
    pub number: u64,
    /// What stands in the line, by column.
    pub cells: Vec<String>,
    pub person: Result<AddedPerson, Faults>,
}

/// What is wrong with a table as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableFault {
    Empty,
    TooManyLines {
        most: usize,
    },
    /// No column holds this.
    NoColumn(Column),
    /// Two columns hold the same.
    ColumnTwice(Column),
}

impl ImportPreview {
    /// Whether nothing is in the way of importing.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty() && self.lines.iter().all(|line| line.person.is_ok())
    }

    /// How many lines have a fault.
    pub fn faulty(&self) -> usize {
        self.lines
            .iter()
            .filter(|line| line.person.is_err())
            .count()
    }
}

impl Planner {
    /// Reads a table as it would be imported. Writes nothing.
    pub async fn preview_import(
        &self,
        right: &Organises,
        event: EventId,
        text: &str,
        chosen: &Chosen,
    ) -> Result<ImportPreview> {
        let mut reader = self.store().read().await?;
        let event = self.own_event(&mut reader, right.network(), event).await?;
        let known = reader.registrations_of(event.id).await?;
        let known: HashMap<String, RegistrationState> = known
            .into_iter()
            .map(|registration| (registration.person.address.lower(), registration.state))
            .collect();
        let ground = Ground {
            organisations: reader.organisations(event.network).await?,
            questions: reader.questions(event.id).await?,
            active: known
                .into_iter()
                .filter(|(_, state)| state.is_active())
                .map(|(address, _)| address)
                .collect(),
            language: event.details.language,
        };
        let mut preview = ground.read(text, chosen);
        let mut seats = self.open(&mut reader, event).await?.seats;
        for added in preview
            .lines
            .iter()
            .filter_map(|line| line.person.as_ref().ok())
        {
            if seats.admits(added.person.organisation) {
                seats.take(added.person.organisation);
                preview.seated += 1;
            } else {
                preview.waiting += 1;
            }
        }
        Ok(preview)
    }

    /// Imports a table, whole or not at all, and writes to everyone on it.
    pub async fn import(
        &self,
        right: &Organises,
        event: EventId,
        text: &str,
        chosen: &Chosen,
    ) -> Result<ImportPreview> {
        let preview = self.preview_import(right, event, text, chosen).await?;
        if !preview.is_sound() {
            return Ok(preview);
        }
        let mut tx = self.store().begin().await?;
        let mut desk: Desk<'_> = self.own_desk(right, &mut tx, event).await?;
        for line in &preview.lines {
            let Ok(added) = &line.person else { continue };
            desk.add(added.clone(), Source::Import, Who::from(right))
                .await
                .map_err(|error| {
                    match error {
                        // Registered between the preview and now: nothing is written, and the next
                        // preview names the line.
                        PlannerError::Invalid(_) => PlannerError::Conflict(Vec::new()),
                        error => error,
                    }
                })?;
        }
        self.commit(tx).await?;
        Ok(preview)
    }
}

/// What lines are read against.
struct Ground {
    organisations: Vec<Organisation>,
    questions: Vec<Question>,
    /// Addresses that are registered already, in lower case.
    active: std::collections::HashSet<String>,
    language: Language,
}

impl Ground {
    fn read(self, text: &str, chosen: &Chosen) -> ImportPreview {
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
        let mut seen = self.active.clone();
        let lines = table
            .lines
            .into_iter()
            .take(MOST_LINES)
            .map(|(number, cells)| {
                let person = self.person(&columns, &cells).and_then(|added| {
                    if seen.insert(added.person.address.lower()) {
                        Ok(added)
                    } else {
                        Err(Faults::one("address", Fault::Twice))
                    }
                });
                ImportLine {
                    number,
                    cells,
                    person,
                }
            })
            .collect();
        ImportPreview {
            questions: self.questions,
            columns,
            lines,
            faults,
            seated: 0,
            waiting: 0,
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
        let address = faults.keep("address", EmailAddress::parse(cell(Column::Address)));
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
            .map(|question| Question {
                need: model::Need::Optional,
                ..question.clone()
            })
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

    #[expect(
        clippy::type_complexity,
        reason = "the two fields of a person, as they are"
    )]
    fn organisation(
        &self,
        text: &str,
    ) -> Result<(Option<model::OrganisationId>, Option<Line<200>>), Fault> {
        let Some(entered) = Line::<200>::optional(text)? else {
            return Ok((None, None));
        };
        let lower = entered.as_str().to_lowercase();
        let known = self.organisations.iter().find(|organisation| {
            organisation.short_name.as_str().to_lowercase() == lower
                || organisation.name.as_str().to_lowercase() == lower
        });
        match known {
            Some(organisation) => Ok((
                Some(organisation.id),
                Some(Line::parse(organisation.short_name.as_str())?),
            )),
            None => Ok((None, Some(entered))),
        }
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
