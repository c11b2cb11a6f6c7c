//! Rules for registrations, for every way in which they are entered.

use model::{Fault, Faults, Network, Organisation, Person};

/// Refuses an organisation that is not of the network.
pub(crate) fn check_organisation(person: &Person, partners: &[Organisation]) -> Result<(), Faults> {
    match person.organisation {
        Some(id) if !partners.iter().any(|partner| partner.id == id) => {
            Err(Faults::one("organisation", Fault::NoSuchChoice))
        }
        _ => Ok(()),
    }
}

/// Refuses a consent to a privacy text that the network never had.
pub(crate) fn check_consent(version: u32, network: &Network) -> Result<(), Faults> {
    if (1..=network.privacy_version).contains(&version) {
        Ok(())
    } else {
        Err(Faults::one("consent", Fault::ConsentNeeded))
    }
}
