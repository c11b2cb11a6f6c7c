//! Whether agenda and questions of an event can be edited.

use model::EventState;
use planner::events::PlannedEvent;
use ui::visit::visit;

/// Whether the page has forms for changes. The use cases check the right themselves.
pub(super) fn is_editable(planned: &PlannedEvent) -> bool {
    let principal = visit().signed_in();
    planned.event.state != EventState::Cancelled
        && principal.is_ok_and(|principal| principal.organises(planned.network.id).is_ok())
}
