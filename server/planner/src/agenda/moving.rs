//! How the other items of an agenda move when one is added, changed or removed.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use model::{AgendaItem, AgendaItemId};

use super::{
    slots::slot_of,
    timing::{instant_of_end, instant_of_start, moved_by},
};

/// The items that begin at or after the old end of a changed item's slot on that day, moved as far as the end of the
/// slot: what runs in parallel and ends last decides it.
pub(super) fn along(
    before: &AgendaItem,
    after: &AgendaItem,
    agenda: &[AgendaItem],
    zone: &TimeZone,
) -> Vec<AgendaItem> {
    let slot = slot_of(before.id, agenda, zone);
    let parallel = slot.iter().flat_map(|slot| &slot.items);
    let parallel = parallel.filter(|other| other.item.id != before.id);
    let parallel_end = parallel.map(|other| other.timing.ends_at).max();
    let end_with = |item| {
        let ends_at = instant_of_end(item, zone);
        parallel_end.map_or(ends_at, |end| end.max(ends_at))
    };
    let (old_end, new_end) = (end_with(before), end_with(after));
    if old_end == new_end {
        return Vec::new();
    }
    let by = old_end.duration_until(new_end);
    moved_rest(before.id, old_end, by, (agenda, zone))
}

/// The items that begin when a new item does or later on that day, moved by its length.
pub(super) fn making_room(
    new: &AgendaItem,
    agenda: &[AgendaItem],
    zone: &TimeZone,
) -> Vec<AgendaItem> {
    let starts = instant_of_start(new, zone);
    let by = starts.duration_until(instant_of_end(new, zone));
    moved_rest(new.id, starts, by, (agenda, zone))
}

/// The items that begin at or after the end of a removed item's slot on that day, moved up by the time in which
/// nothing of the slot is left.
pub(super) fn closing_up(
    gone: &AgendaItem,
    agenda: &[AgendaItem],
    zone: &TimeZone,
) -> Vec<AgendaItem> {
    let Some((ends, freed)) = time_freed(gone, agenda, zone) else {
        return Vec::new();
    };
    moved_rest(gone.id, ends, -freed, (agenda, zone))
}

/// The end of an item's slot, and how much earlier the slot ends without the item. `None` if it ends as before,
/// because of what runs in parallel.
pub fn time_freed(
    gone: &AgendaItem,
    agenda: &[AgendaItem],
    zone: &TimeZone,
) -> Option<(Timestamp, SignedDuration)> {
    let slot = slot_of(gone.id, agenda, zone)?;
    let ends = slot.timing.ends_at;
    let others = slot.items.iter().filter(|other| other.item.id != gone.id);
    let without = others.map(|other| other.timing.ends_at).max();
    let freed = without
        .unwrap_or(slot.timing.starts_at)
        .duration_until(ends);
    (freed.is_positive() && !slot.runs_beside).then_some((ends, freed))
}

/// The items but one that begin at an instant or later on its day, moved.
fn moved_rest(
    but: AgendaItemId,
    from: Timestamp,
    by: SignedDuration,
    (agenda, zone): (&[AgendaItem], &TimeZone),
) -> Vec<AgendaItem> {
    let day = zone.to_datetime(from).date();
    agenda
        .iter()
        .filter(|item| item.id != but)
        .filter(|item| instant_of_start(item, zone) >= from && item.starts.date() == day)
        .map(|item| moved_by(item, by, zone))
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::{civil::datetime, tz::TimeZone};
    use model::AgendaItem;

    use super::super::given::{expected, item, times};

    fn along(before: &AgendaItem, after: &AgendaItem, agenda: &[AgendaItem]) -> Vec<AgendaItem> {
        super::along(before, after, agenda, &TimeZone::UTC)
    }

    fn making_room(new: &AgendaItem, agenda: &[AgendaItem]) -> Vec<AgendaItem> {
        super::making_room(new, agenda, &TimeZone::UTC)
    }

    fn closing_up(gone: &AgendaItem, agenda: &[AgendaItem]) -> Vec<AgendaItem> {
        super::closing_up(gone, agenda, &TimeZone::UTC)
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
    fn the_longest_of_a_slot_decides_how_far_the_later_items_move() {
        let agenda = [
            item(1, "14:00", 90),
            item(2, "14:00", 60),
            item(3, "15:30", 30),
        ];
        let lasting = |item: &AgendaItem, minutes| AgendaItem {
            minutes,
            ..item.clone()
        };
        let [longest, shorter, _] = &agenda;
        assert_eq!(along(shorter, &lasting(shorter, 75), &agenda), []);
        assert_eq!(
            times(&along(shorter, &lasting(shorter, 100), &agenda)),
            expected(&[(3, "15:40")])
        );
        // The shorter one is on until 15:00.
        assert_eq!(
            times(&along(longest, &lasting(longest, 30), &agenda)),
            expected(&[(3, "15:00")])
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
    fn what_is_left_of_a_slot_keeps_the_later_items_where_they_are() {
        let agenda = [
            item(1, "14:00", 90),
            item(2, "14:00", 60),
            item(3, "15:30", 30),
        ];
        assert_eq!(closing_up(&agenda[1], &agenda), []);
        assert_eq!(
            times(&closing_up(&agenda[0], &agenda)),
            expected(&[(3, "15:00")])
        );
    }
}
