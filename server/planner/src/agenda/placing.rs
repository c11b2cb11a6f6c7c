//! How the items of an agenda move when one, or a slot, is put elsewhere.

use jiff::{SignedDuration, tz::TimeZone};
use model::{AgendaItem, AgendaItemId};

use super::{
    slots::{AgendaDay, Slot, by_day},
    timing::{Timing, moved_by},
};
use crate::MoveTo;

/// What is moved within an agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MovedPart {
    /// One item. If others run in parallel to it, it moves among them.
    Item(AgendaItemId),
    /// The whole slot that has this item.
    Slot(AgendaItemId),
}

/// The items that change when a part is put elsewhere. `None` where there is no such item.
///
/// An item moves among those that are parallel to it: it takes the beginning of each that it passes, and the others
/// keep theirs. A slot swaps with each neighbour on its way: the gap between them stays, and each keeps its length. An
/// item without parallel ones is a slot. What runs beside others all day stays, and is passed.
pub(super) fn placed(
    part: MovedPart,
    place: MoveTo<AgendaItemId>,
    agenda: &[AgendaItem],
    zone: &TimeZone,
) -> Option<Vec<AgendaItem>> {
    let days = by_day(agenda, zone);
    let (MovedPart::Item(which) | MovedPart::Slot(which)) = part;
    let slot = slots(days.clone()).find(|slot| slot.has(which))?;
    let mut moved = match part {
        MovedPart::Item(_) if slot.is_parallel() => within_slot(which, place, &slot)?,
        _ if slot.runs_beside => Vec::new(),
        _ => past_slots(which, place, days, zone)?,
    };
    moved.retain(|item| !agenda.contains(item));
    Some(moved)
}

fn slots(days: Vec<AgendaDay>) -> impl Iterator<Item = Slot> {
    days.into_iter().flat_map(|day| day.slots)
}

/// The items of a slot after one of them has moved. The place before an item of another slot is the slot's end.
fn within_slot(
    which: AgendaItemId,
    place: MoveTo<AgendaItemId>,
    slot: &Slot,
) -> Option<Vec<AgendaItem>> {
    let ids: Vec<AgendaItemId> = slot.items.iter().map(|other| other.item.id).collect();
    let place = match place {
        MoveTo::Before(other) if !ids.contains(&other) => MoveTo::Last,
        place => place,
    };
    let (from, to) = place.within(&ids, &which)?;
    let mut items: Vec<AgendaItem> = slot.items.iter().map(|s| s.item.clone()).collect();
    let mut positions: Vec<i64> = items.iter().map(|item| item.position).collect();
    positions.sort_unstable();
    let passed = items[to].clone();
    let mut item = items.remove(from);
    if from != to {
        item.starts = passed.starts;
        item.occurrence = passed.occurrence;
    }
    items.insert(to, item);
    for (item, position) in items.iter_mut().zip(positions) {
        item.position = position;
    }
    Some(items)
}

/// All items after the slot of one has moved past its neighbours.
fn past_slots(
    which: AgendaItemId,
    place: MoveTo<AgendaItemId>,
    days: Vec<AgendaDay>,
    zone: &TimeZone,
) -> Option<Vec<AgendaItem>> {
    let place = match place {
        MoveTo::Earlier => MoveTo::Earlier,
        MoveTo::Later => MoveTo::Later,
        MoveTo::Last => MoveTo::Last,
        MoveTo::Before(other) => before_slot(other, &days)?,
    };
    let mut order: Vec<Slot> = slots(days).filter(|slot| !slot.runs_beside).collect();
    let ids: Vec<AgendaItemId> = order.iter().filter_map(Slot::id).collect();
    let which = order.iter().find(|slot| slot.has(which))?.id()?;
    let (from, to) = place.within(&ids, &which)?;
    let mut at = from;
    while at != to {
        let first = at.min(if to > at { at } else { at - 1 });
        let [earlier, later] = swapped(&order[first], &order[first + 1], zone);
        order[first] = earlier;
        order[first + 1] = later;
        at = if to > at { at + 1 } else { at - 1 };
    }
    let items = order.into_iter().flat_map(|slot| slot.items);
    Some(items.map(|scheduled| scheduled.item).collect())
}

/// The place before the slot of an item. If that runs beside others, the place before the next one.
fn before_slot(other: AgendaItemId, days: &[AgendaDay]) -> Option<MoveTo<AgendaItemId>> {
    let mut rest = slots(days.to_vec()).skip_while(|slot| !slot.has(other));
    let found = rest.next()?;
    let next = if found.runs_beside {
        rest.find(|slot| !slot.runs_beside)
    } else {
        Some(found)
    };
    Some(
        next.and_then(|slot| slot.id())
            .map_or(MoveTo::Last, MoveTo::Before),
    )
}

/// Swaps two neighbours. On one day the gap between them stays; of two days, each takes the other's beginning.
fn swapped(first: &Slot, second: &Slot, zone: &TimeZone) -> [Slot; 2] {
    let up = second
        .timing
        .starts_at
        .duration_until(first.timing.starts_at);
    let gap = first.timing.ends_at.duration_until(second.timing.starts_at);
    let same_day = first.timing.starts.date() == second.timing.starts.date();
    let down = if same_day {
        let length = second
            .timing
            .starts_at
            .duration_until(second.timing.ends_at);
        length + gap
    } else {
        -up
    };
    [moved_slot(second, up, zone), moved_slot(first, down, zone)]
}

fn moved_slot(slot: &Slot, by: SignedDuration, zone: &TimeZone) -> Slot {
    let mut slot = slot.clone();
    for scheduled in &mut slot.items {
        scheduled.item = moved_by(&scheduled.item, by, zone);
        scheduled.timing = Timing::of(&scheduled.item, zone);
    }
    slot.timing = slot.timing.moved_by(by, zone);
    slot
}

#[cfg(test)]
mod tests {
    use jiff::{
        civil::{Time, datetime},
        tz::TimeZone,
    };
    use model::{AgendaItem, AgendaItemId};

    use super::{
        super::{
            given::{expected, item, times},
            timing::in_order,
        },
        MovedPart,
    };
    use crate::MoveTo;

    fn placed(
        part: MovedPart,
        place: MoveTo<AgendaItemId>,
        agenda: &[AgendaItem],
    ) -> Option<Vec<AgendaItem>> {
        super::placed(part, place, agenda, &TimeZone::UTC)
    }

    /// The times of the agenda after a part has moved, in order.
    fn agenda_with(
        part: MovedPart,
        place: MoveTo<AgendaItemId>,
        agenda: &[AgendaItem],
    ) -> Vec<(u128, Time)> {
        let moved = placed(part, place, agenda).unwrap();
        let new = agenda.iter().map(|item| {
            let moved = moved.iter().find(|moved| moved.id == item.id);
            moved.unwrap_or(item).clone()
        });
        times(&in_order(new.collect(), &TimeZone::UTC))
    }

    #[test]
    fn swapped_items_keep_their_lengths_and_the_break_between_them() {
        let agenda = [item(1, "10:00", 15), item(2, "10:20", 90)];
        assert_eq!(
            agenda_with(MovedPart::Item(agenda[0].id), MoveTo::Later, &agenda),
            expected(&[(2, "10:00"), (1, "11:35")])
        );
    }

    #[test]
    fn items_of_two_days_take_each_others_beginning() {
        let (last, mut first) = (item(1, "17:00", 60), item(2, "09:00", 30));
        first.starts = datetime(2023, 9, 20, 9, 0, 0, 0);
        let moved = placed(MovedPart::Item(last.id), MoveTo::Later, &[last, first]).unwrap();
        let starts: Vec<_> = moved.iter().map(|item| item.starts).collect();
        assert_eq!(
            starts,
            [
                datetime(2023, 9, 19, 17, 0, 0, 0),
                datetime(2023, 9, 20, 9, 0, 0, 0)
            ]
        );
    }

    /// A welcome, three parallel workshops, a break.
    fn with_workshops() -> [AgendaItem; 5] {
        [
            item(1, "13:30", 30),
            item(2, "14:00", 90),
            item(3, "14:00", 60),
            item(4, "14:00", 90),
            item(5, "15:45", 15),
        ]
    }

    #[test]
    fn one_of_several_parallel_items_moves_among_them_and_no_time_changes() {
        let agenda = with_workshops();
        let workshop = MovedPart::Item(agenda[2].id);
        assert_eq!(
            agenda_with(workshop, MoveTo::Later, &agenda),
            expected(&[
                (1, "13:30"),
                (2, "14:00"),
                (4, "14:00"),
                (3, "14:00"),
                (5, "15:45")
            ])
        );
        let last = MovedPart::Item(agenda[3].id);
        assert_eq!(placed(last, MoveTo::Later, &agenda), Some(vec![]));
        assert_eq!(
            agenda_with(last, MoveTo::Before(agenda[1].id), &agenda),
            expected(&[
                (1, "13:30"),
                (4, "14:00"),
                (2, "14:00"),
                (3, "14:00"),
                (5, "15:45")
            ])
        );
        let out = MoveTo::Before(agenda[4].id);
        assert_eq!(
            agenda_with(MovedPart::Item(agenda[1].id), out, &agenda)[3],
            expected(&[(2, "14:00")])[0]
        );
    }

    #[test]
    fn one_that_overlaps_takes_the_beginning_of_the_one_it_passes() {
        let agenda = [
            item(1, "10:00", 120),
            item(2, "10:30", 10),
            item(3, "12:00", 5),
        ];
        let short = MovedPart::Item(agenda[1].id);
        assert_eq!(
            agenda_with(short, MoveTo::Earlier, &agenda),
            expected(&[(2, "10:00"), (1, "10:00"), (3, "12:00")])
        );
    }

    #[test]
    fn a_slot_moves_as_a_whole_past_its_neighbours() {
        let agenda = with_workshops();
        let later = expected(&[
            (1, "13:30"),
            (5, "14:00"),
            (2, "14:30"),
            (3, "14:30"),
            (4, "14:30"),
        ]);
        let slot = MovedPart::Slot(agenda[3].id);
        assert_eq!(agenda_with(slot, MoveTo::Later, &agenda), later);
        let pause = MovedPart::Item(agenda[4].id);
        assert_eq!(agenda_with(pause, MoveTo::Earlier, &agenda), later);
        let first = MoveTo::Before(agenda[0].id);
        assert_eq!(
            agenda_with(slot, first, &agenda),
            expected(&[
                (2, "13:30"),
                (3, "13:30"),
                (4, "13:30"),
                (1, "15:00"),
                (5, "15:45")
            ])
        );
    }

    #[test]
    fn what_runs_beside_the_others_stays_and_is_passed() {
        let agenda = [
            item(1, "09:00", 480),
            item(2, "09:00", 60),
            item(3, "10:00", 30),
            item(4, "10:30", 30),
        ];
        let childcare = MovedPart::Item(agenda[0].id);
        assert_eq!(placed(childcare, MoveTo::Later, &agenda), Some(vec![]));
        let swapped = expected(&[(1, "09:00"), (3, "09:00"), (2, "09:30"), (4, "10:30")]);
        let second = MovedPart::Item(agenda[2].id);
        assert_eq!(agenda_with(second, MoveTo::Earlier, &agenda), swapped);
        let first = MoveTo::Before(agenda[0].id);
        assert_eq!(agenda_with(second, first, &agenda), swapped);
    }

    #[test]
    fn putting_an_item_first_is_stepping_up_again_and_again() {
        let agenda = [
            item(1, "10:00", 15),
            item(2, "10:15", 30),
            item(3, "10:45", 60),
        ];
        let first = MoveTo::Before(agenda[0].id);
        assert_eq!(
            agenda_with(MovedPart::Item(agenda[2].id), first, &agenda),
            expected(&[(3, "10:00"), (1, "11:00"), (2, "11:15")])
        );
        let stays = placed(MovedPart::Item(agenda[0].id), MoveTo::Earlier, &agenda);
        assert_eq!(stays, Some(vec![]));
        assert_eq!(
            placed(
                MovedPart::Item(item(9, "10:00", 5).id),
                MoveTo::Last,
                &agenda
            ),
            None
        );
    }
}
