//! Time slots.

use jiff::{SignedDuration, Timestamp, civil::DateTime, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::{
    EventId, SlotId,
    local::{self, Occurrence},
    string_enum::string_enum,
};

string_enum! {
    /// How people come to their seats in a slot.
    SlotWay {
        /// Everybody attends.
        Together = "together",
        /// Seats are given in the order of registration, until none is left.
        FirstCome = "first come",
        /// People rank their wishes, and a plan is made from them.
        Wishes = "wishes",
    }
}

/// A time in which workshops are offered in parallel. Slots of an event do not overlap. Its name is its time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeSlot {
    pub id: SlotId,
    pub event: EventId,
    /// Local time in the event's zone.
    pub starts: DateTime,
    /// Which of two instants the beginning is when the clocks go back. Without effect on any other local time.
    pub occurrence: Occurrence,
    pub minutes: u32,
    pub way: SlotWay,
    /// Counts the edits.
    pub revision: i64,
}

impl TimeSlot {
    /// The most slots of an event.
    pub const MOST: usize = 50;

    /// The instant at which it begins.
    pub fn starts_at(&self, zone: &TimeZone) -> Timestamp {
        local::instant(self.starts, zone, Some(self.occurrence))
            .unwrap_or_else(|_| local::assumed_instant(self.starts, zone))
    }

    /// The instant at which it ends.
    pub fn ends_at(&self, zone: &TimeZone) -> Timestamp {
        let starts = self.starts_at(zone);
        let length = SignedDuration::from_mins(self.minutes.into());
        starts.checked_add(length).unwrap_or(starts)
    }

    /// The local time at which it ends.
    pub fn ends(&self, zone: &TimeZone) -> DateTime {
        zone.to_datetime(self.ends_at(zone))
    }

    /// Whether both take place at some instant.
    pub fn overlaps(&self, other: &Self, zone: &TimeZone) -> bool {
        self.starts_at(zone) < other.ends_at(zone) && other.starts_at(zone) < self.ends_at(zone)
    }
}
