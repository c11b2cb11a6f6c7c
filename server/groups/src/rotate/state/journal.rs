//! A journal of seat changes since a copy.
//!
//! A search may improve a thousand times a millisecond. Replaying the journal is cheaper than copying all
//! seats.

#![expect(
    clippy::cast_possible_truncation,
    reason = "seats are bounded far below u32::MAX by the problem"
)]

use super::super::plan::Seating;
use super::super::problem::Index;

/// Seat changes since the copy, in order.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    /// Seat (`round × people + person`) and table.
    entries: Vec<(u32, u16)>,
    /// Beyond so many entries a new copy is cheaper.
    capacity: usize,
    /// Whether entries are missing.
    is_incomplete: bool,
}

impl Journal {
    /// A journal without a copy.
    pub const fn incomplete() -> Self {
        Self {
            entries: Vec::new(),
            capacity: 0,
            is_incomplete: true,
        }
    }

    /// Begins at a copy of so many seats.
    pub fn begin(&mut self, seats: usize) {
        self.entries.clear();
        self.capacity = seats;
        self.is_incomplete = false;
    }

    #[inline]
    pub fn record(&mut self, seat: Index, table: u16) {
        if self.entries.len() < self.capacity {
            self.entries.push((seat as u32, table));
        } else {
            self.is_incomplete = true;
        }
    }

    /// Number of entries up to now. `None` if some are missing.
    pub const fn mark(&self) -> Option<usize> {
        if self.is_incomplete {
            None
        } else {
            Some(self.entries.len())
        }
    }

    /// Replays the entries up to the mark on the copy, and drops them.
    pub fn replay_to(&mut self, copy: &mut Seating, mark: usize) {
        let people = copy.rounds.first().map_or(1, Vec::len).max(1);
        for (seat, table) in self.entries.drain(..mark) {
            let seat = seat as usize;
            copy.rounds[seat / people][seat % people] = table;
        }
    }
}
