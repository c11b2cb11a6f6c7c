//! How the other items of an agenda move when one is added, changed, removed or reordered.

use jiff::{SignedDuration, civil::DateTime};
use model::{AgendaItem, AgendaItemId};

use super::timing::{end_of, in_order};
use crate::MoveTo;

/// The items that begin at or after the old end of a changed item on that day, moved as far as its end.
pub(super) fn along(
    before: &AgendaItem,
    after: &AgendaItem,
    agenda: &[AgendaItem],
) -> Vec<AgendaItem> {
    let (old_end, new_end) = (end_of(before), end_of(after));
    let rest = rest_of_day(before.id, old_end, agenda);
    moved_by(rest, old_end.duration_until(new_end))
}

/// The items that begin when a new item does or later on that day, moved by its length.
pub(super) fn making_room(new: &AgendaItem, agenda: &[AgendaItem]) -> Vec<AgendaItem> {
    let rest = rest_of_day(new.id, new.starts, agenda);
    moved_by(rest, new.starts.duration_until(end_of(new)))
}

/// The items that begin at or after the end of a removed item on that day, moved up by its length.
pub(super) fn closing_up(gone: &AgendaItem, agenda: &[AgendaItem]) -> Vec<AgendaItem> {
    let ends = end_of(gone);
    let rest = rest_of_day(gone.id, ends, agenda);
    moved_by(rest, ends.duration_until(gone.starts))
}

/// The items that change when one is put elsewhere in an ordered agenda. The item swaps with each
/// neighbour on its way. `None` where there is no such item.
pub(super) fn placed(
    which: AgendaItemId,
    place: MoveTo<AgendaItemId>,
    agenda: &[AgendaItem],
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
        let [earlier, later] = swapped(&order[first], &order[first + 1]);
        order[first] = earlier;
        order[first + 1] = later;
        order = in_order(order);
    }
    order.retain(|item| !agenda.contains(item));
    Some(order)
}

/// Swaps two neighbours; each keeps its length.
fn swapped(first: &AgendaItem, second: &AgendaItem) -> [AgendaItem; 2] {
    let earlier = AgendaItem {
        starts: first.starts,
        position: first.position.min(second.position),
        ..second.clone()
    };
    let later = AgendaItem {
        starts: start_behind(first, second, &earlier).unwrap_or(second.starts),
        position: first.position.max(second.position),
        ..first.clone()
    };
    [earlier, later]
}

/// The new beginning of the first of two items that swap: the gap between them stays. `None` where they
/// overlap or are on different days; then each takes the other's beginning.
fn start_behind(first: &AgendaItem, second: &AgendaItem, earlier: &AgendaItem) -> Option<DateTime> {
    let gap = end_of(first).duration_until(second.starts);
    let same_day = first.starts.date() == second.starts.date();
    (same_day && !gap.is_negative()).then(|| end_of(earlier).saturating_add(gap))
}

fn rest_of_day(
    but: AgendaItemId,
    from: DateTime,
    agenda: &[AgendaItem],
) -> impl Iterator<Item = &AgendaItem> {
    agenda
        .iter()
        .filter(move |item| item.id != but)
        .filter(move |item| item.starts >= from && item.starts.date() == from.date())
}

fn moved_by<'a>(
    items: impl Iterator<Item = &'a AgendaItem>,
    by: SignedDuration,
) -> Vec<AgendaItem> {
    items
        .map(|item| AgendaItem {
            starts: item.starts.saturating_add(by),
            ..item.clone()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Time, datetime};
    use model::AgendaItem;

    use super::{
        super::{given::item, timing::in_order},
        along, closing_up, making_room, placed, swapped,
    };
    use crate::MoveTo;

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
