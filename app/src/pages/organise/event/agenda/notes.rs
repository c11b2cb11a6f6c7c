//! Notes about the time of an item.

use jiff::civil::DateTime;
use model::EventTime;
use planner::agenda::{ScheduledItem, minutes_between};
use ui::{
    components::Tone,
    dates::{clock, dates},
    text::t,
};

/// Beginning and end of the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub starts: EventTime,
    pub ends: EventTime,
}

/// Notes about an overlap with an item that began earlier, and about times outside of the event. `others` are the
/// items that it should not overlap.
pub(super) fn notes<'a>(
    scheduled: &ScheduledItem,
    mut others: impl Iterator<Item = &'a ScheduledItem>,
    event: Span,
) -> Vec<(Tone, String)> {
    let mut notes = Vec::new();
    let timing = &scheduled.timing;
    let during = others.find(|other| Some(other.item.id) == scheduled.begins_during);
    notes.extend(during.map(|other| {
        let title = other.item.title.as_str();
        let ends = at(other.timing.ends, timing.starts);
        (
            Tone::Warn,
            t!("agenda-overlaps", title = title, ends = ends),
        )
    }));
    if timing.starts_at < event.starts.at {
        let starts = at(event.starts.local, timing.starts);
        notes.push((Tone::Warn, t!("agenda-too-early", starts = starts)));
    }
    if timing.starts_at >= event.ends.at {
        let ends = at(event.ends.local, timing.starts);
        notes.push((Tone::Warn, t!("agenda-after-the-end", ends = ends)));
    } else if timing.ends_at > event.ends.at {
        let minutes = minutes_between(event.ends.at, timing.ends_at);
        let late = dates().minutes(minutes);
        let ends = at(event.ends.local, timing.starts);
        notes.push((Tone::Warn, t!("agenda-too-late", late = late, ends = ends)));
    }
    notes
}

/// A time of day, with its date if that differs from the one of `beside`.
fn at(time: DateTime, beside: DateTime) -> String {
    if time.date() == beside.date() {
        clock(time.time())
    } else {
        dates().moment(time)
    }
}

#[cfg(test)]
mod tests {
    use jiff::{civil::date, tz::TimeZone};
    use model::{AgendaItem, AgendaItemKind, EventTime, Line, Text, local::Occurrence};
    use planner::agenda::{ScheduledItem, by_day};
    use uuid::Uuid;

    use super::{Span, notes};

    fn at(hour: i8, minute: i8) -> EventTime {
        let local = date(2023, 9, 19).at(hour, minute, 0, 0);
        EventTime::resolve(local, &TimeZone::UTC, None).unwrap()
    }

    fn agenda(items: &[(&str, &str, u32)]) -> Vec<ScheduledItem> {
        let items: Vec<AgendaItem> = (1..)
            .zip(items)
            .map(|(number, (title, starts, minutes))| AgendaItem {
                id: Uuid::from_u128(number).into(),
                event: Uuid::from_u128(99).into(),
                position: 0,
                kind: AgendaItemKind::Plenary,
                title: Line::parse(title).unwrap(),
                details: Text::default(),
                room: None,
                speakers: None,
                starts: format!("2023-09-19T{starts}").parse().unwrap(),
                occurrence: Occurrence::First,
                minutes: *minutes,
                offer: None,
            })
            .collect();
        let days = by_day(&items, &TimeZone::UTC).into_iter();
        let slots = days.flat_map(|day| day.slots);
        slots.flat_map(|slot| slot.items).collect()
    }

    fn said(items: &[(&str, &str, u32)]) -> Vec<String> {
        let items = agenda(items);
        let event = Span {
            starts: at(9, 30),
            ends: at(16, 0),
        };
        items
            .iter()
            .flat_map(|item| notes(item, items.iter(), event))
            .map(|(_, note)| note)
            .collect()
    }

    #[test]
    fn nothing_is_said_about_what_fits() {
        assert!(said(&[("A", "09:30", 30), ("B", "10:00", 360)]).is_empty());
    }

    #[test]
    fn what_overlaps_is_said_once_and_what_begins_together_is_not() {
        let said = said(&[("A", "10:00", 60), ("B", "10:00", 50), ("C", "10:45", 30)]);
        assert_eq!(said.len(), 1);
        assert!(
            said[0].contains("„A“") && said[0].contains("11:00"),
            "{said:?}"
        );
    }

    #[test]
    fn what_is_outside_of_the_event_is_said_once() {
        let said = said(&[("A", "09:00", 15), ("B", "15:30", 45), ("C", "16:30", 15)]);
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(said[0].contains("9:30"), "{said:?}");
        assert!(said[1].contains("15 Min."), "{said:?}");
    }
}
