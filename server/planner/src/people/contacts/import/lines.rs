//! The lines of a table of contacts.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use model::{Contact, ContactParticulars, Fault, Faults, Language, Line, Organisation, Tags, Text};
use store::SupplementedContact;

use super::super::{ConsentToKeep, Invitations, NewContact};
use crate::tables::{
    Chosen, PersonColumn, Table, TableLine, TablePreview,
    people::{PersonColumns, PersonReader, wants_invitations},
};

/// A table of contacts as it would be imported. Its summary is the number of lines that are passed over, because the
/// address book has all that they say.
pub type ContactImportPreview = TablePreview<PersonColumn, ContactLine, usize>;

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
}

/// What a line means for the address book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ContactLine {
    New(Box<NewContact>),
    /// The mailbox has a contact, of which something is missing. Name and organisation stay: whoever corrects them
    /// corrects registrations, too.
    Supplements(Box<SupplementedContact>),
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
}

impl KnownContacts {
    /// Reads the text of a table as it would be imported.
    pub fn read(&self, text: &str, chosen: &Chosen<PersonColumn>) -> ContactImportPreview {
        let table = match Table::parse(text) {
            Ok(table) => table,
            Err(error) => return TablePreview::refused(error, 0),
        };
        let kinds = PersonColumns {
            fixed: PersonColumn::OF_CONTACTS,
            questions: &[],
        };
        let mut preview: ContactImportPreview = kinds.preview(&table, chosen, 0);
        let people = PersonReader::new(&preview.columns, &self.organisations, self.language);
        let by_address = self.contacts.iter();
        let by_address = by_address.map(|contact| (contact.person.address.lower(), contact));
        let by_address: HashMap<String, &Contact> = by_address.collect();
        let mut seen = HashSet::new();
        for (number, cells) in table.lines {
            let line = new_contact(&people, &cells).and_then(|new| {
                let address = new.person.address.lower();
                let known = by_address.get(&address).copied();
                if seen.insert(address) {
                    self.line(new, known)
                } else {
                    Err(Faults::one("address", Fault::Twice))
                }
            });
            let says = match line {
                Ok(Some(line)) => Ok(line),
                Ok(None) => {
                    preview.summary += 1;
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
        Ok(ContactParticulars {
            function: before.function.clone().or(new.function),
            notes,
            tags: before.tags.with(&new.tags)?,
            opted_out_at: before.opted_out_at.or(opted_out),
        })
    }
}

fn new_contact(people: &PersonReader<'_>, cells: &[String]) -> Result<NewContact, Faults> {
    let cell = |wanted| people.cell(cells, wanted);
    let mut faults = Faults::none();
    let function = Line::optional(&cell(PersonColumn::Function).replace('\n', " "));
    let function = faults.keep("function", function);
    let tags = faults.keep("tags", Tags::parse(cell(PersonColumn::Tags)));
    let notes = faults.keep("notes", Text::parse(cell(PersonColumn::Notes)));
    let wanted = wants_invitations(cell(PersonColumn::Invitations)).ok_or(Fault::NoYesOrNo);
    let wanted = faults.keep("opted_out", wanted);
    let person = match people.person(cells) {
        Ok(person) => Some(person),
        Err(wrong) => {
            faults.extend(wrong);
            None
        }
    };
    let new = person.zip(function).zip(tags).zip(notes).zip(wanted);
    faults.or(
        new.map(|((((person, function), tags), notes), wanted)| NewContact {
            person,
            function,
            notes,
            tags,
            consent: ConsentToKeep::Missing,
            invitations: if wanted {
                Invitations::Wanted
            } else {
                Invitations::OptedOut
            },
        }),
    )
}
