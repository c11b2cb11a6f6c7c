//! The timing of an agenda: gaps, overlaps and total length, all by the clocks of the event's zone.

use jiff::{SignedDuration, civil::DateTime};
use model::{AgendaItem, AgendaItemId};

/// The timing of one item, relative to the items shown before it. Times are local, in the event's zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timing {
    pub starts: DateTime,
    pub ends: DateTime,
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
pub fn end_of(item: &AgendaItem) -> DateTime {
    item.starts
        .saturating_add(SignedDuration::from_mins(item.minutes.into()))
}

/// The timing of each item of an agenda that is in order.
pub fn timings(agenda: &[AgendaItem]) -> Vec<Timing> {
    let mut timings: Vec<Timing> = Vec::new();
    for item in agenda {
        let (starts, ends) = (item.starts, end_of(item));
        let free_before = timings
            .iter()
            .filter(|earlier| earlier.starts.date() == starts.date())
            .map(|earlier| earlier.ends)
            .max()
            .map_or(0, |end| minutes_between(end, starts).max(0));
        let overlaps = agenda
            .iter()
            .zip(&timings)
            .filter(|(_, earlier)| earlier.ends > starts && starts < ends)
            .map(|(earlier, _)| earlier.id)
            .collect();
        timings.push(Timing {
            starts,
            ends,
            free_before,
            overlaps,
        });
    }
    timings
}

/// The minutes in which at least one item is on.
pub fn minutes_on<'a>(timings: impl IntoIterator<Item = &'a Timing>) -> i64 {
    let mut minutes = 0;
    let mut until: Option<DateTime> = None;
    for Timing { starts, ends, .. } in timings {
        let from = until.map_or(*starts, |until| until.max(*starts));
        minutes += minutes_between(from, *ends).max(0);
        until = Some(until.map_or(*ends, |until| until.max(*ends)));
    }
    minutes
}

/// The minutes from one local time to another, as a clock on the wall counts them.
pub fn minutes_between(from: DateTime, to: DateTime) -> i64 {
    from.duration_until(to).as_mins()
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;

    use super::{super::given::item, in_order, minutes_on, timings};

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
