//! A strict linter for the calendar objects that this package writes.
//!
//! It shares no code with the writer and is stricter than the standards: it also reports what they allow
//! and this package never writes (alarms, recurrences, floating times, unused zones). The steps:
//! `unfold` joins folded lines, `property` parses a content line, `component` nests the components,
//! `vcalendar` and `vevent` check them against RFC 5545 and RFC 5546, `value` checks the syntax of
//! values, `vtimezone` compares zones with the IANA database.

mod component;
mod finding;
mod property;
mod unfold;
mod value;
mod vcalendar;
mod vevent;
mod vtimezone;
mod yearly_rule;

#[cfg(test)]
mod tests;

pub use finding::Finding;

use finding::Findings;

/// All violations in a calendar object, by line; empty if there are none.
pub fn lint(bytes: &[u8]) -> Vec<Finding> {
    let mut findings = Findings::default();
    let lines = unfold::unfold(bytes, &mut findings);
    let properties = property::parse(&lines, &mut findings);
    if let Some(calendar) = component::nest(properties, &mut findings) {
        vcalendar::check(&calendar, &mut findings);
    }
    findings.into_sorted()
}
