//! What other items do when one moves.

use jiff::SignedDuration;
use model::{AgendaItem, AgendaItemId, local};

use super::timing::{end_of, in_order};
use crate::MoveTo;

/// Those that begin at or after the old end of an item, on that day, each moved as far as the end was.
pub(super) fn along(
    before: &AgendaItem,
    after: &AgendaItem,
    agenda: &[AgendaItem],
) -> Vec<AgendaItem> {
    let Some((old_end, new_end)) = end_of(before).zip(end_of(after)) else {
        return Vec::new();
    };
    let rest = rest_of_day(before.id, old_end, agenda);
    moved_by(rest, old_end.duration_until(new_end))
}

/// Those that begin when a new item does, or later on that day, each moved by its length.
pub(super) fn making_room(new: &AgendaItem, agenda: &[AgendaItem]) -> Vec<AgendaItem> {
    let Some((starts, ends)) = local::parse(&new.starts).zip(end_of(new)) else {
        return Vec::new();
    };
    let rest = rest_of_day(new.id, starts, agenda);
    moved_by(rest, starts.duration_until(ends))
}

/// Those that begin at or after the end of an item that is taken out, moved up into the time it leaves.
pub(super) fn closing_up(gone: &AgendaItem, agenda: &[AgendaItem]) -> Vec<AgendaItem> {
    let Some((starts, ends)) = local::parse(&gone.starts).zip(end_of(gone)) else {
        return Vec::new();
    };
    let rest = rest_of_day(gone.id, ends, agenda);
    moved_by(rest, ends.duration_until(starts))
}

/// An agenda in order, with one item elsewhere in it; only the items that are different then. It goes
/// step by step: at each, two neighbours swap. `None` where there is no such item.
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

/// Two neighbours in each other's place, each with its length.
fn swapped(first: &AgendaItem, second: &AgendaItem) -> [AgendaItem; 2] {
    let earlier = AgendaItem {
        starts: first.starts.clone(),
        position: first.position.min(second.position),
        ..second.clone()
    };
    let later = AgendaItem {
        starts: start_behind(first, second, &earlier).unwrap_or_else(|| second.starts.clone()),
        position: first.position.max(second.position),
        ..first.clone()
    };
    [earlier, later]
}

/// When the first of two begins that swap: what was free between them stays free. `None` where they
/// take each other's beginning, because they overlap or are on different days.
fn start_behind(first: &AgendaItem, second: &AgendaItem, earlier: &AgendaItem) -> Option<String> {
    let (old_end, old_start) = (end_of(first)?, local::parse(&second.starts)?);
    let free = old_end.duration_until(old_start);
    let same_day = local::parse(&first.starts)?.date() == old_start.date();
    if !same_day || free.is_negative() {
        return None;
    }
    Some(local::text(end_of(earlier)?.checked_add(free).ok()?))
}

fn rest_of_day(
    but: AgendaItemId,
    from: jiff::civil::DateTime,
    agenda: &[AgendaItem],
) -> impl Iterator<Item = &AgendaItem> {
    agenda
        .iter()
        .filter(move |item| item.id != but)
        .filter(move |item| {
            local::parse(&item.starts)
                .is_some_and(|starts| starts >= from && starts.date() == from.date())
        })
}

fn moved_by<'a>(
    items: impl Iterator<Item = &'a AgendaItem>,
    by: SignedDuration,
) -> Vec<AgendaItem> {
    items
        .filter_map(|item| {
            let starts = local::parse(&item.starts)?.checked_add(by).ok()?;
            Some(AgendaItem {
                starts: local::text(starts),
                ..item.clone()
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use model::AgendaItem;

    use super::{
        super::{given::item, timing::in_order},
        along, closing_up, making_room, placed, swapped,
    };
    use crate::MoveTo;

    fn times(items: &[AgendaItem]) -> Vec<(u128, &str)> {
        items
            .iter()
            .map(|s| (s.id.uuid().as_u128(), &s.starts[11..]))
            .collect()
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
            [(2, "10:25"), (3, "11:55")]
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
            starts: "2023-09-19T10:10".into(),
            ..agenda[0].clone()
        };
        assert_eq!(times(&along(&agenda[0], &later, &agenda)), [(3, "11:10")]);
    }

    #[test]
    fn the_next_day_stays_when_an_item_grows() {
        let mut agenda = vec![
            item(1, "10:00", 60),
            item(2, "11:00", 60),
            item(3, "10:00", 60),
        ];
        agenda[2].starts = "2023-09-20T11:00".into();
        let longer = AgendaItem {
            minutes: 90,
            ..agenda[0].clone()
        };
        assert_eq!(times(&along(&agenda[0], &longer, &agenda)), [(2, "11:30")]);
    }

    #[test]
    fn an_item_put_in_between_makes_room_and_taken_out_closes_up() {
        let agenda = [item(1, "10:00", 60), item(2, "11:00", 60)];
        let coffee = item(3, "11:00", 15);
        assert_eq!(times(&making_room(&coffee, &agenda)), [(2, "11:15")]);
        let agenda = [agenda[0].clone(), coffee.clone(), item(2, "11:15", 60)];
        assert_eq!(times(&closing_up(&coffee, &agenda)), [(2, "11:00")]);
    }

    #[test]
    fn swapped_items_keep_their_lengths_and_the_break_between_them() {
        let (plenary, round) = (item(1, "10:00", 15), item(2, "10:20", 90));
        assert_eq!(
            times(&swapped(&plenary, &round)),
            [(2, "10:00"), (1, "11:35")]
        );
    }

    #[test]
    fn overlapping_items_take_each_others_beginning() {
        let (long, short) = (item(1, "10:00", 120), item(2, "10:30", 10));
        assert_eq!(times(&swapped(&long, &short)), [(2, "10:00"), (1, "10:30")]);
    }

    #[test]
    fn items_of_two_days_take_each_others_beginning() {
        let (last, mut first) = (item(1, "17:00", 60), item(2, "09:00", 30));
        first.starts = "2023-09-20T09:00".into();
        let swapped = swapped(&last, &first);
        assert_eq!(swapped[0].starts, "2023-09-19T17:00");
        assert_eq!(swapped[1].starts, "2023-09-20T09:00");
    }

    #[test]
    fn items_that_begin_together_change_their_order() {
        let agenda = [item(1, "10:00", 60), item(2, "10:00", 30)];
        let changed = placed(agenda[1].id, MoveTo::Earlier, &agenda).unwrap();
        assert_eq!(times(&in_order(changed)), [(2, "10:00"), (1, "10:00")]);
    }

    #[test]
    fn putting_an_item_first_is_stepping_up_again_and_again() {
        let agenda = [
            item(1, "10:00", 15),
            item(2, "10:15", 30),
            item(3, "10:45", 60),
        ];
        let changed = placed(agenda[2].id, MoveTo::Before(agenda[0].id), &agenda).unwrap();
        assert_eq!(times(&changed), [(3, "10:00"), (1, "11:00"), (2, "11:15")]);
        assert_eq!(placed(agenda[0].id, MoveTo::Earlier, &agenda), Some(vec![]));
    }
}
