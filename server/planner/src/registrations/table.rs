//! Tables that people bring: CSV as spreadsheets write it, in whatever separator and encoding.

/// A table with headings. Cells are trimmed; a line may have fewer cells than there are headings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Table {
    pub headings: Vec<String>,
    /// With the number of each line, as a text editor counts. Empty lines are left out.
    pub lines: Vec<(u64, Vec<String>)>,
}

impl Table {
    /// Reads comma, semicolon or tab separated text (RFC 4180), whichever the headings have most of.
    pub fn parse(text: &str) -> Self {
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let first = text.lines().next().unwrap_or_default();
        // Every other piece stands between quotes, where a separator is part of a heading.
        let bare = || first.split('"').step_by(2).flat_map(str::bytes);
        let separator = [b',', b';', b'\t']
            .into_iter()
            .max_by_key(|separator| bare().filter(|byte| byte == separator).count())
            .unwrap_or(b',');
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let mut table = Self::default();
        // The reader's own count takes the empty lines before a record for the record.
        let (mut number, mut counted) = (1, 0);
        // Text is valid UTF-8 and the reader flexible: there is nothing left that could fail.
        for record in reader.records().map_while(Result::ok) {
            let begins = record.position().map_or(0, csv::Position::byte);
            let begins = usize::try_from(begins).unwrap_or_default();
            let empty = text[begins..]
                .bytes()
                .take_while(|byte| *byte == b'\n')
                .count();
            number += text[counted..begins + empty].matches('\n').count() as u64;
            counted = begins + empty;
            let cells: Vec<String> = record.iter().map(str::to_owned).collect();
            if table.headings.is_empty() {
                table.headings = cells;
            } else if cells.iter().any(|cell| !cell.is_empty()) {
                table.lines.push((number, cells));
            }
        }
        table
    }

    /// The cells of one column.
    pub fn column(&self, number: usize) -> impl Iterator<Item = &str> {
        self.lines
            .iter()
            .filter_map(move |(_, cells)| cells.get(number).map(String::as_str))
    }
}

/// The text of a file: UTF-8, with or without a byte order mark; UTF-16 with one, which Excel calls
/// Unicode text; or Windows-1252, which Excel writes as CSV in Western Europe.
pub fn text_of_file(bytes: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    // A byte order mark overrules the encoding named here.
    let (text, ..) = encoding_rs::WINDOWS_1252.decode(bytes);
    text.into_owned()
}

/// A cell that no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe
/// before it (OWASP, *CSV Injection*).
pub(crate) fn escape_formula(cell: &str) -> std::borrow::Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{cell}").into()
    } else {
        cell.into()
    }
}

#[cfg(test)]
mod tests {
    use super::{Table, escape_formula, text_of_file};

    #[test]
    fn excels_semicolons_and_code_page_are_read() {
        let file = b"Vorname;Nachname\r\nJ\xf6rg;\"Gra\xdf; Dr.\"\r\n\r\nZo\xeb;\x80\r\n";
        let table = Table::parse(&text_of_file(file));
        assert_eq!(table.headings, ["Vorname", "Nachname"]);
        assert_eq!(
            table.lines,
            [
                (2, vec!["Jörg".to_owned(), "Graß; Dr.".to_owned()]),
                (4, vec!["Zoë".to_owned(), "€".to_owned()]),
            ]
        );
    }

    #[test]
    fn a_separator_within_a_heading_separates_nothing() {
        let table = Table::parse("\"Name\";\"Bahn, Bus, Rad?\"\nAnna;ja\n");
        assert_eq!(table.headings, ["Name", "Bahn, Bus, Rad?"]);
    }

    #[test]
    fn excels_unicode_text_is_read() {
        let mut file = vec![0xff, 0xfe];
        file.extend(
            "Vorname\tNachname\nZoë\t🎉\n"
                .encode_utf16()
                .flat_map(u16::to_le_bytes),
        );
        let table = Table::parse(&text_of_file(&file));
        assert_eq!(table.lines, [(2, vec!["Zoë".to_owned(), "🎉".to_owned()])]);
    }

    #[test]
    fn a_mark_at_the_beginning_is_no_part_of_the_heading() {
        assert_eq!(
            Table::parse("\u{feff}email,name\na@x.example,A").headings,
            ["email", "name"]
        );
    }

    #[test]
    fn a_line_break_in_a_quoted_cell_does_not_shift_the_line_numbers() {
        let table = Table::parse("a,b\n\"x\ny\",1\nz,2\n");
        assert_eq!(
            table
                .lines
                .iter()
                .map(|(number, _)| *number)
                .collect::<Vec<_>>(),
            [2, 4]
        );
    }

    #[test]
    fn what_looks_like_a_formula_is_disarmed() {
        assert_eq!(
            escape_formula("=HYPERLINK(\"http://x\")"),
            "'=HYPERLINK(\"http://x\")"
        );
        assert_eq!(escape_formula("-1"), "'-1");
        assert_eq!(escape_formula("Anna"), "Anna");
    }
}
