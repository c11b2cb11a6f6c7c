//! `VTIMEZONE` (RFC 5545 §3.6.5): the UTC offsets of a zone on the dates of one event.
//!
//! Computed from jiff's transitions, so it covers every IANA zone. Outlook supports at most one yearly
//! pair of observances per zone and treats a single transition as yearly ([MS-OXCICAL]
//! §2.1.3.1.1.19). The component is therefore the simplest one that is true on and around the event's dates:
//!
//! * two recurring observances, if the zone has two transitions a year by a rule, as most have;
//! * one observance, if it has no such rule and no transition within a year of the event;
//! * else the observance before, and one for each real transition: the last before the event, those during
//!   it, and the next after it.

mod observance;
mod transition;
mod yearly_rule;

use jiff::{SignedDuration, Timestamp, Zoned, tz::TimeZone};

use crate::CalendarError;
use observance::{Observance, ObservanceKind};
use transition::Transition;
use yearly_rule::YearlyRule;

/// The zone whose times are written as `…Z`, without `TZID`.
pub(crate) const UTC: &str = "UTC";

/// How many years after the event a rule must hold. Twelve years in all distinguish the fourth Sunday of
/// a month from the last.
const YEARS_AHEAD: i16 = 10;

/// How far from the event a transition is still written.
const A_YEAR: SignedDuration = SignedDuration::from_hours(366 * 24);

const A_SECOND: SignedDuration = SignedDuration::from_secs(1);

/// The IANA names of UTC.
const UTC_ALIASES: [&str; 8] = [
    UTC,
    "Etc/UTC",
    "Etc/UCT",
    "Etc/Universal",
    "Etc/Zulu",
    "UCT",
    "Universal",
    "Zulu",
];

/// The `TZID` of a zone: its IANA name, or [`UTC`] for every alias of UTC.
pub(crate) fn tzid(zone: &TimeZone) -> Result<&str, CalendarError> {
    let is_plain = |name: &&str| {
        let mut bytes = name.bytes();
        bytes.all(|b| b.is_ascii_alphanumeric() || b"+-_/".contains(&b))
    };
    match zone.iana_name().filter(is_plain) {
        // "Factory" is the placeholder of a computer whose zone is not set.
        None | Some("Factory") => Err(CalendarError::UnnamedTimeZone),
        Some(name) if UTC_ALIASES.contains(&name) => Ok(UTC),
        Some(name) => Ok(name),
    }
}

/// The content lines of the component for the zone of `start`, valid from `start` to `end`.
pub(crate) fn component(tzid: &str, start: &Zoned, end: &Zoned) -> Vec<String> {
    let zone = start.time_zone();
    let observances = recurring(zone, start.year() - 1, end.year() + YEARS_AHEAD)
        .unwrap_or_else(|| enumerated(zone, start.timestamp(), end.timestamp()));
    let mut lines = vec!["BEGIN:VTIMEZONE".to_owned(), format!("TZID:{tzid}")];
    lines.extend(observances.iter().flat_map(Observance::lines));
    lines.push("END:VTIMEZONE".to_owned());
    lines
}

/// Both observances of a zone that has two transitions by a rule in each of these years.
fn recurring(zone: &TimeZone, first: i16, last: i16) -> Option<Vec<Observance>> {
    let transitions: Vec<Transition> = transition::from_year(zone, first)
        .take_while(|transition| transition.onset.year() <= last)
        .collect();
    let years = usize::try_from(last - first + 1).ok()?;
    if transitions.len() != 2 * years {
        return None;
    }
    let (earlier, later): (Vec<_>, Vec<_>) = transitions
        .chunks_exact(2)
        .map(|pair| (&pair[0], &pair[1]))
        .unzip();
    let observance = |transitions: &[&Transition]| {
        let example = *transitions.first()?;
        let is_yearly = transitions.iter().zip(first..).all(|(transition, year)| {
            transition.onset.year() == year && transition.differs_in_date_only(example)
        });
        if !is_yearly {
            return None;
        }
        let rule = YearlyRule::of(transitions.iter().map(|transition| transition.onset.date()))?;
        let kind = ObservanceKind::of(example.to, example.from);
        Observance::recurring(example, kind, rule)
    };
    Some(vec![observance(&earlier)?, observance(&later)?])
}

/// The transitions that surround the event, each with its observance, and the observance before them.
fn enumerated(zone: &TimeZone, start: Timestamp, end: Timestamp) -> Vec<Observance> {
    let earliest = start.saturating_sub(A_YEAR).unwrap_or(Timestamp::MIN);
    let latest = end.saturating_add(A_YEAR).unwrap_or(Timestamp::MAX);
    let near: Vec<Transition> = transition::after(zone, earliest)
        .take_while(|transition| transition.at <= latest)
        .collect();
    let before = near.iter().filter(|transition| transition.at <= start);
    let first = before.count().saturating_sub(1);
    let during = near.iter().filter(|transition| transition.at <= end);
    let last = near.len().min(during.count() + 1);
    let transitions = &near[first..last];
    let since = transitions.first().map_or(start, |first| {
        first.at.saturating_sub(A_SECOND).unwrap_or(start)
    });
    let initial = zone.to_offset_info(since);
    // The smallest offset is STANDARD: Outlook needs one.
    let smallest = transitions
        .iter()
        .fold(initial.offset(), |smallest, transition| {
            smallest.min(transition.to)
        });
    let mut observances = vec![Observance::permanent(
        &initial,
        ObservanceKind::of(initial.offset(), smallest),
    )];
    observances.extend(transitions.iter().map(|transition| {
        Observance::since(transition, ObservanceKind::of(transition.to, smallest))
    }));
    observances
}
