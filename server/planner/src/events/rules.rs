//! Rules for events that a network's data decide, for every way in which events are entered.

use model::{EventDetails, Fault, Faults, Organisation};

/// Refuses details that contradict each other, or that hold seats for an organisation which is not of
/// the event's network.
pub(super) fn check_details(
    details: &EventDetails,
    partners: &[Organisation],
) -> Result<(), Faults> {
    let mut faults = details.check().err().unwrap_or_default();
    let is_partner = |id| partners.iter().any(|partner| partner.id == id);
    let mut holders = details.contingents.iter().map(|held| held.organisation);
    if !holders.all(is_partner) {
        faults.add("contingents", Fault::NoSuchChoice);
    }
    faults.or(Some(()))
}
