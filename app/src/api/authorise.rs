//! From the principal of the visit to the requests that use cases take.

use std::str::FromStr;

use model::{EventId, NetworkId, RegistrationId};
use planner::access::{EventAccess, LinkAccess, Organises, Principal, Reads, RegistrationAccess};
use ui::{
    error::AppError,
    visit::{query, visit},
};

/// A request to see the event that an address names.
pub fn reads_event(id: &str) -> Result<(EventId, EventAccess<Reads>), AppError> {
    let (principal, event) = signed_in_for(id)?;
    Ok((event, principal.reads_event(event)))
}

/// A request to plan the event that an address or a form names.
pub fn organises_event(id: &str) -> Result<(EventId, EventAccess<Organises>), AppError> {
    let (principal, event) = signed_in_for(id)?;
    Ok((event, principal.organises_event(event)))
}

/// A request to see the registration that an address names.
pub fn reads_registration(id: &str) -> Result<RegistrationAccess<Reads>, AppError> {
    let (principal, registration) = signed_in_for::<RegistrationId>(id)?;
    Ok(principal.reads_registration(registration))
}

/// A request to decide about the registration that an address or a form names.
pub fn organises_registration(
    id: &str,
) -> Result<(RegistrationId, RegistrationAccess<Organises>), AppError> {
    let (principal, registration) = signed_in_for(id)?;
    Ok((registration, principal.organises_registration(registration)))
}

/// A request by the secret of a mailed link.
pub fn by_link(token: &str) -> LinkAccess {
    LinkAccess::new(token, &visit().client)
}

/// The network that a page of several networks is about: the one its address names, or the principal's
/// first.
pub fn network_asked_for() -> Result<(Principal, NetworkId), AppError> {
    let principal = visit().signed_in()?;
    let named = query("network").and_then(|id| id.parse::<NetworkId>().ok());
    let first = principal.memberships().first().map(|member| member.network);
    let network = named.or(first).ok_or(AppError::NotAllowed)?;
    // Proves that the principal belongs to the network, whatever they may do there.
    principal.reads(network)?;
    Ok((principal, network))
}

fn signed_in_for<Id: FromStr>(id: &str) -> Result<(Principal, Id), AppError> {
    let principal = visit().signed_in()?;
    let id = id.parse().map_err(|_| AppError::NotFound)?;
    Ok((principal, id))
}
