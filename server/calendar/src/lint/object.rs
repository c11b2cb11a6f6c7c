//! `VCALENDAR`: what an object must and may hold (RFC 5545 §3.6 and §3.7, RFC 5546 §3.1).

use super::{Findings, event, tree::Component, value, zone};

pub(super) fn check(calendar: &Component, findings: &mut Findings) {
    let table = [
        ("VERSION", 1..=1),
        ("PRODID", 1..=1),
        ("CALSCALE", 0..=1),
        ("METHOD", 1..=1),
    ];
    calendar.hold_against(&table, "RFC 5545 §3.7", findings);
    only_value(calendar, "VERSION", "2.0", "RFC 5545 §3.7.4", findings);
    only_value(
        calendar,
        "CALSCALE",
        "GREGORIAN",
        "RFC 5545 §3.7.1",
        findings,
    );
    only_known_components(calendar, findings);
    values(calendar, findings);

    let events: Vec<_> = calendar.of_kind("VEVENT").collect();
    match events.as_slice() {
        [event] => event::check(calendar, event, findings),
        others => {
            let what = format!(
                "there are {} events where one is sent at a time",
                others.len()
            );
            findings.add(calendar.line, "RFC 5546 §3.2", what);
        }
    }
    zone::check(calendar, findings);
}

fn only_value(
    calendar: &Component,
    name: &str,
    value: &str,
    section: &'static str,
    findings: &mut Findings,
) {
    if let Some(property) = calendar.property(name).filter(|other| other.value != value) {
        findings.add(property.line, section, format!("{name} is not {value}"));
    }
}

fn only_known_components(component: &Component, findings: &mut Findings) {
    let known: &[&str] = match component.kind.as_str() {
        "VCALENDAR" => &["VTIMEZONE", "VEVENT"],
        "VTIMEZONE" => &["STANDARD", "DAYLIGHT"],
        _ => &[],
    };
    for inner in &component.components {
        if !known.contains(&inner.kind.as_str()) {
            let what = format!("{} does not belong in {}", inner.kind, component.kind);
            findings.add(inner.line, "RFC 5545 §3.6", what);
        }
        only_known_components(inner, findings);
    }
}

fn values(component: &Component, findings: &mut Findings) {
    for property in &component.properties {
        value::check(property, findings);
    }
    for inner in &component.components {
        values(inner, findings);
    }
}
