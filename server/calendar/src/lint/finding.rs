//! Linter findings.

use std::fmt;

/// A rule that a calendar object breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The line of the file, from 1. The first one if the content line is folded.
    pub line: usize,
    /// The violation, in words.
    pub message: String,
    /// The section of the standard that has the rule: `RFC 5545 §3.1`.
    pub section: &'static str,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {} ({})", self.line, self.message, self.section)
    }
}

/// The findings so far.
#[derive(Debug, Default)]
pub(super) struct Findings(Vec<Finding>);

impl Findings {
    pub(super) fn add(&mut self, line: usize, section: &'static str, message: impl Into<String>) {
        self.0.push(Finding {
            line,
            message: message.into(),
            section,
        });
    }

    /// The findings in the order of their lines.
    pub(super) fn into_sorted(mut self) -> Vec<Finding> {
        self.0.sort_by_key(|finding| finding.line);
        self.0
    }
}
