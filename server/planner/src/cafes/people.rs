//! The people of a café.

use std::collections::HashMap;

use model::{
    Answers, EmailAddress, Organisation, OrganisationId, Registration, RegistrationId,
    RegistrationState,
};

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

/// Somebody with a registration and no seat at the event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerPerson {
    pub id: RegistrationId,
    pub name: String,
    pub state: RegistrationState,
}

impl FormerPerson {
    pub(super) fn new(registration: Registration) -> Self {
        Self {
            id: registration.id,
            name: registration.person.name(),
            state: registration.state,
        }
    }
}

/// The names by which lists tell people apart: the name alone where nobody else has it, else with the
/// organisation, and else with the address.
pub fn distinct_names(people: &[CafePerson]) -> Vec<String> {
    let with_organisation = |person: &CafePerson| match &person.organisation_name {
        Some(organisation) => format!("{} ({organisation})", person.name()),
        None => person.name(),
    };
    let mut names: HashMap<String, usize> = HashMap::new();
    let mut longer: HashMap<String, usize> = HashMap::new();
    for person in people {
        *names.entry(person.name().to_lowercase()).or_default() += 1;
        *longer
            .entry(with_organisation(person).to_lowercase())
            .or_default() += 1;
    }
    people
        .iter()
        .map(|person| {
            let is_alone = |counts: &HashMap<String, usize>, name: &str| {
                counts.get(&name.to_lowercase()) == Some(&1)
            };
            let (name, with_organisation) = (person.name(), with_organisation(person));
            if is_alone(&names, &name) {
                name
            } else if is_alone(&longer, &with_organisation) {
                with_organisation
            } else {
                format!("{name} ({})", person.address)
            }
        })
        .collect()
}
