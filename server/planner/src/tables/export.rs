//! Tables as files: CSV and XLSX.

use jiff::civil::DateTime;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::escape_formula;
use crate::{PlannerError, Result};

/// A list to be written as a file, the headings first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// The name of the file, without its ending.
    pub name: String,
    pub rows: Vec<Vec<ExportCell>>,
}

/// A cell of an exported list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportCell {
    Text(String),
    /// A local time, to the minute.
    Time(DateTime),
}

/// A cell with a text.
pub(crate) fn text_cell(text: impl ToString) -> ExportCell {
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
mod tests {
    use super::{super::Table, Export, text_cell as text};

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
