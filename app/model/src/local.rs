//! Local dates and times, and the instants they mean.
//!
//! When the clocks are put forward, an hour of local time does not exist; when they are put back,
//! one exists twice. Nothing here guesses: the caller refuses the first and asks about the second.

use jiff::{
    Timestamp, Zoned,
    civil::{Date, DateTime, Time},
    tz::{AmbiguousOffset, TimeZone},
};

use crate::Fault;

/// What a local time means in a zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moment {
    /// One instant.
    One(Zoned),
    /// None: the clocks skip it. The last minute before the gap and the first after it.
    Skipped { before: Zoned, after: Zoned },
    /// Two: the clocks are put back.
    Twice { first: Zoned, second: Zoned },
}

/// Which of two instants is meant by a local time that exists twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    First,
    Second,
}

/// The zone of an IANA name.
pub fn zone(name: &str) -> Result<TimeZone, Fault> {
    // jiff knows more than the database's names (`local`, POSIX rules); the product does not.
    if name.trim().is_empty() {
        return Err(Fault::Missing);
    }
    match TimeZone::get(name.trim()) {
        Ok(zone) if zone.iana_name().is_some_and(|known| known != "Etc/Unknown") => Ok(zone),
        _ => Err(Fault::NoTimeZone),
    }
}

/// A date and a time of day as a form sends them (`2023-09-19`, `09:30`). The field names say where
/// a fault belongs.
pub fn date_and_time(date: &str, time: &str) -> Result<DateTime, (Part, Fault)> {
    let date = self::date(date).map_err(|fault| (Part::Date, fault))?;
    let time = self::time(time).map_err(|fault| (Part::Time, fault))?;
    Ok(date.to_datetime(time))
}

/// Which part of a date and time a fault is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Date,
    Time,
}

/// A date as a form sends it.
pub fn date(text: &str) -> Result<Date, Fault> {
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

/// A time of day as a form sends it: hours and minutes, seconds dropped.
pub fn time(text: &str) -> Result<Time, Fault> {
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

/// What a local time means in a zone.
pub fn resolve(local: DateTime, zone: &TimeZone) -> Result<Moment, Fault> {
    let ambiguous = zone.to_ambiguous_zoned(local);
    let offset = ambiguous.offset();
    Ok(match offset {
        AmbiguousOffset::Unambiguous { .. } => {
            Moment::One(ambiguous.compatible().map_err(|_| Fault::NoDate)?)
        }
        AmbiguousOffset::Gap { before, after } => {
            // The transition itself: the local time read with the offset that ends there.
            let transition = zone
                .following(
                    before
                        .to_timestamp(local)
                        .map_err(|_| Fault::NoDate)?
                        .min(after.to_timestamp(local).map_err(|_| Fault::NoDate)?)
                        - jiff::SignedDuration::from_hours(1),
                )
                .next()
                .map(|transition| transition.timestamp())
                .ok_or(Fault::NoDate)?;
            Moment::Skipped {
                before: (transition - jiff::SignedDuration::from_mins(1)).to_zoned(zone.clone()),
                after: transition.to_zoned(zone.clone()),
            }
        }
        AmbiguousOffset::Fold { .. } => Moment::Twice {
            first: zone
                .to_ambiguous_zoned(local)
                .earlier()
                .map_err(|_| Fault::NoDate)?,
            second: ambiguous.later().map_err(|_| Fault::NoDate)?,
        },
    })
}

/// The one instant that is meant; a fault that names the neighbours where there is none, or the two
/// where it was not said which.
pub fn instant(local: DateTime, zone: &TimeZone, which: Option<Which>) -> Result<Zoned, Fault> {
    match (resolve(local, zone)?, which) {
        (Moment::One(moment), _)
        | (Moment::Twice { first: moment, .. }, Some(Which::First))
        | (Moment::Twice { second: moment, .. }, Some(Which::Second)) => Ok(moment),
        (Moment::Skipped { before, after }, _) => Err(Fault::SkippedTime {
            before: before.strftime("%H:%M").to_string(),
            after: after.strftime("%H:%M").to_string(),
        }),
        (Moment::Twice { first, second }, None) => Err(Fault::TwiceTime {
            first: first.strftime("%H:%M %Z").to_string(),
            second: second.strftime("%H:%M %Z").to_string(),
        }),
    }
}

/// The instant of a time that was stored: UTC microseconds, in the zone's clock.
pub fn stored(at: i64, zone: &TimeZone) -> Zoned {
    Timestamp::from_microsecond(at)
        .unwrap_or(Timestamp::UNIX_EPOCH)
        .to_zoned(zone.clone())
}

/// A local time as the model keeps it: `2023-09-19T09:30`.
pub fn text(local: DateTime) -> String {
    local.strftime("%Y-%m-%dT%H:%M").to_string()
}

/// A local time that the model keeps.
pub fn parse(text: &str) -> Option<DateTime> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;

    use super::{Moment, Which, instant, resolve, time, zone};
    use crate::Fault;

    #[test]
    fn a_time_the_clocks_skip_is_refused_with_its_neighbours() {
        let berlin = zone("Europe/Berlin").unwrap();
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
        let lord_howe = zone("Australia/Lord_Howe").unwrap();
        assert_eq!(
            instant(datetime(2024, 10, 6, 2, 15, 0, 0), &lord_howe, None),
            Err(Fault::SkippedTime {
                before: "01:59".into(),
                after: "02:30".into()
            })
        );
        let apia = zone("Pacific/Apia").unwrap();
        let Ok(Moment::Skipped { before, after }) =
            resolve(datetime(2011, 12, 30, 12, 0, 0, 0), &apia)
        else {
            panic!("Samoa had no 30 December 2011");
        };
        assert_eq!((before.day(), after.day()), (29, 31));
    }

    #[test]
    fn a_time_that_exists_twice_is_asked_about() {
        let berlin = zone("Europe/Berlin").unwrap();
        let local = datetime(2024, 10, 27, 2, 30, 0, 0);
        assert_eq!(
            instant(local, &berlin, None),
            Err(Fault::TwiceTime {
                first: "02:30 CEST".into(),
                second: "02:30 CET".into()
            })
        );
        let first = instant(local, &berlin, Some(Which::First)).unwrap();
        let second = instant(local, &berlin, Some(Which::Second)).unwrap();
        assert_eq!(
            first.timestamp() + jiff::SignedDuration::from_hours(1),
            second.timestamp()
        );
    }

    #[test]
    fn zones_are_iana_names_only() {
        for name in [
            "",
            "Mars/Olympus",
            "UTC+1",
            "CET-1CEST,M3.5.0,M10.5.0/3",
            "Etc/Unknown",
        ] {
            assert!(zone(name).is_err(), "{name:?}");
        }
        assert!(zone("America/Argentina/Buenos_Aires").is_ok());
    }

    #[test]
    fn a_time_without_a_leading_zero_is_understood() {
        assert_eq!(time("9:30").map(|t| (t.hour(), t.minute())), Ok((9, 30)));
        assert_eq!(time("25:00"), Err(Fault::NoTime));
    }
}
