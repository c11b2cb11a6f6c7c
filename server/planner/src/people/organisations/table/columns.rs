//! Which column of a table of organisations holds what.

use model::search_key;

use crate::tables::{ColumnContent, RecognisedContent};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OrganisationColumn {
    ShortName,
    Name,
    Region,
    /// The field of action.
    Field,
    /// The short name of the organisation that it is a part of.
    Parent,
    /// It is left out.
    Nothing,
}

impl OrganisationColumn {
    /// All that hold something, in the order of an exported table.
    pub const ALL: [Self; 5] = [
        Self::ShortName,
        Self::Name,
        Self::Region,
        Self::Field,
        Self::Parent,
    ];

    /// The name of the field whose faults it has.
    pub const fn field(self) -> &'static str {
        match self {
            Self::ShortName => "short_name",
            Self::Name => "name",
            Self::Region => "region",
            Self::Field => "field",
            Self::Parent => "parent",
            Self::Nothing => "nothing",
        }
    }
}

impl RecognisedContent for OrganisationColumn {
    /// Recognises a heading in either language, however it is spelt.
    fn recognise(heading: &str) -> Option<Self> {
        // Longer than any of the words.
        if heading.len() > 200 {
            return None;
        }
        let mut key = search_key(heading);
        key.retain(char::is_alphanumeric);
        Some(match key.as_str() {
            "kurzname" | "kurzbezeichnung" | "kurzel" | "abkurzung" | "kurz" | "shortname"
            | "short" | "abbreviation" | "acronym" => Self::ShortName,
            "name" | "organisation" | "organization" | "einrichtung" | "institution" | "trager"
            | "verein" | "firma" | "bezeichnung" | "langname" | "vollername" | "fullname"
            | "company" => Self::Name,
            "region" | "ort" | "stadt" | "landkreis" | "kreis" | "bundesland" | "gebiet"
            | "city" | "area" | "county" => Self::Region,
            "handlungsfeld" | "feld" | "arbeitsfeld" | "bereich" | "thema" | "field"
            | "fieldofaction" | "fieldofwork" | "topic" => Self::Field,
            "teilvon"
            | "gehortzu"
            | "dachorganisation"
            | "ubergeordnet"
            | "mutterorganisation"
            | "partof"
            | "parent"
            | "parentorganisation"
            | "parentorganization"
            | "umbrellaorganisation" => Self::Parent,
            _ => return None,
        })
    }
}

impl ColumnContent for OrganisationColumn {
    const NOTHING: Self = Self::Nothing;

    fn word(self) -> String {
        self.field().to_owned()
    }

    fn of_word(word: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter().chain([Self::Nothing]);
        all.find(|column| column.field() == word)
    }

    fn is_heading(text: &str) -> bool {
        Self::recognise(text).is_some()
    }
}
