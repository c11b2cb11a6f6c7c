//! The proposal for the next item of an agenda.

use model::{AgendaItem, AgendaItemId, AgendaItemKind, EventDetails, EventTime};
use planner::agenda::{ScheduledItem, by_day};

use super::AgendaItemForm;

/// The default length of a new item, in minutes.
const USUAL_LENGTH: u32 = 30;

impl AgendaItemForm {
    /// The form of a new item. After the one that was just added, it has that one's kind and length, and begins when it
    /// ends, or with it if that is one of several parallel ones. Otherwise it begins when the last item ends.
    pub fn next_in(
        details: &EventDetails,
        agenda: &[AgendaItem],
        added: Option<AgendaItemId>,
    ) -> Self {
        let zone = details.time_zone.rules();
        let slots: Vec<_> = by_day(agenda, zone)
            .into_iter()
            .flat_map(|day| day.slots)
            .collect();
        let added = slots.iter().find_map(|slot| {
            let mut items = slot.items.iter();
            let item = items.find(|other| Some(other.item.id) == added)?;
            Some((item, slot.is_parallel()))
        });
        let last = slots.iter().max_by_key(|slot| slot.timing.ends_at);
        let begins = match added {
            Some((ScheduledItem { timing, .. }, true)) => Some((timing.starts, timing.starts_at)),
            Some((ScheduledItem { timing, .. }, false)) => Some((timing.ends, timing.ends_at)),
            None => last.map(|slot| (slot.timing.ends, slot.timing.ends_at)),
        };
        let begins = begins.map_or(details.starts, |(local, at)| EventTime { local, at });
        let (kind, minutes) = added.map_or((AgendaItemKind::Plenary, USUAL_LENGTH), |(item, _)| {
            (item.item.kind, item.item.minutes)
        });
        Self {
            kind: kind.to_string(),
            ..Self::at(begins, minutes, zone)
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Time, date};
    use model::{
        AgendaItem, EventDetails, EventKind, EventTime, IanaTimeZone, Language, Line, Place, Text,
        Visibility,
    };
    use uuid::Uuid;

    use super::{
        super::form::tests::{berlin, stored},
        AgendaItemForm,
    };

    fn details() -> EventDetails {
        let when = |time: Time| EventTime {
            local: date(2024, 9, 19).to_datetime(time),
            at: date(2024, 9, 19)
                .to_datetime(time)
                .to_zoned(berlin())
                .unwrap()
                .timestamp(),
        };
        EventDetails {
            kind: EventKind::NetworkMeeting,
            title: Line::parse("Netzwerktreffen").unwrap(),
            summary: Text::default(),
            plain_language: Text::default(),
            body: Text::default(),
            language: Language::De,
            time_zone: IanaTimeZone::parse("Europe/Berlin").unwrap(),
            starts: when(Time::constant(9, 30, 0, 0)),
            ends: when(Time::constant(16, 0, 0, 0)),
            place: Place::default(),
            capacity: None,
            contingents: Vec::new(),
            opens: None,
            closes: None,
            visibility: Visibility::Public,
            admission: model::Admission::Open,
            colleagues: model::ColleagueConfirmation::Each,
            funding_notice: Text::default(),
        }
    }

    fn next(agenda: &[AgendaItem], added: Option<u128>) -> [String; 5] {
        let added = added.map(|id| Uuid::from_u128(id).into());
        let next = AgendaItemForm::next_in(&details(), agenda, added);
        [next.date, next.time, next.ends, next.minutes, next.kind]
    }

    #[test]
    fn a_new_item_follows_the_last_one() {
        let mut early = stored();
        early.id = Uuid::from_u128(3).into();
        early.starts = date(2024, 9, 19).at(9, 0, 0, 0);
        assert_eq!(
            next(&[early, stored()], None),
            ["2024-09-19", "14:30", "15:00", "30", "plenary"]
        );
        assert_eq!(
            next(&[], None),
            ["2024-09-19", "09:30", "10:00", "30", "plenary"]
        );
    }

    #[test]
    fn the_next_of_several_new_items_is_like_the_one_before() {
        let mut later = stored();
        later.id = Uuid::from_u128(3).into();
        later.starts = date(2024, 9, 19).at(15, 0, 0, 0);
        assert_eq!(
            next(&[stored(), later.clone()], Some(1)),
            ["2024-09-19", "14:30", "16:00", "90", "café"]
        );
        // One of two parallel ones: the next is parallel, too.
        later.starts = stored().starts;
        assert_eq!(
            next(&[stored(), later], Some(3)),
            ["2024-09-19", "13:00", "14:30", "90", "café"]
        );
    }
}
