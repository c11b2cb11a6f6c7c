//! People who seem to be registered twice. Only pointed out: two people may have one name.

use std::collections::{BTreeMap, HashMap, HashSet};

use model::{Answers, EmailAddress, Organisation, Person, RegistrationId, search_key};
use uuid::Uuid;

use super::CafePerson;

/// Registrations that seem to be of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LikelyTwice {
    /// The same name, in whichever order its words were entered.
    Name,
    /// One mailbox, spelt differently.
    Mailbox,
}

/// Groups of registrations that seem to be of one person each, in the order of names. People of one name who come from
/// different organisations are taken for different people.
pub fn likely_twice(people: &[CafePerson]) -> Vec<(LikelyTwice, Vec<&CafePerson>)> {
    let mut mailboxes: HashMap<String, Vec<usize>> = HashMap::new();
    let mut names: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    for (position, person) in people.iter().enumerate() {
        if let Some(mailbox) = mailbox(&person.address) {
            mailboxes.entry(mailbox).or_default().push(position);
        }
        names.entry(name(person)).or_default().push(position);
    }
    let mut found: Vec<(LikelyTwice, Vec<usize>)> = mailboxes
        .into_values()
        .filter(|group| group.len() > 1)
        .map(|group| (LikelyTwice::Mailbox, group))
        .collect();
    let known: HashSet<usize> = found.iter().flat_map(|(_, group)| group.clone()).collect();
    for mut group in names.into_values() {
        group.retain(|position| !known.contains(position));
        let groups = by_organisation(people, &group).into_iter();
        found.extend(
            groups
                .filter(|group| group.len() > 1)
                .map(|group| (LikelyTwice::Name, group)),
        );
    }
    found.sort_by_key(|(_, group)| group[0]);
    found
        .into_iter()
        .map(|(why, group)| (why, group.into_iter().map(|one| &people[one]).collect()))
        .collect()
}

/// The people whom somebody who is about to be entered seems to be.
pub fn likely_known(
    people: &[CafePerson],
    person: &Person,
    organisations: &[Organisation],
) -> Vec<RegistrationId> {
    let known = organisations
        .iter()
        .find(|organisation| Some(organisation.id) == person.organisation);
    let typed = person.organisation_name.as_ref().map(ToString::to_string);
    let entered = CafePerson {
        id: RegistrationId::from(Uuid::nil()),
        given_name: person.given_name.to_string(),
        family_name: person.family_name.to_string(),
        address: person.address.clone(),
        organisation: person.organisation,
        organisation_name: known.map_or(typed, |known| Some(known.short_name.to_string())),
        answers: Answers::default(),
    };
    let mut all = people.to_vec();
    all.push(entered);
    let groups = likely_twice(&all).into_iter();
    let of_entered = groups.filter(|(_, group)| group.iter().any(|one| one.id.uuid().is_nil()));
    let mut ids: Vec<RegistrationId> = of_entered
        .flat_map(|(_, group)| group.into_iter().map(|one| one.id))
        .filter(|id| !id.uuid().is_nil())
        .collect();
    ids.dedup();
    ids
}

/// People of one name by organisation. Whoever names none belongs to all of them.
fn by_organisation(people: &[CafePerson], group: &[usize]) -> Vec<Vec<usize>> {
    let organisation = |position: usize| {
        let name = people[position].organisation_name.as_deref();
        name.map(search_key).filter(|name| !name.is_empty())
    };
    let named: HashSet<String> = group.iter().filter_map(|one| organisation(*one)).collect();
    if named.len() < 2 {
        return vec![group.to_vec()];
    }
    let mut groups: Vec<Vec<usize>> = named
        .into_iter()
        .map(|name| {
            let is_of = |one: &usize| organisation(*one).is_none_or(|own| own == name);
            group.iter().copied().filter(is_of).collect()
        })
        .collect();
    groups.sort_unstable();
    groups
}

/// Words before names that not everybody enters.
const TITLES: [&str; 2] = ["dr", "prof"];

/// The words of a name, whatever their order, case and accents, and whether an umlaut is written as two letters.
fn name(person: &CafePerson) -> Vec<String> {
    let mut key = search_key(&person.name().replace('-', " "));
    for (two, one) in [("ae", "a"), ("oe", "o"), ("ue", "u")] {
        key = key.replace(two, one);
    }
    let words = key.split(' ').map(|word| word.trim_end_matches('.'));
    let mut words: Vec<String> = words
        .filter(|word| !TITLES.contains(word))
        .map(str::to_owned)
        .collect();
    words.sort_unstable();
    words
}

/// The mailbox that an address leads to with the large providers: the part after a plus does not count, and Gmail
/// ignores dots. `None` for whoever has no address.
fn mailbox(address: &EmailAddress) -> Option<String> {
    let address = address.shown().to_lowercase();
    let (local, domain) = address.rsplit_once('@')?;
    let local = match local.split_once('+') {
        Some((before, _)) if !before.is_empty() => before,
        _ => local,
    };
    Some(match domain {
        "gmail.com" | "googlemail.com" => format!("{}@gmail.com", local.replace('.', "")),
        domain => format!("{local}@{domain}"),
    })
}

#[cfg(test)]
mod tests {
    use model::{Answers, EmailAddress, RegistrationId};
    use uuid::Uuid;

    use super::{super::CafePerson, LikelyTwice, likely_twice};

    fn person((given, family): (&str, &str), address: &str, organisation: &str) -> CafePerson {
        CafePerson {
            id: RegistrationId::from(Uuid::from_u128(1)),
            given_name: given.to_owned(),
            family_name: family.to_owned(),
            address: EmailAddress::parse(address).unwrap(),
            organisation: None,
            organisation_name: (!organisation.is_empty()).then(|| organisation.to_owned()),
            answers: Answers::default(),
        }
    }

    fn found(people: &[CafePerson]) -> Vec<(LikelyTwice, Vec<&str>)> {
        likely_twice(people)
            .into_iter()
            .map(|(why, group)| {
                let addresses = group.into_iter().map(|one| one.address.shown());
                (why, addresses.collect())
            })
            .collect()
    }

    #[test]
    fn one_name_under_two_addresses_is_pointed_out() {
        let people = [
            person(("Anna", "Müller"), "anna@a.example", "RIN"),
            person(("Mueller", "Dr. ANNA"), "am@b.example", ""),
            person(("Ben", "Kaya"), "ben@a.example", ""),
        ];
        assert_eq!(
            found(&people),
            [(LikelyTwice::Name, vec!["anna@a.example", "am@b.example"])]
        );
    }

    #[test]
    fn people_of_one_name_from_two_organisations_are_two() {
        let people = [
            person(("Anna", "Müller"), "anna@a.example", "RIN"),
            person(("Anna", "Müller"), "anna@b.example", "Exis"),
        ];
        assert_eq!(found(&people), []);
    }

    #[test]
    fn one_mailbox_spelt_differently_is_pointed_out_once() {
        let people = [
            person(("Anna", "Müller"), "anna.mueller@gmail.com", "RIN"),
            person(("A.", "Mueller"), "annamueller+cafe@googlemail.com", "Exis"),
            person(("Ben", "Kaya"), "ben.kaya@a.example", ""),
            person(("Berta", "Kaya"), "benkaya@a.example", ""),
        ];
        let addresses = vec!["anna.mueller@gmail.com", "annamueller+cafe@googlemail.com"];
        assert_eq!(found(&people), [(LikelyTwice::Mailbox, addresses)]);
    }
}
