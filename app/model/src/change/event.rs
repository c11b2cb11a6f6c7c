//! Changes of an event.

use super::changes;
use crate::{
    Contingent, EventDetails, EventKind, EventState, EventTime, IanaTimeZone, Language, Line,
    Place, Text, Visibility, WebAddress,
};

changes! {
    /// One field of an event that changed.
    EventChange of EventDetails: EventDetails {
        kind,
        title,
        summary,
        body,
        language,
        time_zone,
        starts,
        ends,
        place: Place {
            name,
            address,
            room,
            online_link,
        },
        capacity,
        contingents,
        opens,
        closes,
        visibility,
        funding_notice,
    } => {
        Kind(EventKind) = kind,
        Title(Line<200>) = title,
        Summary(Text<1_000>) = summary,
        Body(Text) = body,
        Language(Language) = language,
        TimeZone(IanaTimeZone) = time_zone,
        Starts(EventTime) = starts,
        Ends(EventTime) = ends,
        PlaceName(Option<Line<200>>) = name,
        PlaceAddress(Option<Line<300>>) = address,
        PlaceRoom(Option<Line<120>>) = room,
        OnlineLink(Option<WebAddress>) = online_link,
        Capacity(Option<u32>) = capacity,
        Contingents(Vec<Contingent>) = contingents,
        Opens(Option<EventTime>) = opens,
        Closes(Option<EventTime>) = closes,
        Visibility(Visibility) = visibility,
        FundingNotice(Text<2_000>) = funding_notice,
    } and {
        /// Publishing and cancelling change it.
        State(EventState),
    }
}

/// Who learns of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Everyone who has a seat or waits for one.
    Everyone,
    /// Those who have a seat.
    Seated,
    /// Nobody is written to.
    Nobody,
}

impl EventChange {
    /// Who learns of the change once the event is published.
    pub fn audience(&self) -> Audience {
        match self {
            Self::Title(_)
            | Self::TimeZone(_)
            | Self::PlaceName(_)
            | Self::PlaceAddress(_)
            | Self::PlaceRoom(_) => Audience::Everyone,
            // The same instant by the clocks of another zone is the same time.
            Self::Starts(time) | Self::Ends(time) if time.before.at == time.after.at => {
                Audience::Nobody
            }
            Self::Starts(_) | Self::Ends(_) => Audience::Everyone,
            Self::OnlineLink(_) => Audience::Seated,
            Self::Kind(_)
            | Self::Summary(_)
            | Self::Body(_)
            | Self::Language(_)
            | Self::Capacity(_)
            | Self::Contingents(_)
            | Self::Opens(_)
            | Self::Closes(_)
            | Self::Visibility(_)
            | Self::FundingNotice(_)
            | Self::State(_) => Audience::Nobody,
        }
    }
}
