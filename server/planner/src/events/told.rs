//! What people are told when it changes, and what it is called then.

use jiff::civil::DateTime;
use model::{Language, dates};

use crate::Change;

/// A part of an event whose change people are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ToldField {
    Title,
    Starts,
    Ends,
    TimeZone,
    PlaceName,
    PlaceAddress,
    PlaceRoom,
    OnlineLink,
}

/// One change that people are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    pub field: ToldField,
    /// As the event's form shows it.
    before: String,
    after: String,
}

impl ToldField {
    const ALL: [Self; 8] = [
        Self::Title,
        Self::Starts,
        Self::Ends,
        Self::TimeZone,
        Self::PlaceName,
        Self::PlaceAddress,
        Self::PlaceRoom,
        Self::OnlineLink,
    ];

    /// The field of the event's form.
    const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Starts => "starts",
            Self::Ends => "ends",
            Self::TimeZone => "time_zone",
            Self::PlaceName => "place_name",
            Self::PlaceAddress => "place_address",
            Self::PlaceRoom => "place_room",
            Self::OnlineLink => "online_link",
        }
    }

    const fn called(self, language: Language) -> &'static str {
        let (de, en) = match self {
            Self::Title => ("Titel", "Title"),
            Self::Starts => ("Beginn", "Start"),
            Self::Ends => ("Ende", "End"),
            Self::TimeZone => ("Zeitzone", "Time zone"),
            Self::PlaceName => ("Ort", "Place"),
            Self::PlaceAddress => ("Adresse", "Address"),
            Self::PlaceRoom => ("Raum", "Room"),
            Self::OnlineLink => ("Online-Zugang", "Online link"),
        };
        match language {
            Language::De => de,
            Language::En => en,
        }
    }

    /// Whether it is only for those who have a seat.
    pub const fn needs_a_seat(self) -> bool {
        matches!(self, Self::OnlineLink)
    }
}

impl Told {
    /// A change of the event, if people are told of it.
    pub fn of(change: Change) -> Option<Self> {
        let field = ToldField::ALL
            .into_iter()
            .find(|field| field.name() == change.field)?;
        Some(Self {
            field,
            before: change.before,
            after: change.after,
        })
    }

    /// In the words of the person who is told.
    pub fn worded(self, language: Language) -> mail::ChangedField {
        let shown = |value: String| match (self.field, value.parse::<DateTime>()) {
            (ToldField::Starts | ToldField::Ends, Ok(time)) => dates::date_time(time, language),
            _ => value,
        };
        mail::ChangedField {
            label: self.field.called(language).to_owned(),
            before: shown(self.before),
            after: shown(self.after),
        }
    }
}

impl From<Told> for Change {
    fn from(told: Told) -> Self {
        Self {
            field: told.field.name().to_owned(),
            before: told.before,
            after: told.after,
        }
    }
}
