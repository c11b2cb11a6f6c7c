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

/// The names by which lists of organisers tell people apart: the name alone where nobody else has it, else with the
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

/// The names by which lists on tables and walls tell people apart. They never contain an address.
pub fn public_names(people: &[CafePerson]) -> Vec<String> {
    let names = people.iter().zip(namesake_remarks(people));
    names
        .map(|(person, remark)| match remark {
            Some(remark) => format!("{} ({remark})", person.name()),
            None => person.name(),
        })
        .collect()
}

/// What tells people of one name apart: the organisation, or a number where that is the same, too. `None` for everybody
/// whose name nobody else has.
pub(super) fn namesake_remarks(people: &[CafePerson]) -> Vec<Option<String>> {
    let mut namesakes: HashMap<String, Vec<usize>> = HashMap::new();
    for (position, person) in people.iter().enumerate() {
        let name = person.name().to_lowercase();
        namesakes.entry(name).or_default().push(position);
    }
    let mut remarks = vec![None; people.len()];
    for positions in namesakes.into_values().filter(|of| of.len() > 1) {
        let organisation = |position: usize| people[position].organisation_name.as_deref();
        for (number, &position) in (1..).zip(&positions) {
            let own = organisation(position);
            let alike = positions
                .iter()
                .filter(|other| organisation(**other) == own);
            remarks[position] = Some(match own {
                Some(own) if alike.count() == 1 => own.to_owned(),
                Some(own) => format!("{own}, {number}"),
                None => number.to_string(),
            });
        }
    }
    remarks
}

#[cfg(test)]
mod tests {
    use model::{Answers, EmailAddress};
    use uuid::Uuid;

    use super::{CafePerson, public_names};

    fn person(number: u128, name: &str, organisation: Option<&str>) -> CafePerson {
        CafePerson {
            id: Uuid::from_u128(number).into(),
            given_name: name.to_owned(),
            family_name: "Müller".to_owned(),
            address: EmailAddress::parse(&format!("p{number}@partner.example")).unwrap(),
            organisation: None,
            organisation_name: organisation.map(str::to_owned),
            answers: Answers::default(),
        }
    }

    #[test]
    fn namesakes_are_told_apart_without_their_addresses() {
        let people = [
            person(1, "Anna", Some("Haus 1")),
            person(2, "anna", Some("Haus 2")),
            person(3, "Ben", Some("Haus 1")),
            person(4, "Eva", Some("Haus 1")),
            person(5, "Eva", Some("Haus 1")),
            person(6, "Eva", None),
        ];
        let expected = [
            "Anna Müller (Haus 1)",
            "anna Müller (Haus 2)",
            "Ben Müller",
            "Eva Müller (Haus 1, 1)",
            "Eva Müller (Haus 1, 2)",
            "Eva Müller (3)",
        ];
        assert_eq!(public_names(&people), expected);
    }
}
