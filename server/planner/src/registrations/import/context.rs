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
    words::{self, LineState},
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
            headings_below: (!table.preamble.is_empty()).then_some(table.headings_at),
            faults,
            ..ImportPreview::default()
        };
        let mut seen = HashSet::new();
        for (number, cells) in table.lines {
            let state = reader.state(&cells);
            if state == LineState::Withdrawn {
                preview.withdrawn += 1;
                continue;
            }
            let mut person = reader.person(&cells);
            // What else stands there does not matter, such as an answer whose option is gone.
            if person.is_err() && reader.is_registered(&cells) {
                preview.known += 1;
                continue;
            }
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
            match state {
                LineState::Waits => preview.waited += 1,
                LineState::Unknown => preview.unknown_states += 1,
                LineState::Comes | LineState::Withdrawn => {}
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

    fn state(&self, cells: &[String]) -> LineState {
        words::state(self.cell(cells, Column::State))
    }

    /// Whether the address of the line is registered and the registration has not ended.
    fn is_registered(&self, cells: &[String]) -> bool {
        let address = EmailAddress::parse(self.cell(cells, Column::Address));
        let known = address
            .ok()
            .and_then(|address| self.context.known.get(&address.lower()));
        known.is_some_and(|state| state.is_active())
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
        let address = faults.keep(
            "address",
            EmailAddress::parse_deliverable(cell(Column::Address)),
        );
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

#[cfg(test)]
mod tests {
    use std::{
        fmt::Write as _,
        time::{Duration, Instant},
    };

    use model::{EmailAddress, RegistrationState};
    use proptest::prelude::*;

    use super::ImportContext;
    use crate::registrations::{Chosen, MOST_COLUMNS, MOST_LINES, TableError, TableFault};

    #[test]
    fn the_largest_table_is_read_in_linear_time() {
        let mut text = "Vorname;Nachname;E-Mail".to_owned();
        for column in 3..MOST_COLUMNS {
            write!(text, ";Spalte {column}").unwrap();
        }
        for line in 0..MOST_LINES {
            write!(text, "\nAnna;Jäger;a{line}@x.example").unwrap();
            text.push_str(&";x".repeat(MOST_COLUMNS - 3));
        }
        let begins = Instant::now();
        let preview = ImportContext::default().read(&text, &Chosen::new());
        assert!(preview.is_sound(), "{:?}", preview.faults);
        assert_eq!(preview.lines.len(), MOST_LINES);
        let bytes: usize = preview
            .lines
            .iter()
            .flat_map(|line| &line.cells)
            .map(String::capacity)
            .sum();
        assert!(bytes < 8 * text.len(), "{bytes} for {}", text.len());
        // Unoptimised, beside other tests: a third of it takes a third of the time.
        assert!(
            begins.elapsed() < Duration::from_secs(20),
            "{:?}",
            begins.elapsed()
        );
    }

    #[test]
    fn a_table_beyond_a_bound_has_no_line_and_no_column() {
        let text = vec!["a"; 40_000].join(";");
        let preview = ImportContext::default().read(&text, &Chosen::new());
        let most = MOST_COLUMNS;
        assert_eq!(
            preview.faults,
            [TableFault::Refused(TableError::TooManyColumns { most })]
        );
        assert!(preview.columns.is_empty() && preview.lines.is_empty());
    }

    #[test]
    fn spellings_of_one_address_are_one_person() {
        let key = EmailAddress::parse("bea@müller.example").unwrap().lower();
        let context = ImportContext {
            known: [(key, RegistrationState::Confirmed)].into(),
            ..ImportContext::default()
        };
        let text = "Name;E-Mail\n\
                    Anna Jäger;x@müller.example\n\
                    Anna Jäger;X@xn--mller-kva.example\n\
                    Anna Jäger;x@ｍüller.example\n\
                    Bea Roth;bea@XN--MLLER-KVA.example\n";
        let preview = context.read(text, &Chosen::new());
        assert_eq!((preview.known, preview.lines.len()), (1, 3));
        assert_eq!(preview.faulty(), 2);
    }

    proptest! {
        #[test]
        fn no_table_panics(text in "(?s)(Name|E-Mail|Sprache|Stand|[a-z,;\n\"'@.])[,;]{0,80}.{0,200}") {
            let preview = ImportContext::default().read(&text, &Chosen::new());
            prop_assert!(preview.lines.len() <= MOST_LINES);
        }
    }
}
