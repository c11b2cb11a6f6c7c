//! The list as a file: CSV and XLSX.

use jiff::civil::DateTime;
use model::{Event, Question, Registration, RegistrationState};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use store::{Paginated, Paging, UnreadableRow};

use super::{import::Options, queries::Filter, table::escape_formula};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Reads},
};

/// A list to be written as a file, the headings first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// For the file's name: the event's slug.
    pub name: String,
    pub rows: Vec<Vec<ExportCell>>,
}

/// A cell of an exported list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportCell {
    Text(String),
    /// In the event's time zone, to the minute.
    Time(DateTime),
}

/// The texts of an export, in the reader's language.
#[derive(Clone, Copy)]
#[expect(
    missing_debug_implementations,
    reason = "functions have nothing to show"
)]
pub struct ExportTexts<'t> {
    /// The fixed columns' names. The questions follow.
    pub headings: [&'t str; 7],
    pub state: &'t (dyn Fn(RegistrationState) -> String + Sync),
    /// Says how many registrations cannot be read, and which.
    pub unreadable: &'t (dyn Fn(&[UnreadableRow]) -> String + Sync),
}

impl Planner {
    /// Every registration that the filter lets through, in the order of names. A last line names
    /// registrations that cannot be read.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn export_registrations(
        &self,
        access: &EventAccess<Reads>,
        filter: &Filter,
        texts: ExportTexts<'_>,
    ) -> Result<Export> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let questions = reader.questions(event.id).await?.rows;
        let Filter { only, order } = filter;
        let found = reader
            .find_registrations(event.id, only, *order, Paging::ALL)
            .await?;
        Ok(Export::new(&event, &questions, &found, texts))
    }
}

impl Export {
    fn new(
        event: &Event,
        questions: &[Question],
        found: &Paginated<Registration>,
        texts: ExportTexts<'_>,
    ) -> Self {
        let zone = &event.details.time_zone;
        let options: Vec<(&Question, Options<'_>)> = questions
            .iter()
            .map(|question| (question, Options::of(question)))
            .collect();
        let mut headings: Vec<ExportCell> = texts.headings.map(text).into();
        headings.extend(questions.iter().map(|question| text(&question.label)));
        let mut rows = vec![headings];
        rows.extend(found.rows.iter().map(|registration| {
            let registered = zone.clock(registration.created_at).datetime();
            row(registration, registered, &options, texts.state)
        }));
        if !found.unreadable.is_empty() {
            rows.push(vec![text((texts.unreadable)(&found.unreadable))]);
        }
        Self {
            name: event.slug.to_string(),
            rows,
        }
    }
}

fn row(
    registration: &Registration,
    registered: DateTime,
    questions: &[(&Question, Options<'_>)],
    state: &dyn Fn(RegistrationState) -> String,
) -> Vec<ExportCell> {
    let person = &registration.person;
    let organisation = person.organisation_name.as_ref();
    let mut row = vec![
        text(&person.given_name),
        text(&person.family_name),
        text(&person.address),
        text(organisation.map(ToString::to_string).unwrap_or_default()),
        text(state(registration.state)),
        text(person.language),
        ExportCell::Time(registered),
    ];
    row.extend(questions.iter().map(|(question, options)| {
        let answer = registration.answers.get(question.id);
        text(
            answer
                .map(|answer| options.cell(answer))
                .unwrap_or_default(),
        )
    }));
    row
}

fn text(text: impl ToString) -> ExportCell {
    ExportCell::Text(text.to_string())
}

impl Export {
    /// As CSV (RFC 4180), with the mark that makes Excel read UTF-8. Cells are separated by the semicolon
    /// that Excel splits at where the comma is in numbers, and all quoted: whatever a program splits
    /// at, no part of a cell becomes one of its own, and none begins like a formula. Times are written as
    /// `2026-05-03 14:30`, which spreadsheets of every language take for a time.
    pub fn csv(&self) -> Result<Vec<u8>> {
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .quote_style(csv::QuoteStyle::Always)
            .terminator(csv::Terminator::CRLF)
            .flexible(true)
            .from_writer("\u{feff}".as_bytes().to_vec());
        for row in &self.rows {
            let cells = row.iter().map(|cell| match cell {
                ExportCell::Text(text) => escape_formula(text).into_owned(),
                ExportCell::Time(time) => time.strftime("%Y-%m-%d %H:%M").to_string(),
            });
            writer.write_record(cells).map_err(PlannerError::internal)?;
        }
        writer
            .into_inner()
            .map_err(|error| PlannerError::internal(error.into_error()))
    }

    /// As a workbook. Texts are written as text, which no spreadsheet evaluates, and times as times. A long
    /// list takes seconds: call it on a blocking thread.
    pub fn xlsx(&self) -> Result<Vec<u8>> {
        self.workbook().map_err(PlannerError::internal)
    }

    fn workbook(&self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        let bold = Format::new().set_bold();
        let plain = Format::new();
        let time = Format::new().set_num_format("yyyy-mm-dd hh:mm");
        for (row, cells) in (0_u32..).zip(&self.rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                let place = (row, column);
                match cell {
                    ExportCell::Text(text) if row == 0 => write(sheet, place, text, &bold)?,
                    ExportCell::Text(text) => write(sheet, place, text, &plain)?,
                    ExportCell::Time(at) => {
                        let year = u16::try_from(at.year()).unwrap_or_default();
                        let (month, day) = (at.month().unsigned_abs(), at.day().unsigned_abs());
                        let (hour, minute) = (at.hour().unsigned_abs(), at.minute().unsigned_abs());
                        let at = ExcelDateTime::from_ymd(year, month, day)?.and_hms(
                            hour.into(),
                            minute,
                            0,
                        )?;
                        sheet.write_datetime_with_format(row, column, at, &time)?;
                    }
                }
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.autofit();
        workbook.save_to_buffer()
    }
}

fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    sheet
        .write_string_with_format(row, column, text, format)
        .map(drop)
}

#[cfg(test)]
mod round_trip;

#[cfg(test)]
mod tests {
    use super::super::table::Table;
    use super::{Export, text};

    #[test]
    fn a_formula_in_a_name_stays_text() {
        let export = Export {
            name: "treffen".into(),
            rows: vec![
                vec![text("Name"), text("Ort")],
                vec![text("=1+1"), text("Jörg, \"der\"")],
                vec![text("Meier;=1+1"), text("")],
            ],
        };
        let csv = String::from_utf8(export.csv().unwrap()).unwrap();
        assert_eq!(
            csv,
            "\u{feff}\"Name\";\"Ort\"\r\n\"'=1+1\";\"Jörg, \"\"der\"\"\"\r\n\"Meier;=1+1\";\"\"\r\n"
        );
        let read = Table::parse(&csv).unwrap();
        assert_eq!(read.headings, ["Name", "Ort"]);
        assert_eq!(read.lines[0].1, ["=1+1", "Jörg, \"der\""]);
        assert_eq!(read.lines[1].1, ["Meier;=1+1"]);
        let workbook = export.xlsx().unwrap();
        let read = Table::of_file(&workbook, "treffen.xlsx").unwrap();
        assert_eq!(read.lines[0].1, ["=1+1", "Jörg, \"der\""]);
    }
}
