//! Local dates and times, and the instants they mean.
//!
//! When the clocks go forward, they skip an hour of local time; when they go back, they repeat one.
//! Where a person types a time, nothing is guessed: a skipped time is a fault, a repeated one needs an
//! [`Occurrence`]. Times that are computed follow RFC 5545 ([`assumed_instant`]).

use jiff::{
    SignedDuration, Timestamp, Zoned,
    civil::{Date, DateTime, Time},
    tz::{AmbiguousOffset, TimeZone},
};

use crate::{Fault, string_enum::string_enum};

/// A local time in a zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LocalTime {
    /// The time is one instant.
    Unique(Zoned),
    /// The clocks skip the time. The last minute before the gap and the first after it.
    Skipped { before: Zoned, after: Zoned },
    /// The clocks go back and show the time twice.
    Repeated { first: Zoned, second: Zoned },
}

string_enum! {
    /// Which of the two instants of a repeated local time is meant.
    Occurrence {
        First = "first",
        Second = "second",
    }
}

/// A date as a form sends it: `2023-09-19`.
pub fn parse_date(text: &str) -> Result<Date, Fault> {
    match text.trim() {
        "" => Err(Fault::Missing),
        text => text
            .parse::<Date>()
            .ok()
            // Four-digit years: what date inputs, calendars and people can read back.
            .filter(|date| (1970..=9000).contains(&date.year()))
            .ok_or(Fault::NoDate),
    }
}

/// A time of day as a form sends it: `09:30` or `9:30`. Seconds are dropped.
pub fn parse_time(text: &str) -> Result<Time, Fault> {
    match text.trim() {
        "" => Err(Fault::Missing),
        text => {
            let padded = if text.find(':') == Some(1) {
                format!("0{text}")
            } else {
                text.to_owned()
            };
            padded
                .parse::<Time>()
                .ok()
                .and_then(|time| Time::new(time.hour(), time.minute(), 0, 0).ok())
                .ok_or(Fault::NoTime)
        }
    }
}

/// The meaning of a local time in a zone. [`Fault::NoDate`] outside the years that instants have.
pub fn resolve(local: DateTime, zone: &TimeZone) -> Result<LocalTime, Fault> {
    let ambiguous = zone.to_ambiguous_zoned(local);
    let offset = ambiguous.offset();
    Ok(match offset {
        AmbiguousOffset::Unambiguous { .. } => {
            LocalTime::Unique(ambiguous.compatible().map_err(|_| Fault::NoDate)?)
        }
        AmbiguousOffset::Gap { before, after } => {
            // The transition itself: the local time read with the offset that ends there.
            let transition = zone
                .following(
                    before
                        .to_timestamp(local)
                        .map_err(|_| Fault::NoDate)?
                        .min(after.to_timestamp(local).map_err(|_| Fault::NoDate)?)
                        - SignedDuration::from_hours(1),
                )
                .next()
                .map(|transition| transition.timestamp())
                .ok_or(Fault::NoDate)?;
            LocalTime::Skipped {
                before: (transition - SignedDuration::from_mins(1)).to_zoned(zone.clone()),
                after: transition.to_zoned(zone.clone()),
            }
        }
        AmbiguousOffset::Fold { .. } => LocalTime::Repeated {
            first: zone
                .to_ambiguous_zoned(local)
                .earlier()
                .map_err(|_| Fault::NoDate)?,
            second: ambiguous.later().map_err(|_| Fault::NoDate)?,
        },
    })
}

/// The instant of a local time. The fault of a skipped time names its neighbours; the fault of a
/// repeated time without an occurrence names both.
pub fn instant(
    local: DateTime,
    zone: &TimeZone,
    occurrence: Option<Occurrence>,
) -> Result<Timestamp, Fault> {
    match (resolve(local, zone)?, occurrence) {
        (LocalTime::Unique(meant), _)
        | (LocalTime::Repeated { first: meant, .. }, Some(Occurrence::First))
        | (LocalTime::Repeated { second: meant, .. }, Some(Occurrence::Second)) => {
            Ok(meant.timestamp())
        }
        (LocalTime::Skipped { before, after }, _) => Err(Fault::SkippedTime {
            before: before.strftime("%H:%M").to_string(),
            after: after.strftime("%H:%M").to_string(),
        }),
        (LocalTime::Repeated { first, second }, None) => Err(Fault::TwiceTime {
            first: first.strftime("%H:%M %Z").to_string(),
            second: second.strftime("%H:%M %Z").to_string(),
        }),
    }
}

/// The instant of a local time where nobody is asked, as calendars read it (RFC 5545 §3.3.5): a skipped time is
/// as long after the gap as it stands in it, a repeated one is the first.
pub fn assumed_instant(local: DateTime, zone: &TimeZone) -> Timestamp {
    zone.to_ambiguous_timestamp(local)
        .compatible()
        .unwrap_or(Timestamp::MAX)
}

/// The local time itself, or the one that exists in its place if the clocks skip it.
pub fn existing(local: DateTime, zone: &TimeZone) -> DateTime {
    zone.to_datetime(assumed_instant(local, zone))
}

/// The local time when this much time has passed since another one.
pub fn after(local: DateTime, passed: SignedDuration, zone: &TimeZone) -> DateTime {
    let begins = assumed_instant(local, zone);
    zone.to_datetime(begins.checked_add(passed).unwrap_or(begins))
}

/// The time that passes from one local time to another.
pub fn between(from: DateTime, to: DateTime, zone: &TimeZone) -> SignedDuration {
    assumed_instant(from, zone).duration_until(assumed_instant(to, zone))
}

/// Refuses a local time that the clocks skip. A repeated time is no fault.
pub fn refuse_skipped(local: DateTime, zone: &TimeZone) -> Result<(), Fault> {
    instant(local, zone, Some(Occurrence::First)).map(drop)
}

#[cfg(test)]
mod tests {
    use jiff::{
        civil::{datetime, time},
        tz::TimeZone,
    };

    use jiff::SignedDuration;
    use proptest::prelude::*;

    use super::{
        LocalTime, Occurrence, after, between, existing, instant, parse_time, refuse_skipped,
        resolve,
    };
    use crate::Fault;

    const ZONES: [&str; 4] = [
        "Europe/Berlin",
        "America/New_York",
        "Pacific/Apia",
        "Africa/Casablanca",
    ];

    proptest! {
        #[test]
        fn a_computed_time_exists_and_is_as_far_away_as_was_asked(
            zone_index in 0..ZONES.len(),
            // From 2009 to 2026, with the day that Samoa skipped.
            minute in 0..9_000_000_i64,
            passed in 0..4_000_i64,
        ) {
            let zone = zone(ZONES[zone_index]);
            let start = datetime(2009, 1, 1, 0, 0, 0, 0) + SignedDuration::from_mins(minute);
            let passed = SignedDuration::from_mins(passed);
            let end = after(start, passed, &zone);
            prop_assert!(refuse_skipped(end, &zone).is_ok());
            prop_assert!(refuse_skipped(existing(start, &zone), &zone).is_ok());
            // The second of two equal times reads as the first.
            if matches!(resolve(end, &zone), Ok(LocalTime::Unique(_))) {
                prop_assert_eq!(between(start, end, &zone), passed);
            }
        }
    }

    #[test]
    fn a_skipped_time_is_moved_behind_the_gap() {
        let berlin = zone("Europe/Berlin");
        let skipped = datetime(2024, 3, 31, 2, 30, 0, 0);
        assert_eq!(
            existing(skipped, &berlin),
            datetime(2024, 3, 31, 3, 30, 0, 0)
        );
        let before = datetime(2024, 3, 31, 1, 30, 0, 0);
        let hour = SignedDuration::from_hours(1);
        assert_eq!(
            after(before, hour, &berlin),
            datetime(2024, 3, 31, 3, 30, 0, 0)
        );
    }

    fn zone(name: &str) -> TimeZone {
        TimeZone::get(name).unwrap()
    }

    #[test]
    fn a_time_the_clocks_skip_is_refused_with_its_neighbours() {
        let berlin = zone("Europe/Berlin");
        assert_eq!(
            instant(datetime(2024, 3, 31, 2, 30, 0, 0), &berlin, None),
            Err(Fault::SkippedTime {
                before: "01:59".into(),
                after: "03:00".into()
            })
        );
    }

    #[test]
    fn half_hour_changes_and_a_skipped_day_have_neighbours_too() {
        let lord_howe = zone("Australia/Lord_Howe");
        assert_eq!(
            instant(datetime(2024, 10, 6, 2, 15, 0, 0), &lord_howe, None),
            Err(Fault::SkippedTime {
                before: "01:59".into(),
                after: "02:30".into()
            })
        );
        let apia = zone("Pacific/Apia");
        let Ok(LocalTime::Skipped { before, after }) =
            resolve(datetime(2011, 12, 30, 12, 0, 0, 0), &apia)
        else {
            panic!("Samoa had no 30 December 2011");
        };
        assert_eq!((before.day(), after.day()), (29, 31));
    }

    #[test]
    fn a_time_that_exists_twice_is_asked_about() {
        let berlin = zone("Europe/Berlin");
        let local = datetime(2024, 10, 27, 2, 30, 0, 0);
        assert_eq!(
            instant(local, &berlin, None),
            Err(Fault::TwiceTime {
                first: "02:30 CEST".into(),
                second: "02:30 CET".into()
            })
        );
        let first = instant(local, &berlin, Some(Occurrence::First)).unwrap();
        let second = instant(local, &berlin, Some(Occurrence::Second)).unwrap();
        assert_eq!(first + jiff::SignedDuration::from_hours(1), second);
    }

    #[test]
    fn a_time_without_a_leading_zero_is_understood() {
        assert_eq!(parse_time("9:30"), Ok(time(9, 30, 0, 0)));
        assert_eq!(parse_time("25:00"), Err(Fault::NoTime));
    }
}
