//! The timing of an agenda: gaps, overlaps and total length. Times are shown by the clocks of the event's zone, and
//! compared as instants.

use jiff::{SignedDuration, Timestamp, civil::DateTime, tz::TimeZone};
use model::{AgendaItem, AgendaItemId, local};

/// The timing of one item, relative to the items shown before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timing {
    /// Local times in the event's zone.
    pub starts: DateTime,
    pub ends: DateTime,
    /// The same as instants.
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    /// Minutes since the latest end of an earlier item on the same day; zero for a day's first item.
    pub free_before: i64,
    /// The earlier items that are still on when it begins. Items may run in parallel.
    pub overlaps: Vec<AgendaItemId>,
}

/// The agenda in the order it is shown: by time, then as the organiser put it.
pub fn in_order(mut agenda: Vec<AgendaItem>) -> Vec<AgendaItem> {
    agenda.sort_by_key(|item| (item.starts, item.position));
    agenda
}

/// The local time an item ends at.
pub fn end_of(item: &AgendaItem, zone: &TimeZone) -> DateTime {
    zone.to_datetime(instant_of_end(item, zone))
}

/// The instant an item begins at. A repeated local time is the first of the two.
pub(super) fn instant_of_start(item: &AgendaItem, zone: &TimeZone) -> Timestamp {
    local::assumed_instant(item.starts, zone)
}

pub(super) fn instant_of_end(item: &AgendaItem, zone: &TimeZone) -> Timestamp {
    let starts = instant_of_start(item, zone);
    let length = SignedDuration::from_mins(item.minutes.into());
    starts.checked_add(length).unwrap_or(starts)
}

/// The timing of each item of an agenda that is in order.
pub fn timings(agenda: &[AgendaItem], zone: &TimeZone) -> Vec<Timing> {
    let mut timings: Vec<Timing> = Vec::new();
    for item in agenda {
        let starts = item.starts;
        let starts_at = instant_of_start(item, zone);
        let ends_at = instant_of_end(item, zone);
        let free_before = timings
            .iter()
            .filter(|earlier| earlier.starts.date() == starts.date())
            .map(|earlier| earlier.ends_at)
            .max()
            .map_or(0, |end| minutes_between(end, starts_at).max(0));
        let overlaps = agenda
            .iter()
            .zip(&timings)
            .filter(|(_, earlier)| earlier.ends_at > starts_at && starts_at < ends_at)
            .map(|(earlier, _)| earlier.id)
            .collect();
        timings.push(Timing {
            starts,
            ends: zone.to_datetime(ends_at),
            starts_at,
            ends_at,
            free_before,
            overlaps,
        });
    }
    timings
}

/// The minutes in which at least one item is on.
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
    use jiff::{civil::datetime, tz::TimeZone};
    use model::AgendaItem;

    use super::{super::given::item, Timing, end_of, in_order, minutes_on};

    fn timings(agenda: &[AgendaItem]) -> Vec<Timing> {
        super::timings(agenda, &TimeZone::UTC)
    }

    #[test]
    fn lengths_and_gaps_are_elapsed_time_when_the_clocks_change() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let at = |month, day, hour| AgendaItem {
            starts: datetime(2024, month, day, hour, 30, 0, 0),
            ..item(1, "10:00", 60)
        };
        assert_eq!(
            end_of(&at(3, 31, 1), &berlin),
            datetime(2024, 3, 31, 3, 30, 0, 0)
        );
        // The second half past two.
        assert_eq!(
            end_of(&at(10, 27, 2), &berlin),
            datetime(2024, 10, 27, 2, 30, 0, 0)
        );
        let night = [at(10, 27, 1), at(10, 27, 3)];
        let timings = super::timings(&night, &berlin);
        assert_eq!(timings[1].free_before, 120);
        assert_eq!(minutes_on(&timings), 120);
        let spring = super::timings(&[at(3, 31, 1), at(3, 31, 3)], &berlin);
        assert_eq!(spring[1].free_before, 0);
        assert!(spring[1].overlaps.is_empty());
    }

    #[test]
    fn what_begins_before_another_item_ends_overlaps_it() {
        let agenda = in_order(vec![
            item(3, "11:00", 30),
            item(1, "10:00", 90),
            item(2, "10:15", 15),
            item(4, "11:30", 30),
        ]);
        let overlaps: Vec<Vec<u128>> = timings(&agenda)
            .iter()
            .map(|timing| {
                timing
                    .overlaps
                    .iter()
                    .map(|id| id.uuid().as_u128())
                    .collect()
            })
            .collect();
        assert_eq!(overlaps, [vec![], vec![1], vec![1], vec![]]);
    }

    #[test]
    fn free_time_is_what_nothing_fills() {
        let agenda = [
            item(1, "10:00", 60),
            item(2, "10:15", 15),
            item(3, "11:10", 20),
        ];
        let free: Vec<i64> = timings(&agenda).iter().map(|t| t.free_before).collect();
        assert_eq!(free, [0, 0, 10]);
    }

    #[test]
    fn the_night_between_two_days_is_not_free_time() {
        let mut agenda = vec![item(1, "16:00", 60), item(2, "09:00", 60)];
        agenda[1].starts = datetime(2023, 9, 20, 9, 0, 0, 0);
        assert_eq!(timings(&agenda)[1].free_before, 0);
        agenda[0] = item(1, "23:30", 90);
        assert_eq!(timings(&agenda)[1].free_before, 0);
    }

    #[test]
    fn an_item_without_length_overlaps_nothing() {
        let agenda = [item(1, "10:00", 60), item(2, "10:30", 0)];
        assert!(timings(&agenda)[1].overlaps.is_empty());
    }

    #[test]
    fn what_runs_in_parallel_counts_once() {
        let agenda = [
            item(1, "10:00", 60),
            item(2, "10:00", 90),
            item(3, "12:00", 30),
        ];
        assert_eq!(minutes_on(&timings(&agenda)), 120);
    }
}
