//! The consent to be kept, in a table of contacts.

use jiff::{
    civil::{Date, DateTime, Time},
    tz::TimeZone,
};
use model::{Fault, Faults, local};

use super::{super::ConsentToKeep, KnownContacts};

/// The consent that a line says. A line that names no version is about the present privacy text.
pub(super) fn parse(
    at: &str,
    version: &str,
    known: &KnownContacts,
) -> Result<ConsentToKeep, Faults> {
    if at.is_empty() {
        return Ok(ConsentToKeep::Missing);
    }
    let mut faults = Faults::none();
    let at = faults.keep("consent", date_time(at));
    let version = match version {
        "" => Ok(known.privacy_version),
        // No version above the present one can be agreed to, but another network counts its own.
        version => {
            let version = version.parse().ok().filter(|version| *version > 0);
            version.ok_or(Fault::NoVersion)
        }
    };
    let version = faults.keep("consent_version", version);
    let zone = known.time_zone.as_ref().map(|zone| zone.rules().clone());
    let zone = zone.unwrap_or(TimeZone::UTC);
    faults.or(at
        .zip(version)
        .map(|(at, version)| ConsentToKeep::GivenBefore {
            version,
            at: local::assumed_instant(at, &zone),
        }))
}

/// A date, with or without a time of day: `2026-05-03 14:30`, `3.5.2026`.
fn date_time(text: &str) -> Result<DateTime, Fault> {
    let (date, time) = text.split_once([' ', 'T']).unwrap_or((text, ""));
    let date = Date::strptime("%d.%m.%Y", date).or_else(|_| local::parse_date(date))?;
    let time = match time.trim() {
        "" => Time::midnight(),
        time => local::parse_time(time)?,
    };
    Ok(date.to_datetime(time))
}
