//! What is held while the next goal is pursued: values of goals, and offers that take place.

use super::super::standing::Goal;
use super::rows::RowKind;
use super::{Master, float};

impl Master<'_> {
    /// Holds a goal at a value from now on.
    pub fn hold(&mut self, goal: Goal, value: i64) {
        self.set_row(RowKind::Goal(goal), value);
        self.lp.restart(&self.start);
    }

    /// Holds goals no longer: a bound on one of them must not be paid for by those after it.
    pub fn release(&mut self, goals: &[Goal]) {
        // More than any goal counts, pairs of thousands of colleagues included.
        const ANYTHING: i64 = 1_000_000_000_000;
        let held = |kind| matches!(kind, RowKind::Goal(goal) if goals.contains(&goal));
        let rows: Vec<usize> = (0..self.rows.len())
            .filter(|&row| held(self.rows[row].0) && self.rows[row].1 != ANYTHING)
            .collect();
        if rows.is_empty() {
            return;
        }
        for row in rows {
            self.change_limit(row, ANYTHING);
        }
        self.lp.restart(&self.start);
    }

    /// Asks for the minimum of an offer, or no longer asks for it.
    pub fn demand_minimum(&mut self, offer: usize, demanded: bool) {
        self.set_minimum(offer, demanded);
        self.lp.restart(&self.start);
    }

    fn set_minimum(&mut self, offer: usize, demanded: bool) {
        // A row that is always slack by one is out of the way.
        let limit = if demanded {
            -i64::from(self.model.offers[offer].min)
        } else {
            1
        };
        self.set_row(RowKind::Minimum(offer), limit);
    }

    /// Offers with a fixed seat take place: asked where all of these are to be held.
    pub fn hold_open(&mut self) {
        for (offer, limits) in self.model.offers.iter().enumerate() {
            if limits.held && limits.min > 1 {
                self.set_minimum(offer, true);
            }
        }
        self.lp.restart(&self.start);
    }

    /// The row gets this limit; it is added where there is none yet. To be followed by a restart.
    fn set_row(&mut self, kind: RowKind, limit: i64) {
        let known = self.rows.iter().position(|&(known, _)| known == kind);
        match known {
            Some(row) => self.change_limit(row, limit),
            None => {
                self.add_row(kind, limit);
            }
        }
    }

    fn change_limit(&mut self, row: usize, limit: i64) {
        self.rows[row].1 = limit;
        self.lp.set_limit(row, float(limit));
    }
}
