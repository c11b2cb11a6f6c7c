//! Tables as text: separated by commas, semicolons or tabs.

use std::cmp::Reverse;

use super::{
    MOST_COLUMNS, Records, Table, TableError,
    escape::{escape_formula, unescape_formula},
    headings,
};

/// The separators that are tried.
const SEPARATORS: [u8; 3] = *b",;\t";

/// How many lines tell the separator.
const LINES_TRIED: usize = 20;

pub(super) fn read(text: &str) -> Result<Records, TableError> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let text = text.replace('\r', "\n");
    let (named, body) = named_separator(&text);
    let separator = named.unwrap_or_else(|| likeliest_separator(body));
    let mut records = Records::default();
    // Lines are counted as spreadsheets count them: a line break in a cell begins no other one.
    let mut number = u64::from(body.len() < text.len());
    let mut last = 0;
    let mut reader = reader(body, separator);
    let mut record = csv::StringRecord::new();
    // Text is valid UTF-8 and the reader flexible: there is nothing left that could fail.
    while reader.read_record(&mut record).unwrap_or_default() {
        let begins = record.position().map_or(0, csv::Position::byte);
        let begins = usize::try_from(begins).unwrap_or_default();
        // The reader takes the empty lines before a record for the record.
        let empty = body[begins..]
            .bytes()
            .take_while(|byte| *byte == b'\n')
            .count();
        number += 1 + empty as u64;
        last = begins + empty;
        records.push(number, record.iter().map(str::trim).map(unescape_formula))?;
    }
    if is_left_open(&body[last..], separator) {
        return Err(TableError::UnclosedQuote { line: number });
    }
    Ok(records)
}

/// Whether a quotation mark opens a cell of the last record that has several lines and no end.
fn is_left_open(record: &str, separator: u8) -> bool {
    let (mut opened, mut closed) = (None, None);
    let mut begins_cell = true;
    for (at, byte) in record.bytes().enumerate() {
        match (opened, byte) {
            (Some(_), b'"') => {
                opened = None;
                closed = Some(at);
            }
            // Two in a row close and open again.
            (None, b'"') if begins_cell || closed.is_some_and(|closed| closed + 1 == at) => {
                opened = Some(at);
            }
            _ => {}
        }
        begins_cell = opened.is_none() && (byte == separator || byte == b'\n');
    }
    opened.is_some_and(|at| record[at..].trim_end().contains('\n'))
}

/// Writes a table in a form that [`read`] takes for the same. The first separator that reads back is taken; where
/// none does, as when a heading holds headings, the first line names it and the numbers of the lines grow by one.
pub(super) fn write(table: &Table) -> String {
    const TRIED: [char; 3] = [';', '\t', ','];
    let mut written = TRIED
        .into_iter()
        .map(|separator| write_with(table, separator));
    let reads_back =
        |text: &String| Table::parse(text).is_ok_and(|again| again.has_cells_of(table));
    written.find(reads_back).unwrap_or_else(|| {
        let separator = TRIED[0];
        format!("sep={separator}\n{}", write_with(table, separator))
    })
}

/// Empty lines keep the numbers of the lines, unless there are very many.
fn write_with(table: &Table, separator: char) -> String {
    const MOST_EMPTY: u64 = 1_000;
    let mut text = String::new();
    let mut number = 1;
    let headings = (table.headings_at, &table.headings);
    let headings = table.has_headings().then_some(headings);
    let lines = numbered(&table.preamble).chain(headings);
    let lines = lines.chain(numbered(&table.lines));
    for (at, cells) in lines {
        let empty = at.saturating_sub(number);
        if empty <= MOST_EMPTY {
            (0..empty).for_each(|_| text.push('\n'));
            number += empty;
        }
        for (column, cell) in cells.iter().enumerate() {
            if column > 0 {
                text.push(separator);
            }
            write_cell(&mut text, cell);
        }
        text.push('\n');
        number += 1;
    }
    text
}

fn numbered(lines: &[(u64, Vec<String>)]) -> impl Iterator<Item = (u64, &Vec<String>)> {
    lines.iter().map(|(number, cells)| (*number, cells))
}

fn write_cell(text: &mut String, cell: &str) {
    // Only what would lose an apostrophe: the text is read by people, too.
    let cell = if unescape_formula(cell) == cell {
        cell.into()
    } else {
        escape_formula(cell)
    };
    if cell.contains([';', ',', '"', '\n', '\t', '\r']) || cell.starts_with("sep=") {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(&cell);
    }
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// The separator that Excel's first line `sep=;` names, and the text after it.
fn named_separator(text: &str) -> (Option<u8>, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let named = first.trim_matches(' ').strip_prefix("sep=");
    match named.map(str::as_bytes) {
        Some(&[separator]) if !separator.is_ascii_alphanumeric() && separator != b'"' => {
            (Some(separator), rest)
        }
        // The tab is white space and may be cut off at the end of the line.
        Some(&[]) => (Some(b'\t'), rest),
        _ => (None, text),
    }
}

/// The separator by which the first lines have headings that are known, else as many cells as each other.
fn likeliest_separator(text: &str) -> u8 {
    let score = |separator: &u8| {
        let mut reader = reader(text, *separator);
        let mut record = csv::StringRecord::new();
        let (mut known, mut quotes, mut counts) = (0, 0, [0_usize; MOST_COLUMNS + 1]);
        for _ in 0..LINES_TRIED {
            if !reader.read_record(&mut record).unwrap_or_default() {
                break;
            }
            known = known.max(headings::count_known(record.iter()));
            let text = record.iter().flat_map(str::bytes);
            quotes += text.filter(|byte| *byte == b'"').count();
            counts[record.len().min(MOST_COLUMNS)] += 1;
        }
        let of_several_cells = counts.into_iter().enumerate().skip(2);
        let alike = of_several_cells.map(|(cells, lines)| cells * lines).max();
        // A wrong separator splits cells within their quotes.
        (known, Reverse(quotes), alike.unwrap_or_default())
    };
    // Of equals, the first: `max_by_key` takes the last.
    SEPARATORS
        .into_iter()
        .rev()
        .max_by_key(score)
        .unwrap_or(b',')
}
