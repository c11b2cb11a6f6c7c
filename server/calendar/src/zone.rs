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

/// The IANA name; [`UTC`] for each of UTC's.
pub(crate) fn name(zone: &TimeZone) -> Result<&str, EntryError> {
    match zone.iana_name() {
        Some(
            "UTC" | "Etc/UTC" | "Etc/UCT" | "Etc/Zulu" | "Etc/Universal" | "UCT" | "Zulu"
            | "Universal",
        ) => Ok(UTC),
        Some(name)
            if name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"+-_/".contains(&b)) =>
        {
            Ok(name)
        }
        _ => Err(EntryError::UnknownZone),
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
        let (one, all) = (*changes.first()?, changes);
        let kept = all
            .iter()
            .zip(first..)
            .all(|(change, year)| change.onset.year() == year && change.differs_in_date_only(one));
        let dates = all.iter().map(|change| change.onset.date());
        let rule = YearlyRule::of(dates)?;
        let kind = if one.to > one.from {
            Kind::Daylight
        } else {
            Kind::Standard
        };
        kept.then(|| Observance::of(one, kind, Some(rule)))
    };
    Some(vec![observance(&springs)?, observance(&autumns)?])
}

/// The offset in force at `starts`, and each change until `ends`.
fn listed(zone: &TimeZone, starts: Timestamp, ends: Timestamp) -> Vec<Observance> {
    let mut changes = vec![changes::in_force(zone, starts)];
    changes.extend(changes::after(zone, starts).take_while(|change| change.at <= ends));
    // Somewhere there must be a STANDARD: Outlook reads no other where there is no DAYLIGHT.
    let standard = changes.iter().map(|change| change.to).min();
    changes
        .iter()
        .map(|change| {
            let kind = if Some(change.to) == standard {
                Kind::Standard
            } else {
                Kind::Daylight
            };
            Observance::of(change, kind, None)
        })
        .collect()
}
