//! Series of events, and what an event that was copied from another still needs.

use crate::{
    DateMention, EventDetails, EventId, EventState, EventTime, IanaTimeZone, Language, Line,
    NetworkId, SeriesId, string_enum::string_enum,
};

/// A series of events of a network, such as the meetings of one committee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventSeries {
    pub id: SeriesId,
    pub network: NetworkId,
    pub name: Line<120>,
}

/// An event of a series, as lists name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventInSeries {
    pub id: EventId,
    pub title: Line<200>,
    pub language: Language,
    pub time_zone: IanaTimeZone,
    pub starts: EventTime,
    pub state: EventState,
}

string_enum! {
    /// A part of a copied event that an organiser has to look at.
    CopiedPart {
        /// The link of the earlier event, which was left out.
        OnlineLink = "online link",
        /// When registration opens and closes, which was left out.
        RegistrationTimes = "registration times",
        /// Until when people wish for workshops, which was left out.
        WishDeadline = "wish deadline",
        /// Links of screens, tables and lists, which are those of the earlier event.
        SecretLinks = "secret links",
        /// Who was invited, or took part, is ready to be invited again.
        Invitations = "invitations",
        /// Items of the agenda or slots on days that the new event does not have.
        LeftOutDays = "left out days",
        // Texts with dates of the earlier event.
        Title = "title",
        Summary = "summary",
        PlainLanguage = "plain language",
        Body = "body",
        Agenda = "agenda",
        Workshops = "workshops",
        Questions = "questions",
        Reminders = "reminders",
    }
}

/// What an organiser has to look at after an event was copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyNote {
    pub part: CopiedPart,
    /// The dates of the earlier event in a text, as they are written there.
    pub found: Vec<String>,
}

impl CopyNote {
    /// A note about the dates in a text that are none of the new event's. `None` if there are none.
    pub fn about_text(part: CopiedPart, text: &str, event: &EventDetails) -> Option<Self> {
        let days = (event.starts.local.date(), event.ends.local.date());
        let mut found: Vec<String> = Vec::new();
        for mention in DateMention::all_in(text) {
            let is_known = found.iter().any(|known| known == mention.text);
            if !mention.agrees_with(days) && !is_known {
                found.push(mention.text.to_owned());
            }
        }
        (!found.is_empty()).then_some(Self { part, found })
    }
}
