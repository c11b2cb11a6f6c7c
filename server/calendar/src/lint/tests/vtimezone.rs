//! Zones and their offsets.

use super::{VALID, found, messages};

#[test]
fn a_zone_is_defined_once_and_used() {
    assert_eq!(
        found("DTEND;TZID=Europe/Berlin", "DTEND;TZID=Europe/Vienna"),
        ["the zone Europe/Vienna is nowhere defined (RFC 5545 §3.2.19)"]
    );
    assert_eq!(
        found("TZID:Europe/Berlin\n", "")[0],
        "VTIMEZONE has no TZID (RFC 5545 §3.6.5)"
    );
    let (head, rest) = VALID.split_once("BEGIN:VTIMEZONE\n").unwrap();
    let (zone, tail) = rest.split_once("END:VTIMEZONE\n").unwrap();
    let twice = format!(
        "{head}BEGIN:VTIMEZONE\n{zone}END:VTIMEZONE\nBEGIN:VTIMEZONE\n{zone}END:VTIMEZONE\n{tail}"
    );
    assert_eq!(
        messages(&twice.replace('\n', "\r\n")),
        ["Europe/Berlin is defined twice (RFC 5545 §3.6.5)"]
    );
    let other = zone.replace("Berlin", "Vienna");
    let unused = format!(
        "{head}BEGIN:VTIMEZONE\n{zone}END:VTIMEZONE\nBEGIN:VTIMEZONE\n{other}END:VTIMEZONE\n{tail}"
    );
    assert_eq!(
        messages(&unused.replace('\n', "\r\n")),
        ["no time is in the zone Europe/Vienna (RFC 5545 §3.6.5)"]
    );
    assert!(
        found("Europe/Berlin", "Europe/Leipzig")
            .contains(&"Europe/Leipzig is no IANA zone (RFC 5545 §3.8.3.1)".to_owned())
    );
}

#[test]
fn an_observance_is_complete() {
    let message = "the zone has neither STANDARD nor DAYLIGHT (RFC 5545 §3.6.5)";
    let (head, rest) = VALID.split_once("BEGIN:DAYLIGHT\n").unwrap();
    let (_, tail) = rest.split_once("END:STANDARD\n").unwrap();
    assert!(messages(&format!("{head}{tail}").replace('\n', "\r\n")).contains(&message.to_owned()));
    for (line, name) in [
        ("DTSTART:20250330T020000\n", "DTSTART"),
        ("TZOFFSETFROM:+0100\n", "TZOFFSETFROM"),
        ("TZOFFSETTO:+0200\n", "TZOFFSETTO"),
    ] {
        assert_eq!(
            found(line, "")[0],
            format!("DAYLIGHT has no {name} (RFC 5545 §3.6.5)")
        );
    }
    assert_eq!(
        found("TZOFFSETTO:+0200\n", "TZOFFSETTO:+0200\nUID:x\n"),
        ["UID does not belong in DAYLIGHT (RFC 5545 §3.6.5)"]
    );
    assert_eq!(
        found("20250330T020000", "20250330T020000Z"),
        ["an observance begins in local time (RFC 5545 §3.6.5)"]
    );
    for offset in ["+2", "0200", "-0000", "+2400", "+02:00", "+0260"] {
        assert_eq!(
            found("TZOFFSETTO:+0200", &format!("TZOFFSETTO:{offset}"))[0],
            "TZOFFSETTO has no right value (RFC 5545 §3.3.14)"
        );
    }
}

#[test]
fn an_observance_keeps_its_rule() {
    let form = "the rule is not of the form FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU (RFC 5545 §3.3.10)";
    for rule in [
        "FREQ=YEARLY",
        "FREQ=YEARLY;BYMONTH=13;BYDAY=1SU",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=5SU",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=SU",
    ] {
        assert_eq!(found("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", rule)[0], form);
    }
    assert_eq!(
        found("20250330T020000", "20250329T020000"),
        ["DTSTART does not keep its rule (RFC 5545 §3.8.5.3)"]
    );
}

#[test]
fn a_zone_has_the_offsets_of_the_iana_zone() {
    let off = |seconds: i32| {
        ["DTSTART", "DTEND"].map(|name| format!("{name} is off by {seconds} s (RFC 5545 §3.6.5)"))
    };
    assert_eq!(found("TZOFFSETTO:+0200", "TZOFFSETTO:+0300"), off(3600));
    assert_eq!(found("Europe/Berlin", "Europe/London"), off(3600));
    assert_eq!(
        found("BYMONTH=10;BYDAY=-1SU", "BYMONTH=9;BYDAY=2SU")[1..],
        off(-3600)
    );
}

#[test]
fn a_zone_is_defined_by_the_time_of_the_event() {
    let late = VALID
        .replace("20250330T020000", "20270328T020000")
        .replace("20251026T030000", "20271031T030000");
    assert_eq!(
        messages(&late.replace('\n', "\r\n")),
        [
            "Europe/Berlin is not defined so early as DTSTART (RFC 5545 §3.6.5)",
            "Europe/Berlin is not defined so early as DTEND (RFC 5545 §3.6.5)",
        ]
    );
}
