//! Components, events and values.

use super::{found, messages};

#[test]
fn components_are_nested() {
    for (from, to, message) in [
        (
            "END:VEVENT\n",
            "",
            "VCALENDAR ends where VEVENT is open (RFC 5545 §3.6)",
        ),
        (
            "END:VCALENDAR\n",
            "",
            "VCALENDAR does not end (RFC 5545 §3.6)",
        ),
        (
            "END:VCALENDAR\n",
            "END:VCALENDAR\nX:1\n",
            "X stands outside a component (RFC 5545 §3.6)",
        ),
        (
            "END:VCALENDAR\n",
            "END:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR\n",
            "there is a second object (RFC 5545 §3.4)",
        ),
    ] {
        assert_eq!(found(from, to), [message]);
    }
    assert_eq!(messages(""), ["there is no VCALENDAR (RFC 5545 §3.4)"]);
}

#[test]
fn an_object_holds_zones_and_one_event() {
    let alarm = "BEGIN:VALARM\nEND:VALARM\n";
    assert_eq!(
        found("END:VEVENT\n", &format!("{alarm}END:VEVENT\n")),
        ["VALARM does not belong in VEVENT (RFC 5545 §3.6)"]
    );
    assert_eq!(
        found("END:VCALENDAR\n", "BEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR\n"),
        ["VTODO does not belong in VCALENDAR (RFC 5545 §3.6)"]
    );
    assert_eq!(
        found(
            "END:VCALENDAR\n",
            "BEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n"
        ),
        ["there are 2 events where one is sent at a time (RFC 5546 §3.2)"]
    );
}

#[test]
fn a_file_has_several_events_with_uids_of_their_own() {
    use super::super::lint;
    let event = |uid: &str| {
        format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260801T080000Z\r\nSEQUENCE:0\r\n\
             DTSTART:20260915T080000Z\r\nDTEND:20260915T090000Z\r\nSUMMARY:Treffen\r\nSTATUS:CONFIRMED\r\n\
             END:VEVENT\r\n"
        )
    };
    let file = |events: String| {
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{events}END:VCALENDAR\r\n")
    };
    assert_eq!(lint(file(event("a@x") + &event("b@x")).as_bytes()), []);
    let twice = lint(file(event("a@x") + &event("a@x")).as_bytes());
    assert_eq!(twice.len(), 1, "{twice:?}");
}

#[test]
fn an_object_says_what_it_is() {
    assert_eq!(
        found("VERSION:2.0", "VERSION:1.0"),
        ["VERSION is not 2.0 (RFC 5545 §3.7.4)"]
    );
    assert_eq!(
        found("VERSION:2.0", "VERSION:2.0\nCALSCALE:JULIAN"),
        ["CALSCALE is not GREGORIAN (RFC 5545 §3.7.1)"]
    );
    assert_eq!(
        found("PRODID:-//Example//Example//EN\n", ""),
        ["VCALENDAR has no PRODID (RFC 5545 §3.7)"]
    );
    assert_eq!(
        found("REQUEST", "REPLY"),
        ["REPLY is no method of ours (RFC 5546 §1.4)"]
    );
}

#[test]
fn an_event_has_what_every_message_needs_once() {
    for line in [
        "UID:one@treffpunkt.example\n",
        "SEQUENCE:0\n",
        "DTSTAMP:20260803T073000Z\n",
        "DTSTART;TZID=Europe/Berlin:20260915T100000\n",
        "DTEND;TZID=Europe/Berlin:20260915T160000\n",
        "SUMMARY:Meeting\\, all day\n",
        "ORGANIZER;CN=\"Anna, ^'A^'\":mailto:anna@treffpunkt.example\n",
        "ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:joerg@vhs.example\n",
        "STATUS:CONFIRMED\n",
    ] {
        let name = line.split([':', ';']).next().unwrap();
        assert_eq!(
            found(line, ""),
            [format!("VEVENT has no {name} (RFC 5546 §3.2.2)")]
        );
        let twice = found(line, &line.repeat(2));
        assert_eq!(
            twice,
            [format!("{name} is there 2 times (RFC 5546 §3.2.2)")]
        );
    }
}

#[test]
fn an_event_has_nothing_else() {
    for line in [
        "RRULE:FREQ=DAILY",
        "DURATION:PT1H",
        "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
    ] {
        let name = line.split(':').next().unwrap();
        assert_eq!(
            found("SEQUENCE:0\n", &format!("SEQUENCE:0\n{line}\n")),
            [format!(
                "{name} does not belong in VEVENT (RFC 5546 §3.2.2)"
            )]
        );
    }
}

#[test]
fn a_request_asks_for_an_answer() {
    assert_eq!(
        found(";PARTSTAT=NEEDS-ACTION", ""),
        ["the attendee is not asked to answer: no PARTSTAT=NEEDS-ACTION (RFC 5546 §3.2.2)"]
    );
    assert_eq!(
        found("RSVP=TRUE", "RSVP=FALSE"),
        ["the attendee is not asked to answer: no RSVP=TRUE (RFC 5546 §3.2.2)"]
    );
    assert_eq!(
        found("STATUS:CONFIRMED", "STATUS:CANCELLED"),
        ["STATUS is CANCELLED in a REQUEST (RFC 5546 §3.2.2)"]
    );
}

#[test]
fn a_cancellation_confirms_nothing() {
    assert_eq!(
        found("REQUEST", "CANCEL"),
        ["STATUS is CONFIRMED in a CANCEL (RFC 5546 §3.2.5)"]
    );
}

#[test]
fn a_file_names_nobody() {
    assert_eq!(
        found("METHOD:REQUEST\n", ""),
        [
            "ORGANIZER must not be in this VEVENT (RFC 5545 §3.6.1)",
            "ATTENDEE must not be in this VEVENT (RFC 5545 §3.6.1)"
        ]
    );
    assert_eq!(
        found("REQUEST", "PUBLISH"),
        ["PUBLISH is no method of ours (RFC 5546 §1.4)"]
    );
}

#[test]
fn values_keep_their_syntax() {
    for (from, to, message) in [
        (
            "Meeting\\,",
            "Meeting,",
            "SUMMARY has no right value (RFC 5545 §3.3.11)",
        ),
        (
            "Meeting\\,",
            "Meeting;",
            "SUMMARY has no right value (RFC 5545 §3.3.11)",
        ),
        (
            "Meeting\\,",
            "Meeting\\t",
            "SUMMARY has no right value (RFC 5545 §3.3.11)",
        ),
        (
            "all day",
            "all day\\",
            "SUMMARY has no right value (RFC 5545 §3.3.11)",
        ),
        (
            "Meeting\\, all day",
            " ",
            "SUMMARY has no right value (RFC 5545 §3.3.11)",
        ),
        (
            "UID:one@treffpunkt.example",
            "UID:",
            "UID has no right value (RFC 7986 §5.3)",
        ),
        ("UID:one", "UID:ö", "UID has no right value (RFC 7986 §5.3)"),
        (
            "SEQUENCE:0",
            "SEQUENCE:-1",
            "SEQUENCE has no right value (RFC 5545 §3.3.8)",
        ),
        (
            "SEQUENCE:0",
            "SEQUENCE:2147483648",
            "SEQUENCE has no right value (RFC 5545 §3.3.8)",
        ),
        (
            "073000Z",
            "073000",
            "DTSTAMP has no right value (RFC 5545 §3.8.7.2)",
        ),
        (
            "0803T",
            "0832T",
            "DTSTAMP has no right value (RFC 5545 §3.8.7.2)",
        ),
        ("T160000", "", "DTEND has no right value (RFC 5545 §3.3.5)"),
        (
            "T160000",
            "T16000",
            "DTEND has no right value (RFC 5545 §3.3.5)",
        ),
        (
            "mailto:anna@",
            "anna@",
            "ORGANIZER has no right value (RFC 5545 §3.3.3)",
        ),
        (
            "mailto:joerg@vhs",
            "mailto:jörg@vhs",
            "ATTENDEE has no right value (RFC 5545 §3.3.3)",
        ),
        (
            "mailto:joerg@vhs",
            "mailto:joerg@@vhs",
            "ATTENDEE has no right value (RFC 5545 §3.3.3)",
        ),
        (
            "STATUS",
            "URL:treffpunkt\nSTATUS",
            "URL has no right value (RFC 5545 §3.3.13)",
        ),
        (
            "STATUS",
            "URL:https://a b\nSTATUS",
            "URL has no right value (RFC 5545 §3.3.13)",
        ),
    ] {
        assert_eq!(found(from, to), [message], "{to}");
    }
}

#[test]
fn an_event_ends_after_it_starts_in_whatever_zones() {
    let message = "DTEND is not after DTSTART (RFC 5545 §3.8.2.2)";
    assert_eq!(found("T160000", "T100000"), [message]);
    let end = "DTEND;TZID=Europe/Berlin:20260915T160000";
    assert_eq!(found(end, "DTEND:20260915T080000Z"), [message]);
    assert_eq!(found(end, "DTEND:20260915T080001Z"), [""; 0]);
}

#[test]
fn a_time_has_one_form() {
    assert_eq!(
        found("DTEND;TZID=Europe/Berlin:", "DTEND:"),
        ["DTEND is a local time without a zone (RFC 5545 §3.3.5)"]
    );
    assert_eq!(
        found("T160000", "T160000Z"),
        ["DTEND is UTC and has a zone (RFC 5545 §3.2.19)"]
    );
    for never_or_twice in ["20260329T023000", "20261025T023000"] {
        assert!(found("20260915T160000", never_or_twice).contains(
            &"DTEND exists twice or never in Europe/Berlin (RFC 5545 §3.3.5)".to_owned()
        ));
    }
}
