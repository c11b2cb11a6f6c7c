//! When the items of an agenda are on: what is free between them, what overlaps, how long it all takes.

use jiff::{Span, Unit, civil::DateTime};
use model::{AgendaItem, AgendaItemId, local};

/// When one item is on, and how that fits to those shown before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timing {
    /// Local, in the event's zone.
    pub starts: DateTime,
    pub ends: DateTime,
    /// How long nothing is on before it on the same day, in minutes; zero before a day's first item.
    pub free_before: i64,
    /// The items shown before it that are still on when it begins. Shown, not forbidden: slots run in
    /// parallel.
    pub overlaps: Vec<AgendaItemId>,
}

/// The agenda in the order it is shown: by time, then as the organiser put it.
pub fn in_order(mut agenda: Vec<AgendaItem>) -> Vec<AgendaItem> {
    agenda.sort_by(|a, b| (&a.starts, a.position).cmp(&(&b.starts, b.position)));
    agenda
}

/// When an item ends: local.
pub fn end_of(item: &AgendaItem) -> Option<DateTime> {
    local::parse(&item.starts)?
        .checked_add(Span::new().minutes(item.minutes))
        .ok()
}

/// The timing of each item of an agenda that is in order.
pub fn timings(agenda: &[AgendaItem]) -> Vec<Timing> {
    let mut timings: Vec<Timing> = Vec::new();
    let mut before: Vec<AgendaItemId> = Vec::new();
    for item in agenda {
        // The store keeps no time that cannot be read.
        let Some((starts, ends)) = local::parse(&item.starts).zip(end_of(item)) else {
            continue;
        };
        let free_before = timings
            .iter()
            .filter(|earlier| earlier.starts.date() == starts.date())
            .map(|earlier| earlier.ends)
            .max()
            .map_or(0, |end| minutes_between(end, starts).max(0));
        let overlaps = before
            .iter()
            .zip(&timings)
            .filter(|(_, earlier)| earlier.ends > starts && starts < ends)
            .map(|(id, _)| *id)
            .collect();
        before.push(item.id);
        timings.push(Timing {
            starts,
            ends,
            free_before,
            overlaps,
        });
    }
    timings
}

/// How many minutes something is on. What runs in parallel counts once.
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

/// By local clocks: an agenda is what people read on the wall.
pub fn minutes_between(from: DateTime, to: DateTime) -> i64 {
    from.until((Unit::Minute, to))
        .map_or(0, |span| span.get_minutes())
}

#[cfg(test)]
mod tests {
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
        agenda[1].starts = "2023-09-20T09:00".into();
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
