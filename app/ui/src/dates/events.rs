//! The times of events and registrations.

use jiff::{Timestamp, tz::TimeZone};
use model::{EventDetails, EventTime, IanaTimeZone};

use super::Dates;
use crate::text::t;

impl Dates {
    /// Beginning and end of an event, with its time zone if it differs from the network's (`home`).
    pub fn event(self, details: &EventDetails, home: &IanaTimeZone) -> String {
        let zone = &details.time_zone;
        let starts = zone.clock(details.starts.at);
        let ends = zone.clock(details.ends.at);
        self.span(&starts, &ends, home)
    }

    /// The same for visitors, who may be anywhere: whoever can take part online is told the zone, too.
    pub fn event_for_visitors(self, details: &EventDetails, home: &IanaTimeZone) -> String {
        let (zone, online) = (&details.time_zone, details.place.online_link.is_some());
        let named = online && zone == home;
        let times = self.event(details, home);
        if named {
            format!("{times} ({})", model::dates::local_time_of(zone, self.0))
        } else {
            times
        }
    }

    /// *Di., 12. September 2023, 18:00 Uhr*.
    pub fn when(self, when: &EventTime) -> String {
        self.moment(when.local)
    }

    /// *bis Di., 12. September 2023, 18:00 Uhr*.
    pub fn until(self, when: &EventTime) -> String {
        t!(self.0 => "date-until", when = self.when(when))
    }

    /// *ab Di., 12. September 2023, 18:00 Uhr*.
    pub fn from(self, when: &EventTime) -> String {
        t!(self.0 => "date-from", when = self.when(when))
    }

    /// An instant in the local time of a zone, short: *21.8., 9:14*.
    pub fn stamp(self, at: Timestamp, zone: &TimeZone) -> String {
        self.brief(&at.to_zoned(zone.clone()))
    }
}
