//! What has changed since a seating was copied, so that a search which improves a thousand times a millisecond need not copy
//! all seats each time.

#![expect(
    clippy::cast_possible_truncation,
    reason = "seats are bounded far below u32::MAX by the problem"
)]

use super::super::plan::Seating;
use super::super::problem::Index;

/// Seats taken since a copy was made, in order.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    /// Seat (`round × people + person`) and table.
    entries: Vec<(u32, u16)>,
    /// Beyond so many a new copy is cheaper.
    capacity: usize,
    /// Some are missing.
    is_incomplete: bool,
}

impl Journal {
    /// A journal that follows no copy yet.
    pub const fn incomplete() -> Self {
        Self {
            entries: Vec::new(),
            capacity: 0,
            is_incomplete: true,
        }
    }

    /// Begins anew, from a copy of so many seats made now.
    pub fn begin(&mut self, seats: usize) {
        self.entries.clear();
        self.capacity = seats;
        self.is_incomplete = false;
    }

    #[inline]
    pub fn note(&mut self, seat: Index, table: u16) {
        if self.entries.len() < self.capacity {
            self.entries.push((seat as u32, table));
        } else {
            self.is_incomplete = true;
        }
    }

    /// So many seats were taken up to now; `None` where not all were noted.
    pub const fn mark(&self) -> Option<usize> {
        if self.is_incomplete {
            None
        } else {
            Some(self.entries.len())
        }
    }

    /// Brings the copy up to the mark, which becomes the new beginning.
    pub fn replay_to(&mut self, copy: &mut Seating, mark: usize) {
        let people = copy.rounds.first().map_or(1, Vec::len).max(1);
        for (seat, table) in self.entries.drain(..mark) {
            let seat = seat as usize;
            copy.rounds[seat / people][seat % people] = table;
        }
    }
}
