//! Progress reports to the caller.

use super::goals::Goal;
use super::incumbent::Incumbent;
use super::model::Model;
use super::progress::Progress;
use super::seating::Seating;
use crate::SearchControl;

/// Reports the value of a goal in the incumbent, and its bound.
pub(super) fn report(control: &dyn SearchControl, goal: Goal, value: i64, bound: i64) {
    control.on_progress(&crate::Progress::Assign(Progress { goal, value, bound }));
}

/// Reports a better plan, unless it misses fixed seats or people of open offers.
pub(super) fn report_plan(
    control: &dyn SearchControl,
    model: &Model,
    goals: &[Goal],
    incumbent: &Incumbent,
) {
    if !misses_required(goals, &incumbent.values) {
        control.on_better_assignment(&Seating::from_seats(model, &incumbent.seats));
    }
}

/// Whether a plan misses fixed seats or people of open offers.
pub(super) fn misses_required(goals: &[Goal], values: &[i64]) -> bool {
    goals.first() == Some(&Goal::MissingRequired) && values[0] > 0
}

/// The control of a search beside the main one: it ends, but reports nothing.
pub(super) struct Unreported<'a>(pub &'a dyn SearchControl);

impl SearchControl for Unreported<'_> {
    fn should_stop(&self) -> bool {
        self.0.should_stop()
    }
}
