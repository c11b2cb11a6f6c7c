//! Reading the lines of a table of people, and what is wrong with each.

use std::collections::{HashMap, HashSet};

use model::{
    Answers, EmailAddress, Fault, Faults, Language, Line, Organisation, OrganisationId, Person,
    Question, QuestionId, QuestionKind, RegistrationState, name_key,
};

use super::{
    super::{decide::AddedPerson, table::Table},
    columns, names,
    options::Options,
    preview::{Chosen, Column, ImportColumn, ImportLine, ImportPreview, TableFault},
    words,
};

/// The data that lines are checked against.
#[derive(Debug, Clone, Default)]
pub struct ImportContext {
    pub organisations: Vec<Organisation>,
    pub questions: Vec<Question>,
    /// Addresses that were registered before, in their comparison form.
    pub known: HashMap<String, RegistrationState>,
    /// The language of people whose line names none.
    pub language: Language,
}

impl ImportContext {
    /// Reads the text of a table as it would be imported.
    pub fn read(self, text: &str, chosen: &Chosen) -> ImportPreview {
        match Table::parse(text) {
            Ok(table) => self.preview(table, chosen),
            Err(error) => ImportPreview {
                questions: self.questions,
                faults: vec![TableFault::Refused(error)],
                ..ImportPreview::default()
            },
        }
    }

    /// Reads a table as it would be imported. Takes time and memory in proportion to the table.
    pub fn preview(self, table: Table, chosen: &Chosen) -> ImportPreview {
        let columns = columns::columns(&table, &self.questions, chosen);
        let mut faults = columns::faults(&columns);
        if table.lines.is_empty() {
            faults.push(TableFault::Empty);
        }
        let reader = LineReader::new(&self, &columns);
        let mut preview = ImportPreview {
            headings_below: table.has_preamble.then_some(table.headings_at),
            faults,
            ..ImportPreview::default()
        };
        let mut seen = HashSet::new();
        for (number, cells) in table.lines {
            if reader.is_withdrawn(&cells) {
                preview.withdrawn += 1;
                continue;
            }
            let mut person = reader.person(&cells);
            if let Ok(added) = &person {
                let address = added.person.address.lower();
                let before = self.known.get(&address);
                if !seen.insert(address) {
                    person = Err(Faults::one("address", Fault::Twice));
                } else if before.is_some_and(|state| state.is_active()) {
                    preview.known += 1;
                    continue;
                } else if before.is_some() {
                    preview.returning += 1;
                }
            }
            preview.lines.push(ImportLine {
                number,
                cells,
                person,
            });
        }
        preview.columns = columns;
        preview.questions = self.questions;
        preview
    }
}

/// Reads lines. Everything that does not depend on the line is computed once.
struct LineReader<'c> {
    context: &'c ImportContext,
    columns: HashMap<Column, usize>,
    organisations: HashMap<String, &'c Organisation>,
    /// The questions that have a column, with the options of those that have options.
    answered: Vec<(&'c Question, usize, Option<Options<'c>>)>,
    /// All questions: an organiser who adds people need not know what only they can answer.
    optional: Vec<Question>,
}

impl<'c> LineReader<'c> {
    fn new(context: &'c ImportContext, columns: &[ImportColumn]) -> Self {
        let columns: HashMap<Column, usize> = columns
            .iter()
            .enumerate()
            .rev()
            .map(|(number, column)| (column.holds, number))
            .collect();
        let mut organisations = HashMap::new();
        for organisation in &context.organisations {
            for key in organisation.name_keys() {
                organisations.entry(key).or_insert(organisation);
            }
        }
        let answered = context.questions.iter().filter_map(|question| {
            let number = *columns.get(&Column::Answer(question.id))?;
            let options = question.kind.has_options().then(|| Options::of(question));
            Some((question, number, options))
        });
        let optional = context.questions.iter().cloned();
        Self {
            answered: answered.collect(),
            optional: optional.map(Question::asked_of_organiser).collect(),
            context,
            columns,
            organisations,
        }
    }

    fn cell<'l>(&self, cells: &'l [String], wanted: Column) -> &'l str {
        let number = self.columns.get(&wanted);
        number
            .and_then(|number| cells.get(*number))
            .map_or("", String::as_str)
    }

    fn is_withdrawn(&self, cells: &[String]) -> bool {
        words::is_withdrawn(self.cell(cells, Column::State))
    }

    fn person(&self, cells: &[String]) -> Result<AddedPerson, Faults> {
        let cell = |wanted| self.cell(cells, wanted);
        let (given_name, family_name) = if self.columns.contains_key(&Column::FullName) {
            names::split(cell(Column::FullName))
        } else {
            (
                cell(Column::GivenName).to_owned(),
                cell(Column::FamilyName).to_owned(),
            )
        };
        let mut faults = Faults::none();
        let given_name = faults.keep("given_name", Line::parse(&given_name));
        let family_name = faults.keep("family_name", Line::parse(&family_name));
        let address = faults.keep("address", EmailAddress::parse(cell(Column::Address)));
        let language = faults.keep("language", self.language(cell(Column::Language)));
        let organisation = faults.keep(
            "organisation",
            self.organisation(cell(Column::Organisation)),
        );
        let answers = match self.answers(cells) {
            Ok(answers) => Some(answers),
            Err(wrong) => {
                faults.extend(wrong);
                None
            }
        };
        let person = match (given_name, family_name, address, language, organisation) {
            (
                Some(given_name),
                Some(family_name),
                Some(address),
                Some(language),
                Some((organisation, organisation_name)),
            ) => Some(Person {
                given_name,
                family_name,
                address,
                organisation,
                organisation_name,
                language,
            }),
            _ => None,
        };
        let added = person.zip(answers);
        faults.or(added.map(|(person, answers)| AddedPerson { person, answers }))
    }

    fn language(&self, word: &str) -> Result<Language, Fault> {
        if word.is_empty() {
            return Ok(self.context.language);
        }
        words::language(word).ok_or(Fault::NoSuchChoice)
    }

    fn organisation(
        &self,
        text: &str,
    ) -> Result<(Option<OrganisationId>, Option<Line<200>>), Fault> {
        let Some(entered) = Line::<200>::optional(text)? else {
            return Ok((None, None));
        };
        Ok(match self.organisations.get(&name_key(entered.as_str())) {
            Some(partner) => (Some(partner.id), Some(partner.short_name.widened())),
            None => (None, Some(entered)),
        })
    }

    fn answers(&self, cells: &[String]) -> Result<Answers, Faults> {
        let sent: HashMap<QuestionId, Vec<String>> = self
            .answered
            .iter()
            .filter_map(|(question, number, options)| {
                let cell = cells.get(*number).filter(|cell| !cell.is_empty())?;
                let chosen = options.as_ref().and_then(|options| options.in_cell(cell));
                let values = match (chosen, question.kind) {
                    (Some(chosen), _) => chosen.into_iter().map(str::to_owned).collect(),
                    // A cell of an answer that takes one line, broken to fit the column.
                    (None, QuestionKind::Text) => vec![cell.replace('\n', " ")],
                    (None, _) => vec![cell.clone()],
                };
                Some((question.id, values))
            })
            .collect();
        Answers::parse(&self.optional, |id| {
            sent.get(&id).map_or(&[], Vec::as_slice)
        })
    }
}
