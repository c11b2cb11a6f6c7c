//! Which column of a programme's table holds what.

use model::search_key;

use crate::tables::{ColumnContent, RecognisedContent};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProgrammeColumn {
    Title,
    Description,
    Speakers,
    Topic,
    Language,
    StepFree,
    Least,
    Most,
    OrganisationMost,
    /// The slots in which the workshop is offered.
    Slots,
    /// A room for all offers, or one for each.
    Rooms,
    /// Titles of workshops that nobody attends beside this one.
    Clashes,
    /// It is left out.
    Nothing,
}

impl ProgrammeColumn {
    /// All that hold something, in the order of an exported table.
    pub const ALL: [Self; 12] = [
        Self::Title,
        Self::Description,
        Self::Speakers,
        Self::Topic,
        Self::Language,
        Self::StepFree,
        Self::Least,
        Self::Most,
        Self::OrganisationMost,
        Self::Slots,
        Self::Rooms,
        Self::Clashes,
    ];

    /// The name of the field whose faults it has.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Description => "description",
            Self::Speakers => "speakers",
            Self::Topic => "topic",
            Self::Language => "language",
            Self::StepFree => "step_free",
            Self::Least => "least",
            Self::Most => "most",
            Self::OrganisationMost => "organisation_most",
            Self::Slots => "slots",
            Self::Rooms => "rooms",
            Self::Clashes => "clashes",
            Self::Nothing => "nothing",
        }
    }
}

impl RecognisedContent for ProgrammeColumn {
    /// Recognises a heading in either language, however it is spelt.
    fn recognise(heading: &str) -> Option<Self> {
        Some(match key(heading).as_str() {
            "titel" | "workshop" | "name" | "title" => Self::Title,
            "beschreibung" | "inhalt" | "abstract" | "description" | "content" => Self::Description,
            "mitwirkende" | "referierende" | "referentin" | "referent" | "referentinnen"
            | "referenten" | "leitung" | "speakers" | "speaker" | "hosts" | "host" => {
                Self::Speakers
            }
            "thema" | "handlungsfeld" | "feld" | "topic" | "field" | "track" => Self::Topic,
            "sprache" | "language" => Self::Language,
            "stufenlos" | "barrierefrei" | "stepfree" | "stepfreeaccess" | "accessible" => {
                Self::StepFree
            }
            "mindestens" | "minimum" | "min" | "mindestzahl" | "atleast" => Self::Least,
            "hochstens" | "maximum" | "max" | "hochstzahl" | "platze" | "atmost" | "seats" => {
                Self::Most
            }
            "hochstensjeorganisation"
            | "jeorganisation"
            | "proorganisation"
            | "maximumperorganisation"
            | "perorganisation"
            | "organisationmax" => Self::OrganisationMost,
            "zeitfenster" | "zeit" | "zeiten" | "slot" | "slots" | "time" | "times"
            | "timeslot" | "timeslots" => Self::Slots,
            "raum" | "raume" | "room" | "rooms" => Self::Rooms,
            "nichtzusammenmit"
            | "schliesstaus"
            | "schliesstsichausmit"
            | "clashes"
            | "clasheswith"
            | "notwith"
            | "nottogetherwith" => Self::Clashes,
            _ => return None,
        })
    }
}

/// The letters and digits of a text, for comparison.
pub(super) fn key(text: &str) -> String {
    let first: String = text.chars().take(300).collect();
    let mut key = search_key(&first);
    key.retain(char::is_alphanumeric);
    key
}

impl ColumnContent for ProgrammeColumn {
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
