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
    taken: Vec<(u32, u16)>,
    /// Beyond so many a new copy is cheaper.
    most: usize,
    /// Some are missing.
    is_torn: bool,
}

impl Journal {
    /// A journal that follows no copy yet.
    pub const fn torn() -> Self {
        Self {
            taken: Vec::new(),
            most: 0,
            is_torn: true,
        }
    }

    /// Begins anew, from a copy of so many seats made now.
    pub fn begin(&mut self, seats: usize) {
        self.taken.clear();
        self.most = seats;
        self.is_torn = false;
    }

    #[inline]
    pub fn note(&mut self, seat: Index, table: u16) {
        if self.taken.len() < self.most {
            self.taken.push((seat as u32, table));
        } else {
            self.is_torn = true;
        }
    }

    /// So many seats were taken up to now; `None` where not all were noted.
    pub const fn mark(&self) -> Option<usize> {
        if self.is_torn {
            None
        } else {
            Some(self.taken.len())
        }
    }

    /// Brings the copy up to the mark, which becomes the new beginning.
    pub fn catch_up(&mut self, copy: &mut Seating, mark: usize) {
        let people = copy.rounds.first().map_or(1, Vec::len).max(1);
        for (seat, table) in self.taken.drain(..mark) {
            let seat = seat as usize;
            copy.rounds[seat / people][seat % people] = table;
        }
    }
}
