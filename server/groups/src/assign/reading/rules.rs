//! Fixed seats and the previous plan.

use std::collections::BTreeMap;

use crate::reading::{Field, Names};

use super::super::problem::Seat;
use super::Known;

pub(super) fn read_fixed(list: &Field<'_>, known: &Known<'_>) -> Vec<Seat> {
    let mut fixed = Vec::new();
    for field in list.entries() {
        if field.object().is_none() {
            continue;
        }
        let place = |name, names: &Names<'_>| {
            field
                .at(name)
                .required()
                .and_then(|field| names.find(field))
        };
        let person = place("person", &known.people);
        let slot = place("slot", &known.slots);
        let workshop = place("workshop", &known.workshops);
        if let (Some(person), Some(slot), Some(workshop)) = (person, slot, workshop) {
            fixed.push(Seat {
                person,
                slot,
                workshop,
            });
        }
    }
    fixed
}

/// The previous plan, seat by seat.
///
/// It tells what was, not what is asked for, and a plan is made anew because something has changed: a person or a slot that
/// is gone has no seat to keep, and somebody whose workshop is gone (`None`) will sit elsewhere. None of that is a fault.
pub(super) fn read_previous(
    field: &Field<'_>,
    known: &Known<'_>,
) -> Option<BTreeMap<(usize, usize), Option<usize>>> {
    let seats = field.given()?.object()?.at("seats");
    let mut previous = BTreeMap::new();
    for field in seats.required()?.list()? {
        if field.object().is_none() {
            continue;
        }
        let text = |name| field.at(name).required().and_then(Field::text);
        let (person, slot, workshop) = (text("person"), text("slot"), text("workshop"));
        let person = person.and_then(|person| known.people.get(person));
        let slot = slot.and_then(|slot| known.slots.get(slot));
        if let (Some(person), Some(slot), Some(workshop)) = (person, slot, workshop)
            && previous
                .insert((person, slot), known.workshops.get(workshop))
                .is_some()
        {
            field.fault("seats the person a second time in this slot");
        }
    }
    Some(previous)
}
