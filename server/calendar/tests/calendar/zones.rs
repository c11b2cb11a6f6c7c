//! `VTIMEZONE` has the offsets of its IANA zone. The linter compares both ([`linted`]).

use calendar::EventProperties;
use jiff::{
    Timestamp, ToSpan, Zoned,
    civil::date,
    tz::{TimeZone, TimeZoneDatabase},
};
use proptest::prelude::*;

use crate::example::{lines, linted, meeting_at, request, value};

fn every_zone() -> Vec<TimeZone> {
    let database = TimeZoneDatabase::bundled();
    let zones: Vec<TimeZone> = database
        .available()
        .filter(|name| !["Factory", "Etc/Unknown"].contains(&name.as_str()))
        .map(|name| database.get(name.as_str()).unwrap())
        .collect();
    assert!(zones.len() > 400);
    zones
}

fn zoned(text: &str) -> Zoned {
    text.parse().unwrap()
}

fn zone_of(start: &str, end: &str) -> Vec<String> {
    let event = meeting_at(&zoned(start), &zoned(end));
    let lines = lines(&linted(request(&event).unwrap()));
    let begin = lines
        .iter()
        .position(|line| line == "BEGIN:VTIMEZONE")
        .unwrap();
    let end = lines
        .iter()
        .position(|line| line == "END:VTIMEZONE")
        .unwrap();
    lines[begin + 2..end].to_vec()
}

/// The critical meetings of a year: in winter, in summer, and before, across and after each transition.
fn meetings(zone: &TimeZone, year: i16) -> Vec<EventProperties> {
    let first = date(year, 1, 1).to_zoned(zone.clone()).unwrap().timestamp();
    let last = date(year + 1, 1, 1)
        .to_zoned(zone.clone())
        .unwrap()
        .timestamp();
    let transitions = zone
        .following(first)
        .map(|transition| transition.timestamp());
    let mut start: Vec<Timestamp> = vec![first, first + (24 * 196).hours()];
    for transition in transitions.take_while(|transition| *transition < last) {
        start.extend([transition - 3.hours(), transition - 1.hour(), transition]);
    }
    start
        .into_iter()
        .map(|at| at.to_zoned(zone.clone()))
        .map(|start| meeting_at(&start, &(&start + 2.hours())))
        .collect()
}

#[test]
fn every_zone_in_the_years_to_come_and_in_turbulent_ones() {
    for zone in every_zone() {
        for year in [2011, 2018, 2026] {
            for event in meetings(&zone, year) {
                linted(request(&event).unwrap());
            }
        }
    }
}

proptest! {
    #[test]
    fn any_zone_at_any_time(
        zone in proptest::sample::select(every_zone()),
        second in 0_i64..4_000_000_000,
        length in 1_i64..=60 * 24 * 400,
    ) {
        let start = Timestamp::from_second(second).unwrap().to_zoned(zone);
        let end = &start + length.minutes();
        linted(request(&meeting_at(&start, &end)).unwrap());
    }
}

#[test]
fn two_transitions_a_year_are_written_as_a_rule() {
    let berlin = zone_of(
        "2026-09-15T10:00[Europe/Berlin]",
        "2026-09-15T16:00[Europe/Berlin]",
    );
    assert_eq!(
        berlin,
        [
            "BEGIN:DAYLIGHT",
            "DTSTART:19700329T020000",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0200",
            "TZNAME:CEST",
            "END:DAYLIGHT",
            "BEGIN:STANDARD",
            "DTSTART:19701025T030000",
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100",
            "TZNAME:CET",
            "END:STANDARD",
        ]
    );
}

#[test]
fn the_larger_offset_is_daylight_time_even_if_the_law_calls_it_standard() {
    let dublin = zone_of(
        "2026-12-01T10:00[Europe/Dublin]",
        "2026-12-01T12:00[Europe/Dublin]",
    )
    .join(" ");
    assert!(
        dublin.contains("TZOFFSETTO:+0100 TZNAME:IST END:DAYLIGHT"),
        "{dublin}"
    );
    assert!(
        dublin.contains("TZOFFSETTO:+0000 TZNAME:GMT END:STANDARD"),
        "{dublin}"
    );
}

#[test]
fn a_zone_south_of_the_equator_with_half_an_hour_of_summer_time() {
    let lord_howe = zone_of(
        "2026-01-10T10:00[Australia/Lord_Howe]",
        "2026-01-10T12:00[Australia/Lord_Howe]",
    )
    .join(" ");
    assert!(
        lord_howe.contains(
            "BYMONTH=4;BYDAY=1SU TZOFFSETFROM:+1100 TZOFFSETTO:+1030 TZNAME:+1030 END:STANDARD"
        ),
        "{lord_howe}"
    );
}

#[test]
fn a_zone_that_never_changes_is_one_offset() {
    let kolkata = zone_of(
        "2026-09-15T10:00[Asia/Kolkata]",
        "2026-09-15T16:00[Asia/Kolkata]",
    );
    assert_eq!(
        kolkata,
        [
            "BEGIN:STANDARD",
            "DTSTART:19700101T000000",
            "TZOFFSETFROM:+0530",
            "TZOFFSETTO:+0530",
            "TZNAME:IST",
            "END:STANDARD",
        ]
    );
}

#[test]
fn transitions_without_a_rule_are_listed_around_the_event() {
    // Casablanca's transitions follow Ramadan, on other dates every year.
    let casablanca = zone_of(
        "2026-03-01T10:00[Africa/Casablanca]",
        "2026-03-01T12:00[Africa/Casablanca]",
    );
    assert_eq!(
        casablanca,
        [
            "BEGIN:DAYLIGHT",
            "DTSTART:19700101T000000",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0100",
            "TZNAME:+01",
            "END:DAYLIGHT",
            "BEGIN:STANDARD",
            "DTSTART:20260215T030000",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0000",
            "TZNAME:+00",
            "END:STANDARD",
            "BEGIN:DAYLIGHT",
            "DTSTART:20260322T020000",
            "TZOFFSETFROM:+0000",
            "TZOFFSETTO:+0100",
            "TZNAME:+01",
            "END:DAYLIGHT",
        ]
    );
}

#[test]
fn a_rule_that_has_ended_is_left_out() {
    // The last summer time of São Paulo ended in February 2019.
    let soon_after = zone_of(
        "2019-07-01T10:00[America/Sao_Paulo]",
        "2019-07-01T12:00[America/Sao_Paulo]",
    )
    .join(" ");
    assert!(
        soon_after.ends_with(
            "BEGIN:STANDARD DTSTART:20190217T000000 TZOFFSETFROM:-0200 TZOFFSETTO:-0300 TZNAME:-03 \
             END:STANDARD"
        ) && !soon_after.contains("RRULE"),
        "{soon_after}"
    );
    let long_after = zone_of(
        "2026-07-01T10:00[America/Sao_Paulo]",
        "2026-07-01T12:00[America/Sao_Paulo]",
    )
    .join(" ");
    assert!(
        !long_after.contains("DAYLIGHT") && !long_after.contains("RRULE"),
        "{long_after}"
    );
}

#[test]
fn a_transition_during_the_event_is_listed() {
    // Samoa had no 30 December 2011.
    let apia = zone_of(
        "2011-12-29T10:00[Pacific/Apia]",
        "2011-12-31T10:00[Pacific/Apia]",
    );
    assert_eq!(
        apia,
        [
            "BEGIN:STANDARD",
            "DTSTART:19700101T000000",
            "TZOFFSETFROM:-1100",
            "TZOFFSETTO:-1100",
            "TZNAME:-11",
            "END:STANDARD",
            "BEGIN:DAYLIGHT",
            "DTSTART:20110924T030000",
            "TZOFFSETFROM:-1100",
            "TZOFFSETTO:-1000",
            "TZNAME:-10",
            "END:DAYLIGHT",
            "BEGIN:DAYLIGHT",
            "DTSTART:20111230T000000",
            "TZOFFSETFROM:-1000",
            "TZOFFSETTO:+1400",
            "TZNAME:+14",
            "END:DAYLIGHT",
            "BEGIN:DAYLIGHT",
            "DTSTART:20120401T040000",
            "TZOFFSETFROM:+1400",
            "TZOFFSETTO:+1300",
            "TZNAME:+13",
            "END:DAYLIGHT",
        ]
    );
}

#[test]
fn an_ambiguous_time_is_written_in_utc() {
    for (start, utc) in [
        ("2026-10-25T02:30+02:00[Europe/Berlin]", "20261025T003000Z"),
        ("2026-10-25T02:30+01:00[Europe/Berlin]", "20261025T013000Z"),
    ] {
        let event = meeting_at(&zoned(start), &zoned("2026-10-25T04:00[Europe/Berlin]"));
        let text = linted(request(&event).unwrap());
        assert_eq!(value(&text, "DTSTART:"), utc);
        assert_eq!(value(&text, "DTEND;TZID=Europe/Berlin:"), "20261025T040000");
    }
}

#[test]
fn utc_needs_no_zone() {
    for name in ["UTC", "Etc/UTC", "Zulu"] {
        let start = date(2026, 9, 15).at(10, 0, 0, 0).in_tz(name).unwrap();
        let text = linted(request(&meeting_at(&start, &(&start + 1.hour()))).unwrap());
        assert_eq!(value(&text, "DTSTART:"), "20260915T100000Z");
        assert!(!text.contains("VTIMEZONE"), "{text}");
    }
}

#[test]
fn an_end_in_another_zone_is_written_in_the_zone_of_the_start() {
    let event = meeting_at(
        &zoned("2026-09-15T10:00[Europe/Berlin]"),
        &zoned("2026-09-15T10:00[Europe/London]"),
    );
    let text = linted(request(&event).unwrap());
    assert_eq!(value(&text, "DTEND;TZID=Europe/Berlin:"), "20260915T110000");
}
