//! How the other items of an agenda move when one is added, changed, removed or reordered.

use jiff::{SignedDuration, Timestamp, civil::DateTime, tz::TimeZone};
use model::{AgendaItem, AgendaItemId, local};

use super::timing::{end_of, in_order, instant_of_end, instant_of_start};
use crate::MoveTo;

/// The items that begin at or after the old end of a changed item on that day, moved as far as its end.
pub(super) fn along(
    before: &AgendaItem,
    after: &AgendaItem,
    agenda: &[AgendaItem],
    zone: &TimeZone,
) -> Vec<AgendaItem> {
    let (old_end, new_end) = (instant_of_end(before, zone), instant_of_end(after, zone));
    let rest = rest_of_day(before.id, old_end, agenda, zone);
    moved_by(rest, old_end.duration_until(new_end), zone)
}

/// The items that begin when a new item does or later on that day, moved by its length.
pub(super) fn making_room(
    new: &AgendaItem,
    agenda: &[AgendaItem],
    zone: &TimeZone,
) -> Vec<AgendaItem> {
    let (starts, ends) = (instant_of_start(new, zone), instant_of_end(new, zone));
    let rest = rest_of_day(new.id, starts, agenda, zone);
    moved_by(rest, starts.duration_until(ends), zone)
}

/// The items that begin at or after the end of a removed item on that day, moved up by its length.
pub(super) fn closing_up(
    gone: &AgendaItem,
    agenda: &[AgendaItem],
    zone: &TimeZone,
) -> Vec<AgendaItem> {
    let (starts, ends) = (instant_of_start(gone, zone), instant_of_end(gone, zone));
    let rest = rest_of_day(gone.id, ends, agenda, zone);
    moved_by(rest, ends.duration_until(starts), zone)
}

/// The items that change when one is put elsewhere in an ordered agenda. The item swaps with each
/// neighbour on its way. `None` where there is no such item.
pub(super) fn placed(
    which: AgendaItemId,
    place: MoveTo<AgendaItemId>,
    agenda: &[AgendaItem],
    zone: &TimeZone,
) -> Option<Vec<AgendaItem>> {
    let ids: Vec<AgendaItemId> = agenda.iter().map(|item| item.id).collect();
    let (from, to) = place.within(&ids, &which)?;
    let mut order = agenda.to_vec();
    for _ in 0..from.abs_diff(to) {
        let at = order.iter().position(|item| item.id == which)?;
        let first = if to < from {
            at.checked_sub(1)
        } else {
            Some(at)
        };
        // What runs in parallel may have changed its place together with the neighbour.
        let Some(first) = first.filter(|first| first + 1 < order.len()) else {
            break;
        };
        let [earlier, later] = swapped(&order[first], &order[first + 1], zone);
        order[first] = earlier;
        order[first + 1] = later;
        order = in_order(order);
    }
    order.retain(|item| !agenda.contains(item));
    Some(order)
}

/// Swaps two neighbours; each keeps its length.
fn swapped(first: &AgendaItem, second: &AgendaItem, zone: &TimeZone) -> [AgendaItem; 2] {
    let earlier = AgendaItem {
        starts: first.starts,
        position: first.position.min(second.position),
        ..second.clone()
    };
    let later = AgendaItem {
        starts: start_behind(first, second, &earlier, zone).unwrap_or(second.starts),
        position: first.position.max(second.position),
        ..first.clone()
    };
    [earlier, later]
}

/// The new beginning of the first of two items that swap: the gap between them stays. `None` where they
/// overlap or are on different days; then each takes the other's beginning.
fn start_behind(
    first: &AgendaItem,
    second: &AgendaItem,
    earlier: &AgendaItem,
    zone: &TimeZone,
) -> Option<DateTime> {
    let gap = instant_of_end(first, zone).duration_until(instant_of_start(second, zone));
    let same_day = first.starts.date() == second.starts.date();
    (same_day && !gap.is_negative()).then(|| local::after(end_of(earlier, zone), gap, zone))
}

fn rest_of_day<'a>(
    but: AgendaItemId,
    from: Timestamp,
    agenda: &'a [AgendaItem],
    zone: &'a TimeZone,
) -> impl Iterator<Item = &'a AgendaItem> {
    let day = zone.to_datetime(from).date();
    agenda
        .iter()
        .filter(move |item| item.id != but)
        .filter(move |item| instant_of_start(item, zone) >= from && item.starts.date() == day)
}

fn moved_by<'a>(
    items: impl Iterator<Item = &'a AgendaItem>,
    by: SignedDuration,
    zone: &TimeZone,
) -> Vec<AgendaItem> {
    items
        .map(|item| AgendaItem {
            starts: local::after(item.starts, by, zone),
            ..item.clone()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::{
        civil::{Time, datetime},
        tz::TimeZone,
    };
    use model::{AgendaItem, AgendaItemId};

    use super::super::{given::item, timing::in_order};
    use crate::MoveTo;

    fn along(before: &AgendaItem, after: &AgendaItem, agenda: &[AgendaItem]) -> Vec<AgendaItem> {
        super::along(before, after, agenda, &TimeZone::UTC)
    }

    fn making_room(new: &AgendaItem, agenda: &[AgendaItem]) -> Vec<AgendaItem> {
        super::making_room(new, agenda, &TimeZone::UTC)
    }

    fn closing_up(gone: &AgendaItem, agenda: &[AgendaItem]) -> Vec<AgendaItem> {
        super::closing_up(gone, agenda, &TimeZone::UTC)
    }

    fn placed(
        which: AgendaItemId,
        place: MoveTo<AgendaItemId>,
        agenda: &[AgendaItem],
    ) -> Option<Vec<AgendaItem>> {
        super::placed(which, place, agenda, &TimeZone::UTC)
    }

    fn swapped(first: &AgendaItem, second: &AgendaItem) -> [AgendaItem; 2] {
        super::swapped(first, second, &TimeZone::UTC)
    }

    #[test]
    fn no_item_is_moved_into_the_hour_that_the_clocks_skip() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let at = |number, hour, minute| AgendaItem {
            starts: datetime(2024, 3, 31, hour, minute, 0, 0),
            ..item(number, "10:00", 30)
        };
        let agenda = [at(1, 1, 0), at(2, 1, 30)];
        let longer = AgendaItem {
            minutes: 75,
            ..agenda[0].clone()
        };
        let moved = super::along(&agenda[0], &longer, &agenda, &berlin);
        assert_eq!(times(&moved), expected(&[(2, "03:15")]));
    }

    fn times(items: &[AgendaItem]) -> Vec<(u128, Time)> {
        let time = |item: &AgendaItem| (item.id.uuid().as_u128(), item.starts.time());
        items.iter().map(time).collect()
    }

    fn expected(times: &[(u128, &str)]) -> Vec<(u128, Time)> {
        let parsed = |(id, time): &(u128, &str)| (*id, time.parse().unwrap());
        times.iter().map(parsed).collect()
    }

    #[test]
    fn a_longer_item_moves_those_after_it_by_what_it_grew() {
        let agenda = [
            item(1, "10:00", 15),
            item(2, "10:15", 90),
            item(3, "11:45", 60),
        ];
        let longer = AgendaItem {
            minutes: 25,
            ..agenda[0].clone()
        };
        assert_eq!(
            times(&along(&agenda[0], &longer, &agenda)),
            expected(&[(2, "10:25"), (3, "11:55")])
        );
    }

    #[test]
    fn what_runs_in_parallel_stays_when_an_item_moves() {
        let agenda = [
            item(1, "10:00", 60),
            item(2, "10:30", 30),
            item(3, "11:00", 30),
        ];
        let later = AgendaItem {
            starts: datetime(2023, 9, 19, 10, 10, 0, 0),
            ..agenda[0].clone()
        };
        assert_eq!(
            times(&along(&agenda[0], &later, &agenda)),
            expected(&[(3, "11:10")])
        );
    }

    #[test]
    fn the_next_day_stays_when_an_item_grows() {
        let mut agenda = vec![
            item(1, "10:00", 60),
            item(2, "11:00", 60),
            item(3, "10:00", 60),
        ];
        agenda[2].starts = datetime(2023, 9, 20, 11, 0, 0, 0);
        let longer = AgendaItem {
            minutes: 90,
            ..agenda[0].clone()
        };
        assert_eq!(
            times(&along(&agenda[0], &longer, &agenda)),
            expected(&[(2, "11:30")])
        );
    }

    #[test]
    fn an_item_put_in_between_makes_room_and_taken_out_closes_up() {
        let agenda = [item(1, "10:00", 60), item(2, "11:00", 60)];
        let coffee = item(3, "11:00", 15);
        assert_eq!(
            times(&making_room(&coffee, &agenda)),
            expected(&[(2, "11:15")])
        );
        let agenda = [agenda[0].clone(), coffee.clone(), item(2, "11:15", 60)];
        assert_eq!(
            times(&closing_up(&coffee, &agenda)),
            expected(&[(2, "11:00")])
        );
    }

    #[test]
    fn swapped_items_keep_their_lengths_and_the_break_between_them() {
        let (plenary, round) = (item(1, "10:00", 15), item(2, "10:20", 90));
        assert_eq!(
            times(&swapped(&plenary, &round)),
            expected(&[(2, "10:00"), (1, "11:35")])
        );
    }

    #[test]
    fn overlapping_items_take_each_others_beginning() {
        let (long, short) = (item(1, "10:00", 120), item(2, "10:30", 10));
        assert_eq!(
            times(&swapped(&long, &short)),
            expected(&[(2, "10:00"), (1, "10:30")])
        );
    }

    #[test]
    fn items_of_two_days_take_each_others_beginning() {
        let (last, mut first) = (item(1, "17:00", 60), item(2, "09:00", 30));
        first.starts = datetime(2023, 9, 20, 9, 0, 0, 0);
        let swapped = swapped(&last, &first);
        assert_eq!(swapped[0].starts, datetime(2023, 9, 19, 17, 0, 0, 0));
        assert_eq!(swapped[1].starts, datetime(2023, 9, 20, 9, 0, 0, 0));
    }

    #[test]
    fn items_that_begin_together_change_their_order() {
        let agenda = [item(1, "10:00", 60), item(2, "10:00", 30)];
        let changed = placed(agenda[1].id, MoveTo::Earlier, &agenda).unwrap();
        assert_eq!(
            times(&in_order(changed)),
            expected(&[(2, "10:00"), (1, "10:00")])
        );
    }

    #[test]
    fn putting_an_item_first_is_stepping_up_again_and_again() {
        let agenda = [
            item(1, "10:00", 15),
            item(2, "10:15", 30),
            item(3, "10:45", 60),
        ];
        let changed = placed(agenda[2].id, MoveTo::Before(agenda[0].id), &agenda).unwrap();
        assert_eq!(
            times(&changed),
            expected(&[(3, "10:00"), (1, "11:00"), (2, "11:15")])
        );
        assert_eq!(placed(agenda[0].id, MoveTo::Earlier, &agenda), Some(vec![]));
    }
}
