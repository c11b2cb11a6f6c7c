//! Checks `VTIMEZONE`: each `TZID` is defined once and has the offsets of the IANA zone
//! (RFC 5545 §3.6.5).

use jiff::{
    Timestamp,
    civil::DateTime,
    tz::{Offset, TimeZone, TimeZoneDatabase},
};

use super::{
    component::Component,
    finding::Findings,
    property::Property,
    value::{self, TimeForm},
    yearly_rule::YearlyRule,
};

const SECTION: &str = "RFC 5545 §3.6.5";

pub(super) fn check(calendar: &Component, findings: &mut Findings) {
    let times: Vec<(&Property, &str)> = calendar
        .components_named("VEVENT")
        .flat_map(|event| &event.properties)
        .filter_map(|time| Some((time, time.parameter("TZID")?)))
        .collect();
    let zones: Vec<(&Component, &str)> = calendar
        .components_named("VTIMEZONE")
        .map(|zone| {
            (
                zone,
                zone.property("TZID").map_or("", |id| id.value.as_str()),
            )
        })
        .collect();

    for (index, (zone, id)) in zones.iter().enumerate() {
        zone.check_properties(&[("TZID", 1..=1)], SECTION, findings);
        if zone.components.is_empty() {
            findings.add(
                zone.line,
                SECTION,
                "the zone has neither STANDARD nor DAYLIGHT",
            );
        }
        if zones[..index].iter().any(|(_, other)| other == id) {
            findings.add(zone.line, SECTION, format!("{id} is defined twice"));
        }
        if times.iter().all(|(_, other)| other != id) {
            findings.add(zone.line, SECTION, format!("no time is in the zone {id}"));
        }
        for observance in &zone.components {
            check_observance(observance, findings);
        }
    }
    for (time, id) in times {
        if let Some((zone, _)) = zones.iter().find(|(_, other)| *other == id) {
            check_offset(time, id, zone, findings);
        } else {
            let message = format!("the zone {id} is nowhere defined");
            findings.add(time.line, "RFC 5545 §3.2.19", message);
        }
    }
}

fn check_observance(observance: &Component, findings: &mut Findings) {
    let limits = [
        ("DTSTART", 1..=1),
        ("TZOFFSETFROM", 1..=1),
        ("TZOFFSETTO", 1..=1),
        ("TZNAME", 0..=1),
        ("RRULE", 0..=1),
    ];
    observance.check_properties(&limits, SECTION, findings);
    let Some(start) = observance.property("DTSTART") else {
        return;
    };
    let onset = value::date_time(&start.value);
    if matches!(onset, Some((_, TimeForm::Utc))) || !start.parameters.is_empty() {
        findings.add(start.line, SECTION, "an observance begins in local time");
    }
    let Some(rule) = observance.property("RRULE") else {
        return;
    };
    match (YearlyRule::parse(&rule.value), onset) {
        (None, _) => findings.add(
            rule.line,
            "RFC 5545 §3.3.10",
            "the rule is not of the form FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        ),
        (Some(rule), Some((onset, _))) if rule.onset_in_year_of(onset) != Some(onset) => {
            findings.add(
                start.line,
                "RFC 5545 §3.8.5.3",
                "DTSTART does not keep its rule",
            );
        }
        _ => {}
    }
}

/// Compares the offset of a local time by the component with the one of the IANA database.
fn check_offset(time: &Property, id: &str, zone: &Component, findings: &mut Findings) {
    let Some((local, TimeForm::Local)) = value::date_time(&time.value) else {
        return; // `vevent` reports it
    };
    let Ok(iana_zone) = TimeZoneDatabase::bundled().get(id) else {
        findings.add(
            time.line,
            "RFC 5545 §3.8.3.1",
            format!("{id} is no IANA zone"),
        );
        return;
    };
    let Some(expected) = unambiguous_offset(&iana_zone, local) else {
        let message = format!("{} exists twice or never in {id}", time.name);
        findings.add(time.line, "RFC 5545 §3.3.5", message);
        return;
    };
    match defined_offset(zone, local) {
        None => {
            let message = format!("{id} is not defined so early as {}", time.name);
            findings.add(time.line, SECTION, message);
        }
        Some(defined) if defined != expected => {
            let message = format!("{} is off by {} s", time.name, defined - expected);
            findings.add(time.line, SECTION, message);
        }
        Some(_) => {}
    }
}

fn unambiguous_offset(zone: &TimeZone, local: DateTime) -> Option<i32> {
    let zoned = zone.to_ambiguous_zoned(local).unambiguous().ok()?;
    Some(zoned.offset().seconds())
}

/// The instant of a `DTSTART` or `DTEND`. `None` if its zone is not an IANA zone.
pub(super) fn instant(time: &Property) -> Option<Timestamp> {
    let (at, form) = value::date_time(&time.value)?;
    let zone = match form {
        TimeForm::Utc => TimeZone::UTC,
        TimeForm::Local => TimeZoneDatabase::bundled()
            .get(time.parameter("TZID")?)
            .ok()?,
    };
    zone.to_timestamp(at).ok()
}

/// The offset of the observance with the latest onset, in seconds east of UTC.
fn defined_offset(zone: &Component, local: DateTime) -> Option<i32> {
    zone.components
        .iter()
        .filter_map(|observance| last_onset(observance, local))
        .max()
        .map(|(_, offset)| offset)
}

/// The last onset of an observance before a local time in its offset, and that offset.
fn last_onset(observance: &Component, local: DateTime) -> Option<(Timestamp, i32)> {
    let seconds = |name| value::utc_offset(&observance.property(name)?.value);
    let (from, to) = (seconds("TZOFFSETFROM")?, seconds("TZOFFSETTO")?);
    let (first_onset, _) = value::date_time(&observance.property("DTSTART")?.value)?;
    let rule = observance
        .property("RRULE")
        .and_then(|rule| YearlyRule::parse(&rule.value));
    let instant = |at: DateTime, offset| Offset::from_seconds(offset).ok()?.to_timestamp(at).ok();
    let now = instant(local, to)?;

    let onsets = match rule {
        None => vec![first_onset],
        Some(rule) => [local.year() - 1, local.year()]
            .into_iter()
            .filter_map(|year| {
                rule.onset_in_year_of(first_onset.with().year(year).day(1).build().ok()?)
            })
            .filter(|onset| *onset >= first_onset)
            .collect(),
    };
    onsets
        .into_iter()
        .filter_map(|onset| instant(onset, from))
        .filter(|onset| *onset <= now)
        .max()
        .map(|onset| (onset, to))
}
