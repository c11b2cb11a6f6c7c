//! The times of a café's rounds.

use std::ops::Range;

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use super::CafeRounds;

/// A round with its times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScheduledRound {
    /// Counted from 1.
    pub number: u32,
    pub begins: Timestamp,
    /// The change of tables begins.
    pub ends: Timestamp,
}

/// How long after its planned end a café may still go on.
const AFTER: SignedDuration = SignedDuration::from_hours(12);

/// The rounds of a café, as they are planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CafeSchedule {
    pub rounds: Vec<ScheduledRound>,
}

impl CafeSchedule {
    /// The times of rounds whose first one begins at an instant.
    pub fn new(begins: Timestamp, rounds: CafeRounds) -> Self {
        let talk = SignedDuration::from_mins(rounds.minutes.into());
        let change = SignedDuration::from_mins(rounds.change_minutes.into());
        let mut begins = begins;
        let rounds = (1..=rounds.count)
            .map(|number| {
                let round = ScheduledRound {
                    number,
                    begins,
                    ends: begins.saturating_add(talk).unwrap_or(begins),
                };
                begins = round.ends.saturating_add(change).unwrap_or(round.ends);
                round
            })
            .collect();
        Self { rounds }
    }

    /// The day of the café: from the midnight before its first round until twelve hours after its last one. Without rounds
    /// there is none.
    pub fn day(&self, zone: &TimeZone) -> Range<Timestamp> {
        let (Some(first), Some(ends)) = (self.rounds.first(), self.ends()) else {
            return Timestamp::MIN..Timestamp::MIN;
        };
        let midnight = first.begins.to_zoned(zone.clone()).start_of_day();
        let begins = midnight.map_or(first.begins, |midnight| midnight.timestamp());
        begins..later(ends, AFTER)
    }

    /// The end of the last round.
    pub fn ends(&self) -> Option<Timestamp> {
        self.rounds.last().map(|round| round.ends)
    }
}

pub(super) fn later(at: Timestamp, duration: SignedDuration) -> Timestamp {
    at.saturating_add(duration).unwrap_or(at)
}
