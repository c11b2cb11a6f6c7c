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

/// The names by which organisers tell people apart: the name alone where nobody else has it, else with the
/// organisation, and else with the address. Whoever has none gets a number.
pub fn distinct_names(people: &[CafePerson]) -> Vec<String> {
    let added = distinctions(people, |person, number| match person.address.shown() {
        "" => number.to_string(),
        address => address.to_owned(),
    });
    named(people, added)
}

/// The names by which people tell each other apart on paper, where no address may stand: the name alone where nobody
/// else has it, else with the organisation, and else with a number.
pub fn public_names(people: &[CafePerson]) -> Vec<String> {
    named(people, public_distinctions(people))
}

/// What [`public_names`] adds to the name of each.
pub(super) fn public_distinctions(people: &[CafePerson]) -> Vec<Option<String>> {
    distinctions(people, |_, number| number.to_string())
}

fn named(people: &[CafePerson], added: Vec<Option<String>>) -> Vec<String> {
    let name = |(person, added): (&CafePerson, Option<String>)| match added {
        Some(added) => format!("{} ({added})", person.name()),
        None => person.name(),
    };
    people.iter().zip(added).map(name).collect()
}

/// What tells people of one name apart. `last_resort` does so for those who share the organisation as well, by the
/// person and a number from 1.
fn distinctions(
    people: &[CafePerson],
    last_resort: impl Fn(&CafePerson, usize) -> String,
) -> Vec<Option<String>> {
    let name = |person: &CafePerson| person.name().to_lowercase();
    let with_organisation = |person: &CafePerson| {
        let organisation = person.organisation_name.as_deref();
        (
            name(person),
            organisation.unwrap_or_default().to_lowercase(),
        )
    };
    let mut of_name: HashMap<String, usize> = HashMap::new();
    let mut of_both: HashMap<(String, String), usize> = HashMap::new();
    for person in people {
        *of_name.entry(name(person)).or_default() += 1;
        *of_both.entry(with_organisation(person)).or_default() += 1;
    }
    let mut numbers: HashMap<(String, String), usize> = HashMap::new();
    let mut distinction = |person: &CafePerson| {
        let both = with_organisation(person);
        if of_name.get(&both.0) == Some(&1) {
            return None;
        }
        if of_both.get(&both) == Some(&1) && person.organisation_name.is_some() {
            return person.organisation_name.clone();
        }
        let number = numbers.entry(both).or_default();
        *number += 1;
        Some(last_resort(person, *number))
    };
    people.iter().map(&mut distinction).collect()
}

#[cfg(test)]
mod tests {
    use model::{EmailAddress, RegistrationId};
    use uuid::Uuid;

    use super::{CafePerson, distinct_names, public_names};

    fn anna(number: u128, organisation: Option<&str>) -> CafePerson {
        CafePerson {
            id: RegistrationId::from(Uuid::from_u128(number)),
            given_name: "Anna".to_owned(),
            family_name: "Müller".to_owned(),
            address: EmailAddress::parse(&format!("anna{number}@partner.example")).unwrap(),
            organisation: None,
            organisation_name: organisation.map(str::to_owned),
            answers: model::Answers::default(),
        }
    }

    #[test]
    fn people_of_one_name_are_told_apart_and_paper_has_no_address() {
        let people = [
            anna(1, Some("RIN")),
            anna(2, Some("Exis")),
            anna(3, Some("exis")),
        ];
        assert_eq!(
            public_names(&people),
            ["Anna Müller (RIN)", "Anna Müller (1)", "Anna Müller (2)"]
        );
        assert_eq!(
            distinct_names(&people)[1..],
            [
                "Anna Müller (anna2@partner.example)",
                "Anna Müller (anna3@partner.example)"
            ]
        );
        assert_eq!(public_names(&people[..1]), ["Anna Müller"]);
    }
}
