//! A person in a network's address book.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize};

#[cfg(feature = "unicode")]
use crate::Fault;
use crate::{ContactId, ContactImportId, Line, NetworkId, Person, Text, string_enum::string_enum};

string_enum! {
    /// How a contact came into the address book.
    ContactSource {
        /// The person registered for an event, or was registered by an organiser.
        Registration = "registration",
        /// An organiser added them to the address book.
        Organiser = "organiser",
        /// They were on a table that was imported into the address book.
        Import = "import",
    }
}

string_enum! {
    /// Contacts that have something in common besides their organisation and their tags.
    ContactGroup {
        WithoutOrganisation = "without organisation",
        WithoutTag = "without tag",
        /// Those who want no invitations.
        OptedOut = "opted out",
        /// Those whom nobody agreed to keep beyond one event.
        OnlyRegistered = "only registered",
    }
}

/// A person in a network's address book. A network has one contact for each mailbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub id: ContactId,
    pub network: NetworkId,
    pub person: Person,
    /// What the person does at the organisation, such as *Projektleitung*.
    pub function: Option<Line<120>>,
    pub notes: Text<5_000>,
    pub tags: Tags,
    pub source: ContactSource,
    pub created_at: Timestamp,
    /// When the owner of the address confirmed what stands here, or a member entered it. Until then it may be a
    /// stranger's words.
    pub confirmed_at: Option<Timestamp>,
    /// The version of the network's privacy text under which the person agreed to be kept beyond one event, and
    /// when.
    pub consent: Option<(u32, Timestamp)>,
    /// Since when the person wants no invitations.
    pub opted_out_at: Option<Timestamp>,
    /// Counts the edits; a change names the one it was made from.
    pub revision: i64,
}

/// What organisers keep about a contact besides the person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactParticulars {
    pub function: Option<Line<120>>,
    pub notes: Text<5_000>,
    pub tags: Tags,
    pub opted_out_at: Option<Timestamp>,
    /// The consent to be kept, as in [`Contact::consent`]. `None` where an earlier version noted the others without it.
    #[serde(default, deserialize_with = "present")]
    pub consent: Option<Option<(u32, Timestamp)>>,
}

/// A table that was imported into an address book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactImport {
    pub id: ContactImportId,
    pub network: NetworkId,
    pub at: Timestamp,
    /// How many contacts it added, and how many it filled in.
    pub added: u32,
    pub supplemented: u32,
    pub undone_at: Option<Timestamp>,
}

impl Contact {
    /// What organisers keep about the contact besides the person.
    pub fn particulars(&self) -> ContactParticulars {
        ContactParticulars {
            function: self.function.clone(),
            notes: self.notes.clone(),
            tags: self.tags.clone(),
            opted_out_at: self.opted_out_at,
            consent: Some(self.consent),
        }
    }

    /// The contact with other particulars.
    #[must_use]
    pub fn with_particulars(self, particulars: ContactParticulars) -> Self {
        let ContactParticulars {
            function,
            notes,
            tags,
            opted_out_at,
            consent,
        } = particulars;
        Self {
            function,
            notes,
            tags,
            consent: consent.unwrap_or(self.consent),
            opted_out_at,
            ..self
        }
    }

    /// Whether the contact is here because of registrations alone: nobody agreed to keep it beyond the event.
    pub fn is_only_registered(&self) -> bool {
        self.source == ContactSource::Registration && self.consent.is_none()
    }
}

/// A field that is there, whatever it says.
fn present<'de, D, T>(from: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    T::deserialize(from).map(Some)
}

/// The tags of a contact, sorted, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tags(Vec<Tag>);

/// A word by which contacts are grouped.
pub type Tag = Line<40>;

/// The most tags of a contact.
#[cfg(feature = "unicode")]
const MOST_TAGS: usize = 20;

impl Tags {
    /// What separates tags. No tag contains it.
    pub const SEPARATOR: char = ',';

    /// Tags that are separated by commas, semicolons or line breaks. Spellings of one tag
    /// ([`name_key`](crate::name_key)) are one tag.
    #[cfg(feature = "unicode")]
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let mut tags: Vec<(String, Tag)> = Vec::new();
        for entered in text.split([Self::SEPARATOR, ';', '\n']) {
            let Some(tag) = Tag::optional(entered)? else {
                continue;
            };
            let key = crate::name_key(tag.as_str());
            if tags.iter().all(|(known, _)| *known != key) {
                tags.push((key, tag));
            }
        }
        if tags.len() > MOST_TAGS {
            return Err(Fault::TooManyEntries { most: MOST_TAGS });
        }
        tags.sort();
        Ok(Self(tags.into_iter().map(|(_, tag)| tag).collect()))
    }

    pub fn iter(&self) -> impl Iterator<Item = &Tag> {
        self.0.iter()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The tags of both.
    #[cfg(feature = "unicode")]
    pub fn with(&self, others: &Self) -> Result<Self, Fault> {
        Self::parse(&format!("{self}{}{others}", Self::SEPARATOR))
    }

    /// The tags that are not among others, however those are spelt.
    #[cfg(feature = "unicode")]
    #[must_use]
    pub fn without(&self, others: &Self) -> Self {
        let keys: Vec<String> = others
            .iter()
            .map(|tag| crate::name_key(tag.as_str()))
            .collect();
        let kept = self
            .iter()
            .filter(|tag| !keys.contains(&crate::name_key(tag.as_str())));
        Self(kept.cloned().collect())
    }
}

impl fmt::Display for Tags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, tag) in self.0.iter().enumerate() {
            if number > 0 {
                f.write_str(", ")?;
            }
            tag.fmt(f)?;
        }
        Ok(())
    }
}

#[cfg(all(test, feature = "unicode"))]
mod tests {
    use proptest::prelude::*;

    use super::Tags;
    use crate::Fault;

    #[test]
    fn spellings_of_a_tag_are_one_tag() {
        let tags = Tags::parse("Presse; jobcenter,\nPRESSE, , Gast\u{a0} 2026").unwrap();
        assert_eq!(tags.to_string(), "Gast\u{a0} 2026, jobcenter, Presse");
        assert_eq!(Tags::parse(" ,; "), Ok(Tags::default()));
    }

    #[test]
    fn tags_are_taken_away_however_they_are_spelt() {
        let tags = Tags::parse("Presse, jobcenter, Gast").unwrap();
        let taken = Tags::parse("PRESSE, Beirat, gast").unwrap();
        assert_eq!(tags.without(&taken).to_string(), "jobcenter");
        assert_eq!(tags.without(&Tags::default()), tags);
    }

    #[test]
    fn a_contact_has_a_limited_number_of_tags() {
        let many: Vec<String> = (0..21).map(|number| format!("t{number}")).collect();
        let refused = Tags::parse(&many.join(","));
        assert_eq!(refused, Err(Fault::TooManyEntries { most: 20 }));
        assert!(matches!(
            Tags::parse(&"x".repeat(41)),
            Err(Fault::TooLong { most: 40 })
        ));
    }

    proptest! {
        #[test]
        fn tags_are_their_own_text(text in "[\\PC,;\n]{0,60}") {
            if let Ok(tags) = Tags::parse(&text) {
                prop_assert_eq!(Tags::parse(&tags.to_string()), Ok(tags));
            }
        }
    }
}

#[cfg(test)]
mod particulars_tests {
    use super::ContactParticulars;

    #[test]
    fn what_an_earlier_version_noted_leaves_the_consent() {
        let read = |json: &str| serde_json::from_str::<ContactParticulars>(json).unwrap();
        let earlier = r#"{"function":null,"notes":"","tags":[],"opted_out_at":null}"#;
        assert_eq!(read(earlier).consent, None);
        let none = r#"{"function":null,"notes":"","tags":[],"opted_out_at":null,"consent":null}"#;
        assert_eq!(read(none).consent, Some(None));
    }
}
