use std::time::{Duration, Instant};

use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::{
    MOST_BYTES, MOST_CHARACTERS, MOST_COLUMNS, MOST_LINES, Table, TableError, text_of_file,
};

fn table(text: &str) -> Table {
    Table::parse(text).unwrap()
}

fn cells(cells: &[&str]) -> Vec<String> {
    cells.iter().map(ToString::to_string).collect()
}

fn workbook(fill: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet()).unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn excels_semicolons_and_code_page_are_read() {
    let file = b"Vorname;Nachname\r\nJ\xf6rg;\"Gra\xdf; Dr.\"\r\n\r\nZo\xeb;\x80\r\n";
    let table = table(&text_of_file(file));
    assert_eq!(table.headings, ["Vorname", "Nachname"]);
    assert_eq!(
        table.lines,
        [
            (2, cells(&["Jörg", "Graß; Dr."])),
            (4, cells(&["Zoë", "€"])),
        ]
    );
}

#[test]
fn a_separator_within_a_heading_separates_nothing() {
    let table = table("\"Name\";\"Bahn, Bus, Rad?\"\nAnna;ja\n");
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
    assert_eq!(
        table(&text_of_file(&file)).lines,
        [(2, cells(&["Zoë", "🎉"]))]
    );
}

#[test]
fn a_mark_at_the_beginning_is_no_part_of_the_heading() {
    let table = table("\u{feff}email,name\na@x.example,A");
    assert_eq!(table.headings, ["email", "name"]);
    assert!(table.preamble.is_empty());
}

#[test]
fn a_line_break_in_a_quoted_cell_begins_no_line_of_a_spreadsheet() {
    let table = table("a,b\n\"x\ny\",1\nz,2\n");
    let numbers: Vec<u64> = table.lines.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, [2, 3]);
}

#[test]
fn headings_are_found_below_what_stands_above_them() {
    let body = "Vorname;\"E-Mail\nAdresse\";Nachname\nAnna;a@x.example;Jäger\n";
    for (above, line, preamble) in [
        ("", 1, false),
        ("\n\n", 3, false),
        ("sep=;\n", 2, false),
        ("Teilnehmende, Stand 3. Mai, vorläufig\n\n", 3, true),
        ("Netzwerktreffen;;2026\n", 2, true),
        (";;\n", 2, false),
    ] {
        let table = table(&format!("{above}{body}"));
        assert_eq!(
            table.headings,
            ["Vorname", "E-Mail\nAdresse", "Nachname"],
            "{above:?}"
        );
        assert_eq!(
            (table.headings_at, !table.preamble.is_empty()),
            (line, preamble),
            "{above:?}"
        );
        assert_eq!(
            table.lines,
            [(line + 1, cells(&["Anna", "a@x.example", "Jäger"]))]
        );
    }
}

#[test]
fn a_first_line_with_a_person_is_no_heading() {
    let table = table("Jörg;Müßig;joerg@x.example\nZoé;Berg;zoe@x.example;Verein\n");
    assert!(!table.has_headings());
    assert_eq!(table.headings, ["", "", "", ""]);
    let numbers: Vec<u64> = table.lines.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, [1, 2]);
    assert_eq!(self::table(&table.to_text()), table);
    let named = self::table("Name;E-Mail\nJörg Müßig;joerg@x.example\n");
    assert!(named.has_headings());
}

#[test]
fn a_quotation_mark_that_is_not_closed_is_named_with_its_line() {
    let open = "Vorname;Nachname\nAnna;Jäger\nBea;\"Roth\nCem;Ay\n";
    assert_eq!(
        Table::parse(open),
        Err(TableError::UnclosedQuote { line: 3 })
    );
    for closed in [
        "a;b\nx;\"y\nz\"\n",
        "a;b\nx;\"y \"\"z\"\"\"\n",
        "a;b\n5\"\"x;y\nz\n",
        "a;b\nx;\"y\n",
    ] {
        assert!(Table::parse(closed).is_ok(), "{closed:?}");
    }
}

#[test]
fn the_sheet_with_the_table_is_found_behind_a_cover() {
    let mut workbook = Workbook::new();
    let cover = workbook.add_worksheet();
    cover.write_string(0, 0, "Hinweise").unwrap();
    cover.write_string(1, 0, "Stand: Mai").unwrap();
    let sheet = workbook.add_worksheet();
    for (column, heading) in (0..).zip(["Vorname", "Nachname", "Organisation\n/ Träger"]) {
        sheet.write_string(0, column, heading).unwrap();
        sheet.write_string(1, column, "x").unwrap();
        sheet.write_string(2, column, "y").unwrap();
    }
    let file = workbook.save_to_buffer().unwrap();
    let table = Table::of_file(&file, "a.xlsx").unwrap();
    assert_eq!(table.headings[1], "Nachname");
    let text = Table::text_of(&file, "a.xlsx").unwrap();
    let numbers: Vec<u64> = self::table(&text).lines.iter().map(|(n, _)| *n).collect();
    assert_eq!(numbers, [2, 3], "as the spreadsheet counts");
}

#[test]
fn the_exporters_apostrophe_is_taken_back() {
    let table = table("Telefon;Notiz\n'+49 341;'-x\n's Gravenhage;''=1\n");
    assert_eq!(table.lines[0].1, ["+49 341", "-x"]);
    assert_eq!(table.lines[1].1, ["'s Gravenhage", "'=1"]);
}

#[test]
fn a_table_beyond_a_bound_is_refused_at_once() {
    let columns = Err(TableError::TooManyColumns { most: MOST_COLUMNS });
    let begins = Instant::now();
    let many = |cell: &str, count: usize| vec![cell; count].join(";");
    assert_eq!(Table::parse(&many("a", 40_000)), columns);
    assert_eq!(
        Table::parse(&format!("a;b\n{}", many("a", 40_000))),
        columns
    );
    // Empty columns hold nothing.
    let empty = table(&format!(
        "Name;E-Mail{}\nAnna;a@x.example",
        ";".repeat(40_000)
    ));
    assert_eq!(empty.headings.len(), 2);
    let lines = format!("a;b\n{}", "x;y\n".repeat(MOST_LINES + 1));
    let most = MOST_LINES;
    assert_eq!(Table::parse(&lines), Err(TableError::TooManyLines { most }));
    let most = MOST_CHARACTERS;
    assert_eq!(
        Table::parse(&format!("a;b\n\"{}", "ä".repeat(most + 1))),
        Err(TableError::CellTooLong { line: 2, most })
    );
    assert_eq!(
        Table::parse(&" ".repeat(MOST_BYTES + 1)),
        Err(TableError::TooLarge { megabytes: 4 })
    );
    // Unoptimised, beside other tests: linear work takes a fraction of this.
    assert!(
        begins.elapsed() < Duration::from_secs(10),
        "{:?}",
        begins.elapsed()
    );
}

#[test]
fn a_workbook_is_read_as_a_person_would_type_it() {
    let file = workbook(|sheet| {
        for (column, heading) in (0..).zip([
            "Vorname", "Nachname", "Telefon", "Beginn", "Tag", "Anteil", "Dabei",
        ]) {
            sheet.write_string(2, column, heading)?;
        }
        sheet.write_string(0, 0, "Teilnehmende")?;
        sheet.write_string(4, 0, "Anna")?;
        sheet.write_string(4, 1, "'-x")?;
        sheet.write_number(4, 2, 4_915_112_345_678.0)?;
        let time = Format::new().set_num_format("dd.mm.yyyy hh:mm");
        let at = ExcelDateTime::from_ymd(2026, 5, 3)?;
        sheet.write_datetime_with_format(4, 3, at.clone().and_hms(14, 30, 0)?, &time)?;
        sheet.write_datetime_with_format(4, 4, at, &time)?;
        sheet.write_number_with_format(4, 5, 0.125, &Format::new().set_num_format("0%"))?;
        sheet.write_boolean(4, 6, true)?;
        Ok(())
    });
    let table = Table::of_file(&file, "Liste.XLSX").unwrap();
    assert_eq!(table.headings_at, 3);
    assert_eq!(table.preamble, [(1, cells(&["Teilnehmende"]))]);
    let line = [
        "Anna",
        "'-x",
        "4915112345678",
        "2026-05-03 14:30",
        "2026-05-03",
        "12.5 %",
        "ja",
    ];
    assert_eq!(table.lines, [(5, cells(&line))]);
    assert_eq!(self::table(&table.to_text()), table);
}

#[test]
fn a_workbook_whose_headings_look_like_text_of_another_separator_comes_back() {
    for headings in [
        &["A", "B,Name,E-Mail"][..],
        &["A;Vorname;Nachname", "B,Name,E-Mail"],
        &[
            "A\tName\tE-Mail",
            "B,Name,E-Mail",
            "C;Vorname;Nachname;E-Mail",
        ],
        &["sep=;", "Name"],
        &["sep=;"],
        &["sep="],
        &["Name\r\nVorname", "E-Mail"],
    ] {
        let file = workbook(|sheet| {
            for (column, heading) in (0..).zip(headings) {
                sheet.write_string(0, column, *heading)?;
                sheet.write_string(1, column, "x")?;
            }
            Ok(())
        });
        let table = Table::of_file(&file, "a.xlsx").unwrap();
        let again = self::table(&table.to_text());
        assert!(again.has_cells_of(&table), "{table:?} {again:?}");
    }
}

#[test]
fn a_workbook_beyond_a_bound_is_refused() {
    let far = workbook(|sheet| sheet.write_string(1_048_575, 16_383, "far").map(drop));
    assert_eq!(
        Table::of_file(&far, "far.xlsx"),
        Err(TableError::TooManyColumns { most: MOST_COLUMNS })
    );
    let low = workbook(|sheet| sheet.write_string(1_048_575, 0, "low").map(drop));
    assert_eq!(Table::of_file(&low, "low.xlsx").unwrap().headings, ["low"]);
    // One shared string in many cells, and a file that unpacks to far more than it is.
    let wide = workbook(|sheet| {
        for row in 0..1_000 {
            sheet.write_string(row, 0, "ä".repeat(9_000))?;
        }
        Ok(())
    });
    assert!(wide.len() < 100_000);
    assert_eq!(
        Table::of_file(&wide, "wide.xlsx"),
        Err(TableError::TooLarge { megabytes: 4 })
    );
    let bomb = workbook(|sheet| {
        for row in 0..2_000 {
            sheet.write_string(row, 0, format!("{row}{}", "a".repeat(32_000)))?;
        }
        Ok(())
    });
    assert_eq!(
        Table::of_file(&bomb, "bomb.xlsx"),
        Err(TableError::TooLarge { megabytes: 48 })
    );
}

#[test]
fn other_files_are_told_apart() {
    for (bytes, name, error) in [
        (&b"PK\x03\x04..."[..], "a.xlsx", TableError::Unreadable),
        (b"PK\x03\x04...", "a.ods", TableError::OtherWorkbook),
        (
            &[0xd0, 0xcf, 0x11, 0xe0],
            "a.xls",
            TableError::OtherWorkbook,
        ),
    ] {
        assert_eq!(Table::of_file(bytes, name), Err(error), "{name}");
    }
    let named = Table::of_file(b"Vorname;Nachname\nA;B", "a.xlsx").unwrap();
    assert_eq!(named.lines.len(), 1, "the content decides");
}

proptest! {
    #[test]
    fn no_file_panics(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = Table::of_file(&bytes, "people");
        let workbook = [b"PK\x03\x04", bytes.as_slice()].concat();
        let _ = Table::of_file(&workbook, "people.xlsx");
    }

    #[test]
    fn no_text_panics(text in "[a,;\t\"'\n\r=+ \u{feff}]{0,200}") {
        let _ = Table::parse(&text);
    }

    #[test]
    fn a_table_comes_back_from_its_text(
        lines in prop::collection::vec(
            prop::collection::vec("[a-z'=;,\"\n\t@+-]{1,8}|(sep=|Name|E-Mail|Vorname|[,;\t]){1,5}", 1..5),
            1..5,
        ),
    ) {
        let cells = |line: &Vec<String>| -> Vec<String> {
            let mut cells: Vec<String> = line.iter().map(|cell| cell.trim().to_owned()).collect();
            while cells.last().is_some_and(String::is_empty) {
                cells.pop();
            }
            cells
        };
        let lines: Vec<Vec<String>> = lines.iter().map(cells).filter(|line| !line.is_empty()).collect();
        let records = super::Records((1..).zip(lines).collect());
        let table = Table::of_records(records).unwrap();
        let text = table.to_text();
        let again = Table::parse(&text).unwrap();
        prop_assert!(again.has_cells_of(&table), "{table:?} {text:?} {again:?}");
        prop_assert!(text.starts_with("sep=") || again == table || text.contains('"'), "{text:?}");
    }
}
