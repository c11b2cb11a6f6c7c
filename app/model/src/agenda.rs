//! An event's agenda.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::{
    AgendaItemId, EventId, Line, NumberRange, Text, local::Occurrence, string_enum::string_enum,
    workshops::OfferKey,
};

string_enum! {
    /// What happens in one item of the agenda.
    AgendaItemKind {
        Plenary = "plenary",
        Break = "break",
        IntroductionRound = "introduction round",
        Cafe = "café",
        Workshop = "workshop",
    }
}

/// One item of an event's agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    pub id: AgendaItemId,
    pub event: EventId,
    /// The order items are shown in when they begin at the same time; set by the organiser.
    pub position: i64,
    pub kind: AgendaItemKind,
    pub title: Line<200>,
    /// What a person should know about it; one or several lines.
    pub details: Text<4_000>,
    pub room: Option<Line<120>>,
    /// Speakers, hosts or presenters, as the agenda names them.
    pub speakers: Option<Line<600>>,
    /// Local time in the event's zone.
    pub starts: DateTime,
    /// Which of two instants the beginning is when the clocks go back. Without effect on any other local time.
    pub occurrence: Occurrence,
    pub minutes: u32,
    /// Which workshop it offers in which slot. Title, speakers and time are theirs then.
    #[serde(default)]
    pub offer: Option<OfferKey>,
}

impl AgendaItem {
    /// How many minutes an item may last: what runs longer than a day is an item on each day.
    pub const MINUTES: NumberRange = NumberRange {
        least: 1,
        most: 24 * 60,
    };
}
