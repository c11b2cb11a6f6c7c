//! Progress reports to the caller.

use super::goals::Goal;
use super::progress::Progress;
use crate::SearchControl;

/// Reports the value of a goal in the incumbent, and its bound.
pub(super) fn report(control: &dyn SearchControl, goal: Goal, value: i64, bound: i64) {
    control.on_progress(&crate::Progress::Assign(Progress { goal, value, bound }));
}
