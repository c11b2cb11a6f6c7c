//! Reading the lines of a table of registrations, and what is wrong with each.

use std::collections::{HashMap, HashSet};

use model::{
    Answers, Fault, Faults, Language, Organisation, Question, QuestionId, QuestionKind,
    RegistrationState,
};

use super::{
    super::decide::AddedPerson,
    MOST_PEOPLE,
    preview::{ImportPreview, ImportSummary},
};
use crate::tables::{
    Chosen, PersonColumn, Table, TableColumn, TableFault, TableLine, TablePreview,
    people::{LineState, Options, PersonColumns, PersonReader, state},
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
    pub fn read(self, text: &str, chosen: &Chosen<PersonColumn>) -> ImportPreview {
        match Table::parse(text) {
            Ok(table) => self.preview(table, chosen),
            Err(error) => TablePreview::refused(error, ImportSummary::asking(self.questions)),
        }
    }

    /// Reads a table as it would be imported. Takes time and memory in proportion to the table.
    pub fn preview(self, table: Table, chosen: &Chosen<PersonColumn>) -> ImportPreview {
        let kinds = PersonColumns {
            fixed: PersonColumn::OF_REGISTRATIONS,
            questions: &self.questions,
        };
        let mut preview: ImportPreview = kinds.preview(&table, chosen, ImportSummary::default());
        let reader = LineReader::new(&self, &preview.columns);
        let summary = &mut preview.summary;
        let mut seen = HashSet::new();
        for (number, cells) in table.lines {
            let state = state(reader.people.cell(&cells, PersonColumn::State));
            if state == LineState::Withdrawn {
                summary.withdrawn += 1;
                continue;
            }
            let mut says = reader.person(&cells);
            // What else stands there does not matter, such as an answer whose option is gone.
            if says.is_err() && reader.is_registered(&cells) {
                summary.known += 1;
                continue;
            }
            if let Ok(added) = &says {
                let address = added.person.address.lower();
                let before = self.known.get(&address);
                if !seen.insert(address) {
                    says = Err(Faults::one("address", Fault::Twice));
                } else if before.is_some_and(|state| state.is_active()) {
                    summary.known += 1;
                    continue;
                } else if before.is_some() {
                    summary.returning += 1;
                }
            }
            match state {
                LineState::Waits => summary.waited += 1,
                LineState::Unknown => summary.unknown_states += 1,
                LineState::Comes | LineState::Withdrawn => {}
            }
            preview.lines.push(TableLine {
                number,
                cells,
                says,
            });
        }
        if preview.lines.len() > MOST_PEOPLE {
            let most = MOST_PEOPLE;
            preview.faults.push(TableFault::TooMany { most });
        }
        preview.summary.questions = self.questions;
        preview
    }
}

/// Reads lines. Everything that does not depend on the line is computed once.
struct LineReader<'c> {
    people: PersonReader<'c>,
    known: &'c HashMap<String, RegistrationState>,
    /// The questions that have a column, with the options of those that have options.
    answered: Vec<(&'c Question, usize, Option<Options<'c>>)>,
    /// All questions: an organiser who adds people need not know what only they can answer.
    optional: Vec<Question>,
}

impl<'c> LineReader<'c> {
    fn new(context: &'c ImportContext, columns: &[TableColumn<PersonColumn>]) -> Self {
        let people = PersonReader::new(columns, &context.organisations, context.language);
        let answered = context.questions.iter().filter_map(|question| {
            let number = people.column(PersonColumn::Answer(question.id))?;
            let options = question.kind.has_options().then(|| Options::of(question));
            Some((question, number, options))
        });
        let optional = context.questions.iter().cloned();
        Self {
            answered: answered.collect(),
            optional: optional.map(Question::asked_of_organiser).collect(),
            known: &context.known,
            people,
        }
    }

    /// Whether the address of the line is registered and the registration has not ended.
    fn is_registered(&self, cells: &[String]) -> bool {
        let address = self.people.address(cells);
        let known = address.and_then(|address| self.known.get(&address));
        known.is_some_and(|state| state.is_active())
    }

    fn person(&self, cells: &[String]) -> Result<AddedPerson, Faults> {
        match (self.people.person(cells), self.answers(cells)) {
            (Ok(person), Ok(answers)) => Ok(AddedPerson { person, answers }),
            (Err(mut faults), Err(wrong)) => {
                faults.extend(wrong);
                Err(faults)
            }
            (Err(faults), Ok(_)) | (Ok(_), Err(faults)) => Err(faults),
        }
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
    use crate::{
        registrations::MOST_PEOPLE,
        tables::{Chosen, MOST_COLUMNS, MOST_LINES, TableError, TableFault},
    };

    #[test]
    fn the_largest_table_is_read_in_linear_time() {
        let mut text = "Vorname;Nachname;E-Mail".to_owned();
        for column in 3..MOST_COLUMNS {
            write!(text, ";Spalte {column}").unwrap();
        }
        for line in 0..MOST_PEOPLE {
            write!(text, "\nAnna;Jäger;a{line}@x.example").unwrap();
            text.push_str(&";x".repeat(MOST_COLUMNS - 3));
        }
        let begins = Instant::now();
        let preview = ImportContext::default().read(&text, &Chosen::new());
        assert!(preview.is_sound(), "{:?}", preview.faults);
        assert_eq!(preview.lines.len(), MOST_PEOPLE);
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
        assert_eq!((preview.summary.known, preview.lines.len()), (1, 3));
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
