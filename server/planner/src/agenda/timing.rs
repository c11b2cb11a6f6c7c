//! When the items of an agenda are on. Times are shown by the clocks of the event's zone, and compared as instants.

use jiff::{SignedDuration, Timestamp, civil::DateTime, tz::TimeZone};
use model::{
    AgendaItem, EventTime,
    local::{self, LocalTime, Occurrence},
};

/// Beginning and end of an item or a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timing {
    /// Local times in the event's zone.
    pub starts: DateTime,
    pub ends: DateTime,
    /// The same as instants.
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
}

impl Timing {
    pub(super) fn of(item: &AgendaItem, zone: &TimeZone) -> Self {
        let ends_at = instant_of_end(item, zone);
        Self {
            starts: item.starts,
            ends: zone.to_datetime(ends_at),
            starts_at: instant_of_start(item, zone),
            ends_at,
        }
    }

    pub(super) fn moved_by(self, by: SignedDuration, zone: &TimeZone) -> Self {
        let moved = |at: Timestamp| at.checked_add(by).unwrap_or(at);
        let (starts_at, ends_at) = (moved(self.starts_at), moved(self.ends_at));
        Self {
            starts: zone.to_datetime(starts_at),
            ends: zone.to_datetime(ends_at),
            starts_at,
            ends_at,
        }
    }
}

/// The agenda in the order of its times, then as the organiser put it.
pub fn in_order(mut agenda: Vec<AgendaItem>, zone: &TimeZone) -> Vec<AgendaItem> {
    agenda.sort_by_cached_key(|item| (instant_of_start(item, zone), item.position, item.id));
    agenda
}

/// The local time an item ends at.
pub fn end_of(item: &AgendaItem, zone: &TimeZone) -> DateTime {
    zone.to_datetime(instant_of_end(item, zone))
}

/// The item with the first occurrence of its beginning, unless the clocks show that time twice: which one is meant has
/// no effect on any other time.
pub(super) fn normalised(item: AgendaItem, zone: &TimeZone) -> AgendaItem {
    let occurrence = match local::resolve(item.starts, zone) {
        Ok(LocalTime::Repeated { .. }) => item.occurrence,
        _ => Occurrence::First,
    };
    AgendaItem { occurrence, ..item }
}

/// The instant an item begins at.
pub(super) fn instant_of_start(item: &AgendaItem, zone: &TimeZone) -> Timestamp {
    local::instant(item.starts, zone, Some(item.occurrence))
        .unwrap_or_else(|_| local::assumed_instant(item.starts, zone))
}

pub(super) fn instant_of_end(item: &AgendaItem, zone: &TimeZone) -> Timestamp {
    let starts = instant_of_start(item, zone);
    let length = SignedDuration::from_mins(item.minutes.into());
    starts.checked_add(length).unwrap_or(starts)
}

/// The item, with its beginning moved.
pub(crate) fn moved_by(item: &AgendaItem, by: SignedDuration, zone: &TimeZone) -> AgendaItem {
    let (starts, occurrence) = start_moved_by((item.starts, item.occurrence), by, zone);
    AgendaItem {
        starts,
        occurrence,
        ..item.clone()
    }
}

/// A beginning, moved.
pub(crate) fn start_moved_by(
    (starts, occurrence): (DateTime, Occurrence),
    by: SignedDuration,
    zone: &TimeZone,
) -> (DateTime, Occurrence) {
    let starts = local::instant(starts, zone, Some(occurrence))
        .unwrap_or_else(|_| local::assumed_instant(starts, zone));
    let at = starts.checked_add(by).unwrap_or(starts);
    let starts = EventTime {
        local: zone.to_datetime(at),
        at,
    };
    let occurrence = starts.occurrence(zone).unwrap_or(Occurrence::First);
    (starts.local, occurrence)
}

/// The minutes in which at least one of the timings is on. They are in order.
pub fn minutes_on<'a>(timings: impl IntoIterator<Item = &'a Timing>) -> i64 {
    let mut minutes = 0;
    let mut until: Option<Timestamp> = None;
    for Timing {
        starts_at: starts,
        ends_at: ends,
        ..
    } in timings
    {
        let from = until.map_or(*starts, |until| until.max(*starts));
        minutes += minutes_between(from, *ends).max(0);
        until = Some(until.map_or(*ends, |until| until.max(*ends)));
    }
    minutes
}

/// The minutes from one instant to another.
pub fn minutes_between(from: Timestamp, to: Timestamp) -> i64 {
    from.duration_until(to).as_mins()
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, civil::datetime, tz::TimeZone};
    use model::{AgendaItem, local::Occurrence};

    use super::{super::given::item, Timing, end_of, in_order, minutes_on, moved_by};

    fn berlin() -> TimeZone {
        TimeZone::get("Europe/Berlin").unwrap()
    }

    /// An hour from half past, on a day the clocks change in Berlin.
    fn at(month: i8, day: i8, hour: i8) -> AgendaItem {
        AgendaItem {
            starts: datetime(2024, month, day, hour, 30, 0, 0),
            ..item(1, "10:00", 60)
        }
    }

    #[test]
    fn lengths_are_elapsed_time_when_the_clocks_change() {
        let berlin = berlin();
        assert_eq!(
            end_of(&at(3, 31, 1), &berlin),
            datetime(2024, 3, 31, 3, 30, 0, 0)
        );
        // The second half past two.
        assert_eq!(
            end_of(&at(10, 27, 2), &berlin),
            datetime(2024, 10, 27, 2, 30, 0, 0)
        );
        let night = [at(10, 27, 1), at(10, 27, 3)].map(|item| Timing::of(&item, &berlin));
        assert_eq!(minutes_on(&night), 120);
    }

    #[test]
    fn of_two_equal_times_the_second_is_later() {
        let berlin = berlin();
        let first = at(10, 27, 2);
        let second = AgendaItem {
            occurrence: Occurrence::Second,
            position: -1,
            ..first.clone()
        };
        let order = in_order(vec![second.clone(), first.clone()], &berlin);
        assert_eq!(order, [first.clone(), second.clone()]);
        assert_eq!(
            end_of(&second, &berlin),
            datetime(2024, 10, 27, 3, 30, 0, 0)
        );
        let hour = SignedDuration::from_hours(1);
        assert_eq!(
            moved_by(&first, hour, &berlin).occurrence,
            Occurrence::Second
        );
        assert_eq!(
            moved_by(&second, -hour, &berlin).occurrence,
            Occurrence::First
        );
    }

    #[test]
    fn what_runs_in_parallel_counts_once() {
        let agenda = [
            item(1, "10:00", 60),
            item(2, "10:00", 90),
            item(3, "12:00", 30),
        ];
        assert_eq!(
            minutes_on(&agenda.map(|item| Timing::of(&item, &TimeZone::UTC))),
            120
        );
    }
}
