//! The agenda by days and slots. Pages that list an agenda use this order.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use model::{AgendaItem, AgendaItemId};

use super::timing::{Timing, in_order, minutes_between};

/// An item that lasts while this many others follow one another runs beside them, as childcare does. It does not
/// make one slot of them.
const FOLLOWING_ONE_ANOTHER: usize = 3;

/// A day of an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaDay {
    pub date: Date,
    /// By their beginnings. At least one.
    pub slots: Vec<Slot>,
}

/// An item, or several that run in parallel: each begins before the others have ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// From the first beginning to the last end.
    pub timing: Timing,
    /// By their beginnings, then as the organiser put them. At least one.
    pub items: Vec<ScheduledItem>,
    /// Whether its only item runs beside the slots that follow.
    pub runs_beside: bool,
    /// Minutes since the latest end of an earlier slot of the day; zero for a day's first.
    pub free_before: i64,
}

/// An item of a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScheduledItem {
    pub item: AgendaItem,
    pub timing: Timing,
    /// The item that began earlier and is still on when this one begins; of several, the one that ends last.
    pub begins_during: Option<AgendaItemId>,
}

impl Slot {
    /// Whether its items run in parallel.
    pub fn is_parallel(&self) -> bool {
        self.items.len() > 1
    }

    /// The id of its first item.
    pub fn id(&self) -> Option<AgendaItemId> {
        self.items.first().map(|first| first.item.id)
    }

    pub(super) fn has(&self, item: AgendaItemId) -> bool {
        self.items.iter().any(|scheduled| scheduled.item.id == item)
    }

    fn of(items: Vec<ScheduledItem>, runs_beside: bool) -> Option<Self> {
        let first = items.first()?.timing;
        let last = items.iter().map(|item| item.timing);
        let last = last.max_by_key(|timing| timing.ends_at)?;
        Some(Self {
            timing: Timing {
                ends: last.ends,
                ends_at: last.ends_at,
                ..first
            },
            items,
            runs_beside,
            free_before: 0,
        })
    }
}

/// The days of an agenda with their slots. An item is on the day it begins.
pub fn by_day(agenda: &[AgendaItem], zone: &TimeZone) -> Vec<AgendaDay> {
    let items = scheduled(agenda, zone);
    items
        .chunk_by(|a, b| a.timing.starts.date() == b.timing.starts.date())
        .filter_map(|day| {
            let date = day.first()?.timing.starts.date();
            let slots = slots(day);
            Some(AgendaDay { date, slots })
        })
        .collect()
}

/// The slot of an item.
pub(super) fn slot_of(item: AgendaItemId, agenda: &[AgendaItem], zone: &TimeZone) -> Option<Slot> {
    let days = by_day(agenda, zone).into_iter();
    days.flat_map(|day| day.slots).find(|slot| slot.has(item))
}

/// The items with their timing, in order.
fn scheduled(agenda: &[AgendaItem], zone: &TimeZone) -> Vec<ScheduledItem> {
    let mut scheduled: Vec<ScheduledItem> = Vec::new();
    for item in in_order(agenda.to_vec(), zone) {
        let timing = Timing::of(&item, zone);
        let begins_during = scheduled
            .iter()
            .filter(|earlier| {
                let Timing {
                    starts_at, ends_at, ..
                } = earlier.timing;
                starts_at < timing.starts_at && timing.starts_at < ends_at
            })
            .max_by_key(|earlier| earlier.timing.ends_at)
            .map(|earlier| earlier.item.id);
        scheduled.push(ScheduledItem {
            item,
            timing,
            begins_during,
        });
    }
    scheduled
}

fn slots(day: &[ScheduledItem]) -> Vec<Slot> {
    let (beside, others): (Vec<_>, Vec<_>) =
        day.iter().cloned().partition(|item| runs_beside(item, day));
    let mut slots = parallel(others);
    let mut free_from: Option<Timestamp> = None;
    for slot in &mut slots {
        let free = free_from.map(|end| minutes_between(end, slot.timing.starts_at));
        slot.free_before = free.unwrap_or_default();
        free_from = Some(slot.timing.ends_at);
    }
    let beside = beside
        .into_iter()
        .filter_map(|item| Slot::of(vec![item], true));
    slots.extend(beside);
    slots.sort_by_key(|slot| (slot.timing.starts_at, !slot.runs_beside));
    slots
}

/// Puts items that overlap into one slot. They are in order.
fn parallel(items: Vec<ScheduledItem>) -> Vec<Slot> {
    let mut groups: Vec<Vec<ScheduledItem>> = Vec::new();
    let mut until = Timestamp::MIN;
    for item in items {
        let Timing {
            starts_at, ends_at, ..
        } = item.timing;
        match groups.last_mut() {
            Some(group) if starts_at < until => group.push(item),
            _ => groups.push(vec![item]),
        }
        until = until.max(ends_at);
    }
    groups
        .into_iter()
        .filter_map(|group| Slot::of(group, false))
        .collect()
}

fn runs_beside(item: &ScheduledItem, day: &[ScheduledItem]) -> bool {
    let mut within: Vec<Timing> = day
        .iter()
        .filter(|other| other.item.id != item.item.id)
        .map(|other| other.timing)
        .filter(|other| {
            item.timing.starts_at <= other.starts_at && other.ends_at <= item.timing.ends_at
        })
        .collect();
    within.sort_by_key(|other| other.ends_at);
    let mut following = 0;
    let mut until = Timestamp::MIN;
    for other in within {
        if other.starts_at >= until {
            following += 1;
            until = other.ends_at;
        }
    }
    following >= FOLLOWING_ONE_ANOTHER
}

#[cfg(test)]
mod tests {
    use jiff::{civil::datetime, tz::TimeZone};
    use model::{AgendaItem, local::Occurrence};
    use proptest::prelude::*;

    use super::{super::given::item, AgendaDay, by_day};

    /// The numbers of the items of each slot of each day.
    fn slots(agenda: &[AgendaItem]) -> Vec<Vec<Vec<u128>>> {
        numbers(&by_day(agenda, &TimeZone::UTC))
    }

    fn numbers(days: &[AgendaDay]) -> Vec<Vec<Vec<u128>>> {
        let of_slot = |slot: &super::Slot| -> Vec<u128> {
            let items = slot.items.iter();
            items.map(|s| s.item.id.uuid().as_u128()).collect()
        };
        days.iter()
            .map(|day| day.slots.iter().map(of_slot).collect())
            .collect()
    }

    #[test]
    fn items_that_begin_together_or_overlap_share_a_slot() {
        let agenda = [
            item(1, "09:00", 30),
            item(2, "09:30", 90),
            item(3, "09:30", 60),
            item(4, "10:15", 90),
            item(5, "11:45", 30),
        ];
        assert_eq!(slots(&agenda), [[vec![1], vec![2, 3, 4], vec![5]]]);
        let day = by_day(&agenda, &TimeZone::UTC).remove(0);
        let slot = &day.slots[1];
        assert_eq!(slot.timing.starts, agenda[1].starts);
        assert_eq!(slot.timing.ends, agenda[4].starts);
        assert!(slot.is_parallel() && !slot.runs_beside);
        let during: Vec<_> = slot.items.iter().map(|s| s.begins_during).collect();
        assert_eq!(during, [None, None, Some(agenda[1].id)]);
    }

    #[test]
    fn one_that_begins_when_another_ends_is_not_parallel_to_it() {
        let agenda = [item(1, "09:00", 30), item(2, "09:30", 30)];
        assert_eq!(slots(&agenda), [[vec![1], vec![2]]]);
    }

    #[test]
    fn items_that_begin_together_keep_the_organisers_order() {
        let mut agenda = [item(1, "09:00", 30), item(2, "09:00", 45)];
        agenda[0].position = 7;
        assert_eq!(slots(&agenda), [[vec![2, 1]]]);
    }

    #[test]
    fn an_item_that_lasts_all_day_runs_beside_the_others() {
        let childcare = item(1, "09:00", 480);
        let agenda = [
            childcare,
            item(2, "09:00", 60),
            item(3, "10:15", 90),
            item(4, "10:15", 60),
            item(5, "13:00", 60),
        ];
        assert_eq!(slots(&agenda), [[vec![1], vec![2], vec![3, 4], vec![5]]]);
        let day = by_day(&agenda, &TimeZone::UTC).remove(0);
        assert!(day.slots[0].runs_beside);
        let free: Vec<i64> = day.slots.iter().map(|slot| slot.free_before).collect();
        assert_eq!(free, [0, 0, 15, 75]);
        // A long workshop beside two short ones is a choice among three.
        let workshops = [
            item(1, "14:00", 90),
            item(2, "14:00", 30),
            item(3, "14:30", 60),
        ];
        assert_eq!(slots(&workshops), [[vec![1, 2, 3]]]);
    }

    #[test]
    fn each_day_has_slots_of_its_own() {
        let mut agenda = [item(1, "23:30", 90), item(2, "00:15", 30)];
        agenda[1].starts = datetime(2023, 9, 20, 0, 15, 0, 0);
        assert_eq!(slots(&agenda), [vec![vec![1]], vec![vec![2]]]);
        let days = by_day(&agenda, &TimeZone::UTC);
        assert_eq!(days[1].date, agenda[1].starts.date());
        assert_eq!(days[1].slots[0].free_before, 0);
        assert_eq!(days[1].slots[0].items[0].begins_during, Some(agenda[0].id));
    }

    #[test]
    fn equal_times_of_the_repeated_hour_are_not_parallel() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let starts = datetime(2024, 10, 27, 2, 0, 0, 0);
        let [first, second] =
            [(1, Occurrence::First), (2, Occurrence::Second)].map(|(number, occurrence)| {
                AgendaItem {
                    starts,
                    occurrence,
                    ..item(number, "10:00", 60)
                }
            });
        let days = by_day(&[second, first], &berlin);
        assert_eq!(numbers(&days), [[vec![1], vec![2]]]);
        assert_eq!(days[0].slots[1].free_before, 0);
    }

    proptest! {
        #[test]
        fn every_item_is_in_one_slot_and_slots_do_not_overlap(
            times in prop::collection::vec((0..96_u32, 1..300_u32), 0..30),
        ) {
            let agenda: Vec<AgendaItem> = (1..)
                .zip(&times)
                .map(|(number, (quarter, minutes))| {
                    let starts = format!("{:02}:{:02}", quarter / 4, quarter % 4 * 15);
                    item(number, &starts, *minutes)
                })
                .collect();
            let days = by_day(&agenda, &TimeZone::UTC);
            let mut numbers: Vec<u128> = numbers(&days).concat().concat();
            numbers.sort_unstable();
            let all: Vec<u128> = (1..).take(agenda.len()).collect();
            prop_assert_eq!(numbers, all);
            for day in days {
                let slots: Vec<_> = day.slots.iter().filter(|slot| !slot.runs_beside).collect();
                for pair in slots.windows(2) {
                    prop_assert!(pair[0].timing.ends_at <= pair[1].timing.starts_at);
                }
            }
        }
    }
}
