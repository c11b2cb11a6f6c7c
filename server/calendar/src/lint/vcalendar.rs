//! Checks `VCALENDAR`: properties and components (RFC 5545 §3.6 and §3.7, RFC 5546 §3.1).

use super::{component::Component, finding::Findings, value, vevent, vtimezone};

pub(super) fn check(calendar: &Component, findings: &mut Findings) {
    let limits = [
        ("VERSION", 1..=1),
        ("PRODID", 1..=1),
        ("CALSCALE", 0..=1),
        ("METHOD", 0..=1),
    ];
    calendar.check_properties(&limits, "RFC 5545 §3.7", findings);
    check_value(calendar, "VERSION", "2.0", "RFC 5545 §3.7.4", findings);
    check_value(
        calendar,
        "CALSCALE",
        "GREGORIAN",
        "RFC 5545 §3.7.1",
        findings,
    );
    check_components(calendar, findings);
    check_values(calendar, findings);

    let events: Vec<_> = calendar.components_named("VEVENT").collect();
    match events.as_slice() {
        [event] => vevent::check(calendar, event, findings),
        others => {
            let message = format!(
                "there are {} events where one is sent at a time",
                others.len()
            );
            findings.add(calendar.line, "RFC 5546 §3.2", message);
        }
    }
    vtimezone::check(calendar, findings);
}

fn check_value(
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

fn check_components(component: &Component, findings: &mut Findings) {
    let known: &[&str] = match component.name.as_str() {
        "VCALENDAR" => &["VTIMEZONE", "VEVENT"],
        "VTIMEZONE" => &["STANDARD", "DAYLIGHT"],
        _ => &[],
    };
    for inner in &component.components {
        if !known.contains(&inner.name.as_str()) {
            let message = format!("{} does not belong in {}", inner.name, component.name);
            findings.add(inner.line, "RFC 5545 §3.6", message);
        }
        check_components(inner, findings);
    }
}

fn check_values(component: &Component, findings: &mut Findings) {
    for property in &component.properties {
        value::check(property, findings);
    }
    for inner in &component.components {
        check_values(inner, findings);
    }
}
