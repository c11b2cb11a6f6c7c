//! Access requests of the visit's principal. Use cases take them and check the right.

use std::str::FromStr;

use model::{EventId, NetworkId, RegistrationId};
use planner::access::{
    ContingentAccess, EventAccess, Helps, InvitationAccess, LinkAccess, ListAccess, Organises,
    Principal, Reads, RegistrationAccess, TableAccess,
};
use ui::{
    error::AppError,
    visit::{query, visit},
};

/// Requests to read an event, by its id as text.
pub fn reads_event(id: &str) -> Result<(EventId, EventAccess<Reads>), AppError> {
    let (principal, event) = signed_in_for(id)?;
    Ok((event, principal.reads_event(event)))
}

/// Requests to help on the day of an event, by its id as text.
pub fn helps_event(id: &str) -> Result<(EventId, EventAccess<Helps>), AppError> {
    let (principal, event) = signed_in_for(id)?;
    Ok((event, principal.helps_event(event)))
}

/// Requests to organise an event, by its id as text.
pub fn organises_event(id: &str) -> Result<(EventId, EventAccess<Organises>), AppError> {
    let (principal, event) = signed_in_for(id)?;
    Ok((event, principal.organises_event(event)))
}

/// Requests to read a registration, by its id as text.
pub fn reads_registration(id: &str) -> Result<RegistrationAccess<Reads>, AppError> {
    let (principal, registration) = signed_in_for::<RegistrationId>(id)?;
    Ok(principal.reads_registration(registration))
}

/// Requests to organise a registration, by its id as text.
pub fn organises_registration(
    id: &str,
) -> Result<(RegistrationId, RegistrationAccess<Organises>), AppError> {
    let (principal, registration) = signed_in_for(id)?;
    Ok((registration, principal.organises_registration(registration)))
}

/// Requests access by the token of a mailed link.
pub fn by_link(token: &str) -> LinkAccess {
    LinkAccess::new(token, &visit().client)
}

/// Requests access by the token of an invitation's link.
pub fn by_invitation(token: &str) -> InvitationAccess {
    InvitationAccess::new(token, &visit().client)
}

/// Requests access by the token of a link to the places of an organisation.
pub fn by_contingent(token: &str) -> ContingentAccess {
    ContingentAccess::new(token, &visit().client)
}

/// Requests access by the token of a table's link.
pub fn by_table(token: &str) -> TableAccess {
    TableAccess::new(token, &visit().client)
}

/// Requests access by the token of a link to the list of a workshop.
pub fn by_list(token: &str) -> ListAccess {
    ListAccess::new(token, &visit().client)
}

/// The network that the query names, or the principal's first one.
pub fn network_asked_for() -> Result<(Principal, NetworkId), AppError> {
    let principal = visit().signed_in()?;
    let named = query("network").and_then(|id| id.parse::<NetworkId>().ok());
    let first = principal.memberships().first();
    let first = first.map(|membership| membership.member.network);
    let network = named.or(first).ok_or(AppError::NotAllowed)?;
    // Every member may read. People of other networks get *not found*.
    principal.reads(network)?;
    Ok((principal, network))
}

fn signed_in_for<Id: FromStr>(id: &str) -> Result<(Principal, Id), AppError> {
    let principal = visit().signed_in()?;
    let id = id.parse().map_err(|_| AppError::NotFound)?;
    Ok((principal, id))
}
