//! The people of a café.

use model::{Answers, EmailAddress, Organisation, OrganisationId, Registration, RegistrationId};

/// Somebody who takes part in a café.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CafePerson {
    pub id: RegistrationId,
    pub given_name: String,
    pub family_name: String,
    pub address: EmailAddress,
    pub organisation: Option<OrganisationId>,
    /// The organisation's short name, or what the person entered.
    pub organisation_name: Option<String>,
    pub answers: Answers,
}

impl CafePerson {
    pub(super) fn new(registration: Registration, organisations: &[Organisation]) -> Self {
        let person = registration.person;
        let known = organisations
            .iter()
            .find(|organisation| Some(organisation.id) == person.organisation);
        Self {
            id: registration.id,
            given_name: person.given_name.to_string(),
            family_name: person.family_name.to_string(),
            address: person.address,
            organisation: person.organisation,
            organisation_name: known
                .map(|organisation| organisation.short_name.to_string())
                .or_else(|| person.organisation_name.map(|name| name.to_string())),
            answers: registration.answers,
        }
    }

    /// Given and family name.
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }
}
