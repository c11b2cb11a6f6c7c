//! `VEVENT`: what a message of its method must say (RFC 5546 §3.2).

use super::{Findings, content::Property, tree::Component, value, zone};

pub(super) fn check(calendar: &Component, event: &Component, findings: &mut Findings) {
    let Some(method) = calendar.property("METHOD") else {
        return; // said already
    };
    let (section, attendees, statuses): (_, _, &[&str]) = match method.value.as_str() {
        "REQUEST" => ("RFC 5546 §3.2.2", 1, &["CONFIRMED", "TENTATIVE"]),
        "CANCEL" => ("RFC 5546 §3.2.5", 1, &["CANCELLED"]),
        "PUBLISH" => (
            "RFC 5546 §3.2.1",
            0,
            &["CONFIRMED", "TENTATIVE", "CANCELLED"],
        ),
        other => {
            let what = format!("{other} is no method of ours");
            findings.add(method.line, "RFC 5546 §1.4", what);
            return;
        }
    };
    let table = [
        ("UID", 1..=1),
        ("DTSTAMP", 1..=1),
        ("SEQUENCE", 1..=1),
        ("DTSTART", 1..=1),
        ("DTEND", 1..=1),
        ("SUMMARY", 1..=1),
        ("ORGANIZER", 1..=1),
        ("ATTENDEE", attendees..=attendees),
        // A cancellation without a status takes one person off the list.
        ("STATUS", usize::from(method.value != "CANCEL")..=1),
        ("DESCRIPTION", 0..=1),
        ("LOCATION", 0..=1),
        ("URL", 0..=1),
    ];
    event.hold_against(&table, section, findings);
    if let Some(status) = event.property("STATUS")
        && !statuses.contains(&status.value.as_str())
    {
        let what = format!("STATUS is {} in a {}", status.value, method.value);
        findings.add(status.line, section, what);
    }
    if let Some(attendee) = event.property("ATTENDEE")
        && method.value == "REQUEST"
    {
        asked_to_answer(attendee, findings);
    }
    ends_after_it_starts(event, findings);
}

fn asked_to_answer(attendee: &Property, findings: &mut Findings) {
    for (name, asked) in [("PARTSTAT", "NEEDS-ACTION"), ("RSVP", "TRUE")] {
        if attendee.parameter(name) != Some(asked) {
            let what = format!("the attendee is not asked to answer: no {name}={asked}");
            findings.add(attendee.line, "RFC 5546 §3.2.2", what);
        }
    }
}

fn ends_after_it_starts(event: &Component, findings: &mut Findings) {
    let (Some(starts), Some(ends)) = (event.property("DTSTART"), event.property("DTEND")) else {
        return;
    };
    if let (Some(first), Some(last)) = (zone::instant(starts), zone::instant(ends))
        && last <= first
    {
        findings.add(ends.line, "RFC 5545 §3.8.2.2", "DTEND is not after DTSTART");
    }
    for moment in [starts, ends] {
        let has_zone = moment.parameter("TZID").is_some();
        match value::date_time(&moment.value) {
            Some((_, value::Clock::Local)) if !has_zone => {
                let what = format!("{} is a local time without a zone", moment.name);
                findings.add(moment.line, "RFC 5545 §3.3.5", what);
            }
            Some((_, value::Clock::Utc)) if has_zone => {
                let what = format!("{} is UTC and has a zone", moment.name);
                findings.add(moment.line, "RFC 5545 §3.2.19", what);
            }
            _ => {}
        }
    }
}
