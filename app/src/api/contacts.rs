//! Form actions of the address book.

use model::{
    Contact, ContactId, EmailAddress, Fault, Faults, Line, NetworkId, Organisation, Person, Tags,
    Text,
};
use planner::{
    access::Organises,
    people::{ConsentToKeep, Invitations, NewContact, SeenContact},
};
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::SeeOther,
    visit::{planner, visit},
};

use super::organisation::entered_organisation;

/// The form of a contact, with its values as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ContactForm {
    pub network: String,
    /// The id of the contact. Empty for a new one.
    pub contact: String,
    pub given_name: String,
    pub family_name: String,
    pub address: String,
    /// The name of the organisation.
    pub organisation: String,
    pub language: String,
    pub function: String,
    /// Separated by commas.
    pub tags: String,
    pub notes: String,
    pub consent: Option<String>,
    pub opted_out: Option<String>,
    pub revision: String,
}

impl ContactForm {
    /// The stored values.
    pub fn of(contact: &Contact) -> Self {
        let person = &contact.person;
        let optional = |text: Option<String>| text.unwrap_or_default();
        let ticked = |is: bool| is.then(|| "on".to_owned());
        Self {
            given_name: person.given_name.to_string(),
            family_name: person.family_name.to_string(),
            address: person.address.shown().to_owned(),
            organisation: optional(person.organisation_name.as_ref().map(Line::to_string)),
            language: person.language.to_string(),
            function: optional(contact.function.as_ref().map(Line::to_string)),
            tags: contact.tags.to_string(),
            notes: contact.notes.to_string(),
            consent: ticked(contact.consent.is_some()),
            opted_out: ticked(contact.opted_out_at.is_some()),
            ..Self::default()
        }
    }

    /// `stored` is the address that the contact has. Whoever has none may stay without.
    fn parse(
        &self,
        organisations: &[Organisation],
        stored: Option<&EmailAddress>,
    ) -> Result<NewContact, Faults> {
        let mut faults = Faults::none();
        let given_name = faults.keep("given_name", Line::parse(&self.given_name));
        let family_name = faults.keep("family_name", Line::parse(&self.family_name));
        let address = match stored {
            // Of an earlier version, or of nobody who can be reached.
            Some(stored) if self.address.trim() == stored.shown() => Ok(stored.clone()),
            _ => EmailAddress::parse_deliverable(&self.address),
        };
        let address = faults.keep("address", address);
        let organisation = faults.keep(
            "organisation",
            entered_organisation(&self.organisation, organisations),
        );
        let language = self.language.parse().map_err(|_| Fault::NoSuchChoice);
        let language = faults.keep("language", language);
        let function = faults.keep("function", Line::optional(&self.function));
        let tags = faults.keep("tags", Tags::parse(&self.tags));
        let notes = faults.keep("notes", Text::parse(&self.notes));
        let person = given_name
            .zip(family_name)
            .zip(address)
            .zip(organisation)
            .zip(language)
            .map(
                |((((given_name, family_name), address), organisation), language)| {
                    let (organisation, organisation_name) = organisation;
                    Person {
                        given_name,
                        family_name,
                        address,
                        organisation,
                        organisation_name,
                        language,
                    }
                },
            );
        let new = person.zip(function).zip(tags).zip(notes);
        faults.or(new.map(|(((person, function), tags), notes)| NewContact {
            person,
            function,
            notes,
            tags,
            consent: match self.consent {
                Some(_) => ConsentToKeep::Given,
                None => ConsentToKeep::Missing,
            },
            invitations: match self.opted_out {
                Some(_) => Invitations::OptedOut,
                None => Invitations::Wanted,
            },
        }))
    }
}

/// A form that names a contact.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ContactIdForm {
    pub network: String,
    pub contact: String,
}

/// Adds a contact to the address book.
pub async fn add_contact(form: &ContactForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let contact = planner()
        .add_contact(&right, |organisations| form.parse(organisations, None))
        .await?;
    Ok(SeeOther::page(page_of(right.network(), contact, "added")))
}

/// Changes a contact, and the registrations that belong to it.
pub async fn change_contact(form: &ContactForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let contact = contact_id(&form.contact)?;
    let revision = form.revision.parse().map_err(|_| AppError::Unreadable)?;
    planner()
        .change_contact(&right, contact, revision, |before, organisations| {
            form.parse(organisations, Some(&before.person.address))
        })
        .await?;
    Ok(SeeOther::page(page_of(right.network(), contact, "changed")))
}

/// Deletes a contact.
pub async fn delete_contact(form: &ContactIdForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let contact = contact_id(&form.contact)?;
    planner().delete_contact(&right, contact).await?;
    let network = right.network();
    Ok(SeeOther::page(format!(
        "/organise/contacts?network={network}&done=deleted"
    )))
}

/// The form that makes one contact of two.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MergeForm {
    pub network: String,
    pub contact: String,
    pub with: String,
    /// The revisions of both that the person saw, such as `3.1`.
    pub seen: String,
    /// Which of the two stays.
    pub keep: String,
}

impl MergeForm {
    /// What the form carries of the revisions of two contacts.
    pub fn seen_of(contacts: &[Contact; 2]) -> String {
        format!("{}.{}", contacts[0].revision, contacts[1].revision)
    }

    /// The contact that stays and the one that is removed.
    fn parse(&self) -> Result<(SeenContact, SeenContact), AppError> {
        let (first, second) = self.seen.split_once('.').ok_or(AppError::Unreadable)?;
        let seen = |id: &str, revision: &str| {
            let revision = revision.parse().map_err(|_| AppError::Unreadable)?;
            let id = contact_id(id)?;
            Ok::<_, AppError>(SeenContact { id, revision })
        };
        let (one, other) = (seen(&self.contact, first)?, seen(&self.with, second)?);
        if self.keep == self.contact {
            Ok((one, other))
        } else if self.keep == self.with {
            Ok((other, one))
        } else {
            Err(Faults::one("keep", Fault::NoChoice).into())
        }
    }
}

/// Makes one contact of two.
pub async fn merge_contacts(form: &MergeForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let (kept, removed) = form.parse()?;
    planner().merge_contacts(&right, kept, removed).await?;
    Ok(SeeOther::page(page_of(right.network(), kept.id, "merged")))
}

pub(super) fn organises(network: &str) -> Result<Organises, AppError> {
    let network: NetworkId = network.parse().map_err(|_| AppError::NotFound)?;
    Ok(visit().signed_in()?.organises(network)?)
}

fn contact_id(id: &str) -> Result<ContactId, AppError> {
    id.parse().map_err(|_| AppError::NotFound)
}

fn page_of(network: NetworkId, contact: ContactId, done: &str) -> String {
    format!("/organise/contacts/{contact}?network={network}&done={done}")
}

#[cfg(test)]
mod tests {
    use model::{EmailAddress, Fault};

    use super::ContactForm;

    #[test]
    fn every_fault_is_named_at_once() {
        let form = ContactForm {
            tags: "x".repeat(41),
            ..ContactForm::default()
        };
        let faults = form.parse(&[], None).unwrap_err();
        let faults: Vec<_> = faults.iter().collect();
        assert_eq!(
            faults,
            [
                ("given_name", &Fault::Missing),
                ("family_name", &Fault::Missing),
                ("address", &Fault::Missing),
                ("language", &Fault::NoSuchChoice),
                ("tags", &Fault::TooLong { most: 40 }),
            ]
        );
    }

    #[test]
    fn an_address_that_is_not_changed_stays_as_it_is() {
        let form = |address: &str| ContactForm {
            given_name: "Anna".into(),
            family_name: "Jäger".into(),
            address: address.into(),
            language: "de".into(),
            ..ContactForm::default()
        };
        let (old, none) = (
            EmailAddress::parse("jörg@x.example").unwrap(),
            EmailAddress::stand_in("1"),
        );
        for stored in [old, none] {
            let form = form(stored.shown());
            assert!(form.parse(&[], None).is_err());
            let parsed = form.parse(&[], Some(&stored)).unwrap();
            assert_eq!(parsed.person.address, stored);
        }
    }
}
