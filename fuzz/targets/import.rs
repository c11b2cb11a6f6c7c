//! A file of people, as an organiser uploads it: text in any encoding and separator, or a workbook.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planner::registrations::{MOST_LINES, read_import};

fuzz_target!(|file: &[u8]| {
    let preview = read_import(file);
    assert!(preview.lines.len() <= MOST_LINES);
    for line in &preview.lines {
        if let Ok(added) = &line.person {
            // A person that is imported has an address that parses again, and a name.
            let address = added.person.address.to_string();
            assert!(address.parse::<model::EmailAddress>().is_ok(), "{address}");
        }
    }
});
