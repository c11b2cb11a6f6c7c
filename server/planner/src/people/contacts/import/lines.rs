//! The lines of a table of contacts.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use model::{
    Contact, ContactParticulars, Fault, Faults, IanaTimeZone, Language, Line, Organisation, Person,
    Tags, Text, name_key,
};
use store::SupplementedContact;

use super::super::{ConsentToKeep, Invitations, NewContact};
use super::{
    consent,
    summary::{ContactImportSummary, DifferingLine},
};
use crate::tables::{
    Chosen, PersonColumn, Table, TableLine, TablePreview,
    people::{PersonColumns, PersonReader, wants_invitations},
};

/// A table of contacts as it would be imported.
pub type ContactImportPreview = TablePreview<PersonColumn, ContactLine, ContactImportSummary>;

impl ContactImportPreview {
    /// How many contacts are new.
    pub fn added(&self) -> usize {
        let lines = self.entries();
        lines
            .filter(|(_, line)| matches!(line, ContactLine::New(_)))
            .count()
    }

    /// How many contacts are filled in.
    pub fn supplemented(&self) -> usize {
        self.entries().count() - self.added()
    }

    /// How many contacts that are filled in want no invitations from then on.
    pub fn opting_out(&self) -> usize {
        let lines = self.entries();
        lines.filter(|(_, line)| line.opts_out()).count()
    }
}

/// What a line means for the address book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ContactLine {
    New(Box<NewContact>),
    /// The mailbox has a contact, of which something is missing. Name and organisation stay: whoever corrects them
    /// corrects registrations, too.
    Supplements(Box<SupplementedContact>),
}

impl ContactLine {
    /// Whether somebody who is known wants no invitations from then on.
    pub fn opts_out(&self) -> bool {
        match self {
            Self::New(_) => false,
            Self::Supplements(known) => {
                known.before.opted_out_at.is_none() && known.after.opted_out_at.is_some()
            }
        }
    }
}

/// What lines are checked against.
#[derive(Debug, Clone, Default)]
pub struct KnownContacts {
    pub organisations: Vec<Organisation>,
    /// All contacts of the network.
    pub contacts: Vec<Contact>,
    /// The language of people whose line names none.
    pub language: Language,
    pub now: Timestamp,
    /// The zone of the times in a table. `None`: UTC.
    pub time_zone: Option<IanaTimeZone>,
    /// The present version of the privacy text.
    pub privacy_version: u32,
}

impl KnownContacts {
    /// Reads the text of a table as it would be imported.
    pub fn read(&self, text: &str, chosen: &Chosen<PersonColumn>) -> ContactImportPreview {
        let table = match Table::parse(text) {
            Ok(table) => table,
            Err(error) => return TablePreview::refused(error, ContactImportSummary::default()),
        };
        let kinds = PersonColumns {
            fixed: PersonColumn::OF_CONTACTS,
            questions: &[],
        };
        let mut preview: ContactImportPreview =
            kinds.preview(&table, chosen, ContactImportSummary::default());
        let people = PersonReader::new(&preview.columns, &self.organisations, self.language);
        let by_address = self.contacts.iter();
        let by_address = by_address.map(|contact| (contact.person.address.lower(), contact));
        let by_address: HashMap<String, &Contact> = by_address.collect();
        let mut seen = HashSet::new();
        for (number, cells) in table.lines {
            let mut differs = None;
            let line = self.new_contact(&people, &cells).and_then(|new| {
                let address = new.person.address.lower();
                let known = by_address.get(&address).copied();
                if seen.insert(address) {
                    differs = known.and_then(|known| differing(number, known, &new.person));
                    self.line(new, known)
                } else {
                    Err(Faults::one("address", Fault::Twice))
                }
            });
            let is_different = differs.is_some();
            preview.summary.differing.extend(differs);
            let says = match line {
                Ok(Some(line)) => Ok(line),
                Ok(None) => {
                    // What it says of name and organisation stands in no list of contacts.
                    preview.summary.known += usize::from(!is_different);
                    continue;
                }
                Err(faults) => Err(faults),
            };
            preview.lines.push(TableLine {
                number,
                cells,
                says,
            });
        }
        preview
    }

    /// `None`: the address book has all of it.
    fn line(
        &self,
        new: NewContact,
        known: Option<&Contact>,
    ) -> Result<Option<ContactLine>, Faults> {
        let Some(known) = known else {
            return Ok(Some(ContactLine::New(Box::new(new))));
        };
        let before = known.particulars();
        let after = self
            .supplemented(&before, new)
            .map_err(|fault| Faults::one("tags", fault))?;
        if after == before {
            return Ok(None);
        }
        let after = Contact {
            revision: known.revision + 1,
            ..known.clone().with_particulars(after)
        };
        let supplemented = SupplementedContact { before, after };
        Ok(Some(ContactLine::Supplements(Box::new(supplemented))))
    }

    /// What is there, and what the line adds.
    fn supplemented(
        &self,
        before: &ContactParticulars,
        new: NewContact,
    ) -> Result<ContactParticulars, Fault> {
        let notes = if before.notes.as_str().is_empty() {
            new.notes
        } else {
            before.notes.clone()
        };
        let opted_out = (new.invitations == Invitations::OptedOut).then_some(self.now);
        let consent = match new.consent {
            ConsentToKeep::GivenBefore { version, at } => Some((version, at)),
            ConsentToKeep::Given => Some((self.privacy_version, self.now)),
            ConsentToKeep::Missing => None,
        };
        Ok(ContactParticulars {
            function: before.function.clone().or(new.function),
            notes,
            tags: before.tags.with(&new.tags)?,
            opted_out_at: before.opted_out_at.or(opted_out),
            consent: Some(before.consent.flatten().or(consent)),
        })
    }

    fn new_contact(
        &self,
        people: &PersonReader<'_>,
        cells: &[String],
    ) -> Result<NewContact, Faults> {
        let cell = |wanted| people.cell(cells, wanted);
        let mut faults = Faults::none();
        let function = Line::optional(&cell(PersonColumn::Function).replace('\n', " "));
        let function = faults.keep("function", function);
        let tags = faults.keep("tags", Tags::parse(cell(PersonColumn::Tags)));
        let notes = faults.keep("notes", Text::parse(cell(PersonColumn::Notes)));
        let wanted = wants_invitations(cell(PersonColumn::Invitations)).ok_or(Fault::NoYesOrNo);
        let wanted = faults.keep("opted_out", wanted);
        let [agreed_at, version] = [PersonColumn::Consent, PersonColumn::ConsentVersion].map(cell);
        let consent = consent::parse(agreed_at, version, self)
            .map_err(|wrong| faults.extend(wrong))
            .ok();
        let person = match people.person(cells) {
            Ok(person) => Some(person),
            Err(wrong) => {
                faults.extend(wrong);
                None
            }
        };
        let new = person.zip(function).zip(tags).zip(notes);
        let new = new.zip(wanted).zip(consent);
        faults.or(new.map(
            |(((((person, function), tags), notes), wanted), consent)| NewContact {
                person,
                function,
                notes,
                tags,
                consent,
                invitations: if wanted {
                    Invitations::Wanted
                } else {
                    Invitations::OptedOut
                },
            },
        ))
    }
}

/// What a line says of name and organisation, if the address book says something else.
fn differing(number: u64, known: &Contact, says: &Person) -> Option<DifferingLine> {
    let stored = &known.person;
    let same_name = name_key(&stored.name()) == name_key(&says.name());
    let key = |person: &Person| {
        person
            .organisation_name
            .as_ref()
            .map(|name| name_key(name.as_str()))
    };
    // A line without an organisation says nothing about it.
    let same_organisation = says.organisation_name.is_none()
        || (says.organisation.is_some() && says.organisation == stored.organisation)
        || key(says) == key(stored);
    (!(same_name && same_organisation)).then(|| DifferingLine {
        number,
        contact: known.id,
        stored: shown(stored, !same_organisation),
        says: shown(says, !same_organisation),
    })
}

/// A person by name, with the organisation if that differs.
fn shown(person: &Person, with_organisation: bool) -> String {
    let organisation = person
        .organisation_name
        .as_ref()
        .filter(|_| with_organisation);
    match organisation {
        Some(organisation) => format!("{} ({organisation})", person.name()),
        None => person.name(),
    }
}
