//! Checks `VEVENT`: the properties that its method requires (RFC 5546 §3.2).

use super::{
    component::Component,
    finding::Findings,
    property::Property,
    value::{self, TimeForm},
    vtimezone,
};

pub(super) fn check(calendar: &Component, event: &Component, findings: &mut Findings) {
    let method = calendar.property("METHOD");
    let name = method.map_or("", |method| method.value.as_str());
    let (section, parties, statuses): (_, _, &[&str]) = match name {
        "REQUEST" => ("RFC 5546 §3.2.2", 1, &["CONFIRMED", "TENTATIVE"]),
        "CANCEL" => ("RFC 5546 §3.2.5", 1, &["CANCELLED"]),
        // A file to download: nobody schedules with it.
        "" => (
            "RFC 5545 §3.6.1",
            0,
            &["CONFIRMED", "TENTATIVE", "CANCELLED"],
        ),
        other => {
            let line = method.map_or(calendar.line, |method| method.line);
            let message = format!("{other} is no method of ours");
            findings.add(line, "RFC 5546 §1.4", message);
            return;
        }
    };
    let limits = [
        ("UID", 1..=1),
        ("DTSTAMP", 1..=1),
        ("SEQUENCE", 1..=1),
        ("DTSTART", 1..=1),
        ("DTEND", 1..=1),
        ("SUMMARY", 1..=1),
        ("ORGANIZER", parties..=parties),
        ("ATTENDEE", parties..=parties),
        // A cancellation without STATUS concerns one attendee.
        ("STATUS", usize::from(name != "CANCEL")..=1),
        ("DESCRIPTION", 0..=1),
        ("LOCATION", 0..=1),
        ("URL", 0..=1),
    ];
    event.check_properties(&limits, section, findings);
    if let Some(status) = event.property("STATUS")
        && !statuses.contains(&status.value.as_str())
    {
        let message = format!("STATUS is {} in a {name}", status.value);
        findings.add(status.line, section, message);
    }
    if let Some(attendee) = event.property("ATTENDEE")
        && name == "REQUEST"
    {
        check_reply_requested(attendee, findings);
    }
    check_start_and_end(event, findings);
}

fn check_reply_requested(attendee: &Property, findings: &mut Findings) {
    for (name, expected) in [("PARTSTAT", "NEEDS-ACTION"), ("RSVP", "TRUE")] {
        if attendee.parameter(name) != Some(expected) {
            let message = format!("the attendee is not asked to answer: no {name}={expected}");
            findings.add(attendee.line, "RFC 5546 §3.2.2", message);
        }
    }
}

fn check_start_and_end(event: &Component, findings: &mut Findings) {
    let (Some(start), Some(end)) = (event.property("DTSTART"), event.property("DTEND")) else {
        return;
    };
    if let (Some(from), Some(until)) = (vtimezone::instant(start), vtimezone::instant(end))
        && until <= from
    {
        findings.add(end.line, "RFC 5545 §3.8.2.2", "DTEND is not after DTSTART");
    }
    for time in [start, end] {
        let has_zone = time.parameter("TZID").is_some();
        match value::date_time(&time.value) {
            Some((_, TimeForm::Local)) if !has_zone => {
                let message = format!("{} is a local time without a zone", time.name);
                findings.add(time.line, "RFC 5545 §3.3.5", message);
            }
            Some((_, TimeForm::Utc)) if has_zone => {
                let message = format!("{} is UTC and has a zone", time.name);
                findings.add(time.line, "RFC 5545 §3.2.19", message);
            }
            _ => {}
        }
    }
}
