//! Workbooks: the visible sheet of an XLSX file that has headings which are known, else the first that holds anything.

use std::{
    collections::BTreeMap,
    io::{self, Cursor, Read as _},
};

use calamine::{DataRef, ExcelDateTime, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};
use zip::ZipArchive;

use super::{MOST_BYTES, MOST_COLUMNS, Records, TableError, headings};

/// The most bytes that a workbook unpacks to: a sheet of the most lines and columns, with its markup.
const MOST_UNPACKED: u64 = 48 * 1024 * 1024;

/// The most parts of a workbook.
const MOST_PARTS: usize = 1_000;

/// The format of a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Other,
}

/// The format of a file that is a workbook and not text. Content decides; the name tells formats apart
/// that have the same container.
pub(super) fn kind(bytes: &[u8], name: &str) -> Option<Kind> {
    let ends_in = |extension: &str| {
        name.rsplit_once('.')
            .is_some_and(|(_, end)| end.eq_ignore_ascii_case(extension))
    };
    // ZIP: .xlsx, .ods and others.
    if bytes.starts_with(b"PK\x03\x04") {
        let other = ["ods", "xlsb", "numbers"].into_iter().any(ends_in);
        return Some(if other { Kind::Other } else { Kind::Xlsx });
    }
    // Compound file: .xls, and .xlsx with a password.
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Some(Kind::Other);
    }
    None
}

/// Reads the first visible sheet with headings that are known, else the first that has a cell. Cells become the text that
/// a person would type for them.
pub(super) fn read(bytes: &[u8]) -> Result<Records, TableError> {
    check_size(bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let sheets: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut sheets = sheets.into_iter();
    let mut first = Records::default();
    for sheet in sheets.by_ref() {
        first = read_sheet(&mut workbook, &sheet)?;
        if !first.0.is_empty() {
            break;
        }
    }
    if headings::are_known_in(&first.0) {
        return Ok(first);
    }
    // A cover or a legend may come first. A later sheet beyond a bound is not the table.
    for sheet in sheets {
        if let Ok(records) = read_sheet(&mut workbook, &sheet)
            && headings::are_known_in(&records.0)
        {
            return Ok(records);
        }
    }
    Ok(first)
}

/// Reads the cells that are there. Neither the size that a sheet claims nor the place of a cell takes memory.
fn read_sheet(workbook: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Records, TableError> {
    let mut cells = workbook.worksheet_cells_reader(sheet).map_err(unreadable)?;
    let percent: Vec<bool> = cells
        .styles()
        .iter()
        .map(|style| {
            let format = style.number_format.as_ref();
            format.is_some_and(|format| format.format_code.contains('%'))
        })
        .collect();
    let mut left = MOST_BYTES;
    let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(unreadable)? {
        let is_percent = percent.get(style).copied().unwrap_or_default();
        let text = text_of(cell.get_value(), is_percent);
        if text.trim().is_empty() {
            continue;
        }
        // One shared string can stand in every cell.
        left = left.checked_sub(text.len()).ok_or(TableError::TooLarge {
            megabytes: MOST_BYTES / 1024 / 1024,
        })?;
        let (row, column) = cell.get_position();
        if column as usize >= MOST_COLUMNS {
            return Err(TableError::TooManyColumns { most: MOST_COLUMNS });
        }
        rows.entry(row).or_default().insert(column, text);
        if rows.len() > Records::MOST {
            return Err(TableError::TooManyLines {
                most: super::MOST_LINES,
            });
        }
    }
    let mut records = Records::default();
    for (row, cells) in rows {
        let last = cells.keys().last().copied().unwrap_or_default();
        let line = (0..=last).map(|column| cells.get(&column).map_or("", String::as_str));
        records.push(u64::from(row) + 1, line)?;
    }
    Ok(records)
}

/// Unpacks every part and counts. The sizes that a ZIP file claims are not to be trusted.
fn check_size(bytes: &[u8]) -> Result<(), TableError> {
    let too_large = TableError::TooLarge {
        megabytes: usize::try_from(MOST_UNPACKED / 1024 / 1024).unwrap_or_default(),
    };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableError::Unreadable)?;
    if archive.len() > MOST_PARTS {
        return Err(too_large);
    }
    let mut left = MOST_UNPACKED;
    for part in 0..archive.len() {
        let part = archive.by_index(part).map_err(|_| TableError::Unreadable)?;
        let unpacked = io::copy(&mut part.take(left + 1), &mut io::sink())
            .map_err(|_| TableError::Unreadable)?;
        left = left
            .checked_sub(unpacked)
            .ok_or_else(|| too_large.clone())?;
    }
    Ok(())
}

fn unreadable(_: XlsxError) -> TableError {
    TableError::Unreadable
}

/// The value of a cell as a person would type it.
fn text_of(value: &DataRef<'_>, is_percent: bool) -> String {
    match value {
        DataRef::String(text) => with_newlines(text),
        DataRef::SharedString(text) => with_newlines(text),
        DataRef::Int(number) if is_percent => format!("{} %", number * 100),
        DataRef::Int(number) => number.to_string(),
        // Two places after the point of a percentage, without the traces of binary fractions.
        DataRef::Float(number) if is_percent => {
            format!("{} %", (number * 10_000.0).round() / 100.0)
        }
        // Never with an exponent: numbers of telephones are long.
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(true) => "ja".to_owned(),
        DataRef::Bool(false) => "nein".to_owned(),
        DataRef::DateTime(date_time) => text_of_date_time(date_time),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.replace('T', " "),
        // A formula that failed.
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A text with the line breaks that a text file has, once it is read.
fn with_newlines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// `2026-05-03`, `2026-05-03 14:30`, or `14:30` for a time without a date.
fn text_of_date_time(value: &ExcelDateTime) -> String {
    let serial = value.as_f64();
    let (year, month, day, hour, minute, ..) = value.to_ymd_hms_milli();
    if value.is_duration() {
        let minutes = (serial * 24.0 * 60.0).round();
        return format!("{}:{:02}", (minutes / 60.0).trunc(), minutes % 60.0);
    }
    let has_time = (hour, minute) != (0, 0);
    if serial < 1.0 {
        format!("{hour:02}:{minute:02}")
    } else if has_time {
        format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}")
    } else {
        format!("{year}-{month:02}-{day:02}")
    }
}
