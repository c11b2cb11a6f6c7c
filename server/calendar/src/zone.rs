//! `VTIMEZONE` (RFC 5545 §3.6.5): what a zone's clocks show on the dates of one event.
//!
//! Computed from jiff's transitions, so it covers every IANA zone. Outlook reads a zone as at most one
//! yearly pair of changes and takes a change without a rule for a yearly one ([MS-OXCICAL]
//! §2.1.3.1.1.19), so the simplest statement that is true on the event's dates is the one written:
//!
//! * *yearly*: two changes a year by a rule, as in most zones that change at all;
//! * *fixed*: one offset, where the zone follows no such rule and does not change during the event;
//! * *listed*: each change by itself, where one falls into such an event.

mod changes;
mod observance;

use jiff::{
    Timestamp, Zoned,
    civil::DateTime,
    tz::{Offset, TimeZone},
};

use crate::EntryError;
use changes::Change;
use observance::{Kind, Observance, YearlyRule};

/// The name under which times are written as `…Z`, without a zone.
pub(crate) const UTC: &str = "UTC";

/// How many years after the event's last a rule must hold to be called one. Twelve years in all are
/// enough to tell the fourth Sunday from the last.
const YEARS_AHEAD: i16 = 10;

/// What the IANA calls UTC.
const NAMES_OF_UTC: [&str; 8] = [
    UTC,
    "Etc/UTC",
    "Etc/UCT",
    "Etc/Universal",
    "Etc/Zulu",
    "UCT",
    "Universal",
    "Zulu",
];

/// The IANA name; [`UTC`] for each of UTC's.
pub(crate) fn name(zone: &TimeZone) -> Result<&str, EntryError> {
    let plain = |name: &&str| {
        let mut bytes = name.bytes();
        bytes.all(|b| b.is_ascii_alphanumeric() || b"+-_/".contains(&b))
    };
    match zone.iana_name().filter(plain) {
        // "Factory" is what a computer has until somebody sets its zone.
        None | Some("Factory") => Err(EntryError::UnknownZone),
        Some(name) if NAMES_OF_UTC.contains(&name) => Ok(UTC),
        Some(name) => Ok(name),
    }
}

/// A time in UTC (RFC 5545 §3.3.5, form 2).
pub(crate) fn utc(at: Timestamp) -> String {
    format!("{}Z", local(Offset::UTC.to_datetime(at)))
}

/// A time as a clock on the wall shows it (RFC 5545 §3.3.5, form 1).
pub(crate) fn local(at: DateTime) -> String {
    at.strftime("%Y%m%dT%H%M%S").to_string()
}

/// The `VTIMEZONE` of the zone of `starts`, true from `starts` to `ends`, as lines.
pub(crate) fn component(name: &str, starts: &Zoned, ends: &Zoned) -> Vec<String> {
    let zone = starts.time_zone();
    let observances = yearly(zone, starts.year() - 1, ends.year() + YEARS_AHEAD)
        .unwrap_or_else(|| listed(zone, starts.timestamp(), ends.timestamp()));
    let mut lines = vec!["BEGIN:VTIMEZONE".to_owned(), format!("TZID:{name}")];
    lines.extend(observances.iter().flat_map(Observance::lines));
    lines.push("END:VTIMEZONE".to_owned());
    lines
}

/// The two observances of a zone that changes twice a year by a rule in all these years.
fn yearly(zone: &TimeZone, first: i16, last: i16) -> Option<Vec<Observance>> {
    let changes: Vec<Change> = changes::following(zone, first)
        .take_while(|change| change.onset.year() <= last)
        .collect();
    let years = usize::try_from(last - first + 1).ok()?;
    if changes.len() != 2 * years {
        return None;
    }
    let (springs, autumns): (Vec<_>, Vec<_>) = changes
        .chunks_exact(2)
        .map(|pair| (&pair[0], &pair[1]))
        .unzip();
    let observance = |changes: &[&Change]| {
        let one = *changes.first()?;
        let alike = changes
            .iter()
            .zip(first..)
            .all(|(change, year)| change.onset.year() == year && change.differs_in_date_only(one));
        if !alike {
            return None;
        }
        let rule = YearlyRule::of(changes.iter().map(|change| change.onset.date()))?;
        let kind = Kind::of(one.to, one.from);
        Observance::every_year(one, kind, rule)
    };
    Some(vec![observance(&springs)?, observance(&autumns)?])
}

/// The offset in force at `starts`, and each change until `ends`.
fn listed(zone: &TimeZone, starts: Timestamp, ends: Timestamp) -> Vec<Observance> {
    let first = zone.to_offset_info(starts);
    let changes: Vec<Change> = changes::after(zone, starts)
        .take_while(|change| change.at <= ends)
        .collect();
    // The earliest clock is STANDARD: Outlook needs one.
    let earliest = changes
        .iter()
        .fold(first.offset(), |earliest, change| earliest.min(change.to));
    let mut observances = vec![Observance::always(
        &first,
        Kind::of(first.offset(), earliest),
    )];
    observances.extend(
        changes
            .iter()
            .map(|change| Observance::since(change, Kind::of(change.to, earliest))),
    );
    observances
}
