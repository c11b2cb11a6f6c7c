//! Side constraints: values of goals that are fixed, and offers that must take place.

use super::super::convert::float;
use super::super::goals::Goal;
use super::super::model::Offer;
use super::MasterProblem;
use super::rows::RowKind;

impl MasterProblem<'_> {
    /// Fixes a goal at a value.
    pub fn fix_goal(&mut self, goal: Goal, value: i64) {
        self.set_row(RowKind::Goal(goal), value);
        self.lp.restart(&self.start_columns);
    }

    /// Releases fixed goals. A bound on one of them must not depend on the goals behind it.
    pub fn release_goals(&mut self, goals: &[Goal]) {
        // Exceeds every value of a goal, also the pairs of thousands of colleagues.
        const UNBOUNDED: i64 = 1_000_000_000_000;
        let fixed_goal = |kind| matches!(kind, RowKind::Goal(goal) if goals.contains(&goal));
        let rows: Vec<usize> = (0..self.rows.len())
            .filter(|&row| fixed_goal(self.rows[row].0) && self.rows[row].1 != UNBOUNDED)
            .collect();
        if rows.is_empty() {
            return;
        }
        for row in rows {
            self.set_row_limit(row, UNBOUNDED);
        }
        self.lp.restart(&self.start_columns);
    }

    /// Requires the minimum of an offer, or no longer requires it.
    pub fn require_minimum(&mut self, offer: usize, is_required: bool) {
        self.set_minimum(offer, is_required);
        self.lp.restart(&self.start_columns);
    }

    fn set_minimum(&mut self, offer: usize, is_required: bool) {
        // Every plan satisfies the row strictly, so it has no effect.
        let limit = if is_required {
            -i64::from(self.model.offers[offer].min)
        } else {
            1
        };
        self.set_row(RowKind::Minimum(offer), limit);
    }

    /// Requires every offer with a fixed seat to reach its minimum.
    pub fn require_held_offers(&mut self) {
        self.require_minimums(|limits| limits.is_held_open && limits.min > 1);
    }

    /// Requires every offer that must take place to reach its minimum.
    pub fn require_open_offers(&mut self) {
        self.require_minimums(|limits| limits.is_required);
    }

    fn require_minimums(&mut self, is_meant: impl Fn(&Offer) -> bool) {
        let model = self.model;
        let offers = model.offers.iter().enumerate();
        for (offer, _) in offers.filter(|(_, limits)| is_meant(limits)) {
            self.set_minimum(offer, true);
        }
        self.lp.restart(&self.start_columns);
    }

    /// Sets the limit of a row, which is added if it is new. A restart must follow.
    fn set_row(&mut self, kind: RowKind, limit: i64) {
        let known = self.rows.iter().position(|&(known, _)| known == kind);
        match known {
            Some(row) => self.set_row_limit(row, limit),
            None => self.add_row(kind, limit),
        }
    }

    fn set_row_limit(&mut self, row: usize, limit: i64) {
        self.rows[row].1 = limit;
        self.lp.set_limit(row, float(limit));
    }
}
