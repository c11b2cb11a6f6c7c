//! What must hold for an event, whoever enters it.

use model::{EventDetails, Fault, NetworkId};
use store::Reader;

use crate::Result;

/// Refuses details that contradict each other, or that hold seats for an organisation which is not of
/// the event's network.
pub(super) async fn check_details(
    reader: &mut Reader,
    network: NetworkId,
    details: &EventDetails,
) -> Result<()> {
    let mut faults = details.check().err().unwrap_or_default();
    if !details.contingents.is_empty() {
        let partners = reader.organisations(network).await?;
        let is_partner = |id| partners.iter().any(|partner| partner.id == id);
        let mut holders = details.contingents.iter().map(|held| held.organisation);
        if !holders.all(is_partner) {
            faults.add("contingents", Fault::NoSuchChoice);
        }
    }
    Ok(faults.or(Some(()))?)
}
