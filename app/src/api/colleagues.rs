//! The rows of a form in which somebody enters colleagues.

use std::collections::HashSet;

use model::{Colleague, EmailAddress, Fault, Faults, Line, Question};
use serde::{Deserialize, Serialize};
use ui::forms::AnswersForm;

/// The most people who are entered in one go.
pub const MOST_COLLEAGUES: usize = 20;

/// The button that shows one row more.
pub const MORE_PEOPLE: &str = "more";

/// A colleague as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ColleagueRow {
    pub given_name: String,
    pub family_name: String,
    pub address: String,
    pub answers: AnswersForm,
}

impl ColleagueRow {
    /// Whether nobody is named: such a row is left out.
    pub fn is_empty(&self) -> bool {
        let typed = [&self.given_name, &self.family_name, &self.address];
        typed.iter().all(|typed| typed.trim().is_empty())
    }

    /// The colleague. Faults are named by the fields of the row.
    pub fn parse(&self, questions: &[Question]) -> Result<Colleague, Faults> {
        let mut faults = Faults::none();
        let given_name = faults.keep("given_name", Line::parse(&self.given_name));
        let family_name = faults.keep("family_name", Line::parse(&self.family_name));
        let address = faults.keep("address", EmailAddress::parse_deliverable(&self.address));
        let answers = self
            .answers
            .parse(questions)
            .map_err(|wrong| faults.extend(wrong))
            .ok();
        let names = given_name.zip(family_name);
        let colleague = names.zip(address).zip(answers).map(
            |(((given_name, family_name), address), answers)| Colleague {
                given_name,
                family_name,
                address,
                answers,
            },
        );
        faults.or(colleague)
    }
}

/// The name of a field of a row: `people[1][address]`, and `people[1][answers][<id>]` for `answers[<id>]`.
pub fn field_of_row(row: usize, field: &str) -> String {
    match field.split_once('[') {
        Some((name, rest)) => format!("people[{row}][{name}][{rest}"),
        None => format!("people[{row}][{field}]"),
    }
}

/// The colleagues of the rows that are filled in. `own` is the address of the person who enters them. An address stands
/// once. More rows than [`MOST_COLLEAGUES`] are not read at all.
pub fn parse_colleagues(
    rows: &[ColleagueRow],
    own: Option<&EmailAddress>,
    questions: &[Question],
) -> Result<Vec<Colleague>, Faults> {
    if rows.len() > MOST_COLLEAGUES {
        let too_many = Fault::TooManyEntries {
            most: MOST_COLLEAGUES,
        };
        return Err(Faults::one(field_of_row(0, "given_name"), too_many));
    }
    let mut faults = Faults::none();
    let mut colleagues: Vec<Colleague> = Vec::new();
    let mut addresses: HashSet<String> = own.map(EmailAddress::lower).into_iter().collect();
    let filled = rows.iter().enumerate().filter(|(_, row)| !row.is_empty());
    for (number, row) in filled {
        match row.parse(questions) {
            Ok(colleague) => {
                if !addresses.insert(colleague.address.lower()) {
                    faults.add(field_of_row(number, "address"), Fault::Twice);
                }
                colleagues.push(colleague);
            }
            Err(wrong) => faults.extend(wrong.at(|field| field_of_row(number, field))),
        }
    }
    faults.or(Some(colleagues))
}

/// The field of a fault of the use case, which counts colleagues without the empty rows.
pub fn field_in_rows(rows: &[ColleagueRow], field: &str) -> String {
    let found = (|| {
        let (number, rest) = field.strip_prefix("people[")?.split_once(']')?;
        let number: usize = number.parse().ok()?;
        let mut filled = rows.iter().enumerate().filter(|(_, row)| !row.is_empty());
        let (row, _) = filled.nth(number)?;
        Some(format!("people[{row}]{rest}"))
    })();
    found.unwrap_or_else(|| field.to_owned())
}

#[cfg(test)]
mod tests {
    use model::{EmailAddress, Fault};

    use super::{ColleagueRow, field_in_rows, field_of_row, parse_colleagues};

    fn row(name: &str) -> ColleagueRow {
        ColleagueRow {
            given_name: name.to_owned(),
            family_name: "Muster".to_owned(),
            address: format!("{name}@partner.example"),
            ..ColleagueRow::default()
        }
    }

    #[test]
    fn more_rows_than_there_can_be_are_not_read() {
        let rows = vec![ColleagueRow::default(); 21];
        let refused = parse_colleagues(&rows, None, &[]).unwrap_err();
        let faults: Vec<_> = refused.iter().collect();
        assert_eq!(
            faults,
            [("people[0][given_name]", &Fault::TooManyEntries { most: 20 })]
        );
    }

    #[test]
    fn empty_rows_are_left_out_and_faults_are_beside_their_rows() {
        let rows = [
            ColleagueRow::default(),
            row("anna"),
            ColleagueRow::default(),
        ];
        assert_eq!(parse_colleagues(&rows, None, &[]).unwrap().len(), 1);
        assert_eq!(
            field_in_rows(&rows, "people[0][address]"),
            "people[1][address]"
        );
        assert_eq!(field_in_rows(&rows, "address"), "address");
        assert_eq!(field_of_row(2, "answers[7]"), "people[2][answers][7]");

        let half = ColleagueRow {
            family_name: String::new(),
            ..row("beate")
        };
        let wrong = parse_colleagues(&[row("anna"), half], None, &[]).unwrap_err();
        let wrong: Vec<_> = wrong.iter().collect();
        assert_eq!(wrong, [("people[1][family_name]", &Fault::Missing)]);
    }

    #[test]
    fn nobody_is_entered_twice() {
        let rows = [row("anna"), row("Anna")];
        let own = EmailAddress::parse("anna@partner.example").unwrap();
        let twice = parse_colleagues(&rows, None, &[]).unwrap_err();
        assert_eq!(twice.iter().count(), 1);
        let twice = parse_colleagues(&rows, Some(&own), &[]).unwrap_err();
        assert_eq!(twice.iter().count(), 2);
    }
}
