//! Whether what belongs to an event can be edited.

use model::{Event, EventState, Network};
use ui::visit::visit;

/// Whether a page about an event has forms for changes. The use cases check the right themselves.
pub(super) fn is_editable(network: &Network, event: &Event) -> bool {
    let principal = visit().signed_in();
    event.state != EventState::Cancelled
        && principal.is_ok_and(|principal| principal.organises(network.id).is_ok())
}
