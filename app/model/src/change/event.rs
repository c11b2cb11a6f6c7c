//! Changes of an event.

use super::changes;
use crate::{
    Admission, ColleagueConfirmation, Contingent, EventDetails, EventKind, EventState, EventTime,
    IanaTimeZone, Language, Line, Place, Text, Visibility, WebAddress,
};

changes! {
    /// One field of an event that changed.
    EventChange of EventDetails: EventDetails {
        kind,
        title,
        summary,
        plain_language,
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
        admission,
        colleagues,
        funding_notice,
    } => {
        Kind(EventKind) = kind,
        Title(Line<200>) = title,
        Summary(Text<1_000>) = summary,
        PlainLanguage(Text<4_000>) = plain_language,
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
        Admission(Admission) = admission,
        Colleagues(ColleagueConfirmation) = colleagues,
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
            // The same instant by the clocks of another zone is the same time.
            Self::Starts(time) | Self::Ends(time) if time.before.at == time.after.at => {
                Audience::Nobody
            }
            Self::Title(_)
            | Self::Starts(_)
            | Self::Ends(_)
            | Self::TimeZone(_)
            | Self::PlaceName(_)
            | Self::PlaceAddress(_)
            | Self::PlaceRoom(_) => Audience::Everyone,
            Self::OnlineLink(_) => Audience::Seated,
            Self::Kind(_)
            | Self::Summary(_)
            | Self::PlainLanguage(_)
            | Self::Body(_)
            | Self::Language(_)
            | Self::Capacity(_)
            | Self::Contingents(_)
            | Self::Opens(_)
            | Self::Closes(_)
            | Self::Visibility(_)
            | Self::Admission(_)
            | Self::Colleagues(_)
            | Self::FundingNotice(_)
            | Self::State(_) => Audience::Nobody,
        }
    }

    /// Whether people may come to the right place at the right time without knowing of the change. It can then be saved
    /// without writing to them. Other words for the place may correct a typing error: the organiser says so.
    pub const fn can_be_a_correction(&self) -> bool {
        match self {
            Self::Starts(_)
            | Self::Ends(_)
            | Self::TimeZone(_)
            | Self::OnlineLink(_)
            | Self::State(_) => false,
            Self::PlaceName(change) => change.is_replaced(),
            Self::PlaceAddress(change) => change.is_replaced(),
            Self::PlaceRoom(change) => change.is_replaced(),
            Self::Title(_)
            | Self::Kind(_)
            | Self::Summary(_)
            | Self::PlainLanguage(_)
            | Self::Body(_)
            | Self::Language(_)
            | Self::Capacity(_)
            | Self::Contingents(_)
            | Self::Opens(_)
            | Self::Closes(_)
            | Self::Visibility(_)
            | Self::Admission(_)
            | Self::Colleagues(_)
            | Self::FundingNotice(_) => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::{civil::date, tz::TimeZone};

    use super::{Audience, EventChange};
    use crate::{
        Changed, EventDetails, EventKind, EventTime, IanaTimeZone, Language, Line, Place, Text,
        Visibility, WebAddress,
    };

    fn details() -> EventDetails {
        let at = |hour| {
            let local = date(2024, 9, 19).at(hour, 0, 0, 0);
            EventTime::resolve(local, &TimeZone::UTC, None).unwrap()
        };
        EventDetails {
            kind: EventKind::NetworkMeeting,
            title: Line::parse("Netzwerktreffen").unwrap(),
            summary: Text::default(),
            plain_language: Text::default(),
            body: Text::default(),
            language: Language::De,
            time_zone: IanaTimeZone::parse("UTC").unwrap(),
            starts: at(9),
            ends: at(16),
            place: Place::default(),
            capacity: None,
            contingents: Vec::new(),
            opens: None,
            closes: None,
            visibility: Visibility::Public,
            admission: crate::Admission::Open,
            colleagues: crate::ColleagueConfirmation::Each,
            funding_notice: Text::default(),
        }
    }

    fn changed(change: impl FnOnce(&mut EventDetails)) -> Vec<EventChange> {
        let mut after = details();
        change(&mut after);
        EventChange::between(&details(), &after)
    }

    fn audience(change: impl FnOnce(&mut EventDetails)) -> Audience {
        let changes = changed(change);
        let [change] = &changes[..] else {
            panic!("{changes:?}")
        };
        change.audience()
    }

    #[test]
    fn people_learn_of_what_they_need_to_know() {
        let link = WebAddress::parse("https://meet.example").ok();
        let room = Line::parse("Aula").ok();
        assert_eq!(audience(|d| d.place.room = room), Audience::Everyone);
        assert_eq!(audience(|d| d.place.online_link = link), Audience::Seated);
        assert_eq!(audience(|d| d.capacity = Some(5)), Audience::Nobody);
        assert_eq!(audience(|d| d.starts = d.ends), Audience::Everyone);
    }

    #[test]
    fn only_other_times_and_places_cannot_be_corrected_in_silence() {
        let title = changed(|d| d.title = Line::parse("Netzwerktreff").unwrap());
        assert!(title[0].can_be_a_correction());
        let room = changed(|d| d.place.room = Line::parse("Aula").ok());
        assert!(!room[0].can_be_a_correction(), "there was none");
        let corrected = EventChange::PlaceRoom(Changed {
            before: Line::parse("Alua").ok(),
            after: Line::parse("Aula").ok(),
        });
        assert!(corrected.can_be_a_correction());
        let starts = changed(|d| d.starts = d.ends);
        assert!(!starts[0].can_be_a_correction());
    }

    #[test]
    fn the_same_instant_by_other_clocks_is_news_to_nobody() {
        let an_hour = jiff::SignedDuration::from_hours(1);
        let clocks = audience(|d| d.starts.local -= an_hour);
        assert_eq!(clocks, Audience::Nobody);
    }

    #[test]
    fn who_did_not_touch_a_field_would_undo_its_change() {
        let changes = changed(|details| details.title = Line::parse("Konferenz").unwrap());
        let mut mine = details();
        assert!(changes[0].is_undone_by(&mine));
        mine.title = Line::parse("Treffen").unwrap();
        assert!(!changes[0].is_undone_by(&mine));
    }
}
