//! `VTIMEZONE`: whether it is there for each time that needs it, and says what the clocks of that
//! zone show (RFC 5545 §3.6.5).

use jiff::{
    Timestamp,
    civil::{DateTime, Weekday, date},
    tz::{Offset, TimeZone, TimeZoneDatabase},
};

use super::{Findings, content::Property, tree::Component, value};

const SECTION: &str = "RFC 5545 §3.6.5";

pub(super) fn check(calendar: &Component, findings: &mut Findings) {
    let moments: Vec<(&Property, &str)> = calendar
        .of_kind("VEVENT")
        .flat_map(|event| &event.properties)
        .filter_map(|moment| Some((moment, moment.parameter("TZID")?)))
        .collect();
    let zones: Vec<(&Component, &str)> = calendar
        .of_kind("VTIMEZONE")
        .map(|zone| {
            (
                zone,
                zone.property("TZID").map_or("", |id| id.value.as_str()),
            )
        })
        .collect();

    for (place, (zone, id)) in zones.iter().enumerate() {
        zone.hold_against(&[("TZID", 1..=1)], SECTION, findings);
        if zone.components.is_empty() {
            findings.add(
                zone.line,
                SECTION,
                "the zone has neither STANDARD nor DAYLIGHT",
            );
        }
        if zones[..place].iter().any(|(_, other)| other == id) {
            findings.add(zone.line, SECTION, format!("{id} is defined twice"));
        }
        if moments.iter().all(|(_, other)| other != id) {
            findings.add(zone.line, SECTION, format!("no time is in the zone {id}"));
        }
        for observance in &zone.components {
            check_observance(observance, findings);
        }
    }
    for (moment, id) in moments {
        if let Some((zone, _)) = zones.iter().find(|(_, other)| *other == id) {
            check_moment(moment, id, zone, findings);
        } else {
            let what = format!("the zone {id} is nowhere defined");
            findings.add(moment.line, "RFC 5545 §3.2.19", what);
        }
    }
}

fn check_observance(observance: &Component, findings: &mut Findings) {
    let table = [
        ("DTSTART", 1..=1),
        ("TZOFFSETFROM", 1..=1),
        ("TZOFFSETTO", 1..=1),
        ("TZNAME", 0..=1),
        ("RRULE", 0..=1),
    ];
    observance.hold_against(&table, SECTION, findings);
    let Some(starts) = observance.property("DTSTART") else {
        return;
    };
    let starts_at = value::date_time(&starts.value);
    if matches!(starts_at, Some((_, value::Clock::Utc))) || !starts.parameters.is_empty() {
        findings.add(starts.line, SECTION, "an observance begins in local time");
    }
    let Some(rule) = observance.property("RRULE") else {
        return;
    };
    match (Rule::parse(&rule.value), starts_at) {
        (None, _) => findings.add(
            rule.line,
            "RFC 5545 §3.3.10",
            "the rule is not of the form FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        ),
        (Some(rule), Some((at, _))) if rule.in_year(at) != Some(at) => {
            findings.add(
                starts.line,
                "RFC 5545 §3.8.5.3",
                "DTSTART does not keep its rule",
            );
        }
        _ => {}
    }
}

/// Whether the zone as defined and as known to the world give a local time the same offset.
fn check_moment(moment: &Property, id: &str, zone: &Component, findings: &mut Findings) {
    let Some((local, value::Clock::Local)) = value::date_time(&moment.value) else {
        return; // said already
    };
    let Ok(known) = TimeZoneDatabase::bundled().get(id) else {
        findings.add(
            moment.line,
            "RFC 5545 §3.8.3.1",
            format!("{id} is no IANA zone"),
        );
        return;
    };
    let Some(true_offset) = unambiguous_offset(&known, local) else {
        let what = format!("{} exists twice or never in {id}", moment.name);
        findings.add(moment.line, "RFC 5545 §3.3.5", what);
        return;
    };
    match offset(zone, local) {
        None => {
            let what = format!("{id} is not defined so early as {}", moment.name);
            findings.add(moment.line, SECTION, what);
        }
        Some(defined) if defined != true_offset => {
            let what = format!("{} is off by {} s", moment.name, defined - true_offset);
            findings.add(moment.line, SECTION, what);
        }
        Some(_) => {}
    }
}

fn unambiguous_offset(zone: &TimeZone, local: DateTime) -> Option<i32> {
    let zoned = zone.to_ambiguous_zoned(local).unambiguous().ok()?;
    Some(zoned.offset().seconds())
}

/// The instant a `DTSTART` or `DTEND` names, in a zone the world knows.
pub(super) fn instant(moment: &Property) -> Option<Timestamp> {
    let (at, clock) = value::date_time(&moment.value)?;
    let zone = match clock {
        value::Clock::Utc => TimeZone::UTC,
        value::Clock::Local => TimeZoneDatabase::bundled()
            .get(moment.parameter("TZID")?)
            .ok()?,
    };
    zone.to_timestamp(at).ok()
}

/// The offset of the observance that began last, in seconds east of UTC.
fn offset(zone: &Component, local: DateTime) -> Option<i32> {
    zone.components
        .iter()
        .filter_map(|observance| last_onset(observance, local))
        .max()
        .map(|(_, offset)| offset)
}

/// When an observance last began before a local time read by its clock, and its offset.
fn last_onset(observance: &Component, local: DateTime) -> Option<(Timestamp, i32)> {
    let seconds = |name| value::utc_offset(&observance.property(name)?.value);
    let (from, to) = (seconds("TZOFFSETFROM")?, seconds("TZOFFSETTO")?);
    let (starts, _) = value::date_time(&observance.property("DTSTART")?.value)?;
    let rule = observance
        .property("RRULE")
        .and_then(|rule| Rule::parse(&rule.value));
    let instant = |at: DateTime, offset| Offset::from_seconds(offset).ok()?.to_timestamp(at).ok();
    let now = instant(local, to)?;

    let onsets = match rule {
        None => vec![starts],
        Some(rule) => [local.year() - 1, local.year()]
            .into_iter()
            .filter_map(|year| rule.in_year(starts.with().year(year).day(1).build().ok()?))
            .filter(|onset| *onset >= starts)
            .collect(),
    };
    onsets
        .into_iter()
        .filter_map(|onset| instant(onset, from))
        .filter(|onset| *onset <= now)
        .max()
        .map(|onset| (onset, to))
}

/// The only rule we write: a weekday of a month, every year (RFC 5545 §3.3.10).
#[derive(Debug, Clone, Copy)]
struct Rule {
    month: i8,
    nth: i8,
    weekday: Weekday,
}

impl Rule {
    fn parse(text: &str) -> Option<Self> {
        let (month, day) = text
            .strip_prefix("FREQ=YEARLY;BYMONTH=")?
            .split_once(";BYDAY=")?;
        let month = month
            .parse()
            .ok()
            .filter(|month| (1..=12).contains(month))?;
        let (nth, day) = day.split_at_checked(day.len().checked_sub(2)?)?;
        let nth = nth
            .parse()
            .ok()
            .filter(|nth| [-1, 1, 2, 3, 4].contains(nth))?;
        let weekday = match day {
            "MO" => Weekday::Monday,
            "TU" => Weekday::Tuesday,
            "WE" => Weekday::Wednesday,
            "TH" => Weekday::Thursday,
            "FR" => Weekday::Friday,
            "SA" => Weekday::Saturday,
            "SU" => Weekday::Sunday,
            _ => return None,
        };
        Some(Self {
            month,
            nth,
            weekday,
        })
    }

    /// The onset in the year, and at the time of day, of a moment.
    fn in_year(self, moment: DateTime) -> Option<DateTime> {
        let month = date(moment.year(), self.month, 1);
        let day = month.nth_weekday_of_month(self.nth, self.weekday).ok()?;
        Some(day.to_datetime(moment.time()))
    }
}
