//! Units and decisions: `together` links people slot by slot.

use std::collections::HashMap;

use crate::disjoint_sets::DisjointSets;

use super::{Attendee, Decision, Unit};

/// Partitions people into units, linked by `together`.
pub(super) fn units(people: &[Attendee], slots: usize, together: &[Vec<usize>]) -> Vec<Unit> {
    let mut person_sets = DisjointSets::new(people.len());
    let mut seat_root: HashMap<usize, usize> = HashMap::new();
    for group in together {
        for slot in people[group[0]].slots.clone() {
            if group
                .iter()
                .all(|&person| people[person].slots.contains(&slot))
            {
                for pair in group.windows(2) {
                    let seat = |person: usize| person * slots + slot;
                    let (a, b) = (
                        find_seat_root(&mut seat_root, seat(pair[0])),
                        find_seat_root(&mut seat_root, seat(pair[1])),
                    );
                    seat_root.insert(a.max(b), a.min(b));
                    person_sets.union(pair[0], pair[1]);
                }
            }
        }
    }
    let mut units: Vec<Unit> = Vec::new();
    let mut unit_of: HashMap<usize, usize> = HashMap::new();
    for (person, attendee) in people.iter().enumerate() {
        let root = person_sets.find(person);
        let unit = *unit_of.entry(root).or_insert_with(|| {
            units.push(Unit {
                people: Vec::new(),
                decisions: Vec::new(),
                decisions_of: Vec::new(),
            });
            units.len() - 1
        });
        let unit = &mut units[unit];
        unit.people.push(person);
        let mut own = Vec::with_capacity(attendee.slots.len());
        for &slot in &attendee.slots {
            let seat = find_seat_root(&mut seat_root, person * slots + slot);
            let first = seat / slots;
            let joint = |d: &Decision| d.slot == slot && d.people[0] == first;
            if first == person {
                own.push(unit.decisions.len());
                unit.decisions.push(Decision {
                    people: vec![person],
                    slot,
                });
            } else if let Some(joint) = unit.decisions.iter().position(joint) {
                own.push(joint);
                unit.decisions[joint].people.push(person);
            }
        }
        unit.decisions_of.push(own);
    }
    units
}

fn find_seat_root(root: &mut HashMap<usize, usize>, mut node: usize) -> usize {
    while let Some(&up) = root.get(&node).filter(|&&up| up != node) {
        node = up;
    }
    node
}
