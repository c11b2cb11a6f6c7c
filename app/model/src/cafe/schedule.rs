//! The times of a café's rounds.

use jiff::{SignedDuration, Timestamp};

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

    /// The end of the last round.
    pub fn ends(&self) -> Option<Timestamp> {
        self.rounds.last().map(|round| round.ends)
    }
}
