//! Checks `VCALENDAR`: properties and components (RFC 5545 §3.6 and §3.7, RFC 5546 §3.1).

use std::collections::HashSet;

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
    // Messages are about one event. A file may have several.
    let is_message = calendar.property("METHOD").is_some();
    if events.is_empty() || is_message && events.len() > 1 {
        let message = format!(
            "there are {} events where one is sent at a time",
            events.len()
        );
        findings.add(calendar.line, "RFC 5546 §3.2", message);
    } else {
        check_events(calendar, &events, findings);
    }
    vtimezone::check(calendar, findings);
}

fn check_events(calendar: &Component, events: &[&Component], findings: &mut Findings) {
    let mut uids = HashSet::new();
    for event in events {
        vevent::check(calendar, event, findings);
        let uid = event.property("UID");
        if let Some(uid) = uid.filter(|uid| !uids.insert(&uid.value)) {
            let message = format!("two events have the UID {}", uid.value);
            findings.add(uid.line, "RFC 5545 §3.8.4.7", message);
        }
    }
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
