//! Time zones.

use std::fmt;

use jiff::{Timestamp, Zoned, tz::TimeZone};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::Fault;

/// A time zone of the IANA database.
#[derive(Debug, Clone)]
pub struct IanaTimeZone(TimeZone);

impl IanaTimeZone {
    /// The zone of a name such as `Europe/Berlin`.
    pub fn parse(name: &str) -> Result<Self, Fault> {
        let name = name.trim();
        if name.is_empty() {
            return Err(Fault::Missing);
        }
        TimeZone::get(name)
            .ok()
            .map(Self)
            // jiff also knows POSIX rules, and a zone for "unknown".
            .filter(|zone| !["", "Etc/Unknown"].contains(&zone.as_str()))
            .ok_or(Fault::NoTimeZone)
    }

    /// The name, spelt as the database spells it.
    pub fn as_str(&self) -> &str {
        self.0.iana_name().unwrap_or_default()
    }

    /// The rules of the zone.
    pub const fn rules(&self) -> &TimeZone {
        &self.0
    }

    /// An instant by the clocks of the zone.
    pub fn clock(&self, at: Timestamp) -> Zoned {
        at.to_zoned(self.0.clone())
    }
}

impl PartialEq for IanaTimeZone {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for IanaTimeZone {}

impl fmt::Display for IanaTimeZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for IanaTimeZone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for IanaTimeZone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::parse(&name).map_err(|fault| D::Error::custom(format!("{fault:?}")))
    }
}

#[cfg(test)]
mod tests {
    use super::IanaTimeZone;

    #[test]
    fn zones_are_iana_names_only() {
        for name in [
            "",
            "Mars/Olympus",
            "UTC+1",
            "CET-1CEST,M3.5.0,M10.5.0/3",
            "Etc/Unknown",
        ] {
            assert!(IanaTimeZone::parse(name).is_err(), "{name:?}");
        }
        assert!(IanaTimeZone::parse("America/Argentina/Buenos_Aires").is_ok());
    }

    #[test]
    fn a_name_is_spelt_as_in_the_database() {
        let typed = IanaTimeZone::parse(" europe/berlin ").unwrap();
        assert_eq!(typed.as_str(), "Europe/Berlin");
        assert_eq!(Ok(typed), IanaTimeZone::parse("Europe/Berlin"));
    }
}
