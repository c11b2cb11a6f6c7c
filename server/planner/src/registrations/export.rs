//! The list as a file: CSV and XLSX.

use model::dates;
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use store::Paging;

use super::{queries::Filter, table::escape_formula};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Reads},
};

/// A list to be written as a file, the headings first. Everything is text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// For the file's name: the event's slug.
    pub name: String,
    pub rows: Vec<Vec<String>>,
}

impl Planner {
    /// Every registration that the filter lets through, in the order of names. `headings` are the fixed
    /// columns' names in the reader's language; the questions follow.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn export_registrations(
        &self,
        access: &EventAccess<Reads>,
        filter: &Filter,
        headings: [&str; 7],
        state_word: impl Fn(model::RegistrationState) -> String,
    ) -> Result<Export> {
        let mut reader = self.store().read().await?;
        let (right, event) = access.read(&mut reader).await?;
        let questions = reader.questions(event.id).await?;
        let Filter { only, order } = filter;
        let found = reader
            .find_registrations(event.id, only, *order, Paging::ALL)
            .await?;
        let zone = &event.details.time_zone;
        let language = right.member().language;
        let mut first: Vec<String> = headings.map(str::to_owned).into();
        first.extend(questions.iter().map(|question| question.label.to_string()));
        let mut rows = vec![first];
        for registration in found.rows {
            let person = &registration.person;
            let mut row = vec![
                person.given_name.to_string(),
                person.family_name.to_string(),
                person.address.to_string(),
                person
                    .organisation_name
                    .as_ref()
                    .map(ToString::to_string)
                    .unwrap_or_default(),
                state_word(registration.state),
                person.language.to_string(),
                dates::date_time(zone.clock(registration.created_at).datetime(), language),
            ];
            row.extend(questions.iter().map(|question| {
                registration
                    .answers
                    .get(question.id)
                    .and_then(model::Answer::shown)
                    .unwrap_or_default()
            }));
            rows.push(row);
        }
        Ok(Export {
            name: event.slug.to_string(),
            rows,
        })
    }
}

impl Export {
    /// As CSV (RFC 4180), with the mark that makes Excel read UTF-8. Cells are separated by the semicolon
    /// that Excel splits at where the comma is in numbers, and all quoted: whatever a program splits
    /// at, no part of a cell becomes one of its own, and none begins like a formula.
    pub fn csv(&self) -> Result<Vec<u8>> {
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .quote_style(csv::QuoteStyle::Always)
            .terminator(csv::Terminator::CRLF)
            .from_writer("\u{feff}".as_bytes().to_vec());
        for row in &self.rows {
            writer
                .write_record(row.iter().map(|cell| escape_formula(cell).into_owned()))
                .map_err(PlannerError::internal)?;
        }
        writer
            .into_inner()
            .map_err(|error| PlannerError::internal(error.into_error()))
    }

    /// As a workbook. Cells are written as text, which no spreadsheet evaluates. A long list takes
    /// seconds: call it on a blocking thread.
    pub fn xlsx(&self) -> Result<Vec<u8>> {
        self.workbook().map_err(PlannerError::internal)
    }

    fn workbook(&self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        let bold = Format::new().set_bold();
        for (row, cells) in (0_u32..).zip(&self.rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                if row == 0 {
                    sheet.write_string_with_format(row, column, cell, &bold)?;
                } else {
                    sheet.write_string(row, column, cell)?;
                }
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.autofit();
        workbook.save_to_buffer()
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::Table;
    use super::Export;

    #[test]
    fn a_formula_in_a_name_stays_text() {
        let export = Export {
            name: "treffen".into(),
            rows: vec![
                vec!["Name".into(), "Ort".into()],
                vec!["=1+1".into(), "Jörg, \"der\"".into()],
                vec!["Meier;=1+1".into(), String::new()],
            ],
        };
        let csv = String::from_utf8(export.csv().unwrap()).unwrap();
        assert_eq!(
            csv,
            "\u{feff}\"Name\";\"Ort\"\r\n\"'=1+1\";\"Jörg, \"\"der\"\"\"\r\n\"Meier;=1+1\";\"\"\r\n"
        );
        let read = Table::parse(&csv);
        assert_eq!(read.headings, ["Name", "Ort"]);
        assert_eq!(read.lines[1].1, ["Meier;=1+1", ""]);
        assert!(export.xlsx().unwrap().starts_with(b"PK"));
    }
}
