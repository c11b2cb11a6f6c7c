//! A file of people, as an organiser uploads it: text in any encoding and separator, or a workbook.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planner::{
    registrations::ImportContext,
    tables::{Chosen, MOST_COLUMNS, MOST_LINES, Table},
};

fuzz_target!(|file: &[u8]| {
    let Ok(table) = Table::of_file(file, "people") else {
        return;
    };
    assert!(table.lines.len() <= MOST_LINES);
    assert!(table.headings.len() <= MOST_COLUMNS);
    // A workbook goes on as text.
    let again = Table::parse(&table.to_text()).expect("the text of a table is read");
    assert_eq!(again.headings, table.headings);
    assert_eq!(again.lines.len(), table.lines.len());
    for ((_, again), (_, cells)) in again.lines.iter().zip(&table.lines) {
        assert_eq!(again, cells);
    }
    let preview = ImportContext::default().preview(table, &Chosen::new());
    for (_, added) in preview.entries() {
        // A person that is imported has an address that parses again.
        let address = added.person.address.as_str();
        assert!(model::EmailAddress::parse(address).is_ok(), "{address}");
    }
});
