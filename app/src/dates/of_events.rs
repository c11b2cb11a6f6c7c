//! The times of events and registrations, as the model keeps them.

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use model::{EventDetails, When, local};

use super::Dates;
use crate::text::t;

impl Dates {
    /// When an event takes place. Its zone is named where it is not the network's.
    pub fn event(self, details: &EventDetails, home: &str) -> String {
        // A stored zone is known; without it, UTC says at least when.
        let zone = local::zone(details.time_zone.as_str()).unwrap_or(TimeZone::UTC);
        let starts = local::stored(details.starts.at, &zone);
        let ends = local::stored(details.ends.at, &zone);
        self.span(&starts, &ends, home)
    }

    /// *Di., 12. September 2023, 18:00 Uhr*.
    pub fn when(self, when: &When) -> String {
        self.moment(civil(when))
    }

    /// *bis Di., 12. September 2023, 18:00 Uhr*.
    pub fn until(self, when: &When) -> String {
        t!(self.0 => "date-until", when = self.when(when))
    }

    /// *ab Di., 12. September 2023, 18:00 Uhr*.
    pub fn from(self, when: &When) -> String {
        t!(self.0 => "date-from", when = self.when(when))
    }

    /// An instant in a column of a table, by the clocks of a zone: *21.8., 9:14*.
    pub fn stamp(self, at: Timestamp, zone: &TimeZone) -> String {
        self.brief(&at.to_zoned(zone.clone()))
    }
}

/// The local time; for one that cannot be read, which the store would have refused, its instant.
pub fn civil(when: &When) -> DateTime {
    local::parse(&when.local).unwrap_or_else(|| local::stored(when.at, &TimeZone::UTC).datetime())
}
