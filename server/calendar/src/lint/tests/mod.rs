//! Each rule finds message breaks it.

mod lines;
mod vevent;
mod vtimezone;

use super::lint;

const VALID: &str = "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//Example//EN
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:20250330T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20251026T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:one@treffpunkt.example
SEQUENCE:0
DTSTAMP:20260803T073000Z
DTSTART;TZID=Europe/Berlin:20260915T100000
DTEND;TZID=Europe/Berlin:20260915T160000
SUMMARY:Meeting\\, all day
ORGANIZER;CN=\"Anna, ^'A^'\":mailto:anna@treffpunkt.example
ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:joerg@vhs.example
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR
";

/// The findings in the example with `from` replaced by `to`.
#[track_caller]
fn found(from: &str, to: &str) -> Vec<String> {
    let from = from.replace('\n', "\r\n");
    let valid = VALID.replace('\n', "\r\n");
    assert!(valid.contains(&from), "{from} is not in the example");
    let changed = valid.replace(&from, &to.replace('\n', "\r\n"));
    messages(&changed)
}

fn messages(text: &str) -> Vec<String> {
    let findings = lint(text.as_bytes()).into_iter();
    findings
        .map(|finding| format!("{} ({})", finding.message, finding.section))
        .collect()
}

#[test]
fn a_valid_object_has_no_finding() {
    assert_eq!(messages(&VALID.replace('\n', "\r\n")), [""; 0]);
}

#[test]
fn a_finding_names_its_line() {
    let text = VALID
        .replace('\n', "\r\n")
        .replace("SEQUENCE:0", "SEQUENCE:\r\n none");
    let shown: Vec<_> = lint(text.as_bytes())
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        shown,
        ["line 22: SEQUENCE has no right value (RFC 5545 §3.3.8)"]
    );
}
