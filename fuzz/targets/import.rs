//! A file of people, as an organiser uploads it: text in any encoding and separator, or a workbook.
#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use model::EmailAddress;
use planner::registrations::{ImportContext, MOST_COLUMNS, MOST_LINES, Table};

fuzz_target!(|file: &[u8]| {
    let Ok(text) = Table::text_of(file, "people") else {
        return;
    };
    // The text stands in the form of the preview, and is read again when the organiser imports it.
    let table = Table::parse(&text).expect("a table that was read is read again");
    assert!(table.headings.len() <= MOST_COLUMNS && table.lines.len() <= MOST_LINES);
    let again = Table::parse(&table.to_text()).expect("a table that was written is read again");
    assert_eq!(
        (again.headings, lines(again.lines)),
        (table.headings, lines(table.lines))
    );

    let preview = ImportContext::default().read(&text, &BTreeMap::new());
    for line in &preview.lines {
        if let Ok(added) = &line.person {
            let address = added.person.address.to_string();
            assert!(EmailAddress::parse(&address).is_ok(), "{address}");
        }
    }
});

/// The cells without the numbers, which count the lines of the text.
fn lines(lines: Vec<(u64, Vec<String>)>) -> Vec<Vec<String>> {
    lines.into_iter().map(|(_, cells)| cells).collect()
}
