//! How far a plan keeps to the one before.

use super::model::{Model, Seats};
use super::standing::Goal;

/// Seats of the previous plan that this one does not keep: the person, still there and still attending
/// that slot, sits elsewhere in it or nowhere. A seat that the previous plan did not have is no change,
/// so somebody who comes late changes nothing by being seated.
pub(super) fn changed(model: &Model, seats: &Seats) -> i64 {
    Goal::Changed.value(model, seats)
}
