//! A strict judge of the calendar objects this package writes.

use std::fmt;

/// A rule that a calendar object breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The line of the file, from 1; of a folded line, its first.
    pub line: usize,
    /// What is wrong, in words.
    pub what: String,
    /// Where the rule stands: `RFC 5545 §3.1`.
    pub section: &'static str,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {} ({})", self.line, self.what, self.section)
    }
}

/// Everything wrong with a calendar object, by line; nothing when it is as it should be.
pub fn lint(bytes: &[u8]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, line) in (1..).zip(bytes.split_inclusive(|octet| *octet == b'\n')) {
        let mut find = |what: &str| {
            findings.push(Finding {
                line: number,
                what: what.to_owned(),
                section: "RFC 5545 §3.1",
            });
        };
        if !line.ends_with(b"\r\n") {
            find("the line does not end in CR LF");
        }
        if line.len() > 77 {
            find("the line has more than 75 octets");
        }
    }
    findings
}
