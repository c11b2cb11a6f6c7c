//! Changes of an item of the agenda.

use jiff::civil::DateTime;

use super::changes;
use crate::{AgendaItem, AgendaItemKind, Line, Text, local::Occurrence};

changes! {
    /// One field of an item of the agenda that changed.
    AgendaItemChange of AgendaItem: AgendaItem {
        id: _,
        event: _,
        // Set by moving items, not by editing one.
        position: _,
        kind,
        title,
        details,
        room,
        speakers,
        starts,
        occurrence,
        minutes,
        // Set by slots and workshops.
        offer: _,
    } => {
        Title(Line<200>) = title,
        Kind(AgendaItemKind) = kind,
        Starts(DateTime) = starts,
        Occurrence(Occurrence) = occurrence,
        Minutes(u32) = minutes,
        Room(Option<Line<120>>) = room,
        Speakers(Option<Line<600>>) = speakers,
        Details(Text<4_000>) = details,
    }
}
