//! A strict judge of the calendar objects this package writes.
//!
//! It shares no code with the writer, and asks for more than the standards do: what they allow and
//! this package never writes (alarms, repetitions, floating times, a zone nobody refers to) is a
//! finding, too. Read in this order: `octets` joins folded lines, `content` takes a line apart,
//! `tree` nests the components, `object` and `event` hold them against RFC 5545 and 5546, `value`
//! against the syntax of their values, `zone` against the clocks of the world.

mod content;
mod event;
mod object;
mod octets;
mod tree;
mod value;
mod zone;

#[cfg(test)]
mod tests;

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
    let mut findings = Findings::default();
    let lines = octets::unfold(bytes, &mut findings);
    let properties = content::parse(&lines, &mut findings);
    if let Some(calendar) = tree::nest(properties, &mut findings) {
        object::check(&calendar, &mut findings);
    }
    findings.0.sort_by_key(|finding| finding.line);
    findings.0
}

/// What was found so far.
#[derive(Debug, Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, line: usize, section: &'static str, what: impl Into<String>) {
        self.0.push(Finding {
            line,
            what: what.into(),
            section,
        });
    }
}
