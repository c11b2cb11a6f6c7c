//! Look-ups of what has to exist: [`PlannerError::NotFound`] where it does not.

use model::{Event, EventId, Network, NetworkId, Registration, RegistrationId};
use store::{Reader, Tx};

use crate::{PlannerError, Result};

/// The network of this id.
pub(crate) async fn require_network(reader: &mut Reader, id: NetworkId) -> Result<Network> {
    let network = reader.network(id).await?;
    network.ok_or(PlannerError::NotFound)
}

/// The network that an event belongs to.
pub(crate) async fn require_network_of(reader: &mut Reader, event: EventId) -> Result<Network> {
    let network = reader.network_of_event(event).await?;
    network.ok_or(PlannerError::NotFound)
}

/// The event of this id.
pub(crate) async fn require_event(reader: &mut Reader, id: EventId) -> Result<Event> {
    let event = reader.event(id).await?;
    event.ok_or(PlannerError::NotFound)
}

/// The event of this id, locked until the transaction ends.
pub(crate) async fn require_locked_event(tx: &mut Tx, id: EventId) -> Result<Event> {
    let event = tx.lock_event(id).await?;
    event.ok_or(PlannerError::NotFound)
}

/// The registration of this id.
pub(crate) async fn require_registration(
    reader: &mut Reader,
    id: RegistrationId,
) -> Result<Registration> {
    let registration = reader.registration(id).await?;
    registration.ok_or(PlannerError::NotFound)
}
