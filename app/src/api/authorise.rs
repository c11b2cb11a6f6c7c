//! From the visit to the proof that a use case demands.

use model::{EventId, NetworkId, RegistrationId};
use planner::access::{Caller, Organises, Reads};

use crate::{
    error::AppError,
    visit::{planner, query, visit},
};

/// The event that an address names, with the caller's right to see it.
pub async fn reads_event(id: &str) -> Result<(EventId, Reads), AppError> {
    let (event, caller, network) = asked(id).await?;
    Ok((event, caller.reads(network)?))
}

/// The event that an address or a form names, with the caller's right to plan it.
pub async fn organises_event(id: &str) -> Result<(EventId, Organises), AppError> {
    let (event, caller, network) = asked(id).await?;
    Ok((event, caller.organises(network)?))
}

/// The registration that an address or a form names, with the caller's right to decide about it.
pub async fn organises_registration(id: &str) -> Result<(RegistrationId, Organises), AppError> {
    let caller = visit().signed_in()?;
    let registration: RegistrationId = id.parse().map_err(|_| AppError::NotFound)?;
    let network = planner().network_of_registration(registration).await?;
    Ok((registration, caller.organises(network)?))
}

/// The registration that an address names, with the caller's right to see it.
pub async fn reads_registration(id: &str) -> Result<(RegistrationId, Reads), AppError> {
    let caller = visit().signed_in()?;
    let registration: RegistrationId = id.parse().map_err(|_| AppError::NotFound)?;
    let network = planner().network_of_registration(registration).await?;
    Ok((registration, caller.reads(network)?))
}

/// The network that a page of several networks is about: the one its address names, or the caller's
/// first.
pub fn network_asked_for() -> Result<(Caller, NetworkId), AppError> {
    let caller = visit().signed_in()?;
    let named = query("network").and_then(|id| id.parse::<NetworkId>().ok());
    let first = caller.memberships().first().map(|member| member.network);
    let network = named.or(first).ok_or(AppError::NotAllowed)?;
    // Proves that the caller belongs to the network, whatever they may do there.
    caller.reads(network)?;
    Ok((caller, network))
}

async fn asked(id: &str) -> Result<(EventId, Caller, NetworkId), AppError> {
    let caller = visit().signed_in()?;
    let event: EventId = id.parse().map_err(|_| AppError::NotFound)?;
    let network = planner().network_of_event(event).await?;
    Ok((event, caller, network))
}
