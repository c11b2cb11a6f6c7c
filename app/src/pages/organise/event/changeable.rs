//! Whether the person may change an event's agenda and questions.

use model::EventState;
use planner::events::PlannedEvent;

use crate::visit::visit;

/// Whether the page offers to change something. The use cases ask for the right itself.
pub(super) fn changeable(planned: &PlannedEvent) -> bool {
    let caller = visit().signed_in();
    planned.event.state != EventState::Cancelled
        && caller.is_ok_and(|caller| caller.organises(planned.network.id).is_ok())
}
